"""Boxes: text with a title of its own that the layout sets into the running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.importers.plain.box_titles import is_box_title
from archive.importers.plain.drafts import Draft
from archive.importers.plain.fullness import Fullness, is_wide
from archive.importers.plain.lines import Taken
from archive.importers.plain.shapes import ends_sentence, starts_low, without_marks
from archive.models import BlockKind

__all__ = ["with_boxes"]


def with_boxes(drafts: Sequence[Draft], fullness: Fullness | None = None) -> list[Draft]:
    """Return the drafts with those of boxes marked as such; asides are boxes without a title.

    A box ends at the next heading, or, where it stands inside a sentence of the running text,
    where that sentence goes on.

    Args:
        drafts: in the order of reading.
        fullness: of the lines, where no blank line parts paragraphs: there a box set narrower
            than the text ends where the lines are as wide as usual again.
    """
    result: list[Draft] = []
    box = 0
    level = 1
    position = 0
    while position < len(drafts):
        draft = drafts[position]
        if draft.kind is BlockKind.ASIDE:
            box += position == 0 or drafts[position - 1].kind is not BlockKind.ASIDE
            result.append(replace(draft, kind=BlockKind.PARAGRAPH, box=box))
            position += 1
            continue
        if not _is_title(draft):
            level = draft.level if draft.kind is BlockKind.HEADING else level
            result.append(draft)
            position += 1
            continue
        end = _end(drafts, position, interrupts=_open_text(result))
        if fullness is not None:
            end = _narrow_end(drafts, position, end, fullness)
        box += 1
        title = replace(draft, kind=BlockKind.HEADING, level=min(level + 1, 6), box=box)
        result.append(title)
        result += [replace(inner, box=box) for inner in drafts[position + 1 : end]]
        position = end
    return result


def _is_title(draft: Draft) -> bool:
    return is_box_title(draft.text)


def _open_text(drafts: Sequence[Draft]) -> bool:
    """Whether the last paragraph outside boxes is unfinished."""
    last = next((draft for draft in reversed(drafts) if draft.box is None), None)
    if last is None or last.kind is BlockKind.HEADING:
        return False
    return not ends_sentence(without_marks(last.text)) and not last.text.endswith((":", ";"))


def _narrow_end(drafts: Sequence[Draft], start: int, end: int, fullness: Fullness) -> int:
    """Where the lines of a box that is set narrower than the text give way to wide ones."""
    wide = [
        position
        for position in range(start + 1, end)
        if is_wide(drafts[position].lines, fullness) and not _goes_on(drafts, position)
    ]
    return wide[0] if wide and wide[0] > start + 1 else end


def _goes_on(drafts: Sequence[Draft], position: int) -> bool:
    """Whether a draft goes on with the sentence of the one before it."""
    before, draft = drafts[position - 1], drafts[position]
    told = before.lines[-1].goes_on
    if told is not None:
        return told
    return not ends_sentence(without_marks(before.text)) and starts_low(draft.text)


def _end(drafts: Sequence[Draft], start: int, *, interrupts: bool) -> int:
    """The position after the last draft of a box."""
    position = start + 1
    while position < len(drafts):
        draft = drafts[position]
        if draft.kind in {BlockKind.HEADING, BlockKind.ASIDE} or _is_title(draft):
            break
        if interrupts and starts_low(draft.text) and draft.kind is BlockKind.PARAGRAPH:
            break
        apart = (draft.page or Taken.NOTES in draft.taken) and not _goes_on(drafts, position)
        if not interrupts and apart and position > start + 1:
            break
        position += 1
    return position
