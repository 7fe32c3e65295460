"""The cover: short lines above the first prose, told apart where extraction left no blank line.

Title, names, publisher and date each take a line or two of their own. A line was broken only if
the next word had no room on it; that tells the second line of a title from a subtitle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.importers.plain.body_names import names_a_body
from archive.importers.plain.fragments import Fragment
from archive.importers.plain.front_matter import is_imprint
from archive.importers.plain.lines import Line
from archive.importers.plain.names import read_names
from archive.importers.plain.part_names import is_known_heading
from archive.importers.plain.shapes import (
    ends_open,
    ends_sentence,
    is_capitals,
    is_title_case,
    starts_low,
)
from archive.importers.plain.words import Vocabulary

__all__ = ["Cover", "read_cover"]

_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|(?:[IVXLC]{1,5}|[A-Z])[.)])\s+[A-Z]")
_CREDIT = re.compile(r"(?:written|prepared|edited|compiled|translated) by\b", re.IGNORECASE)
_AFFILIATION = re.compile(r"[a-z][A-Z][a-z]")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST_RAISED = 2
_PROSE_LINES = 3
_FULL = 0.7
_LONG_LINE = 120
_FEWEST_LINES = 20


@dataclass(frozen=True, slots=True)
class Cover:
    """The titles, names and so on of the cover, and the fragments from the first prose on."""

    groups: tuple[Fragment, ...]
    rest: tuple[Fragment, ...]


def read_cover(fragments: Sequence[Fragment], vocabulary: Vocabulary) -> Cover:
    """Part the lines of the cover, where lines are short enough to tell prose by its length."""
    width = _width(fragments)
    groups: list[Fragment] = []
    for number, fragment in enumerate(fragments if width else ()):
        prose = _prose_start(fragment.lines, width)
        end = len(fragment.lines) if prose is None else prose
        parts = list(_groups(fragment.lines[:end], vocabulary))
        groups += [
            replace(fragment, lines=part) if at == 0 else Fragment(part)
            for at, part in enumerate(parts)
        ]
        if prose is not None:
            first = Fragment(fragment.lines[prose:]) if parts else fragment
            return Cover(tuple(groups), (first, *fragments[number + 1 :]))
    return Cover((), tuple(fragments))


def _width(fragments: Sequence[Fragment]) -> int:
    """The length of a usual full line, or 0 where paragraphs stand on one line each."""
    lengths = sorted(len(line.text) for fragment in fragments for line in fragment.lines[:-1])
    if len(lengths) < _FEWEST_LINES:
        return 0
    usual = lengths[int(0.75 * len(lengths))]
    return usual if usual <= _LONG_LINE else 0


def _prose_start(lines: Sequence[Line], width: int) -> int | None:
    """The index of the first of several full lines that go on from one to the next."""
    for index, line in enumerate(lines):
        if len(line.text) > 2 * width:
            return index
        run = lines[index : index + _PROSE_LINES]
        full = len(run) == _PROSE_LINES and all(len(one.text) >= _FULL * width for one in run[:-1])
        words = " ".join(one.text for one in run)
        if full and not is_title_case(words) and not is_capitals(words):
            return index
    return None


def _groups(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[tuple[Line, ...]]:
    """The lines put together to titles, names and so on."""
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group[-1].text, line.text, vocabulary):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def _goes_on(above: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line of a cover was broken before another, by its words or its length."""
    if min(len(above), len(text)) <= _LONGEST_RAISED:
        return False
    if _CREDIT.match(text) or _AFFILIATION.match(text):
        return False
    if ends_open(above) or starts_low(text):
        return True
    if is_capitals(above) != is_capitals(text) or ends_sentence(above):
        return False
    if any(_is_apart(line, vocabulary) for line in (above, text)):
        return False
    return len(above) + 1 + len(text.split(maxsplit=1)[0]) > max(len(above), len(text))


def _is_apart(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is none of a title's."""
    if is_imprint(text) or is_known_heading(text) or _NUMBERED.match(text):
        return True
    if read_names(text, vocabulary) or (_DATED.search(text) and len(text.split()) <= 3):
        return True
    return names_a_body(text)
