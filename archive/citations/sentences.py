"""Where sentences begin and end, in texts full of `para.`, `No.` and initials."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

__all__ = ["sentence_bounds", "sentence_containing"]

_LONGEST = 1200
_END = re.compile(r"(?P<stop>[.!?…])[\"”’'»)\]]*\s+(?=[^\W_a-z]|[\"“‘'«(\[¿¡])|\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[Aa]rts?|[Aa]mb|[Aa]pp|[Bb]rig|[Cc]apt|[Cc]f|[Cc]haps?|[Cc]ol|[Dd]ocs?|[Dd]r|[Ee]ds?"
    r"|[Ff]igs?|[Gg]en|[Ll]t|[Mm]aj|[Mm]r|[Mm]rs|[Mm]s|[Nn]os?|[Pp]aras?|[Pp]p?|[Pp]rof|[Rr]es"
    r"|[Ss]ec|[Ss]ects?|[Ss]gt|[Ss]t|[Vv]ols?|[Vv]s|[Nn]n?|viz|al|ca)"
    r"|\bPV|\b(?:e\.g|i\.e|op\.\s?cit|loc\.\s?cit)|\b[A-Z]|[A-Z]\.[A-Z])$"
)
_LOOK_BACK = 10


def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end of every sentence (code points, half-open), in order.

    Blanks between sentences belong to none. A line feed ends a sentence. One of more than 1200
    characters, which only tables and faulty imports have, is cut between words.
    """
    ends = [match.end() for match in _END.finditer(text) if _ends(text, match)]
    bounds: list[tuple[int, int]] = []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        bounds += _without_blanks(text, start, end)
    return tuple(bounds)


def sentence_containing(bounds: tuple[tuple[int, int], ...], offset: int) -> tuple[int, int]:
    """Return the bounds of the sentence that holds an offset, or else that ends before it.

    Without any sentence that is the empty one at 0.
    """
    index = bisect_right(bounds, (offset, offset)) - 1
    if index + 1 < len(bounds) and bounds[index + 1][0] == offset:
        index += 1
    return bounds[max(0, index)] if bounds else (0, 0)


def _ends(text: str, match: re.Match[str]) -> bool:
    if match["stop"] != ".":
        return True
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    return not _ABBREVIATED.search(before)


def _without_blanks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = start + _LONGEST if cut < 0 else cut
        yield start, cut
        start = cut + 1 if text[cut] == " " else cut
    if start < end:
        yield start, end
