"""Drafts: what becomes a block, still with the lines it is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from archive.importers.plain.fragments import Fragment
from archive.importers.plain.lines import Line, Taken
from archive.models import BlockKind

__all__ = ["Draft", "draft_of"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A block to be.

    Attributes:
        kind: of the block.
        lines: the lines it is made of, list marks removed.
        level: of a heading or item.
        label: of an item, or None.
        byline: under a heading, or None.
        box: the number of the box it stands in, or None.
        blanks: how many blank lines stood before it.
        page: a page starts with it.
        taken: what was taken out before it.
    """

    kind: BlockKind
    lines: tuple[Line, ...]
    level: int = 0
    label: str | None = None
    byline: str | None = None
    box: int | None = None
    blanks: int = 0
    page: bool = False
    taken: frozenset[Taken] = frozenset()

    @property
    def text(self) -> str:
        """The words, lines put together by blanks."""
        return " ".join(line.text for line in self.lines)

    def with_nothing_before(self) -> Draft:
        """Return the draft as one that follows another directly, as parts of a paragraph do."""
        return replace(self, blanks=0, page=False, taken=frozenset())


def draft_of(fragment: Fragment, kind: BlockKind = BlockKind.PARAGRAPH) -> Draft:
    """Return a fragment as a draft of a kind."""
    return Draft(
        kind, fragment.lines, blanks=fragment.blanks, page=fragment.page, taken=fragment.taken
    )
