"""Images are left out and reported; their captions stay as paragraphs."""

from __future__ import annotations

from bs4.element import Tag

from archive.importers.markup.account import Account
from archive.importers.markup.tree import value_of

__all__ = ["leave_out_pictures"]


def leave_out_pictures(root: Tag, account: Account) -> None:
    """Take images out of the page; report each with its description or address."""
    for image in root.find_all(["img", "picture", "math"]):
        if image.name == "picture":
            image.unwrap()
            continue
        if image.name == "math":
            image.name = "span"
            account.doubted("formula", "A formula was read as plain text.", image)
            continue
        words = value_of(image, "alt") or value_of(image, "title") or _file_name(image)
        account.left_out("image", image, words)
        image.extract()
    for caption in root.find_all("figcaption"):
        caption.name = "p"


def _file_name(image: Tag) -> str:
    source = value_of(image, "src")
    return "image" if source.startswith("data:") else source.rpartition("/")[2] or "image"
