"""Notes of random pages are found again, each at the word that it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from archive import NoteMark
from tests.archive.importers.web.conftest import read_page

WORDS = st.sampled_from(
    ["anchor", "bay", "current", "dredger", "estuary", "ferry", "gale", "hull", "island", "jetty"]
)


@dataclass(frozen=True)
class Page:
    """Paragraphs of words, each word with a note or without; notes are numbered as they come."""

    paragraphs: tuple[tuple[tuple[str, str | None], ...], ...]

    @property
    def notes(self) -> list[str]:
        return [note for words in self.paragraphs for _, note in words if note is not None]


sentences = st.lists(WORDS, min_size=8, max_size=14).map(" ".join)
words = st.lists(st.tuples(WORDS, st.none() | sentences), min_size=8, max_size=16).map(tuple)
pages = st.lists(words, min_size=2, max_size=5).map(tuple).map(Page)


def aria(number: int) -> tuple[str, str]:
    mark = f'<a role="doc-noteref" href="#f{number}" id="r{number}"><sup>{number}</sup></a>'
    return mark, f'<p id="f{number}">{{}}<a role="doc-backlink" href="#r{number}">↩</a></p>'


def word(number: int) -> tuple[str, str]:
    mark = f'<a href="#_ftn{number}" name="_ftnref{number}">[{number}]</a>'
    return mark, f'<p><a href="#_ftnref{number}" name="_ftn{number}">[{number}]</a> {{}}</p>'


def bare(number: int) -> tuple[str, str]:
    return f'<sup><a href="#x{number}">{number}</a></sup>', f'<p id="x{number}">{number}. {{}}</p>'


def unlinked(number: int) -> tuple[str, str]:
    return f"<sup>{number}</sup>", f"<p>{number}. {{}}</p>"


def render(page: Page, convention: Callable[[int], tuple[str, str]]) -> str:
    body: list[str] = []
    notes: list[str] = []
    for paragraph in page.paragraphs:
        pieces = []
        for text, note in paragraph:
            mark = ""
            if note is not None:
                mark, form = convention(len(notes) + 1)
                notes.append(form.format(note))
            pieces.append(text + mark)
        body.append(f"<p>{' '.join(pieces)}.</p>")
    heading = "<h2>Notes</h2>" if notes else ""
    return f"<body><article>{''.join(body)}{heading}{''.join(notes)}</article></body>"


def marks_of(page: Page) -> list[tuple[NoteMark, ...]]:
    number = 0
    found: list[tuple[NoteMark, ...]] = []
    for paragraph in page.paragraphs:
        marks = []
        end = -1
        for text, note in paragraph:
            end += len(text) + 1
            if note is not None:
                number += 1
                marks.append(NoteMark(end, f"fn{number}"))
        found.append(tuple(marks))
    return found


@settings(max_examples=60, deadline=None)
@given(pages, st.sampled_from([aria, word, bare, unlinked]))
def test_notes_of_any_page(page: Page, convention: Callable[[int], tuple[str, str]]) -> None:
    document = read_page(render(page, convention)).document

    assert [note.text for note in document.notes] == page.notes
    assert [block.marks for block in document.blocks] == marks_of(page)
    assert [block.text for block in document.blocks] == [
        " ".join(text for text, _ in paragraph) + "." for paragraph in page.paragraphs
    ]
