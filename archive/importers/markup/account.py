"""The account that the steps of an import keep: repairs, doubts, omissions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4.element import PageElement, Tag

from archive.importers.report import Omission, Remark

__all__ = ["Account", "lines_of", "shortened"]

_LONGEST = 300


@dataclass(slots=True)
class Account:
    """Gathers what the steps did; every step is given the same one."""

    repairs: list[Remark] = field(default_factory=list)
    doubts: list[Remark] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)

    def repaired(self, kind: str, text: str, at: PageElement | None = None) -> None:
        """Record something that was set right, and the element it was found at."""
        self.repairs.append(Remark(kind, text, lines_of(at)))

    def doubted(
        self, kind: str, text: str, at: PageElement | None = None, passage: str | None = None
    ) -> None:
        """Record something that a person should look at."""
        self.doubts.append(Remark(kind, text, lines_of(at), passage))

    def left_out(self, why: str, tag: Tag, text: str | None = None) -> None:
        """Record words that will stand nowhere in the document; without words, nothing."""
        words = shortened(tag.get_text(" ") if text is None else text, _LONGEST)
        if words:
            self.omissions.append(Omission(why, lines_of(tag), words))


def lines_of(node: PageElement | None) -> tuple[int, ...]:
    """Return the 1-based line of the source on which an element begins, if it is known.

    For an element without a line of its own it is that of the nearest element around it.
    """
    while node is not None:
        line = node.sourceline if isinstance(node, Tag) else None
        if line is not None:
            return (line,)
        node = node.parent
    return ()


def shortened(text: str, longest: int) -> str:
    """Return the text on one line, cut to a length."""
    words = re.sub(r"\s+", " ", text).strip()
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
