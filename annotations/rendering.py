"""The Markdown of annotation bodies as safe HTML and as plain text.

markdown-it with raw HTML off writes the HTML, nh3 then keeps a short list of elements. Links
lead to http, https and mailto addresses and into the archive, nowhere else.
"""

from __future__ import annotations

import nh3
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from archive.text import clean_text

__all__ = ["body_html", "body_text"]

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_TAGS = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong", "ul",
}  # fmt: skip


def body_html(markdown: str) -> str:
    """Return a body as HTML that is safe to put into a page as it is."""
    return nh3.clean(
        _MARKDOWN.render(markdown),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow",
    )


def body_text(markdown: str) -> str:
    """Return a body as clean plain text, for search and snippets."""
    text = BeautifulSoup(body_html(markdown), "lxml").get_text(" ")
    return clean_text(text.replace("\n", " "))
