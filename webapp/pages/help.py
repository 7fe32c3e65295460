"""The help on searching: every example can be followed, and tests follow them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from indexer import SearchRequest
from webapp.addresses import search_address
from webapp.pages.base import Page, Site

__all__ = ["HELP", "Example", "HelpPage", "HelpTopic", "help_page"]


@dataclass(frozen=True, slots=True)
class Example:
    """A query that can be typed, and what it finds."""

    query: str
    finds: str

    @property
    def address(self) -> str:
        """The search for it."""
        return search_address(SearchRequest(self.query))


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """Some examples under a heading."""

    name: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, kw_only=True)
class HelpPage(Page):
    """How to search.

    Attributes:
        topics: examples of everything that can be typed.
    """

    template: ClassVar[str] = "search/help.html"
    topics: Sequence[HelpTopic]


HELP: tuple[HelpTopic, ...] = (
    HelpTopic(
        "Words",
        (
            Example("consent host", "passages that have both words, in any order and any form"),
            Example("consent OR impartiality", "passages that have one of the words, or both"),
            Example("mandate -withdrawal", "the first word without the second"),
            Example("mandate NOT withdrawal", "the same, in a word"),
            Example(
                "(consent OR impartiality) mandate", "one of the two words, and the third with it"
            ),
        ),
    ),
    HelpTopic(
        "Phrases and parts of words",
        (
            Example('"protection of civilians"', "these words, one after the other"),
            Example('"civilians protect"~8', "both words with at most eight others between them"),
            Example("protect*", "words that begin so: protection, protective, protects"),
            Example("peacekeping~", "words that are written nearly so, also with slips in them"),
            Example("peace-keeping", "also peacekeeping, and the other way about"),
        ),
    ),
    HelpTopic(
        "Where words stand",
        (
            Example("title:consent", "in the title"),
            Example("in:notes resolution", "in footnotes and endnotes only"),
            Example("note:resolution", "the same for one word, phrase or group in parentheses"),
            Example("in:text consent", "in the text only"),
            Example("in:annotations resolution", "in the annotations of editors only"),
            Example("annotation:(resolution OR mandate)", "the same for what is in parentheses"),
            Example("kind:heading mandate", "in headings only"),
        ),
    ),
    HelpTopic(
        "What passages are about",
        (
            Example("mission:MINUSCA", "passages about a mission, or that name it"),
            Example('theme:"protection of civilians" consent', "passages of a theme"),
            Example("year:2005..2013 consent", "documents of these years"),
            Example("author:peacearchive", "documents by an author"),
            Example('symbol:"S/RES/1325"', "passages that cite a document of the United Nations"),
        ),
    ),
)
"""Everything that can be typed, by example."""


def help_page(site: Site) -> HelpPage:
    """Return the help on searching."""
    return HelpPage(site=site, title="How to search", topics=HELP)
