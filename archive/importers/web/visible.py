"""Metadata from what readers of a page see: its heading, by-line and date, and its title."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from archive.importers.markup.account import lines_of
from archive.importers.markup.findings import Finding
from archive.importers.markup.headings import SITE_SEPARATOR
from archive.importers.markup.people import people
from archive.importers.markup.tree import class_words, text_of, value_of

__all__ = ["visible_findings"]

_AUTHOR_WORDS = frozenset({"byline", "author", "authors"})
_LONGEST = 150


def visible_findings(page: BeautifulSoup) -> Iterator[Finding]:
    """Yield what the page shows of itself, all of it less sure than what it declares."""
    yield from _titles(page)
    for tag in page.find_all(["a", "p", "span", "div", "address"]):
        if class_words(tag) & _AUTHOR_WORDS or "author" in value_of(tag, "rel"):
            words = text_of(tag)
            if words and len(words) <= _LONGEST:
                for line in _alike(tag):
                    for name in people(text_of(line)):
                        yield Finding("author", name, "by-line", _line(line), sure=False)
                break
    for tag in page.find_all("time"):
        yield Finding(
            "date", value_of(tag, "datetime") or text_of(tag), "time", _line(tag), sure=False
        )
    if page.html is not None:
        language = value_of(page.html, "lang") or value_of(page.html, "xml:lang")
        yield Finding("language", language, "lang", _line(page.html))
    canonical = page.find("link", rel="canonical")
    if canonical is not None:
        yield Finding("url", value_of(canonical, "href"), "canonical", _line(canonical))


def _alike(tag: Tag) -> Iterator[Tag]:
    """The element, and those right after it of the same kind and class: an author each."""
    yield tag
    following = tag.find_next_sibling()
    while following is not None and following.name == tag.name:
        if class_words(following) != class_words(tag) or len(text_of(following)) > _LONGEST:
            return
        yield following
        following = following.find_next_sibling()


def _titles(page: BeautifulSoup) -> Iterator[Finding]:
    """Yield the heading that the title of the page begins or ends with, else either of them."""
    headings = [tag for tag in page.find_all("h1") if text_of(tag)]
    title = text_of(page.title) if page.title is not None else ""
    for heading in headings:
        if text_of(heading).casefold() in title.casefold() or not title:
            yield Finding("title", text_of(heading), "heading", _line(heading))
    if title and page.title is not None:
        parts = SITE_SEPARATOR.split(title)
        yield Finding(
            "title", max(parts, key=len), "title", _line(page.title), sure=len(parts) == 1
        )
    for heading in headings:
        yield Finding("title", text_of(heading), "heading", _line(heading), sure=False)


def _line(tag: Tag) -> int | None:
    return next(iter(lines_of(tag)), None)
