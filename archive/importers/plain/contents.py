"""The table of contents: taken out of the text, its titles kept to know headings by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.importers.plain.lines import Line, Taken, take
from archive.importers.plain.shapes import ends_open, starts_low

__all__ = ["Contents", "ContentsEntry", "take_contents", "title_key"]

_HEADING = re.compile(
    r"(?:table of contents|contents|table des mati[eè]res|sommaire)\s*:?", re.IGNORECASE
)
_ENTRY = re.compile(
    r"(?P<title>\S.*?)(?P<lead>[\s.…·_]*(?:\t|\.{2,}|…|\s{2,}|·{2,}|_{3,})[\s.…·_]*|\s)(?P<page>\d{1,4}|[ivxl]{1,6})?\s*$"
)
_CLEAR = re.compile(r"\t|\.{3,}|…{2,}|(?:\. ){3,}|\s{3,}\S{1,4}$")
_NUMBER = re.compile(r"^\s*(?:(?:\d+|[IVXLC]+|[A-Z])(?:\.\d+)*[.)]?\s+)(?=\S)")
_LONGEST = 160
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One entry: its title without number of page, and how deep it is indented."""

    title: str
    indent: int
    line: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The entries of a table of contents, and the lines without it."""

    entries: tuple[ContentsEntry, ...]
    lines: tuple[Line, ...]
    after: int = 0

    @property
    def keys(self) -> frozenset[str]:
        """The titles in the form in which headings are compared."""
        return frozenset(title_key(entry.title) for entry in self.entries)


def title_key(title: str) -> str:
    """Return the letters and figures of a title, numbers before it left out."""
    return re.sub(r"[\W_]", "", _NUMBER.sub("", title)).lower()


def take_contents(lines: Sequence[Line]) -> Contents:
    """Find the table of contents, under its heading or without one, and take it out."""
    start = next(
        (i for i, line in enumerate(lines) if _HEADING.fullmatch(line.text.strip("*_# "))), None
    )
    if start is None:
        start = _run_of_entries(lines)
        if start is None:
            return Contents((), tuple(lines))
        first = start
    else:
        first = start + 1
    end, entries = _read(lines, first)
    if len(entries) < _FEWEST:
        return Contents((), tuple(lines))
    taken = [
        take(line, Taken.CONTENTS) if start <= index < end else line
        for index, line in enumerate(lines)
    ]
    return Contents(tuple(entries), tuple(taken), end)


def _run_of_entries(lines: Sequence[Line]) -> int | None:
    """The start of a run of lines that lead to numbers of pages, some broken in two."""
    run: list[int] = []
    broken = False
    for index, line in enumerate(lines):
        if line.blank:
            continue
        match = _ENTRY.fullmatch(line.text)
        if match and match["page"] and _CLEAR.search(line.text):
            run.append(index)
            broken = False
        elif run and not broken:
            broken = True
        elif len(run) >= _FEWEST + 1:
            return run[0]
        else:
            run = []
    return run[0] if len(run) > _FEWEST else None


def _read(lines: Sequence[Line], first: int) -> tuple[int, list[ContentsEntry]]:
    """Read entries until something that is none: a title seen before, or a paragraph."""
    entries: list[ContentsEntry] = []
    seen: set[str] = set()
    open_title = ""
    end = first
    for index in range(first, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        match = _ENTRY.fullmatch(line.text)
        page = bool(match and (match["page"] or _CLEAR.search(match["lead"] or "")))
        title = (match["title"] if match and page else line.text).strip(" .…·_\t")
        key = title_key(f"{open_title} {title}".strip())
        if not page and (key in seen or not _goes_on(lines, index, title)):
            break
        if len(line.text) > _LONGEST:
            break
        whole = f"{open_title} {title}".strip()
        if page:
            entries.append(ContentsEntry(whole, line.indent, line.number))
            seen.add(title_key(whole))
            open_title = ""
            end = index + 1
        else:
            open_title = whole
    return end, entries


def _goes_on(lines: Sequence[Line], index: int, title: str) -> bool:
    """Whether a line without number of page is the first half of an entry, or a part's title."""
    after = [line for line in lines[index + 1 : index + 4] if line.text][:1]
    if not after or len(title) > _LONGEST:
        return False
    match = _ENTRY.fullmatch(after[0].text)
    if not (match and match["page"]):
        return ends_open(title) or starts_low(title)
    return True
