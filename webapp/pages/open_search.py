"""How browsers search here by themselves: an OpenSearch 1.1 description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from webapp.pages.base import Page, Site

__all__ = ["OpenSearchPage", "open_search_page"]

_LONGEST_NAME, _LONGEST_DESCRIPTION = 16, 1024


@dataclass(frozen=True, kw_only=True)
class OpenSearchPage(Page):
    """A description of the search.

    Attributes:
        name: of the archive, as short as OpenSearch wants it.
        description: likewise.
        root: where the site is reached, without a final slash.
    """

    template: ClassVar[str] = "search/opensearch.xml"
    name: str
    description: str
    root: str


def open_search_page(site: Site, root: str) -> OpenSearchPage:
    """Return the description of the search; `root` is where the site is reached."""
    return OpenSearchPage(
        site=site,
        title=site.title,
        name=site.title[:_LONGEST_NAME],
        description=(site.description or site.title)[:_LONGEST_DESCRIPTION],
        root=root,
    )
