"""The Markdown of annotation bodies as safe HTML and as plain text.

markdown-it with raw HTML off writes the HTML, nh3 then keeps a short list of elements. Links
lead to http, https and mailto addresses and into the archive, nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from annotations.errors import ContentError
from annotations.models import LONGEST_BODY
from archive.links import document_href, linked_document, linked_place
from archive.text import clean_text

__all__ = ["DocumentAddress", "archive_links", "body_html", "body_text"]

DocumentAddress = Callable[[str, str | None], str]
"""From the id of a document and of a block or note in it, or None, to an address."""

_TAGS = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong", "ul",
}  # fmt: skip
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("image")
_PLAIN_ATTRIBUTES = {"rel", "start"}
_OUTWARD = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\\]+", re.IGNORECASE)
_HEADING_LEVEL = {"h1": "h3", "h2": "h4", "h3": "h4", "h4": "h4", "h5": "h4", "h6": "h4"}


def body_html(markdown: str, address: DocumentAddress = document_href) -> str:
    """Return a body as HTML that is safe to put into a page as it is.

    Args:
        markdown: the body.
        address: where a link into the archive leads, which is written as
            `../<id>/document.html#p3`.

    Raises:
        ContentError: the body is longer than `LONGEST_BODY`.
    """

    def attribute(_element: str, name: str, value: str) -> str | None:
        if name == "href":
            return _link(value, address)
        return value if name in _PLAIN_ATTRIBUTES else None

    return nh3.clean(
        _MARKDOWN.renderer.render(_tokens(markdown), _MARKDOWN.options, {}),
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        attribute_filter=attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow",
    )


def body_text(markdown: str) -> str:
    """Return a body as one line of clean plain text, for search and snippets.

    Raises:
        ContentError: the body is longer than `LONGEST_BODY`.
    """
    lines = ("".join(_words(token)) for token in _tokens(markdown))
    return clean_text(" ".join(lines).replace("\n", " "))


def archive_links(markdown: str) -> tuple[str, ...]:
    """Return the links of a body into the archive, as they are written.

    Raises:
        ContentError: the body is longer than `LONGEST_BODY`.
    """
    children = (child for token in _tokens(markdown) for child in token.children or ())
    addresses = (str(child.attrGet("href")) for child in children if child.type == "link_open")
    return tuple(address for address in addresses if linked_document(address) is not None)


def _tokens(markdown: str) -> list[Token]:
    if len(markdown) > LONGEST_BODY:
        raise ContentError(
            f"The text has {len(markdown)} characters; an annotation holds {LONGEST_BODY}.",
            remedy="Shorten it, or make two annotations of it.",
        )
    tokens = _MARKDOWN.parse(markdown)
    for token in tokens:
        token.tag = _HEADING_LEVEL.get(token.tag, token.tag)
    return tokens


def _link(href: str, address: DocumentAddress) -> str | None:
    """Where a link leads in the page, or None if it may not lead there."""
    document = linked_document(href)
    if document is not None:
        return address(document, linked_place(href))
    return href if _OUTWARD.fullmatch(href) else None


def _words(token: Token) -> Iterator[str]:
    """The text in a token, without the marks of its markup."""
    if token.type in {"softbreak", "hardbreak"}:
        yield " "
    elif token.children is not None:
        for child in token.children:
            yield from _words(child)
    else:
        yield token.content
