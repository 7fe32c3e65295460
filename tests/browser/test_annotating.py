"""An editor's day in a real browser: select, annotate, submit, review, publish, find, restore."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from annotations import Annotation, AnnotationStore, Quote, State, Target
from archive import Document, Metadata
from tests.annotations.payloads import PAYLOADS
from tests.browser.editors import MANDATE, SignIn, select_words
from tests.browser.serving import ARGUMENTS, serving
from tests.factories import make_annotation, make_block, make_heading
from tests.webapp import samples
from tests.webapp.factories import write_annotation, write_archive
from tests.webapp.signing import PASSWORD, add_account
from webapp.accounts import Accounts, Role

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


@pytest.fixture
def sign_in(browser: Browser, folder: Path) -> Iterator[SignIn]:
    with serving(folder) as address:
        sign_in = SignIn(browser, address)
        yield sign_in
        for context in sign_in.contexts:
            context.close()


def _found(page: Page, word: str) -> int:
    page.goto(f"/search.json?q={word}")
    return int(json.loads(page.inner_text("pre"))["passages"])


def test_from_selecting_words_to_withdrawing(sign_in: SignIn) -> None:
    ada = sign_in("Ada Editor")
    page = ada.page
    select_words(page, "#p2", "patience")
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
    select_words(page, "#p1", "the ferry")
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
    select_words(page, f".sheet {place}", words)
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
    page.set_viewport_size({"width": 900, "height": 500})
    page.locator("#p3").scroll_into_view_if_needed()
    select_words(page, "#p3", "says more")
    page.get_by_role("button", name="comment").click()
    page.get_by_label("Text, in Markdown").fill("More.")
    top = "document.querySelector('#p3').getBoundingClientRect().top"
    save = page.get_by_role("button", name="Save as draft")
    before = page.evaluate(top)
    assert page.evaluate("window.scrollY") > 0
    save.evaluate("button => button.click()")  # where it is, without scrolling to it
    expect(page.locator(".annotation[data-state=draft]")).to_contain_text("More.")
    page.wait_for_load_state("load")
    expect(page.locator(".annotation[data-state=draft]")).to_be_focused()
    expect(page.locator(".annotation[data-state=draft]")).to_be_in_viewport()
    assert abs(page.evaluate(top) - before) < 5


def test_a_new_card_that_would_be_out_of_sight_is_brought_into_view(sign_in: SignIn) -> None:
    page = sign_in("Ada Editor").page
    page.set_viewport_size({"width": 900, "height": 300})
    select_words(page, "#p2", "patience")
    page.get_by_role("button", name="comment").click()
    page.get_by_label("Text, in Markdown").fill("More.")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.locator(".annotation[data-state=draft]")).to_be_in_viewport()


def test_what_cannot_be_saved_stays_in_the_form(sign_in: SignIn) -> None:
    visit = sign_in("Ada Editor")
    page = visit.page
    select_words(page, "#p2", "patience")
    page.get_by_role("button", name="tag").click()
    page.get_by_label("Text, in Markdown").fill("No tag chosen.")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_role("alert")).to_contain_text("A tag needs a mission or a theme")
    expect(page.get_by_label("Text, in Markdown")).to_have_value("No tag chosen.")


def test_the_keyboard_reaches_the_toolbar(sign_in: SignIn) -> None:
    page = sign_in("Ada Editor").page
    select_words(page, "#p2", "patience")
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
    expect(page.get_by_role("status")).to_contain_text("Select the words")
    assert page.url.endswith("#p2")
    select_words(page, "#p2", "second thing")
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


def _place_of(page: Page, selector: str, words: str) -> tuple[float, float]:
    """The middle of words on the screen."""
    x, y = page.evaluate(
        """([selector, words]) => {
          const element = document.querySelector(selector);
          element.scrollIntoView({ block: "center" });
          const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const start = texts.currentNode.data.indexOf(words);
            if (start < 0) continue;
            const range = document.createRange();
            range.setStart(texts.currentNode, start);
            range.setEnd(texts.currentNode, start + words.length);
            const box = range.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
          }
        }""",
        [selector, words],
    )
    return x, y


def _written(folder: Path, document: str = "limits-of-consent") -> list[Annotation]:
    found = AnnotationStore(folder / "annotations").of_document(document)
    return [one for one in found if one.editor == "Ada Editor"]


def _quoted(annotation: Annotation) -> str:
    assert annotation.target.quote is not None
    return annotation.target.quote.exact


def test_words_are_selected_with_a_real_mouse(sign_in: SignIn, folder: Path) -> None:
    page = sign_in("Ada Editor").page
    page.mouse.dblclick(*_place_of(page, "#p2", "patience"))
    page.get_by_role("button", name="comment").click()
    page.get_by_label("Text, in Markdown").fill("Clicked twice.")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.locator(".annotation", has_text="Clicked twice.")).to_be_visible()
    assert [_quoted(one) for one in _written(folder)] == ["patience"]


def test_words_selected_on_a_phone_are_annotated_by_tapping(sign_in: SignIn, folder: Path) -> None:
    """The selection is set as the handles of a phone set it: Chromium here has none of its own."""
    page = sign_in("Ada Editor", touch=True).page
    page.touchscreen.tap(*_place_of(page, "#p2", "thing"))
    select_words(page, "#p2", "patience")
    button = page.get_by_role("button", name="question")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    button.tap()
    expect(page.locator(".words")).to_have_text("About “patience”")
    expect(page.locator(".annotation-editor")).to_be_in_viewport()
    page.get_by_label("Text, in Markdown").fill("Touched.")
    page.get_by_role("button", name="Save as draft").tap()
    expect(page.locator(".annotation", has_text="Touched.")).to_be_visible()
    assert [_quoted(one) for one in _written(folder)] == ["patience"]


@pytest.fixture(scope="module")
def caret_browser(chromium: str, playwright: Playwright) -> Iterator[Browser]:
    """Chromium with a caret in every text, as F7 gives it."""
    arguments = [*ARGUMENTS, "--enable-caret-browsing"]
    launched = playwright.chromium.launch(executable_path=chromium, args=arguments)
    yield launched
    launched.close()


def test_words_are_selected_with_a_real_keyboard(caret_browser: Browser, folder: Path) -> None:
    with serving(folder) as address:
        sign_in = SignIn(caret_browser, address)
        _select_with_keys(sign_in("Ada Editor").page)
        sign_in.contexts[0].close()
    assert [_quoted(one) for one in _written(folder)] == ["second"]


def _select_with_keys(page: Page) -> None:
    page.mouse.click(*_place_of(page, "#p2", "The second thing"))
    page.keyboard.press("Home")
    for _ in "The ":
        page.keyboard.press("ArrowRight")
    for _ in range(len("second")):
        page.keyboard.press("Shift+ArrowRight")
    expect(page.get_by_role("toolbar")).to_be_visible()
    page.keyboard.press("Alt+Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Kind")).to_have_value("correction")
    page.keyboard.type("Typed.")
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Save as draft":
            break
    page.keyboard.press("Enter")
    card = page.locator(".annotation", has_text="Typed.")
    expect(card).to_be_focused()


def test_the_words_stay_marked_while_the_form_is_open(sign_in: SignIn) -> None:
    page = sign_in("Ada Editor").page
    select_words(page, "#p2", "patience")
    page.get_by_role("button", name="comment").click()
    marked = "[...(CSS.highlights.get('annotating') || [])].map(range => range.toString())"
    expect(page.get_by_label("Text, in Markdown")).to_be_focused()
    assert page.evaluate(marked) == ["patience"]
    page.keyboard.press("Escape")
    expect(page.locator(".annotation-editor")).to_have_count(0)
    assert page.evaluate(marked) == []


def test_a_session_that_ends_while_writing_loses_nothing(sign_in: SignIn, folder: Path) -> None:
    visit = sign_in("Ada Editor")
    page = visit.page
    page.route("**/preview", lambda _: None)  # still on its way when the page is loaded anew
    select_words(page, "#p2", "patience")
    page.get_by_role("button", name="comment").click()
    page.get_by_label("Text, in Markdown").fill("Half an hour of work.")
    Accounts(folder).end_sessions("Ada Editor")
    page.get_by_role("button", name="Save as draft").click()
    form = page.locator(".annotation-editor")
    expect(form).to_contain_text("Nothing you wrote is lost")
    form.get_by_label("Name").fill("Ada Editor")
    form.get_by_label("Password").fill(PASSWORD)
    form.get_by_role("button", name="Sign in").click()
    expect(form.get_by_label("What you wrote")).to_have_value("Half an hour of work.")
    form.get_by_role("button", name="Send it again").click()
    card = page.locator(".annotation[data-state=draft]")  # not the form, which has the text too
    expect(card).to_contain_text("Half an hour of work.")
    assert [_quoted(one) for one in _written(folder)] == ["patience"]
    visit.forgive("Failed to load resource")
    assert visit.complaints == []


def test_a_preview_that_cannot_be_had_is_told(sign_in: SignIn) -> None:
    visit = sign_in("Ada Editor")
    page = visit.page
    page.route("**/preview", lambda route: route.abort())
    select_words(page, "#p2", "patience")
    page.get_by_role("button", name="comment").click()
    page.get_by_label("Text, in Markdown").fill("A train in a tunnel.")
    expect(page.locator(".annotate-preview")).to_contain_text("cannot be reached")
    visit.forgive("Failed to load resource")
    assert visit.complaints == []


def test_two_tabs_do_not_overwrite_each_other(sign_in: SignIn, folder: Path) -> None:
    one = sign_in("Ada Editor").page
    select_words(one, "#p2", "patience")
    one.get_by_role("button", name="comment").click()
    one.get_by_label("Text, in Markdown").fill("First.")
    one.get_by_role("button", name="Save as draft").click()
    expect(one.locator(".annotation", has_text="First.")).to_be_visible()
    (annotation,) = _written(folder)
    two = one.context.new_page()
    for tab in (one, two):
        tab.goto(f"/annotations/{annotation.id}/edit")
    one.get_by_label("Text, in Markdown").fill("From the first tab.")
    one.get_by_role("button", name="Save", exact=True).click()
    two.get_by_label("Text, in Markdown").fill("From the second tab.")
    two.get_by_role("button", name="Save", exact=True).click()
    expect(two.locator("blockquote")).to_have_text("From the first tab.")
    expect(two.locator("textarea[name=body]")).to_have_value("From the second tab.")
    two.get_by_role("button", name="Let mine stand").click()
    expect(two.locator(".annotation-body").first).to_have_text("From the second tab.")
    assert [r.before.body for r in _written(folder)[0].revisions] == [
        "First.",
        "From the first tab.",
    ]


def test_an_administrator_makes_an_account_with_which_one_signs_in(
    sign_in: SignIn, folder: Path
) -> None:
    add_account(folder, "Adam Admin", Role.ADMINISTRATOR)
    page = sign_in("Adam Admin").page
    page.goto("/account")
    page.get_by_role("link", name="Accounts").click()
    page.get_by_label("Name; it will stand under what they write").fill("Nora New")
    page.locator("#page-role").select_option("reviewer")
    page.get_by_label("Password, of 10").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_role("status")).to_contain_text("Nora New can sign in now")
    nora = sign_in("Nora New").page
    nora.goto("/account")
    expect(nora.locator(".lead")).to_contain_text("Nora New, reviewer")
    page.get_by_label("Change the account of Nora New").click()
    page.get_by_role("button", name="Disable Nora New").click()
    expect(page.locator(".accounts")).to_contain_text("Nora New, reviewer, disabled")
    nora.goto("/account")
    expect(nora).to_have_url(re.compile("/sign-in"))
