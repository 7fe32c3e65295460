"""Blocks as documents hold them: paragraphs parted, lists plain, pull quotes recorded."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from bs4.element import NavigableString, PageElement, Tag

from archive.importers.markup.account import Account
from archive.importers.markup.tree import (
    BLOCKS,
    HEADINGS,
    class_words,
    new_tag,
    value_of,
)

__all__ = ["drop_pull_quotes", "drop_rules", "label_items", "part_paragraphs", "simplify_lists"]

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STYLES = {
    "a": "a", "A": "A", "i": "i", "I": "I", "lower-alpha": "a", "upper-alpha": "A",
    "lower-latin": "a", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip
_DELIMITERS = {"OneParen": ("", ")"), "TwoParens": ("(", ")")}
_HOLD_PARAGRAPHS = frozenset({"article", "blockquote", "body", "div", "p", "section"})
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_SAME = re.compile(r"[\W_]+")
_RULE = re.compile(r"[\s\u00a0*_=~·•–—-]*")


def part_paragraphs(root: Tag) -> None:
    """Part paragraphs where a page has two line breaks in a row for a blank line."""
    for tag in {id(br.parent): br.parent for br in root.find_all("br")}.values():
        if tag is None or (tag is not root and tag.name not in _HOLD_PARAGRAPHS):
            continue
        runs = [list(run) for _, run in groupby(list(tag.contents), key=_is_block)]
        if not any(_doubled(run) for run in runs):
            continue
        for run in runs:
            _append(tag, run)
        if tag.name == "p":
            tag.name = "div"


def _append(tag: Tag, run: list[PageElement]) -> None:
    """Put nodes at the end of an element, a paragraph for what stands between blank lines."""
    breaks = _doubled(run)
    if not breaks:
        tag.extend(run)
        return
    for is_break, nodes in groupby(run, key=lambda node: id(node) in breaks):
        if is_break:
            for node in list(nodes):
                node.extract()
        else:
            paragraph = new_tag("p")
            paragraph.extend(list(nodes))
            tag.append(paragraph)


def _doubled(run: list[PageElement]) -> set[int]:
    """The line breaks, by `id()`, that have nothing but blanks between them and the next."""
    solid = [node for node in run if not _is_blank(node)]
    return {
        id(node)
        for one, other in pairwise(solid)
        if _is_break(one) and _is_break(other)
        for node in (one, other)
    }


def _is_block(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name in BLOCKS


def _is_blank(node: PageElement) -> bool:
    return isinstance(node, NavigableString) and not str(node).strip()


def _is_break(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name == "br"


def simplify_lists(root: Tag) -> None:
    """Let lists hold just items, and items just text and lists.

    What lays out a page as a list (items with headings) is looked through.
    """
    for item in root.find_all("li"):
        if item.find(HEADINGS) is not None or item.find_parent(["ul", "ol"]) is None:
            _look_through(item)
    for wrapper in root.find_all(["div", "section", "article", "span"]):
        parent = wrapper.parent
        if parent is not None and parent.name == "li" and wrapper.find(["ul", "ol"]) is not None:
            wrapper.unwrap()
    for tag in root.find_all(["ul", "ol"]):
        _let_hold_items(tag)


def _let_hold_items(tag: Tag) -> None:
    """Put what a list holds beside its items into items: lists into the one before, if any."""
    for child in list(tag.contents):
        if _is_blank(child) or (isinstance(child, Tag) and child.name == "li"):
            continue
        before = child.find_previous_sibling("li")
        if before is not None and isinstance(child, Tag) and child.name in ("ul", "ol"):
            before.append(child.extract())
        else:
            child.wrap(new_tag("li"))


def _look_through(item: Tag) -> None:
    item.name = "div"
    parent = item.parent
    if parent is not None and parent.name in ("ul", "ol"):
        parent.name = "div"
        for other in parent.find_all("li", recursive=False):
            other.name = "div"


def label_items(root: Tag) -> None:
    """Give items of lists that count in letters or brackets the labels that readers see."""
    for tag in root.find_all("ol"):
        listed = _LIST_STYLE.search(value_of(tag, "style"))
        style = _STYLES.get(listed[1] if listed else value_of(tag, "type"), "1")
        around = "" if tag.parent is None else value_of(tag.parent, "data-delimiter")
        opening, closing = _DELIMITERS.get(around, ("", "."))
        if (style == "1" and closing == ".") or tag.find_parent(role="doc-endnotes") is not None:
            continue
        start = value_of(tag, "start")
        number = int(start) if start.isdigit() else 1
        for item in tag.find_all("li", recursive=False):
            item["data-label"] = f"{opening}{_counted(number, style)}{closing}"
            number += 1


def _counted(number: int, style: str) -> str:
    if style == "1":
        return str(number)
    word = ""
    if style.lower() == "i":
        rest = number
        for value, letters in _ROMAN:
            word += letters * (rest // value)
            rest %= value
    else:
        while number:
            number, letter = divmod(number - 1, 26)
            word = chr(ord("a") + letter) + word
    return word if style.islower() else word.upper()


def drop_pull_quotes(root: Tag, account: Account) -> None:
    """Leave out pull quotes, which repeat words of the text; others stay and are doubted."""
    whole = _SAME.sub("", root.get_text()).lower()
    for tag in root.find_all(["aside", "blockquote", "div", "p", "figure"]):
        words = class_words(tag)
        said = _SAME.sub("", tag.get_text()).lower()
        if not said or not ("pullquote" in words or words >= {"pull", "quote"}):
            continue
        if whole.count(said) > 1:
            account.left_out("pull quote", tag)
            tag.extract()
        else:
            account.doubted("pull quote", "A pull quote repeats no words of the text.", tag)


def drop_rules(root: Tag, account: Account) -> None:
    """Leave out paragraphs that hold no words, just blanks or the signs of a drawn rule."""
    for tag in root.find_all(["p", "div"]):
        if _RULE.fullmatch(tag.get_text()) and tag.find() is None:
            account.left_out("rule", tag)
            tag.extract()
