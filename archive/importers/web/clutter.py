"""What stands around an article: menus, share bars, related links, cookie notes, comments."""

from __future__ import annotations

import re

from bs4.element import Tag

from archive.importers.markup.account import Account
from archive.importers.markup.tree import class_words, elements, text_of, value_of

__all__ = ["drop_clutter", "link_share", "prose_length"]

_SURE_NAMES = {
    "navigation": {"nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "pager",
                   "pagination", "skip", "masthead", "sitemap"},
    "share bar": {"share", "sharing", "sharedaddy", "addthis", "addtoany", "sharethis"},
    "cookie note": {"cookie", "cookies", "consent", "gdpr"},
    "comments": {"comments", "respond", "disqus", "commentlist"},
    "advertisement": {"advert", "advertisement", "sponsored", "newsletter", "paywall"},
    "page furniture": {"editsection", "noprint", "navbox", "catlinks"},
}  # fmt: skip
_LIKELY_NAMES = {
    "navigation": {"menu", "toc", "toolbar", "tags", "banner"},
    "share bar": {"social"},
    "related links": {"related", "relatedposts", "recommended", "recommendations", "teaser",
                      "teasers", "popular", "trending", "sidebar", "widget", "widgets"},
    "advertisement": {"ad", "ads", "promo", "subscribe", "donate", "modal", "popup"},
}  # fmt: skip
_TAGS = {
    "nav": "navigation",
    "dialog": "cookie note",
    "form": "form",
    "menu": "navigation",
    "search": "navigation",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "page furniture",
    "contentinfo": "page furniture",
    "search": "navigation",
    "complementary": "related links",
    "menu": "navigation",
    "dialog": "cookie note",
    "alertdialog": "cookie note",
    "doc-toc": "navigation",
}
_KEPT = frozenset({"html", "body", "main", "article"})
_MOST_OF_THE_PROSE = 0.4
_MOST_OF_IT_FOR_COMMENTS = 0.9
_LITTLE_PROSE = 40
_FEWEST_LETTERS = 40
_MANY_LINKS = 0.3
_SENTENCE = re.compile(r"[.!?…][\s”’\"')\]]*$")


def prose_length(root: Tag) -> int:
    """Return how many characters of running text an element holds, words of links not counted.

    Running text is what stands in paragraphs: of some length, or ending like a sentence.
    """
    length = 0
    for tag in root.find_all(["p", "blockquote", "li", "pre", "dd", "td", "div", "section"]):
        if tag.name != "p" and tag.find(["p", "div", "li", "table", "section"]) is not None:
            continue
        words = text_of(tag)
        if len(words) < _FEWEST_LETTERS and not _SENTENCE.search(words):
            continue
        length += len(words) - _linked(tag)
    return length


def link_share(tag: Tag) -> float:
    """Return the part of an element's words that are links, from 0 to 1."""
    words = len(text_of(tag))
    return _linked(tag) / words if words else 0.0


def _linked(tag: Tag) -> int:
    return sum(len(text_of(link)) for link in tag.find_all("a", href=True))


def drop_clutter(page: Tag, account: Account) -> None:
    """Take off what calls itself clutter, unless it holds much of the page's prose.

    Names alone may lie: a body of class `has-sidebar` is no sidebar, and page builders call every
    paragraph a widget. So names that are not sure count only where links or few words agree.
    """
    whole = max(1, prose_length(page))
    for tag in elements(page):
        if tag.name in _KEPT or page not in tag.parents:
            continue
        why = _reason(tag)
        if why is None:
            continue
        most = _MOST_OF_IT_FOR_COMMENTS if why == "comments" else _MOST_OF_THE_PROSE
        if prose_length(tag) <= most * whole:
            account.left_out(why, tag)
            tag.extract()


def _reason(tag: Tag) -> str | None:
    by_kind = _TAGS.get(tag.name) or _ROLES.get(value_of(tag, "role"))
    if by_kind is not None:
        return by_kind
    if tag.name in ("header", "footer") and tag.find_parent(["article", "main"]) is None:
        return None if tag.find("h1") is not None else "page furniture"
    words = class_words(tag)
    for why, names in _SURE_NAMES.items():
        if words & names:
            return why
    for why, names in _LIKELY_NAMES.items():
        if words & names and (link_share(tag) > _MANY_LINKS or prose_length(tag) < _LITTLE_PROSE):
            return why
    return None
