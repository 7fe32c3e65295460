"""Displayed quotations: by quotation marks around them, the colon before, indent, or measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.importers.plain.drafts import Draft
from archive.importers.plain.fullness import Fullness, is_narrow
from archive.importers.plain.shapes import ends_sentence, starts_low, without_marks
from archive.models import BlockKind

__all__ = ["with_quotations"]

_SOURCE = re.compile(
    r"[([]?[A-Z][^()]{1,60},?\s(?:19|20)\d\d[a-z]?(?:[,:]\s*(?:pp?\.\s?)?[\d–-]+)?[)\]]?\.?"
)
_QUOTED = re.compile(r"[“\"‘'].*[”\"’'][.,;]?", re.DOTALL)
_DEEPER = 2


def with_quotations(drafts: Sequence[Draft], fullness: Fullness | None = None) -> list[Draft]:
    """Return the drafts with displayed quotations, and the sources under them, marked as such.

    Args:
        drafts: in the order of reading.
        fullness: of the lines, where no blank line parts paragraphs: there a quotation without an
            indent shows in its narrower lines.
    """
    result: list[Draft] = []
    indent = _usual_indent(drafts)
    for draft in drafts:
        before = result[-1] if result else None
        narrow = fullness is not None and _is_narrow(draft, before, fullness)
        if narrow or _is_quotation(draft, before, indent) or _is_source(draft, before):
            result.append(replace(draft, kind=BlockKind.QUOTATION))
        else:
            result.append(draft)
    return result


def _usual_indent(drafts: Sequence[Draft]) -> int:
    indents = sorted(line.indent for draft in drafts for line in draft.lines[1:])
    return indents[len(indents) // 2] if indents else 0


def _is_quotation(draft: Draft, before: Draft | None, indent: int) -> bool:
    if draft.kind is not BlockKind.PARAGRAPH or draft.box is not None or before is None:
        return False
    announced = before.text.endswith(":") and before.kind is BlockKind.PARAGRAPH
    text = without_marks(draft.text)
    if announced and (_QUOTED.fullmatch(text) or (starts_low(text) and ends_sentence(text))):
        return True
    deep = len(draft.lines) > 1 and all(line.indent >= indent + _DEEPER for line in draft.lines)
    return deep and before.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTATION}


def _is_narrow(draft: Draft, before: Draft | None, fullness: Fullness) -> bool:
    """Whether a paragraph between others is set narrower than they are."""
    if before is None or {draft.kind, before.kind} - {BlockKind.PARAGRAPH, BlockKind.QUOTATION}:
        return False
    return draft.box is None and is_narrow(draft.lines, fullness)


def _is_source(draft: Draft, before: Draft | None) -> bool:
    """Whether a line under a quotation says where it is from."""
    if draft.kind is not BlockKind.PARAGRAPH or before is None:
        return False
    return before.kind is BlockKind.QUOTATION and bool(_SOURCE.fullmatch(draft.text.strip()))
