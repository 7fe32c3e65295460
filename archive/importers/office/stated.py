"""Metadata that pandoc hands over, and what the first lines of a text seem to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup
from bs4.element import Tag

from archive.importers.markup.findings import Finding
from archive.importers.markup.headings import same_words
from archive.importers.markup.tree import HEADINGS, text_of, value_of
from archive.importers.markup.written_dates import read_date
from archive.importers.web.meta_tags import dublin_core

__all__ = ["is_shown", "stated_findings", "title_page_findings"]

_TITLE_PAGE = 6
_LONGEST_TITLE = 150
_ENDS = (".", "!", "?", ":", ";", ",")


def stated_findings(page: BeautifulSoup) -> Iterator[Finding]:
    """Yield what a file states in its text: styles of Word, the head of Markdown, a book's data."""
    yield from dublin_core(page)
    for tag in page.select("[data-field]"):
        yield Finding(value_of(tag, "data-field"), tag.get_text(), value_of(tag, "data-field"))
        tag.extract()
    if page.html is not None:
        yield Finding("language", value_of(page.html, "lang"), "lang")


def title_page_findings(page: BeautifulSoup) -> Iterator[Finding]:
    """Yield what the first blocks of a text seem to say: its title, and a date by itself."""
    blocks = _blocks(page)
    title = _title(blocks)
    if title is not None:
        yield Finding("title", text_of(title), "first lines", sure=False)
    for block in blocks[:_TITLE_PAGE]:
        if block.name == "p" and read_date(text_of(block)) is not None:
            yield Finding("date", text_of(block), "first lines", sure=False)


def is_shown(page: BeautifulSoup, finding: Finding) -> bool:
    """Say whether one of the first blocks of the text says the same as a finding."""
    return any(same_words(text_of(tag), finding.value) for tag in _blocks(page)[:_TITLE_PAGE])


def _blocks(page: BeautifulSoup) -> list[Tag]:
    return [tag for tag in page.find_all([*HEADINGS, "p"]) if text_of(tag)]


def _title(blocks: Sequence[Tag]) -> Tag | None:
    """The first block if it stands out, else the only heading of the highest level."""
    if not blocks:
        return None
    first = blocks[0]
    strong = first.find(["strong", "b"])
    if first.name == "p" and strong is not None and text_of(strong) == text_of(first):
        return first
    headings = [tag for tag in blocks if tag.name in HEADINGS]
    highest = min((tag.name for tag in headings), default="")
    tops = [tag for tag in headings if tag.name == highest]
    if len(tops) == 1 and any(tag is tops[0] for tag in blocks[:_TITLE_PAGE]):
        return tops[0]
    words = text_of(first)
    is_line = first.name == "p" and len(words) <= _LONGEST_TITLE and not words.endswith(_ENDS)
    return first if is_line else None
