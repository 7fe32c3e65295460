"""By-lines glued to the title above them or the text under them, told apart by their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.importers.plain.contents import title_key
from archive.importers.plain.drafts import Draft
from archive.importers.plain.names import read_names
from archive.importers.plain.shapes import ends_open, ends_sentence, starts_low
from archive.importers.plain.words import Vocabulary
from archive.models import BlockKind

__all__ = ["with_bylines_apart"]

_MOST_LINES = 4
_LONGEST_TITLE = 170
_LEAST_PROSE = 60
_RARE = 4
_BEFORE_PLACES = ("in", "of", "to", "from", "for", "into", "across", "throughout")


def with_bylines_apart(
    drafts: Sequence[Draft], titles: frozenset[str], vocabulary: Vocabulary
) -> list[Draft]:
    """Part names from the title above them and the text under them, where no blank line does.

    Args:
        drafts: of the document.
        titles: keys of the titles in the table of contents.
        vocabulary: of the document.
    """
    result: list[Draft] = []
    for position, draft in enumerate(drafts):
        at = None
        if draft.kind is BlockKind.PARAGRAPH and title_key(draft.text) not in titles:
            after = drafts[position + 1].text if position + 1 < len(drafts) else ""
            before = result[-1].text if result else ""
            at = _byline_at(draft, before, after, vocabulary)
        if at is None:
            result.append(draft)
        else:
            result += _parted(draft, at)
    return result


def _byline_at(draft: Draft, before: str, after: str, vocabulary: Vocabulary) -> int | None:
    """The index of the line that holds the names, or None."""
    texts = [line.text for line in draft.lines]
    for index, text in enumerate(texts[: _MOST_LINES + 1]):
        title = " ".join(texts[:index]) or before
        below = " ".join(texts[index + 1 :]) or after
        if len(texts) > 1 and _is_title(title) and len(below) >= _LEAST_PROSE:
            names = () if starts_low(below) else read_names(text, vocabulary)
            if _are_persons(names, vocabulary):
                return index
    return None


def _is_title(text: str) -> bool:
    if not text or len(text) > _LONGEST_TITLE or starts_low(text):
        return False
    return not ends_sentence(text) and not ends_open(text) and text[-1] not in ".,;:"


def _parted(draft: Draft, at: int) -> list[Draft]:
    """The title, the names and the text of a draft, as far as it holds them."""
    pieces = [
        piece
        for piece in (draft.lines[:at], draft.lines[at : at + 1], draft.lines[at + 1 :])
        if piece
    ]
    first = replace(draft, lines=pieces[0])
    return [first, *(Draft(BlockKind.PARAGRAPH, piece) for piece in pieces[1:])]


def _are_persons(names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether names are no places': those come again and again, after words such as "in"."""
    return bool(names) and all(
        vocabulary.words[name.split()[-1].lower()] <= _RARE
        or not any((word, name.split()[0].lower()) in vocabulary.pairs for word in _BEFORE_PLACES)
        for name in names
    )
