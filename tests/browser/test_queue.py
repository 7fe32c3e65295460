"""After someone edited a text by hand: what lost its place is settled in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from annotations import Annotation, AnnotationStore, State, select
from tests.browser.editors import SignIn, select_words
from tests.browser.serving import serving
from tests.factories import make_annotation, make_block, make_document
from tests.webapp import samples
from tests.webapp.factories import write_archive
from tests.webapp.signing import add_account
from webapp.accounts import Role

FERRY = "The ferry to the northern shore left every morning, and the engineers went with it."
HARBOUR = (
    "A second company was to follow in the autumn, once the harbour had been dredged and the "
    "warehouses emptied."
)
ROAD = "Every report began with the weather. The road was closed. No convoy passed before the thaw."
MULES = "Nobody counted the mules, which carried more than all the lorries together that winter."
TEXT = make_document(
    [
        make_block(name, text)
        for name, text in (("p1", FERRY), ("p2", HARBOUR), ("p3", ROAD), ("p4", MULES))
    ],
    identifier="on-ferries",
)
WORDS = {
    "pushed": ("p1", "northern shore left every morning"),
    "reworded": ("p2", "once the harbour had been dredged"),
    "doubled": ("p3", "The road was closed."),
    "removed": ("p4", "carried more than all the lorries"),
}
EDITS = (
    ("The ferry to", "As is told, the ferry to"),
    ("once the harbour had been dredged", "when the harbour had been deepened"),
    (f'<p id="p3">{ROAD}</p>', f'<p id="q1">{ROAD}</p>\n<p id="q2">{ROAD}</p>'),
    (f'<p id="p4">{MULES}</p>', '<p id="p5">The winter was hard.</p>'),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with four annotations, each of whose words an edit by hand touched."""
    folder = write_archive(tmp_path / "archive", [samples.mandate(), TEXT])
    store = AnnotationStore(folder / "annotations")
    for name, where in WORDS.items():
        store.create(_annotation(name, *where))
    path = folder / "documents" / "on-ferries" / "document.html"
    html = path.read_text(encoding="utf-8")
    for old, new in EDITS:
        assert old in html
        html = html.replace(old, new)
    path.write_text(html, encoding="utf-8")
    add_account(folder, "Rita Reviewer", Role.REVIEWER)
    return folder


@pytest.fixture
def queue(browser: Browser, folder: Path) -> Iterator[Page]:
    """The queue, as a reviewer sees it."""
    with serving(folder) as address:
        sign_in = SignIn(browser, address)
        page = sign_in("Rita Reviewer").page
        page.goto("/queue")
        yield page
        for context in sign_in.contexts:
            context.close()


def _annotation(name: str, passage: str, words: str) -> Annotation:
    text = TEXT.by_id[passage].text
    assert text is not None
    start = text.index(words)
    target = select(TEXT, passage, start, start + len(words))
    return make_annotation(name, document="on-ferries", target=target)


def _entry(queue: Page, name: str) -> Locator:
    return queue.locator(f"#waiting-{name}")


def _place(folder: Path, name: str) -> tuple[str, str]:
    target = AnnotationStore(folder / "annotations").get(name).annotation.target
    assert target.quote is not None
    return target.passage, target.quote.exact


@pytest.mark.parametrize(
    ("name", "state", "now"),
    [
        ("pushed", "moved", ["northern shore left every morning"]),
        ("reworded", "doubtful", ["when the harbour had been deepened"]),
        ("doubled", "ambiguous", ["The road was closed.", "The road was closed."]),
        ("removed", "orphaned", []),
    ],
)
def test_each_shows_the_text_then_and_now(
    queue: Page, name: str, state: str, now: list[str]
) -> None:
    entry = _entry(queue, name)
    expect(entry.locator(".annotation-state")).to_have_text(state)
    expect(entry.locator("dd").first).to_have_text(f"“{WORDS[name][1]}”")
    expect(entry.locator("mark")).to_have_text(now)
    expect(entry.get_by_text("not found")).to_have_count(0 if now else 1)


@pytest.mark.parametrize(
    ("name", "passage", "words"),
    [
        ("pushed", "p1", "northern shore left every morning"),
        ("reworded", "p2", "when the harbour had been deepened"),
    ],
)
def test_a_place_is_confirmed(
    queue: Page, folder: Path, name: str, passage: str, words: str
) -> None:
    _entry(queue, name).get_by_role("button", name="Confirm this place").click()
    expect(_entry(queue, name)).to_have_count(0)
    expect(queue.locator(".history > li")).to_have_count(3)
    assert _place(folder, name) == (passage, words)


def test_one_of_two_places_is_chosen(queue: Page, folder: Path) -> None:
    both = _entry(queue, "doubled").get_by_role("button", name="Confirm this place")
    expect(both).to_have_count(2)
    both.last.click()
    expect(_entry(queue, "doubled")).to_have_count(0)
    assert _place(folder, "doubled") == ("q2", "The road was closed.")


def test_what_is_lost_is_put_where_an_editor_selects(queue: Page, folder: Path) -> None:
    _entry(queue, "removed").get_by_role("link", name="Select another place").click()
    select_words(queue, "#p5", "winter")
    queue.get_by_role("button", name="put the annotation here").click()
    queue.get_by_role("button", name="Confirm this place").click()
    expect(_entry(queue, "removed")).to_have_count(0)
    assert _place(folder, "removed") == ("p5", "winter")


@pytest.mark.parametrize("name", list(WORDS))
def test_any_of_them_is_withdrawn(queue: Page, folder: Path, name: str) -> None:
    _entry(queue, name).get_by_role("button", name="Withdraw").click()
    expect(queue.locator(".annotation-state")).to_have_text("withdrawn")
    annotation = AnnotationStore(folder / "annotations").get(name).annotation
    assert annotation.state is State.WITHDRAWN
    queue.goto("/queue")
    expect(_entry(queue, name)).to_have_count(0)
