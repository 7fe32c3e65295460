"""The article of a page: the element that holds its prose and little else.

A page often names its article, and is believed if the element holds most of the page's prose.
Else the way leads down from the body, always into the child that holds most of what is left, until
no child does. What is then left out held prose too, and is reported.
"""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import Tag

from archive.importers.markup.account import Account
from archive.importers.markup.tree import child_elements, class_words, elements, text_of, value_of
from archive.importers.web.clutter import drop_clutter, link_share, prose_length

__all__ = ["find_article"]

_ENOUGH_IF_NAMED = 0.5
_ENOUGH_IF_NOT = 0.75
_NAMES = (
    {"articlebody"}, {"article", "body"}, {"entry", "content"}, {"post", "content"},
    {"article", "content"}, {"story", "body"}, {"mw", "parser", "output"},
)  # fmt: skip
_CARD_LINKS = 0.5
_GROUPS = ("div", "section", "aside", "ul", "ol", "table")


def find_article(page: BeautifulSoup, account: Account) -> Tag:
    """Return the element that holds the article, without clutter in it.

    What stands beside it is recorded as left out.
    """
    body = page.body or page
    drop_clutter(body, account)
    article = _descend(_named(body) or body)
    _report_rest(body, article, account)
    _drop_link_blocks(article, account)
    return article


def _named(body: Tag) -> Tag | None:
    """The innermost element that names itself the article and holds most of the prose."""
    whole = prose_length(body)
    candidates = [tag for tag in elements(body) if _is_named(tag)]
    enough = [tag for tag in candidates if prose_length(tag) >= max(1, _ENOUGH_IF_NAMED * whole)]
    return enough[-1] if enough else None


def _is_named(tag: Tag) -> bool:
    if tag.name in ("article", "main") or value_of(tag, "role") in ("main", "article"):
        return True
    if value_of(tag, "itemprop").lower() == "articlebody":
        return True
    words = class_words(tag)
    return any(names <= words for names in _NAMES)


def _descend(tag: Tag) -> Tag:
    """Go down as long as one child holds nearly all of the prose, and no heading is lost."""
    while True:
        whole = prose_length(tag)
        groups = [
            child
            for child in child_elements(tag)
            if child.name in ("div", "main", "article", "section", "table", "tbody", "tr", "td")
        ]
        best = max(groups, key=prose_length, default=None)
        if best is None or not whole or prose_length(best) < _ENOUGH_IF_NOT * whole:
            return tag
        tag = best


def _report_rest(body: Tag, article: Tag, account: Account) -> None:
    """Record what stands beside the article, a part for each element around it."""
    for tag in (article, *article.parents):
        if tag is body or tag.parent is None:
            return
        for sibling in child_elements(tag.parent):
            if sibling is not tag:
                account.left_out("beside the article", sibling)


def _drop_link_blocks(article: Tag, account: Account) -> None:
    """Take off groups inside the article that are mostly links, such as cards and tag lists."""
    for group in article.find_all(_GROUPS):
        if article not in group.parents or not text_of(group):
            continue
        if link_share(group) > _CARD_LINKS and prose_length(group) == 0 and _is_list(group):
            account.left_out("related links", group)
            group.extract()


def _is_list(group: Tag) -> bool:
    return len(group.find_all("a", href=True)) > 1
