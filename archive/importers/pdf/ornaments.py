"""Lines without a letter or figure: rules typed with signs, stars between sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.runs import Frame, Sheet

__all__ = ["ornaments", "with_typed_rules"]

_ORNAMENT = re.compile(r"[^\w\s](?:\s?[^\w\s])+|_[_\s]+")
_NOTE_SIGNS = re.compile(r"\*{1,3}|[†‡§¶]{1,3}")
_RULE = re.compile(r"(?:[_–—―=-]\s?){5,}")


def ornaments(lines: Iterable[PrintedLine]) -> frozenset[int]:
    """The numbers of the lines that hold signs only; those that may label a note are kept."""
    return frozenset(
        line.number
        for line in lines
        if _ORNAMENT.fullmatch(line.text) and not _NOTE_SIGNS.fullmatch(line.text)
    )


def with_typed_rules(sheets: Sequence[Sheet], lines: Iterable[PrintedLine]) -> list[Sheet]:
    """Add to the shapes drawn on the pages the rules that are typed, as above notes."""
    typed: dict[int, list[Frame]] = {}
    for line in lines:
        if _RULE.fullmatch(line.text):
            rule = Frame(line.left, line.base, line.right, line.base + 1)
            typed.setdefault(line.page, []).append(rule)
    return [
        replace(sheet, frames=(*sheet.frames, *typed[sheet.number]))
        if sheet.number in typed
        else sheet
        for sheet in sheets
    ]
