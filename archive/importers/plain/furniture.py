"""Page furniture: running heads, page numbers and rules, taken out of the running text.

Where pages are known, what stands at their edges again and again is furniture. Where they are
not, a figure alone on its line is a page number if such figures count up through the text, and
what stands with one inside a broken sentence is a running head.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.importers.plain.lines import Line, Taken, take
from archive.importers.plain.page_numbers import (
    END_NUMBER,
    head_key,
    head_like,
    page_numbers,
    page_value,
    stands_alone,
)
from archive.importers.plain.part_names import is_known_heading
from archive.importers.plain.shapes import (
    ends_open,
    ends_sentence,
    is_address_line,
    is_capitals,
    starts_low,
    without_marks,
)

__all__ = ["Furniture", "take_furniture"]

_EDGE = 3
_SHARE = 0.2
_FEWEST = 3
_LONGEST = 120
_WIDEST_BREAK = 16
_USUAL = 0.75
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines without page furniture, and the running heads that stood more than in passing."""

    lines: tuple[Line, ...]
    heads: tuple[Line, ...]


def take_furniture(lines: Sequence[Line]) -> Furniture:
    """Take running heads and page numbers out of the lines."""
    gone = set(_at_edges(lines)) | page_numbers(lines)
    gone |= set(_repeated(lines, gone)) | set(_in_broken_sentences(lines, gone))
    gone |= set(_between_numbers(lines, gone))
    gone |= set(_ending_pages(lines, gone))
    gone -= set(_title_line(lines, gone))
    heads = [lines[index] for index in sorted(gone) if not page_value(lines[index].text)]
    kept = [
        take(line, Taken.FURNITURE) if index in gone else line for index, line in enumerate(lines)
    ]
    return Furniture(_pages_moved_down(kept), tuple(heads))


def _title_line(lines: Sequence[Line], gone: Iterable[int]) -> Iterator[int]:
    """The first line of the document, if later running heads are written otherwise: the title."""
    first = next((index for index, line in enumerate(lines) if line.text), None)
    if first is None or _offset(lines[first].text, 0) is not None:
        return
    if not any(lines[index].text == lines[first].text for index in gone if index > first):
        yield first


def _pages_moved_down(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Let pages start with their first line of text where their running head was taken.

    In a text without page starts, page furniture shows where they were.
    """
    result: list[Line] = []
    starts = False
    known = any(line.starts_page for line in lines)
    for line in lines:
        starts = starts or line.starts_page or (not known and line.taken is Taken.FURNITURE)
        result.append(replace(line, starts_page=starts and bool(line.text)))
        starts = starts and not line.text
    return tuple(result)


def _pages(lines: Sequence[Line]) -> list[list[int]]:
    """The indexes of the lines that hold text, page by page."""
    pages: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if line.starts_page and pages[-1]:
            pages.append([])
        if line.text:
            pages[-1].append(index)
    return pages


def _at_edges(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that come back at the tops or the bottoms of pages."""
    pages = [page for page in _pages(lines) if page]
    if len(pages) < _FEWEST:
        return
    for top in (True, False):
        edges = [page[:_EDGE] if top else page[: -_EDGE - 1 : -1] for page in pages]
        numbering = _numbering(lines, edges)
        known = _recurring(lines, edges, numbering)
        for number, edge in enumerate(edges):
            numbered = False
            if top:
                yield from _above_number(lines, edge, number, numbering)
            for index in edge:
                text = " ".join(lines[index].text.split())
                if len(text) > _LONGEST:
                    break
                offset = _offset(text, number)
                if page_value(text):
                    gone = offset in numbering or _numbers_its_page(lines, pages, number, index)
                    gone, numbered = gone and not numbered, numbered or gone
                else:
                    gone = (head_key(text), offset) in known or (_whole(text), None) in known
                    gone = gone and not is_known_heading(text)
                    gone |= top and offset in numbering and _holds_number(lines[index].text)
                    gone |= top and number > 0 and _repeats_heading(lines, index)
                if not gone:
                    break
                yield index


def _above_number(
    lines: Sequence[Line], edge: Sequence[int], page: int, numbering: frozenset[int]
) -> Iterator[int]:
    """The lines of a running head that takes several: its last ends in the number of the page."""
    for length, index in enumerate(edge):
        text = lines[index].text
        if _offset(text, page) in numbering and _holds_number(text.capitalize()):
            if length:
                yield from edge[: length + 1]
            return
        if ends_sentence(text) or starts_low(text) or len(text) > _LONGEST:
            return


def _numbering(lines: Sequence[Line], edges: Sequence[Sequence[int]]) -> frozenset[int]:
    """How far the numbers at pages' edges are from the pages' places, where enough agree."""
    counted = Counter(
        offset
        for number, edge in enumerate(edges)
        for offset in {_offset(lines[index].text, number) for index in edge}
        if offset is not None
    )
    return frozenset(offset for offset, count in counted.items() if count >= _needed(edges))


def _needed(edges: Sequence[Sequence[int]]) -> float:
    return max(_FEWEST, _SHARE * len(edges))


def _recurring(
    lines: Sequence[Line], edges: Sequence[Sequence[int]], numbering: frozenset[int]
) -> frozenset[tuple[str, int | None]]:
    """The keys of lines that stand at enough pages' edges, with how their numbers run.

    A line with a number at an end counts only with lines whose numbers go up with the pages: so
    `17 Ibid.` at the foot of many pages is no running foot. A chapter's title stands on few pages;
    with the number of the page, two are enough. A number that is part of a line, as in
    `Report 2022/3`, comes back with it.
    """
    counted = Counter(
        seen
        for number, edge in enumerate(edges)
        for seen in {
            known
            for index in edge
            for known in (
                (head_key(lines[index].text), _offset(lines[index].text, number)),
                (_whole(lines[index].text), None),
            )
        }
        if seen[0]
    )
    return frozenset(
        (key, offset)
        for (key, offset), count in counted.items()
        if count >= _needed(edges) or (offset in numbering and count > 1)
    )


def _whole(text: str) -> str:
    return " ".join(text.lower().split())


def _repeats_heading(lines: Sequence[Line], index: int) -> bool:
    """Whether a page's first line is a heading of an earlier page, over text that goes on."""
    key = _whole(lines[index].text)
    below = _below(lines, index)
    if not starts_low(below) and (is_known_heading(key) or " " not in key):
        return False
    return any(_whole(line.text) == key for line in lines[:index])


def _offset(text: str, page: int) -> int | None:
    """The number at an end of a line less the number of its page; None without a number."""
    alone = page_value(text)
    if alone:
        return alone - page
    match = END_NUMBER.search(text)
    figures = re.search(r"\d+", match[0]) if match else None
    return int(figures[0]) - page if figures else None


def _holds_number(line: str) -> bool:
    """Whether a line may be a title with the number of its page, before or after it.

    A number before a title in small letters, with no wide gap, is as often a section's.
    """
    if re.match(r"\d{1,4}\s", line):
        return bool(re.match(r"\d{1,4}\s{3,}\S", line)) or is_capitals(line)
    return bool(re.search(r"[^\W\d_][\s|–—-]+\d{1,4}$", line)) and not starts_low(line)


def _numbers_its_page(
    lines: Sequence[Line], pages: Sequence[Sequence[int]], here: int, index: int
) -> bool:
    """Whether a figure at a page's edge counts up with the pages around it."""
    value = page_value(lines[index].text)
    agreeing = 0
    for number in range(max(0, here - 3), min(len(pages), here + 4)):
        edge = [*pages[number][:_EDGE], *pages[number][-_EDGE:]]
        values = {page_value(lines[other].text) for other in edge}
        agreeing += number != here and value + number - here in values
    return agreeing >= 2


def _between_numbers(lines: Sequence[Line], gone: Iterable[int]) -> Iterator[int]:
    """Lines that alone stand between the numbers of one page and the next."""
    numbers = sorted(index for index in gone if page_value(lines[index].text))
    for first, last in pairwise(numbers):
        between = [index for index in range(first + 1, last) if lines[index].text]
        counted = page_value(lines[last].text) == page_value(lines[first].text) + 1
        if counted and len(between) <= _EDGE and all(head_like(lines[i]) for i in between):
            yield from between


def _repeated(lines: Sequence[Line], gone: Iterable[int]) -> Iterator[int]:
    """Lines that come back word for word and break sentences or stand at pages' numbers or ends."""
    numbers = set(gone)
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        words = line.text and not page_value(line.text) and not is_address_line(line.text)
        if words and len(line.text) <= _LONGEST:
            places.setdefault(head_key(line.text), []).append(index)
    for key, indexes in places.items():
        if len(indexes) < _FEWEST or not key or is_known_heading(key):
            continue
        left = [index for index in indexes if index not in numbers]
        if len(left) < len(indexes):
            yield from (index for index in left if _breaks(lines, index, index))
        if len(left) < _FEWEST:
            continue
        breaking = sum(
            _breaks(lines, index, index)
            or bool(_around(lines, index) & numbers)
            or _ends_page(lines, index)
            for index in left
        )
        if breaking * 2 >= len(left):
            yield from left


def _ends_page(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that is no sentence is the last of its page; the last page too has an end."""
    if ends_sentence(lines[index].text) or not any(line.starts_page for line in lines[1:]):
        return False
    below = next((line for line in lines[index + 1 :] if line.text or line.starts_page), None)
    return below is None or below.starts_page


def _ending_pages(lines: Sequence[Line], gone: Iterable[int]) -> Iterator[int]:
    """Figures alone that end two pages running, and those that number the other pages likewise.

    Where a tool reads columns one by one, a page's number may stand among its lines, with a blank
    on one side only.
    """
    known = set(gone)
    pages = [
        [index for index in page if index not in known or page_value(lines[index].text)]
        for page in _pages(lines)
    ]
    offsets = [_offset_of_end(lines, page, number) for number, page in enumerate(pages)]
    running = {
        first for first, second in pairwise(offsets) if first is not None and first == second
    }
    for number, page in enumerate(pages):
        figures = {str(offset + number) for offset in running}
        found = [i for i in page if lines[i].text in figures and _beside_blank(lines, i)]
        if len(found) == 1:
            yield from found


def _offset_of_end(lines: Sequence[Line], page: Sequence[int], number: int) -> int | None:
    """How far the figure alone at the end of a page is from the page's place; None without one."""
    value = page_value(lines[page[-1]].text) if page else 0
    if not value or not lines[page[-1]].text.isdecimal() or not stands_alone(lines, page[-1]):
        return None
    return value - number


def _beside_blank(lines: Sequence[Line], index: int) -> bool:
    return any(not lines[i].text for i in (index - 1, index + 1) if 0 <= i < len(lines))


def _around(lines: Sequence[Line], index: int) -> set[int]:
    """The lines of text nearest to one, above and below."""
    above = next((i for i in range(index - 1, -1, -1) if lines[i].text), index)
    below = next((i for i in range(index + 1, len(lines)) if lines[i].text), index)
    return {above, below}


def _breaks(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the text above goes on below as one sentence."""
    above = next((lines[i].text for i in range(first - 1, -1, -1) if lines[i].text), "")
    below = _below(lines, last)
    unfinished = bool(above and below) and not ends_sentence(without_marks(above))
    return unfinished and (starts_low(below) or ends_open(above))


def _below(lines: Sequence[Line], index: int) -> str:
    return next((lines[i].text for i in range(index + 1, len(lines)) if lines[i].text), "")


def _in_broken_sentences(lines: Sequence[Line], gone: Iterable[int]) -> Iterator[int]:
    """A page number and the short lines with it that stand inside a sentence."""
    known = set(gone)
    lengths = sorted(len(line.text) for line in lines if line.text)
    full = lengths[int(_USUAL * len(lengths))] if lengths else 0
    for index, line in enumerate(lines):
        if index in known or not page_value(line.text) or not stands_alone(lines, index):
            continue
        if lines[index].starts_page and starts_low(_below(lines, index)):
            yield index
            continue
        for first, last in _spans_around(lines, index):
            glued = last > index and _is_glued(lines, last, full)
            if _breaks(lines, first, last) and not lines[first].text and not glued:
                yield from (i for i in range(first, last + 1) if lines[i].text)
                break


def _is_glued(lines: Sequence[Line], index: int, full: int) -> bool:
    """Whether a long line stands right above the text, as the first line of text does."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return bool(lines[index].text and below) and len(lines[index].text) > _HALF * full


def _spans_around(lines: Sequence[Line], index: int) -> Iterator[tuple[int, int]]:
    """The stretches of short lines about a page number, the widest first."""
    first = last = index
    while first > 0 and index - first < _WIDEST_BREAK and head_like(lines[first - 1]):
        first -= 1
    while (
        last + 1 < len(lines)
        and last - index < _WIDEST_BREAK
        and head_like(lines[last + 1])
        and not (lines[last].blank and _starts_text(lines, last + 1))
    ):
        last += 1
    return (
        (above, below) for above in range(first, index + 1) for below in range(last, index - 1, -1)
    )


def _starts_text(lines: Sequence[Line], index: int) -> bool:
    """Whether the line under a line goes on with it."""
    return bool(lines[index].text) and index + 1 < len(lines) and starts_low(lines[index + 1].text)
