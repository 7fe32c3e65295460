"""Whatever stands in documents, annotations and queries, pages stay whole and safe."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from annotations import Quote, Target
from archive import Note, NoteMark, Span, SpanKind
from archive.authorities import Authorities
from archive.text import clean_text
from tests.factories import make_annotation, make_block, make_document, make_heading
from tests.webapp.factories import get_page, write_archive
from webapp import create_app
from webapp.config import Config
from webapp.opened import open_document
from webapp.reading import Paragraph, readable

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></textarea><svg onload=alert(1)>",
    "{{ 7 * 7 }} {% raw %}",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;amp;",
)
_HARMLESS = {
    "a", "abbr", "article", "b", "bdi", "blockquote", "body", "br", "button", "caption", "code",
    "dd", "details", "div", "dl", "dt", "em", "fieldset", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "hgroup", "html", "i", "input", "label", "legend", "li", "line",
    "link", "main", "mark", "meta", "nav", "ol", "p", "q", "rect", "script", "section", "span",
    "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "text", "th", "thead", "time",
    "title", "tr", "ul",
}  # fmt: skip


def assert_harmless(page: BeautifulSoup) -> None:
    """Nothing on the page is an element or attribute that we did not write."""
    for tag in page.find_all(True):
        assert tag.name in _HARMLESS, tag
        for name, value in tag.attrs.items():
            assert not name.startswith("on"), tag
            if name in {"href", "src", "action"}:
                assert not str(value).lower().strip().startswith(("javascript:", "data:")), tag
    for data in page.select("script[type='application/ld+json']"):
        assert "<" not in data.extract().get_text()
    for script in page.select("script"):
        assert str(script["src"]).startswith("/static/")
        assert script.get_text() == ""


@pytest.fixture(scope="module", params=ATTACKS)
def attacked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, FlaskClient]:
    """An archive with an attack in every field, and a client."""
    attack = str(request.param)
    document = make_document(
        [
            make_heading(text=attack),
            make_block(
                text=f"Words {attack}",
                spans=(Span(0, 5, SpanKind.LINK, "javascript:alert(1)"),),
                marks=(NoteMark(5, "fn1"),),
            ),
        ],
        [Note("fn1", attack, attack)],
        identifier="attacked",
        title=f"Title {attack}",
        subtitle=attack,
        authors=(attack,),
        publisher=attack,
        type=attack,
        abstract=attack,
        rights=attack,
        missions=(attack,),
        themes=(attack,),
        source={"url": attack, attack: attack},
        abbreviations={attack: attack},
    )
    annotation = make_annotation(
        document="attacked",
        target=Target("p1", Quote("Words")),
        body=f"{attack} [link](javascript:alert(1))",
        editor=attack,
        missions=(attack,),
    )
    folder = write_archive(tmp_path_factory.mktemp("hostile") / "archive", [document], [annotation])
    return attack, create_app(Config(archive=folder)).test_client()


@pytest.mark.parametrize(
    "address",
    [
        "/", "/documents", "/documents/attacked", "/documents/attacked?q=words",
        "/documents/attacked/cite", "/search", "/search?q=words", "/concordance?q=words",
    ],
)  # fmt: skip
def test_hostile_archives_are_shown_as_text(
    attacked: tuple[str, FlaskClient], address: str
) -> None:
    attack, client = attacked
    page = get_page(client, address)
    assert_harmless(page)
    assert "".join(attack.split()) in "".join(page.get_text().split())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    query=st.text(max_size=60) | st.sampled_from(ATTACKS),
    name=st.sampled_from(["q", "mission", "theme", "year", "kind", "author", "sort", "page"]),
)
@example(query="\x00", name="mission")
@example(query="'\"<&", name="q")
def test_whatever_is_asked_is_answered(app: Flask, query: str, name: str) -> None:
    client = app.test_client()
    response = client.get("/search", query_string={"q": "consent", name: query})
    assert response.status_code in {200, 400}
    page = BeautifulSoup(response.text, "lxml")
    assert_harmless(page)
    if name == "q":
        (box,) = page.select("form.large-search input[name=q]")
        assert str(box["value"]).split() == query.split() or "\x00" in query


_TEXT = st.text(
    st.sampled_from("ab <>&\"'/{}\u00a0\u2028\U0001f600e\u0301"), min_size=1, max_size=40
).map(clean_text)


@settings(max_examples=100)
@given(
    text=_TEXT.filter(bool),
    quote=st.data(),
    body=st.text(max_size=60),
)
def test_the_words_of_a_text_are_never_changed(text: str, quote: st.DataObject, body: str) -> None:
    start = quote.draw(st.integers(0, len(text) - 1))
    end = quote.draw(st.integers(start + 1, len(text)))
    mark = quote.draw(st.integers(0, len(text)))
    document = make_document(
        [make_block(text=text, marks=(NoteMark(mark, "fn1"),))], [Note("fn1", "1", text)]
    )
    annotation = make_annotation(target=Target("p1", Quote(text[start:end])), body=body)
    shown = readable(open_document(document, [annotation], Authorities()))
    (part,) = shown.parts
    assert isinstance(part, Paragraph)
    soup = BeautifulSoup("<br>".join(part.block.lines), "html.parser")
    for link in soup.select(".note-mark, .annotation-mark"):
        link.extract()
    for line in soup.find_all("br"):
        line.replace_with("\n")
    assert soup.get_text() == text
