"""Pull quotes: words of the text set large, between its paragraphs or across one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from archive.importers.pdf.headings import run_at
from archive.importers.pdf.interruptions import inside_sentence
from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.typography import Typography
from archive.importers.plain.labels import SUPERSCRIPTS
from archive.importers.plain.shapes import ends_sentence
from archive.importers.report import Omission

__all__ = ["find_pull_quotes"]

_ROW = 4
_FEWEST = 5
_COVERED = 0.6
_WORD = re.compile(r"[^\W\d_]+")
_HYPHEN = re.compile(r"(?<=\w)-\s*(?=\w)")
_MARKS = re.compile(f"{SUPERSCRIPTS}+")

_Row = tuple[str, ...]


def find_pull_quotes(lines: Sequence[PrintedLine], typography: Typography) -> list[Omission]:
    """Return what is set apart by its type and repeats the text, or interrupts a sentence of it."""
    inside = list(_interrupting(lines, typography))
    known = {line.number for run in inside for line in run}
    apart = [
        run
        for run in _set_apart(lines, typography)
        if _is_sentence(_text(run)) and run[0].number not in known
    ]
    gone = {line.number for run in apart for line in run}
    rows = set(_rows(_words(_text(line for line in lines if line.number not in gone))))
    repeated = [run for run in apart if _share(_words(_text(run)), rows) >= _COVERED]
    return [
        Omission("pull quote", tuple(line.number for line in run), _text(run))
        for run in sorted((*inside, *repeated), key=lambda run: run[0].number)
    ]


def _interrupting(
    lines: Sequence[PrintedLine], typography: Typography
) -> Iterator[Sequence[PrintedLine]]:
    """What is set large inside a sentence: no heading stands there."""
    places = {line.number: index for index, line in enumerate(lines)}
    for run in _set_apart(lines, typography):
        start = places[run[0].number]
        large = run[0].size > typography.size and len(_words(_text(run))) >= _FEWEST
        if large and inside_sentence(lines, start, start + len(run), typography):
            yield run


def _set_apart(
    lines: Sequence[PrintedLine], typography: Typography
) -> Iterator[Sequence[PrintedLine]]:
    index = 0
    while index < len(lines):
        run = run_at(lines, index, typography)
        if run:
            yield run
        index += max(1, len(run))


def _is_sentence(text: str) -> bool:
    """Whether the words are a sentence, and not a heading that the text takes up again."""
    return ends_sentence(text) and len(_words(text)) >= _FEWEST


def _text(lines: Iterable[PrintedLine]) -> str:
    return " ".join(line.text for line in lines)


def _words(text: str) -> list[str]:
    return _WORD.findall(_HYPHEN.sub("", _MARKS.sub("", text)).lower())


def _rows(words: Sequence[str]) -> Iterator[_Row]:
    return (tuple(words[start : start + _ROW]) for start in range(len(words) - _ROW + 1))


def _share(words: Sequence[str], rows: set[_Row]) -> float:
    """How much of the words stands in rows of the text."""
    covered = [False] * len(words)
    for start, row in enumerate(_rows(words)):
        if row in rows:
            covered[start : start + _ROW] = [True] * _ROW
    return sum(covered) / len(covered)
