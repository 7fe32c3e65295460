"""Title, authors and date: from the cover, its type, and what the PDF says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from archive.dates import PartialDate
from archive.importers.pdf.front import FrontMatter
from archive.importers.pdf.lines import PrintedLine, plain_line
from archive.importers.plain.drafts import Draft
from archive.importers.plain.names import read_names
from archive.importers.plain.publication_date import published_at
from archive.importers.plain.title_page import read_title_page, respelled
from archive.importers.plain.words import Vocabulary
from archive.importers.report import Evidence
from archive.metadata import Metadata
from archive.models import BlockKind

__all__ = ["Described", "cover_drafts", "describe"]

_FILE_LIKE = re.compile(
    r"^(?:microsoft |untitled|document\d*$)|\.(?:docx?|indd|pdf|qxd|rtf|odt)\b", re.IGNORECASE
)
_FIRST_PAGES = 4
_LARGE = 1.06
_YEARS_TO_PRINT = 2
_NAMES = re.compile(r"\s*(?:[;,&]|\band\b)\s*")
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s+[^\W\d_][\w.’'-]*){1,4}")
_CREATED = re.compile(r"D?:?(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])?")


@dataclass(frozen=True, slots=True)
class Described:
    """The metadata, and where each value comes from."""

    metadata: Metadata
    evidence: tuple[Evidence, ...]


def describe(
    front: FrontMatter,
    cover: Sequence[Draft],
    body: Sequence[Draft],
    lines: Sequence[PrintedLine],
    properties: Mapping[str, str],
    vocabulary: Vocabulary,
) -> Described:
    """Say what the document is called, who wrote it and when it was published."""
    plain = [plain_line(line) for line in lines]
    page = read_title_page(cover, body, (), plain, vocabulary)
    sure = [found for found in page.evidence if found.sure]
    unsure = [found for found in page.evidence if not found.sure]
    evidence = _chosen(
        [respelled(found, plain) for found in _printed_title(front)],
        _printed_authors(front, vocabulary),
        sure,
        _printed_date(front),
        _believable(_from_properties(properties, lines), unsure),
        unsure,
    )
    return Described(_metadata(evidence, front), tuple(evidence))


def _chosen(*sources: Iterable[Evidence]) -> list[Evidence]:
    """The evidence for each field from the first source that has any."""
    chosen: list[Evidence] = []
    for source in sources:
        known = {found.field for found in chosen}
        chosen += [found for found in source if found.field not in known]
    return chosen


def _metadata(evidence: Iterable[Evidence], front: FrontMatter) -> Metadata:
    values: dict[str, list[str]] = {}
    for found in evidence:
        values.setdefault(found.field, []).append(found.value)
    date = values.get("date")
    return Metadata(
        title=" ".join(values.get("title", [])),
        subtitle=values.get("subtitle", [None])[0],
        authors=tuple(values.get("author", ())),
        publisher=values.get("publisher", [None])[0],
        date=PartialDate.parse(date[0]) if date else None,
        abbreviations=front.abbreviations,
    )


def _printed_title(front: FrontMatter) -> list[Evidence]:
    """The title in the largest type."""
    if not front.title:
        return []
    title = " ".join(line.text for line in front.title)
    return [Evidence("title", title, front.title[0].number, f"the largest type: {title[:60]}")]


def _printed_authors(front: FrontMatter, vocabulary: Vocabulary) -> Iterator[Evidence]:
    """The names on the cover, line after line in one size."""
    size: float | None = None
    for line in front.cover:
        names = read_names(line.unraised or line.text, vocabulary)
        if size is None and names:
            size = line.size
        elif size is not None and (not names or line.size != size):
            return
        for name in names:
            yield Evidence("author", name, line.number, line.text)


def _printed_date(front: FrontMatter) -> list[Evidence]:
    """The date at the end of a line of the cover, the latest if there are several."""
    title = {line.number for line in front.title}
    found = [
        Evidence("date", date, line.number, line.text)
        for line in front.cover
        if line.number not in title and (date := published_at(line.text))
    ]
    return [max(found, key=lambda one: one.value)] if found else []


def _believable(properties: Iterable[Evidence], read: Sequence[Evidence]) -> Iterator[Evidence]:
    """What the PDF says of itself, but for a date of its making years from what the text names."""
    latest = next((int(found.value[:4]) for found in read if found.field == "date"), None)
    for found in properties:
        years = int(found.value[:4]) - latest if latest and found.field == "date" else 0
        if 0 <= years <= _YEARS_TO_PRINT:
            yield found


def _from_properties(
    properties: Mapping[str, str], lines: Sequence[PrintedLine]
) -> Iterator[Evidence]:
    """What the PDF says of itself; sure where its first pages say so too."""
    first = " ".join(line.text for line in lines if line.page <= _FIRST_PAGES).casefold()
    title = " ".join(properties.get("Title", "").split())
    if title and not _FILE_LIKE.search(title):
        yield Evidence("title", title, None, _said("Title", title), title.casefold() in first)
    for name in _NAMES.split(properties.get("Author", "")):
        if _NAME.fullmatch(name):
            yield Evidence("author", name, None, _said("Author", name), name.casefold() in first)
    created = _CREATED.match(properties.get("CreationDate", ""))
    if created:
        date = "-".join(part for part in (created["year"], created["month"]) if part)
        yield Evidence("date", date, None, _said("CreationDate", date), sure=False)


def _said(name: str, value: str) -> str:
    return f"the PDF's own {name}: {value}"


def cover_drafts(front: FrontMatter) -> list[Draft]:
    """The cover as drafts: the title a heading, a subtitle and each other line a paragraph."""
    title = {line.number for line in front.title}
    under = [line for line in front.cover if title and line.number > max(title)]
    size = under[0].size if under else 0.0
    subtitle = {line.number for line in takewhile(lambda line: line.size == size, under)}
    drafts: list[Draft] = []
    for part, group in groupby(
        front.cover, key=lambda line: (line.number in title, line.number in subtitle)
    ):
        lines = [plain_line(line) for line in group]
        if part[0]:
            drafts.append(Draft(BlockKind.HEADING, tuple(lines), level=1))
        elif part[1] and size > _LARGE * min(line.size for line in front.cover):
            drafts.append(Draft(BlockKind.PARAGRAPH, tuple(lines)))
        else:
            drafts += [Draft(BlockKind.PARAGRAPH, (line,)) for line in lines]
    return drafts
