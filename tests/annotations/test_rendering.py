from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import LONGEST_BODY, ContentError, body_html, body_text
from annotations.rendering import archive_links
from tests.annotations.payloads import PAYLOADS

ALLOWED = frozenset(
    [
        "a",
        "blockquote",
        "br",
        "code",
        "em",
        "h3",
        "h4",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "ul",
    ]
)
SAFE_ADDRESS = re.compile(
    r"(?i:https?|mailto):[^\s\"<>\\]*|\.\./[a-z0-9][a-z0-9._-]*/document\.html(#[^\s\"<>]*)?"
)


class Inspector(HTMLParser):
    """Reads HTML as a browser would and keeps what could do more than show text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.unsafe: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.unsafe.append(tag)
        for name, value in attributes:
            match tag, name:
                case "a", "href":
                    safe = SAFE_ADDRESS.fullmatch(value or "") is not None
                case "a", "rel":
                    safe = value == "noopener nofollow"
                case "ol", "start":
                    safe = (value or "").isdigit()
                case _:
                    safe = False
            if not safe:
                self.unsafe.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.unsafe.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.unsafe.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.unsafe.append(f"instruction {data}")

    def unknown_decl(self, data: str) -> None:
        self.unsafe.append(f"declaration {data}")


def unsafe_parts(html: str) -> list[str]:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.unsafe


def test_markdown_becomes_html() -> None:
    assert body_html("The *Council* met.\n\n- once\n- **twice**") == (
        "<p>The <em>Council</em> met.</p>\n"
        "<ul>\n<li>once</li>\n<li><strong>twice</strong></li>\n</ul>\n"
    )


def test_headings_stand_below_those_of_the_page() -> None:
    assert body_html("# One\n\n## Two\n\n###### Six") == (
        "<h3>One</h3>\n<h4>Two</h4>\n<h4>Six</h4>\n"
    )


@pytest.mark.parametrize("address", ["https://a.example/x?y=1", "mailto:editor@a.example"])
def test_links_lead_out_without_a_trace(address: str) -> None:
    assert body_html(f"[there]({address})") == (
        f'<p><a href="{address}" rel="noopener nofollow">there</a></p>\n'
    )


def test_links_lead_into_the_archive() -> None:
    body = "See [there](../first-mandate/document.html#p3)."

    def address(document_id: str, place: str | None) -> str:
        return f"/documents/{document_id}#{place}"

    assert 'href="../first-mandate/document.html#p3"' in body_html(body)
    assert 'href="/documents/first-mandate#p3"' in body_html(body, address)
    assert archive_links(body) == ("../first-mandate/document.html#p3",)


@pytest.mark.parametrize("address", ["/logout", "//a.example", "#p3", "ftp://a.example", "x"])
def test_links_lead_nowhere_else(address: str) -> None:
    assert body_html(f"[there]({address})") == ('<p><a rel="noopener nofollow">there</a></p>\n')
    assert archive_links(f"[there]({address})") == ()


def test_html_in_a_body_is_shown_not_run() -> None:
    assert body_html("<b>bold</b> & more") == "<p>&lt;b&gt;bold&lt;/b&gt; &amp; more</p>\n"


def test_a_picture_becomes_a_link_and_keeps_its_words() -> None:
    assert "<img" not in body_html("![the port](https://a.example/port.png)")
    assert body_text("![the port](https://a.example/port.png)") == "!the port"


def test_the_text_of_a_body_is_one_clean_line() -> None:
    body = "# The *Council*\nhas **met**.\n\n- once\n- [twice](https://a.example)\\\nor `more`\n"

    assert body_text(body) == "The Council has met. once twice or more"


@pytest.mark.parametrize("render", [body_html, body_text, archive_links])
def test_a_body_that_is_too_long_is_refused(render: type[str]) -> None:
    render("x" * LONGEST_BODY)

    with pytest.raises(ContentError, match="20001 characters"):
        render("x" * (LONGEST_BODY + 1))


@pytest.mark.parametrize("piece", [">", "- ", "*", "[", "![", "`", "<", "&", "\\", "#\n", "1. "])
def test_a_body_of_nothing_but_marks_is_rendered(piece: str) -> None:
    body = (piece * LONGEST_BODY)[:LONGEST_BODY]

    assert unsafe_parts(body_html(body)) == []


def test_no_known_trick_gets_through() -> None:
    found = {payload: unsafe_parts(body_html(payload)) for payload in PAYLOADS}

    assert {payload: unsafe for payload, unsafe in found.items() if unsafe} == {}
    assert len(found) > 800


_PIECES = st.sampled_from(PAYLOADS) | st.text(max_size=12) | st.sampled_from("<>\"'()[]!`\n\t*_:/")


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_nothing_that_runs_comes_of_any_text(body: str) -> None:
    assert unsafe_parts(body_html(body)) == []
    assert "\n" not in body_text(body)
