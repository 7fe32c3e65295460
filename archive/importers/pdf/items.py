"""What marks the start of a list item: bullets, and labels that count on."""

from __future__ import annotations

import re

__all__ = ["bullet_of", "counts_on", "is_labelled", "label_of", "number_of"]

_BULLET = re.compile(
    "(?:[•‣·–—*o-]|[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\ue000-\uf8ff])\\s+(?=\\S)"
)
_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxl]{1,5})[.)]\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})\.\s")
_FIRST = ("1", "a", "A", "i")


def bullet_of(text: str) -> str:
    """The bullet that a line starts with, and the blank after it, or nothing."""
    found = _BULLET.match(text)
    return found[0] if found else ""


def label_of(text: str) -> str:
    """The label that a line starts with, such as `(a) `, and the blank after it, or nothing."""
    found = _LABEL.match(text)
    return found[0] if found else ""


def is_labelled(text: str) -> bool:
    """Whether a line starts with a bullet or a label."""
    return bool(bullet_of(text) or label_of(text))


def number_of(text: str) -> int:
    """The number that a line starts with as numbered paragraphs do, such as `12. `, or 0."""
    found = _NUMBER.match(text)
    return int(found[1]) if found else 0


def counts_on(before: str, label: str) -> bool:
    """Whether a label is the first of its kind, or the next after another, as `(c)` after `(b)`."""
    first, second = before.strip(" (.)"), label.strip(" (.)")
    if second in _FIRST:
        return True
    if first.isdigit() and second.isdigit():
        return int(second) == int(first) + 1
    if len(first) == 1 == len(second):
        return ord(second) == ord(first) + 1
    return bool(first) and before[:1] == label[:1] and first.isalpha() and second.isalpha()
