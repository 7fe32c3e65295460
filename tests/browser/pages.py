"""The pages that browser tests visit: one of every kind, on the small archive."""

from __future__ import annotations

__all__ = ["DOCUMENT", "EDITORS_PAGES", "PAGES"]

DOCUMENT = "/documents/limits-of-consent"
PAGES = [
    "/",
    "/about",
    "/annotations/",
    "/annotations/on-consent",
    "/citations",
    "/citations/unresolved",
    "/authors",
    "/authors/Ada Author",
    "/concordance?q=consent",
    "/concordance",
    "/documents",
    DOCUMENT,
    f"{DOCUMENT}?q=consent#p1",
    f"{DOCUMENT}?q=zebras",
    f"{DOCUMENT}/cite?at=p1",
    "/help",
    "/missions",
    "/missions/unexa",
    "/no/such/page",
    "/search?q=consent&mission=unexa&year=1990..2010",
    "/search?q=nothingatall",
    "/search?q=*refused",
    "/sign-in",
    "/themes",
    "/themes/consent",
    "/timeline",
    "/un-documents",
    "/un-documents/s-res-1270",
    "/years/1999",
]
EDITORS_PAGES = [
    "/account",
    "/accounts",
    "/annotations/",
    "/annotations/is-withdrawn",
    "/annotations/on-consent",
    "/annotations/on-consent/edit",
    "/annotations/on-lost-words/settle?at=p1&from=0&to=5",
    "/citations",
    "/un-documents",
    DOCUMENT,
    f"{DOCUMENT}/annotate?at=p2",
    "/queue",
]
"""The pages of editors, for an administrator."""
