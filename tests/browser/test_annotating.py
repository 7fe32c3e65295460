"""An editor's day in a real browser: select, annotate, submit, review, publish, find, restore."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from annotations import AnnotationStore, Quote, State, Target
from archive import Document, Metadata
from tests.annotations.payloads import PAYLOADS
from tests.browser.conftest import Visit
from tests.browser.serving import serving
from tests.factories import make_annotation, make_block, make_heading
from tests.webapp import samples
from tests.webapp.factories import write_annotation, write_archive
from tests.webapp.signing import PASSWORD, add_account
from webapp.accounts import Role

MANDATE = "/documents/limits-of-consent"
STRANGE = "/documents/strange-letters"
_TEXT = (
    "Before \U0001f54a\ufe0f\U0001f54a\ufe0f doves e\u0301 \u05e9\u05dc\u05d5\u05dd the ferry left."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    blocks = (make_heading(), make_block(text=_TEXT))
    strange = Document("strange-letters", Metadata("Strange letters"), blocks, ())
    folder = write_archive(
        tmp_path / "archive",
        [samples.mandate(), samples.second_paper(), strange],
        [samples.comment(), samples.lost()],
    )
    add_account(folder, "Ada Editor")
    add_account(folder, "Rita Reviewer", Role.REVIEWER)
    return folder


class SignIn:
    """Opens tabs in which someone is signed in and looks at a document."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self.contexts: list[BrowserContext] = []

    def __call__(self, name: str, *, script: bool = True) -> Visit:
        context = self._browser.new_context(
            base_url=self._address,
            viewport={"width": 1440, "height": 900},
            java_script_enabled=script,
        )
        self.contexts.append(context)
        visit = Visit(context)
        visit.page.goto(f"/sign-in?back={MANDATE}")
        visit.page.get_by_label("Name").fill(name)
        visit.page.get_by_label("Password").fill(PASSWORD)
        visit.page.get_by_role("button", name="Sign in").click()
        visit.page.wait_for_url(f"**{MANDATE}")
        return visit


@pytest.fixture
def sign_in(browser: Browser, folder: Path) -> Iterator[SignIn]:
    with serving(folder) as address:
        sign_in = SignIn(browser, address)
        yield sign_in
        for context in sign_in.contexts:
            context.close()


def _select(page: Page, selector: str, words: str) -> None:
    """Select words in an element, as dragging over them would."""
    page.evaluate(
        """([selector, words]) => {
          const element = document.querySelector(selector);
          const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const start = texts.currentNode.data.indexOf(words);
            if (start < 0) continue;
            document.getSelection().setBaseAndExtent(
              texts.currentNode, start, texts.currentNode, start + words.length);
            return;
          }
          throw new Error(`no ${words} in ${element.textContent}`);
        }""",
        [selector, words],
    )


def _found(page: Page, word: str) -> int:
    page.goto(f"/search.json?q={word}")
    return int(json.loads(page.inner_text("pre"))["passages"])


def test_from_selecting_words_to_withdrawing(sign_in: SignIn) -> None:
    ada = sign_in("Ada Editor")
    page = ada.page
    _select(page, "#p2", "patience")
    page.get_by_role("button", name="question").click()
    page.get_by_label("Text, in Markdown").fill("How *long*, zzferryzz?")
    expect(page.locator(".annotate-preview em")).to_have_text("long")
    page.get_by_role("button", name="Save and submit").click()
    card = page.locator(".annotation", has_text="zzferryzz")
    expect(card).to_contain_text("submitted")
    assert page.url.endswith(MANDATE)

    rita = sign_in("Rita Reviewer").page
    assert _found(rita, "zzferryzz") == 0
    rita.goto("/annotations/?state=submitted")
    rita.get_by_role("link", name="Question by Ada Editor").click()
    expect(rita.locator(".context mark")).to_have_text("patience")
    rita.get_by_role("button", name="Publish").click()
    expect(rita.locator(".annotation-state")).to_have_count(0)
    place = rita.url
    assert _found(rita, "zzferryzz") == 1

    rita.goto(f"{place}/edit")
    rita.get_by_label("Text, in Markdown").fill("How long, zzshipzz?")
    rita.get_by_label("Why you change it").fill("Ferries are ships.")
    rita.get_by_role("button", name="Save", exact=True).click()
    expect(rita.locator(".history")).to_contain_text("Ferries are ships.")
    assert _found(rita, "zzshipzz") == 1
    rita.goto(place)
    rita.get_by_role("button", name="Go back to what it said before").first.click()
    expect(rita.locator(".annotation-body").first).to_contain_text("zzferryzz")
    rita.get_by_role("button", name="Withdraw").click()
    expect(rita.locator(".annotation-state")).to_have_text("withdrawn")
    assert _found(rita, "zzferryzz") == 0
    assert ada.complaints == []


def test_strange_letters_are_counted_as_the_archive_counts_them(
    sign_in: SignIn, folder: Path
) -> None:
    page = sign_in("Ada Editor").page
    page.goto(STRANGE)
    _select(page, "#p1", "the ferry")
    page.get_by_role("button", name="comment").click()
    page.get_by_label("Text, in Markdown").fill("Which?")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.locator(".annotation")).to_contain_text("Which?")
    (annotation,) = AnnotationStore(folder / "annotations").of_document("strange-letters")
    position, start = annotation.target.position, _TEXT.index("the ferry")
    assert position is not None
    assert (position.start, position.end) == (start, start + len("the ferry"))


@pytest.mark.parametrize(
    ("place", "words", "start"),
    [("#fn1", "para. 14", 19), ("#i2", "politely", 4), ("#h1", "hosts", 5), ("#p1", "UNEXA", 24)],
)
def test_words_anywhere_are_found_again(
    sign_in: SignIn, folder: Path,
    place: str, words: str, start: int,
) -> None:  # fmt: skip
    page = sign_in("Ada Editor").page
    _select(page, f".sheet {place}", words)
    page.get_by_role("button", name="comment").click()
    page.get_by_label("Text, in Markdown").fill("Here.")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.locator(".annotation", has_text="Here.").first).to_be_visible()
    found = AnnotationStore(folder / "annotations").of_document("limits-of-consent")
    target = next(one.target for one in found if one.editor == "Ada Editor")
    assert target.position is not None
    assert target.position.start == start


def test_saving_does_not_lose_the_place(sign_in: SignIn) -> None:
    page = sign_in("Ada Editor").page
    page.set_viewport_size({"width": 900, "height": 300})
    page.locator("#p3").scroll_into_view_if_needed()
    _select(page, "#p3", "says more")
    page.get_by_role("button", name="comment").click()
    page.get_by_label("Text, in Markdown").fill("More.")
    top = "document.querySelector('#p3').getBoundingClientRect().top"
    save = page.get_by_role("button", name="Save as draft")
    before = page.evaluate(top)
    assert page.evaluate("window.scrollY") > 0
    save.evaluate("button => button.click()")  # where it is, without scrolling to it
    expect(page.locator(".annotation[data-state=draft]")).to_contain_text("More.")
    page.wait_for_load_state("load")
    assert abs(page.evaluate(top) - before) < 5


def test_what_cannot_be_saved_stays_in_the_form(sign_in: SignIn) -> None:
    visit = sign_in("Ada Editor")
    page = visit.page
    _select(page, "#p2", "patience")
    page.get_by_role("button", name="tag").click()
    page.get_by_label("Text, in Markdown").fill("No tag chosen.")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_role("alert")).to_contain_text("A tag needs a mission or a theme")
    expect(page.get_by_label("Text, in Markdown")).to_have_value("No tag chosen.")


def test_the_keyboard_reaches_the_toolbar(sign_in: SignIn) -> None:
    page = sign_in("Ada Editor").page
    _select(page, "#p2", "patience")
    expect(page.get_by_role("toolbar")).to_be_visible()
    page.keyboard.press("Alt+Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Text, in Markdown")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".annotation-editor")).to_have_count(0)


def test_without_a_script_an_editor_annotates_by_a_form(sign_in: SignIn, folder: Path) -> None:
    page = sign_in("Ada Editor", script=False).page
    page.locator("#p2 > .annotate").focus()
    page.keyboard.press("Enter")
    page.get_by_label("About these words").fill("patience")
    page.get_by_label("Text, in Markdown").fill("By hand.")
    page.get_by_role("button", name="Save and submit").click()
    expect(page.locator(".annotation", has_text="By hand.")).to_contain_text("submitted")
    found = AnnotationStore(folder / "annotations").of_document("limits-of-consent")
    assert [one.state for one in found if one.editor == "Ada Editor"] == [State.SUBMITTED]


def test_a_lost_annotation_is_put_where_an_editor_selects(sign_in: SignIn, folder: Path) -> None:
    page = sign_in("Rita Reviewer").page
    page.goto("/queue")
    page.get_by_role("link", name="Select another place").click()
    _select(page, "#p2", "second thing")
    page.get_by_role("button", name="put the annotation here").click()
    page.get_by_role("button", name="Confirm this place").click()
    page.wait_for_url("**/queue")
    annotation = AnnotationStore(folder / "annotations").get("on-lost-words").annotation
    assert annotation.target.quote is not None
    assert annotation.target.quote.exact == "second thing"


def test_card_and_words_light_up_together_and_are_filtered(sign_in: SignIn, folder: Path) -> None:
    overlapping = make_annotation(
        "overlapping",
        document="limits-of-consent",
        editor="B. Editor",
        target=Target("p1", Quote("give consent, and")),
    )
    write_annotation(folder, overlapping)
    page = sign_in("Ada Editor").page
    page.goto(MANDATE)
    names = "[...CSS.highlights.keys()].filter(name => CSS.highlights.get(name).size > 0).sort()"
    assert page.evaluate(names) == ["annotated", "annotated-twice"]
    page.locator("#annotation-on-consent").hover()
    expect(page.locator("mark[data-annotation=on-consent].lit")).not_to_have_count(0)
    assert "annotated-lit" in page.evaluate(names)
    page.locator("select[name=editor]").select_option("B. Editor")
    expect(page.locator("#annotation-on-consent")).to_be_hidden()
    expect(page.locator("#annotation-overlapping")).to_be_visible()


def test_nothing_in_a_body_is_executed(sign_in: SignIn, folder: Path) -> None:
    for number, payload in enumerate(PAYLOADS):
        body = f"{payload}\n\n[x]({payload})\n\n<{payload}>"
        annotation = make_annotation(
            f"attack-{number}", document="second-paper", body=body[:20_000], editor="E. Vil"
        )
        write_annotation(folder, annotation)
    page = sign_in("Ada Editor").page
    page.context.add_init_script("window.ran = 0; window.run = () => { window.ran += 1; };")
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto("/documents/second-paper")
    assert page.locator(".annotation").count() == len(PAYLOADS)
    for link in page.locator(".annotation-body a[href]").all():
        assert str(link.get_attribute("href")).startswith(("http:", "https:", "mailto:", "/"))
        assert link.get_attribute("rel") == "noopener nofollow"
    page.evaluate(
        """() => document.querySelectorAll(".annotation-body *").forEach((element) => {
          for (const name of ["click", "mouseover", "focus", "error", "load", "toggle"]) {
            element.addEventListener("click", (event) => event.preventDefault());
            element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
          }
        })"""
    )
    assert page.evaluate("window.ran") == 0
    assert (
        page.locator(".annotation-body :is(script, img, iframe, svg, object, style)").count() == 0
    )
