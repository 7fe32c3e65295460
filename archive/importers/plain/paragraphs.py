"""Paragraphs made whole: pieces that a page, notes, a pull quote or a box had torn apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.importers.plain.drafts import Draft
from archive.importers.plain.fullness import Fullness
from archive.importers.plain.shapes import ends_open, ends_sentence, starts_low, without_marks
from archive.importers.plain.widths import width
from archive.importers.plain.words import Vocabulary
from archive.models import BlockKind

__all__ = ["make_whole"]

_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_LAST_WORD = re.compile(r"([^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+)[\"”’)]*$")
_FIRST_WORD = re.compile(r"[“\"‘(]*([^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+)")
_FULL = 0.78
_FULL_TO_THE_END = 0.95


def make_whole(
    drafts: Sequence[Draft], vocabulary: Vocabulary, fullness: Fullness | None = None
) -> list[Draft]:
    """Join every paragraph, item or quotation with the pieces that go on with it.

    Args:
        drafts: in the order of reading.
        vocabulary: of the document.
        fullness: of the lines, where no blank line parts paragraphs: there a paragraph that ends
            a page with a full line is taken to go on.
    """
    full = _full_length(drafts)
    result: list[Draft] = []
    for draft in drafts:
        target = _target(result, draft)
        if target is not None and (
            _goes_on(result[target], draft, vocabulary, full)
            or _fills_page(result[target], draft, fullness.reach if fullness else 0)
        ):
            before = result[target]
            result[target] = replace(before, lines=before.lines + draft.lines)
        else:
            result.append(draft)
    return result


def _target(result: Sequence[Draft], draft: Draft) -> int | None:
    """The draft that this one may go on with: the last outside, or inside, its box."""
    for position in range(len(result) - 1, -1, -1):
        if result[position].box == draft.box:
            return position
        if result[position].box is None:
            return None
    return None


def _full_length(drafts: Sequence[Draft]) -> float:
    """The length of a full line, or 0 where paragraphs stand on one line each."""
    lengths = sorted(len(line.text) for draft in drafts for line in draft.lines[:-1])
    if len(lengths) < 20:
        return 0
    return lengths[int(0.75 * len(lengths))]


def _goes_on(before: Draft, draft: Draft, vocabulary: Vocabulary, length: float) -> bool:
    if draft.kind is not BlockKind.PARAGRAPH or before.kind is BlockKind.HEADING:
        return False
    goes_on = before.lines[-1].goes_on
    if goes_on is not None and draft.lines[0].text:
        return goes_on
    text, after = without_marks(before.text), draft.text
    if not text:
        return False
    full = not length or len(before.lines[-1].text) >= _FULL * length
    if draft.page and full and not draft.blanks and not _closed(text, before):
        return True
    if _closed(text, before):
        # Between pages a paragraph may go on at the start of a sentence: only a full line says so.
        return (
            draft.page
            and full
            and bool(length)
            and not draft.taken
            and not draft.blanks
            and before.kind is BlockKind.PARAGRAPH
        )
    if starts_low(after) or (after[:1].isdigit() and before.text.endswith(("-", ","))):
        return not text.endswith((":", ";")) or _is_filled(before, draft, length)
    if text.endswith(":"):
        return False
    return ends_open(text) or _belong(text, after, vocabulary)


def _is_filled(before: Draft, draft: Draft, length: float) -> bool:
    """Whether a page ends with a full line at a colon, so that nothing is announced by it."""
    return bool(length) and draft.page and len(before.lines[-1].text) >= _FULL_TO_THE_END * length


def _fills_page(before: Draft, draft: Draft, reach: float) -> bool:
    """Whether a page ends with a full line, so that the paragraph goes on after a sentence."""
    if (
        before.lines[-1].goes_on is False
        or not reach
        or not draft.page
        or {before.kind, draft.kind} != {BlockKind.PARAGRAPH}
    ):
        return False
    last = before.lines[-1].text
    return not last.endswith(":") and width(f"{last} {draft.text.split()[0]}") >= reach


def _closed(text: str, before: Draft) -> bool:
    return ends_sentence(before.text) or ends_sentence(text)


def _belong(text: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether the last word and the first are one name or date, as elsewhere in the document."""
    last, first = _LAST_WORD.search(text), _FIRST_WORD.match(after)
    if last is None or first is None:
        return False
    if last[1].isdigit():
        return bool(_MONTH.match(after)) or first[1].islower()
    return (last[1].lower(), first[1].lower()) in vocabulary.pairs and first[
        1
    ].lower() not in vocabulary.lower
