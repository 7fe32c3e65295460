"""Pages that only say something: about the archive, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from webapp.pages.base import Page, Site
from webapp.reading import markdown_html

__all__ = ["AboutPage", "ErrorPage", "about_page", "error_page"]

_TITLES = {
    400: "This request cannot be answered",
    403: "This is not for everyone",
    404: "There is no such page",
    405: "This cannot be done here",
    409: "This cannot be done now",
    410: "This has been withdrawn",
    428: "This request cannot be answered",
    429: "That was a little too much at once",
    500: "Something went wrong on our side",
    503: "The search index is not ready",
}
_REMEDIES = {
    400: "Nothing was changed. Go back and try again, or search the archive.",
    404: "The address may have been mistyped, or the page has moved. Search for what you need.",
    403: "Nothing was changed. Sign in if you are an editor of this archive, or go back.",
    405: "Nothing was changed. Use the links and forms of the page.",
    409: "Nothing was changed. Load the page again, and look at what has changed meanwhile.",
    410: "It was here and was taken away on purpose. Search for what has taken its place.",
    429: "Nothing was lost. Wait a minute, then go on.",
    500: "Nothing was lost. Try again in a moment; if it stays, tell those who run this archive.",
    503: "Nothing was lost. Try again in a moment. Documents can be read meanwhile.",
}


@dataclass(frozen=True, kw_only=True)
class AboutPage(Page):
    """What the archive is, and how to use it.

    Attributes:
        text: what the archive says about itself; may be empty.
        documents: how many documents it holds.
        passages: how many passages.
    """

    template: ClassVar[str] = "site/about.html"
    text: Markup
    documents: int
    passages: int


@dataclass(frozen=True, kw_only=True)
class ErrorPage(Page):
    """What went wrong, whether anything was lost, and what to do.

    Attributes:
        status: of HTTP.
        problem: what went wrong in this case; may be empty.
        remedy: what to do.
    """

    template: ClassVar[str] = "site/error.html"
    status: int
    problem: str
    remedy: str


def about_page(markdown: str | None, documents: int, passages: int, site: Site) -> AboutPage:
    """Return the page about the archive; a first line `# Title` of its text is the title."""
    text = markdown or ""
    first, _, rest = text.partition("\n")
    titled = first.startswith("# ")
    return AboutPage(
        site=site,
        title=first.removeprefix("# ").strip() if titled else "About",
        text=markdown_html(rest if titled else text),
        documents=documents,
        passages=passages,
    )


def error_page(status: int, site: Site, problem: str = "") -> ErrorPage:
    """Return the page for a status of HTTP."""
    return ErrorPage(
        site=site,
        title=_TITLES.get(status, "This did not work"),
        status=status,
        problem=problem,
        remedy=_REMEDIES.get(status, "Nothing was lost. Go back, or search the archive."),
    )
