"""Notes without links: a numbered list under the heading `Notes`, and raised figures in the text.

Marks are decided together: of all figures that could be marks, those are taken that make the
longest increasing sequence, so that the 2 of `m²` or a 5 out of place is never one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bs4.element import NavigableString, Tag

from archive.importers.markup.account import Account
from archive.importers.markup.note_bodies import clean_body
from archive.importers.markup.note_labels import ARROWS, NOTES_HEADING
from archive.importers.markup.note_marks import place_mark
from archive.importers.markup.notes import FoundNote, NoteIds
from archive.importers.markup.tree import HEADINGS, new_tag, text_of, value_of

__all__ = ["list_notes"]

_FIGURES = re.compile(r"\[?(\d{1,3}(?:\s*,\s*\d{1,3})*)[\])]?")
_BRACKETED = re.compile(r"\[(\d{1,3})\]")
_START = re.compile(
    rf"\s*[{re.escape(ARROWS)}]?\s*"
    r"(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)]?(?=\s))"
)
_BODY_NAMES = ("p", "div", "li", "dd", "tr")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcm]?m|km|ft|mi)$")
_FEWEST_MARKED = 0.5


@dataclass(frozen=True, slots=True)
class _Body:
    """A note of a list: its number and its paragraphs."""

    number: int
    tags: tuple[Tag, ...]


def list_notes(root: Tag, ids: NoteIds, account: Account) -> list[FoundNote]:
    """Take notes that no link leads to out of the page, with the marks that refer to them."""
    found: list[FoundNote] = []
    for bodies in _lists_of_notes(root):
        marks = _marks(root, bodies)
        if len({mark.number for mark in marks}) < _FEWEST_MARKED * len(bodies):
            continue
        found += _taken(bodies, marks, ids, account)
    return found


def _lists_of_notes(root: Tag) -> Iterator[list[_Body]]:
    """Yield the lists that can be notes: numbered under a heading `Notes`, or at a page's end."""
    for heading in list(root.find_all([*HEADINGS, "p", "strong", "b", "div"])):
        if heading.parent is not None and NOTES_HEADING.fullmatch(text_of(heading)):
            bodies = _numbered_after(heading)
            if bodies:
                yield bodies
    bodies = _labelled_at_the_end(root)
    if bodies:
        yield bodies


def _numbered_after(heading: Tag) -> list[_Body]:
    """The numbered paragraphs after a heading; those between two of them belong to the first."""
    bodies: list[_Body] = []
    between: list[Tag] = []
    for tag in heading.find_all_next(["ol", *HEADINGS, *_BODY_NAMES]):
        if tag.name in HEADINGS:
            break
        if tag.name == "ol":
            return bodies or _items(tag)
        number = _number_at_start(tag)
        if number is not None and (not bodies or number > bodies[-1].number):
            if bodies:
                bodies[-1] = replace(bodies[-1], tags=(*bodies[-1].tags, *between))
            bodies.append(_Body(number, (tag,)))
            between = []
        elif tag.find(_BODY_NAMES) is None and text_of(tag):
            between.append(tag)
    return bodies


def _items(tag: Tag) -> list[_Body]:
    start = value_of(tag, "start")
    first = int(start) if start.isdigit() else 1
    items = tag.find_all("li", recursive=False)
    return [_Body(number, (item,)) for number, item in enumerate(items, first)]


def _number_at_start(tag: Tag) -> int | None:
    if tag.find(_BODY_NAMES) is not None:
        return None
    words = tag.get_text(" " if tag.name == "tr" else "").lstrip()
    match = _START.match(words + " ")
    raised = tag.find("sup")
    if match is None and raised is not None and words.startswith(text_of(raised)):
        match = _START.match(text_of(raised) + " ")
    return None if match is None else int(next(group for group in match.groups() if group))


def _labelled_at_the_end(root: Tag) -> list[_Body]:
    """Paragraphs that begin with 1, 2, 3 and so on, raised or in brackets; marks stand above."""
    bodies: list[_Body] = []
    for tag in root.find_all(["p", "div", "li"]):
        if tag.find(["p", "div", "li"]) is not None:
            continue
        words = tag.get_text().lstrip()
        raised = tag.find("sup")
        next_one = str(len(bodies) + 1)
        labelled = raised is not None and text_of(raised) == next_one and words.startswith(next_one)
        if labelled or words.startswith(f"[{next_one}]"):
            bodies.append(_Body(int(next_one), (tag,)))
    return bodies


@dataclass(frozen=True, slots=True)
class _Mark:
    """Figures that may be a mark: their number, and where they stand in a text of the page."""

    number: int
    string: NavigableString
    start: int
    end: int


def _marks(root: Tag, bodies: Sequence[_Body]) -> list[_Mark]:
    """Choose the marks of a list of notes, in the order of reading; all stand before it."""
    numbers = {body.number for body in bodies}
    first = bodies[0].tags[0]
    raised: list[_Mark] = []
    bracketed: list[_Mark] = []
    for string in root.find_all(string=True):
        if any(parent is first for parent in string.parents):
            break
        if string.find_parent("sup") is not None:
            if _FIGURES.fullmatch(str(string).strip()) and not _is_power(string):
                raised += _found(string, re.compile(r"(\d{1,3})"))
        else:
            bracketed += _found(string, _BRACKETED)
    candidates = max(
        ([mark for mark in marks if mark.number in numbers] for marks in (raised, bracketed)),
        key=len,
    )
    return _increasing(candidates)


def _is_power(string: NavigableString) -> bool:
    """Whether raised figures belong to a unit, as in `m2`."""
    before = string.find_previous(string=True)
    return str(string).strip() in ("2", "3") and bool(_UNIT.search(str(before or "")))


def _found(string: NavigableString, figures: re.Pattern[str]) -> list[_Mark]:
    return [
        _Mark(int(match[1]), string, match.start(), match.end())
        for match in figures.finditer(str(string))
    ]


def _increasing(marks: Sequence[_Mark]) -> list[_Mark]:
    """Return the longest increasing sequence of marks; of two of one number the first."""
    tails: list[int] = []
    last_of: list[int] = []
    before: list[int | None] = []
    for index, mark in enumerate(marks):
        place = bisect_left(tails, mark.number)
        same = tails[place : place + 1] == [mark.number]
        before.append(last_of[place - 1] if place else None)
        if not same:
            tails[place : place + 1] = [mark.number]
            last_of[place : place + 1] = [index]
    chosen: list[_Mark] = []
    at = last_of[-1] if last_of else None
    while at is not None:
        chosen.append(marks[at])
        at = before[at]
    return chosen[::-1]


def _taken(
    bodies: Sequence[_Body], marks: Sequence[_Mark], ids: NoteIds, account: Account
) -> list[FoundNote]:
    given = {body.number: ids.give(str(body.number)) for body in bodies}
    for mark, link in zip(marks, _links(marks), strict=True):
        place_mark(link, given[mark.number])
    marked = {mark.number for mark in marks}
    notes: list[FoundNote] = []
    for body in bodies:
        label, note_id = str(body.number), given[body.number]
        for tag in body.tags:
            tag.extract()
        if body.number not in marked:
            account.doubted("note", f"Nothing in the text refers to note {label}.", passage=note_id)
        notes.append(FoundNote(note_id, label, clean_body(body.tags, label, {})))
    account.repaired("notes", f"{len(notes)} notes without links were joined to their marks.")
    return notes


def _links(marks: Sequence[_Mark]) -> list[Tag]:
    """Cut the figures of marks out of their texts and return the links put in their place."""
    links: list[Tag] = []
    for _, group in groupby(marks, key=lambda mark: id(mark.string)):
        same = list(group)
        text, done = str(same[0].string), 0
        for mark in same:
            link = new_tag("a")
            same[0].string.insert_before(NavigableString(text[done : mark.start]), link)
            links.append(link)
            done = mark.end
        same[0].string.replace_with(NavigableString(text[done:]))
    return links
