"""Links to the other pages of a result or list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from indexer import SearchRequest
from webapp.addresses import search_address

__all__ = ["Paging", "paging"]


@dataclass(frozen=True, slots=True)
class Paging:
    """Where the reader is, and the addresses around; an address is None where there is no page."""

    page: int
    pages: int
    previous: str | None
    next: str | None
    first: str


def paging(request: SearchRequest, pages: int, path: str = "/search") -> Paging | None:
    """Return links to the other pages, or None if there is one page only."""

    def address(page: int) -> str:
        return search_address(replace(request, page=page), path)

    if pages == 1 and request.page == 1:
        return None
    return Paging(
        page=request.page,
        pages=pages,
        previous=address(min(request.page - 1, pages)) if request.page > 1 else None,
        next=address(request.page + 1) if request.page < pages else None,
        first=address(1),
    )
