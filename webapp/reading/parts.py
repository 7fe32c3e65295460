"""Blocks as the parts of a page: quotations, nested lists and boxes put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from archive import Block, BlockKind, Document
from webapp.reading.layers import Layers
from webapp.reading.models import (
    Box,
    Heading,
    Item,
    ItemList,
    Paragraph,
    Part,
    Quotation,
)

__all__ = ["parts_of"]

_DEEPEST = 6


def parts_of(document: Document, layers: Layers) -> tuple[Part, ...]:
    """Return the parts of a document's text, in order."""
    levels = [block.level for block in document.blocks if block.kind is BlockKind.HEADING]
    gathering = _Gathering(layers, shift=2 - min(levels, default=2))
    return tuple(gathering.parts(document.blocks))


@dataclass(frozen=True)
class _Gathering:
    """Puts blocks together; `shift` is added to the levels of headings, below the page's own."""

    layers: Layers
    shift: int

    def parts(self, blocks: Sequence[Block]) -> Iterator[Part]:
        for box, group in groupby(blocks, key=lambda block: block.box):
            inside = list(group)
            if box is None:
                yield from self._flow(inside)
            else:
                title = next((one.text for one in inside if one.kind is BlockKind.HEADING), "Box")
                yield Box(box, title, tuple(self._flow(inside)))

    def _flow(self, blocks: Sequence[Block]) -> Iterator[Part]:
        for kind, group in groupby(blocks, key=lambda block: block.kind):
            if kind is BlockKind.ITEM:
                yield from self._lists(list(group))
            elif kind is BlockKind.QUOTATION:
                yield Quotation(tuple(self.layers.text_block(block) for block in group))
            elif kind is BlockKind.HEADING:
                for block in group:
                    level = min(block.level + self.shift, _DEEPEST)
                    yield Heading(self.layers.text_block(block), level, block.byline)
            else:
                for block in group:
                    yield Paragraph(self.layers.text_block(block))

    def _lists(self, items: Sequence[Block]) -> Iterator[ItemList]:
        """Nest items by their levels; a new list begins where bullets and labels change."""
        level = min(item.level for item in items)
        lists: list[list[Item]] = []
        index = 0
        while index < len(items):
            block = items[index]
            following = index + 1
            while following < len(items) and items[following].level > level:
                following += 1
            inner = items[index + 1 : following]
            item = Item(
                self.layers.text_block(block),
                block.label,
                tuple(self._lists(inner)) if inner else (),
            )
            if not lists or (lists[-1][0].label is None) != (item.label is None):
                lists.append([])
            lists[-1].append(item)
            index = following
        return (ItemList(tuple(gathered)) for gathered in lists)
