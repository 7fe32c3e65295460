"""Parsing HTML into a tree that is safe to walk: no scripts, no controls, no great depth."""

from __future__ import annotations

import re
from collections import defaultdict

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from archive.importers.markup.account import Account

__all__ = [
    "BLOCKS",
    "HEADINGS",
    "INLINE",
    "child_elements",
    "class_words",
    "drop_hidden",
    "drop_unsafe",
    "elements",
    "limit_depth",
    "new_tag",
    "number_lines",
    "parse_html",
    "text_of",
    "value_of",
]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header",
        "hgroup", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul", *HEADINGS,
    }
)  # fmt: skip
INLINE = frozenset(
    {
        "a", "abbr", "b", "big", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "kbd",
        "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt",
        "u", "var",
    }
)  # fmt: skip

_DEEPEST = 100
_UNSAFE = (
    "applet", "audio", "base", "button", "canvas", "datalist", "embed", "frame", "frameset",
    "iframe", "input", "link", "meta", "noscript", "object", "script", "select", "source",
    "style", "svg", "template", "textarea", "title", "video",
)  # fmt: skip
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_NO_TAGS = re.compile(
    r"<!--.*?-->|(?<=<script)(?=[\s>]).*?(?=</script)|(?<=<style)(?=[\s>]).*?(?=</style)",
    re.DOTALL | re.IGNORECASE,
)
_START_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)[\s/>]")


def parse_html(text: str) -> BeautifulSoup:
    """Return the tree of a page or of a piece of one."""
    plain = _DECLARATION.sub("", _CONTROLS.sub("", text), count=1)
    return BeautifulSoup(f"{plain}\n", "lxml")


def number_lines(soup: BeautifulSoup, source: str) -> None:
    """Give elements the 1-based lines of the source on which they begin.

    Parsers do not tell them. Where the source has as many start tags of a name as the tree, the
    first is the first, and so on; elements of names that the parser added to or dropped get none.
    """
    places: dict[str, list[int]] = defaultdict(list)
    bare = _NO_TAGS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), source)
    line, done = 1, 0
    for match in _START_TAG.finditer(bare):
        line += bare.count("\n", done, match.start())
        done = match.start()
        places[match[1].lower()].append(line)
    tags: dict[str, list[Tag]] = defaultdict(list)
    for tag in elements(soup):
        tags[tag.name.lower()].append(tag)
    for name, lines in places.items():
        if len(tags[name]) == len(lines):
            for tag, number in zip(tags[name], lines, strict=True):
                tag.sourceline = number


def drop_unsafe(soup: Tag) -> None:
    """Take out scripts, styles, comments and form controls."""
    for node in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        node.extract()
    for tag in soup.find_all(_UNSAFE):
        tag.extract()


def drop_hidden(root: Tag, account: Account) -> None:
    """Take out what readers of the page never see; notes that open on a click must be gone."""
    for tag in root.find_all(_is_hidden):
        if root in tag.parents:
            account.left_out("hidden", tag)
            tag.extract()


def _is_hidden(tag: Tag) -> bool:
    if tag.has_attr("hidden"):
        return True
    style = tag.get("style")
    return isinstance(style, str) and _HIDING.search(style) is not None


def limit_depth(root: Tag, account: Account) -> None:
    """Keep no element deeper than readers can follow; deeper text is kept as plain paragraphs."""
    deep: list[Tag] = []
    waiting = [(root, 0)]
    while waiting:
        tag, depth = waiting.pop()
        if depth == _DEEPEST:
            deep.append(tag)
        else:
            waiting += [(child, depth + 1) for child in tag.children if isinstance(child, Tag)]
    flattened = [tag for tag in deep if bool(elements(tag))]
    for tag in flattened:
        _flatten(tag)
    if flattened:
        account.doubted(
            "nesting",
            f"Elements nested more than {_DEEPEST} deep were read as plain paragraphs.",
            flattened[0],
        )


def _flatten(tag: Tag) -> None:
    pieces = [""]
    for node in tag.descendants:
        if isinstance(node, Tag):
            if node.name in BLOCKS or node.name == "br":
                pieces.append("")
        elif not isinstance(node, PreformattedString):
            pieces[-1] += str(node)
    tag.clear()
    if tag.name not in INLINE:
        tag.name = "div"
    for piece in pieces:
        if piece.strip():
            paragraph = new_tag("p" if tag.name == "div" else "span")
            paragraph.append(NavigableString(piece))
            tag.append(paragraph)


def new_tag(name: str, **attributes: str) -> Tag:
    """Return a new element that stands in no tree yet."""
    return Tag(name=name, attrs=dict(attributes))


def elements(root: Tag) -> list[Tag]:
    """Return all elements inside one, in the order of reading."""
    return [node for node in root.descendants if isinstance(node, Tag)]


def child_elements(parent: Tag) -> list[Tag]:
    """Return the elements right inside one."""
    return [node for node in parent.children if isinstance(node, Tag)]


def text_of(tag: Tag) -> str:
    """Return the words of an element on one line."""
    return " ".join(tag.get_text().split())


def value_of(tag: Tag, name: str) -> str:
    """Return the value of an attribute as one text, empty where it is not given."""
    value = tag.get(name)
    if value is None:
        return ""
    return value if isinstance(value, str) else " ".join(value)


def class_words(tag: Tag) -> set[str]:
    """Return the words that the class, id and role of an element are made of, in small letters."""
    names = " ".join(value_of(tag, name) for name in ("class", "id", "role") if name in tag.attrs)
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names)
    return set(re.findall(r"[a-z]+", parted.lower()))
