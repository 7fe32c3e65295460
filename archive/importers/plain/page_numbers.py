"""The numbers of pages: figures alone on their lines that count up through a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.importers.plain.lines import Line
from archive.importers.plain.shapes import ends_sentence, is_address_line, starts_low

__all__ = ["END_NUMBER", "head_key", "head_like", "page_numbers", "page_value", "stands_alone"]

_PAGE_NUMBER = re.compile(
    r"(?:page\s+|p\.\s*)?[-–—|\[\s]*(?P<page>\d{1,4}|[ivxlc]{1,7})[-–—|\]\s]*(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"[-–—|\s]*(?:page\s+)?\d{1,4}\s*(?:of|/)\s*(?P<all>\d{1,4})[-–—|\s]*", re.IGNORECASE
)
END_NUMBER = re.compile(
    r"^[-–—|\s]*(?:\d{1,3}\s?(?:/|of)\s?\d{1,3}|\d{1,4})(?=[-–—|\s]*[|\s])[-–—|\s]+"
    r"|(?<=\D)[-–—|\s]+\d{1,4}[-–—|\s]*$"
    r"|[-–—|\s]+(?:page\s)?\d{1,3}\s?(?:/|of)\s?\d{1,3}[-–—|\s]*$",
    re.IGNORECASE,
)
_MOST_STEP = 4
_FEWEST = 3
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of lines that hold the number of a page, told by how they count up."""
    return frozenset([*_counting(lines), *_numbers_of_all(lines)])


def page_value(text: str) -> int:
    """The number of a page written alone on a line, or 0."""
    match = _PAGE_NUMBER.fullmatch(text)
    if match is None:
        return 0
    written = match["page"].lower()
    if written.isdigit():
        return int(written)
    values = [_VALUES[sign] for sign in written]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def stands_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether no text stands right above or below a line on its page."""
    above = index == 0 or not lines[index - 1].text or lines[index].starts_page
    below = index + 1 == len(lines) or not lines[index + 1].text or lines[index + 1].starts_page
    return above and below


def head_like(line: Line) -> bool:
    """Whether a line may be a running head: short, no sentence, or empty."""
    text = line.text
    return not text or (len(text) <= 80 and not ends_sentence(text) and not starts_low(text))


def head_key(text: str) -> str:
    """The words by which a line is known when it comes back: a page number at an end left out."""
    if is_address_line(text):
        return text
    return END_NUMBER.sub("", " ".join(text.lower().split()))


def _numbers_of_all(lines: Sequence[Line]) -> Iterator[int]:
    """Lines such as `Page 3 of 14`: the number of all pages, told often, says what they are."""
    found = [
        (index, match["all"])
        for index, line in enumerate(lines)
        if (match := _OF_ALL.fullmatch(line.text))
    ]
    told = Counter(total for _, total in found)
    return (index for index, total in found if told[total] > _FEWEST)


def _counting(lines: Sequence[Line]) -> list[int]:
    """Figures alone on their lines that count up through the text, page by page."""
    heads = _heads_at_numbers(lines)
    last = max((index for index, line in enumerate(lines) if line.text), default=0)
    found = [
        (index, value)
        for index, line in enumerate(lines)
        if (value := page_value(line.text))
        and line.text[0].isdigit()
        and (index == last or index + 1 in heads or stands_alone(lines, index))
    ]
    best: list[list[int]] = []
    for position, (index, value) in enumerate(found):
        chain = [index]
        for earlier in range(position):
            before, smaller = found[earlier]
            near = 0 < value - smaller <= _MOST_STEP and index - before > 4
            if near and len(best[earlier]) >= len(chain):
                chain = [*best[earlier], index]
        best.append(chain)
    longest = max(best, key=len, default=[])
    return _filled(found, longest) if len(longest) > _FEWEST else []


def _heads_at_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Lines right under a figure that come back under others: running heads with no blank above."""
    places: dict[str, list[int]] = {}
    for index, (above, line) in enumerate(pairwise(lines), start=1):
        if above.text.isdigit() and head_like(line) and line.text and not page_value(line.text):
            places.setdefault(head_key(line.text), []).append(index)
    often = (indexes for key, indexes in places.items() if key and len(indexes) >= _FEWEST)
    return frozenset(index for indexes in often for index in indexes)


def _filled(found: Sequence[tuple[int, int]], chain: Sequence[int]) -> list[int]:
    """A chain of page numbers with those between that stand too near to another to start one."""
    values = dict(found)
    numbers = set(chain)
    for first, last in pairwise(chain):
        numbers |= {i for i, v in found if first < i < last and values[first] < v < values[last]}
    return sorted(numbers)
