"""Fragments: runs of lines with nothing between them, and what stood before each.

A fragment is a paragraph, a piece of one, a heading, or a list item; later steps say which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.importers.plain.lines import Line, Taken

__all__ = ["Fragment", "fragments"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of lines of the running text.

    Attributes:
        lines: its lines, none of them empty.
        blanks: how many blank lines stood before it.
        page: a page starts with it, or started in the blank lines before it.
        taken: what was taken out before it.
    """

    lines: tuple[Line, ...]
    blanks: int = 0
    page: bool = False
    taken: frozenset[Taken] = frozenset()

    @property
    def text(self) -> str:
        """The words, lines put together by blanks (hyphens at line ends left as they are)."""
        return " ".join(line.text for line in self.lines)

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line."""
        return self.lines[-1]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the lines."""
        return tuple(line.number for line in self.lines)


def fragments(lines: Sequence[Line], long_lines: int = 200) -> tuple[Fragment, ...]:
    """Group lines into fragments: a blank line, a page start, or a long line ends one."""
    found: list[Fragment] = []
    run: list[Line] = []
    blanks, page, taken = 0, False, set[Taken]()

    def close() -> None:
        nonlocal blanks, page, taken
        if run:
            found.append(Fragment(tuple(run), blanks, page, frozenset(taken)))
            run.clear()
            blanks, page, taken = 0, False, set()

    for line in lines:
        if line.blank:
            close()
            blanks += 1
            page = page or line.starts_page
            if line.taken:
                taken.add(line.taken)
            continue
        if run and (line.starts_page or len(run[-1].text) > long_lines):
            close()
        page = page or line.starts_page
        run.append(line)
    close()
    return tuple(found)
