"""What an import did: repairs, doubts, evidence, and what was left out, with source lines.

`import.yaml` beside a document is this report; nothing that an importer decides is silent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from archive.models import BlockKind, Document
from archive.yaml_files import dump_yaml

__all__ = ["AuthorDate", "Counts", "Evidence", "ImportReport", "Omission", "Remark", "report_yaml"]

_LINES_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Remark:
    """Something repaired or doubted.

    Attributes:
        kind: a stable word for what it is about, such as `hyphen` or `note mark`.
        text: one sentence without the place.
        lines: 1-based lines of the source.
        passage: the id of the block or note concerned, if there is one.
    """

    kind: str
    text: str
    lines: tuple[int, ...] = ()
    passage: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value of the metadata and the words of the source that support it.

    Attributes:
        field: the name of the field in `metadata.yaml`.
        value: what was taken from it.
        line: the 1-based line of the source, or None for what a person gave.
        words: what stands there, shortened.
        sure: False where the value is inferred and a person should confirm it.
    """

    field: str
    value: str
    line: int | None
    words: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Omission:
    """Words of the source that stand nowhere in the document, and why.

    Attributes:
        why: a stable word, such as `pull quote`, `page furniture`, `contents`.
        lines: the 1-based lines.
        text: the words, as they stood.
    """

    why: str
    lines: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class AuthorDate:
    """A citation by author and year, such as `(Moreau, 2011, p. 4)`.

    Attributes:
        passage: the id of the block or note.
        start: first code point in its text.
        end: one past the last.
        text: the words.
        author: the author or authors as written.
        year: the year, perhaps with a letter.
        pages: pages as written, or None.
    """

    passage: str
    start: int
    end: int
    text: str
    author: str
    year: str
    pages: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What an import found, for its summary."""

    blocks: int
    headings: int
    notes: int
    linked: int
    missing: int
    unmarked: int
    doubtful: int


@dataclass(frozen=True)
class ImportReport:
    """The account of one import.

    Attributes:
        importer: the name of the importer.
        source: the name of the file.
        encoding: of a text file, else None.
        repairs: what was set right.
        doubts: what a person should look at.
        evidence: where each value of the metadata comes from.
        omissions: what was left out of the text, pull quotes among it.
        author_dates: citations by author and year.
        links: for a note's id, addresses that the source gives apart from its words.
        counts: how much of each was found.
        unit: what its line numbers count: `line`, or `page` for a PDF.
    """

    importer: str
    source: str
    encoding: str | None = None
    repairs: tuple[Remark, ...] = ()
    doubts: tuple[Remark, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    omissions: tuple[Omission, ...] = ()
    author_dates: tuple[AuthorDate, ...] = ()
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counts: Counts = Counts(0, 0, 0, 0, 0, 0, 0)
    unit: str = "line"

    @property
    def summary(self) -> str:
        """A few lines for the command line."""
        counts = self.counts
        lines = [
            f"{counts.blocks} blocks, {counts.headings} of them headings",
            (
                f"{counts.notes} notes: {counts.linked} linked, {counts.missing} missing, "
                f"{counts.unmarked} without a mark, {counts.doubtful} doubtful"
            ),
        ]
        lines += [_evidence_line(found, self.unit) for found in self.evidence]
        lines.append(f"{len(self.repairs)} repairs, {len(self.doubts)} doubts")
        return "\n".join(lines)


def counts_of(document: Document, doubts: Sequence[Remark]) -> Counts:
    """Count what a document holds and which of its note marks are doubted."""
    refs = document.refs
    return Counts(
        blocks=len(document.blocks),
        headings=sum(block.kind is BlockKind.HEADING for block in document.blocks),
        notes=len(document.notes),
        linked=sum(note.text is not None and bool(refs[note.id]) for note in document.notes),
        missing=sum(note.text is None for note in document.notes),
        unmarked=sum(not refs[note.id] for note in document.notes),
        doubtful=sum(doubt.kind == "note mark" for doubt in doubts),
    )


def report_yaml(report: ImportReport) -> str:
    """Return the text of import.yaml; what is empty is left out."""
    data: dict[str, Any] = {
        "importer": report.importer,
        "source": report.source,
        "encoding": report.encoding,
        "lines_are": None if report.unit == "line" else f"{report.unit}s",
        "counts": {name: getattr(report.counts, name) for name in Counts.__slots__},
        "metadata": [_evidence(found) for found in report.evidence],
        "doubts": [_remark(remark) for remark in report.doubts],
        "repairs": [_remark(remark) for remark in report.repairs],
        "left_out": [
            {"why": gone.why, "lines": _lines(gone.lines), "text": gone.text}
            for gone in report.omissions
        ],
        "links": {note: list(addresses) for note, addresses in report.links.items()},
        "author_date_citations": [_author_date(cited) for cited in report.author_dates],
    }
    return dump_yaml({key: value for key, value in data.items() if value not in (None, [], {})})


def _remark(remark: Remark) -> dict[str, Any]:
    data = {
        "kind": remark.kind,
        "text": remark.text,
        "lines": _lines(remark.lines),
        "passage": remark.passage,
    }
    return {key: value for key, value in data.items() if value not in (None, "")}


def _evidence(found: Evidence) -> dict[str, Any]:
    data = {
        "field": found.field,
        "value": found.value,
        "line": found.line,
        "words": found.words,
        "inferred": None if found.sure else True,
    }
    return {key: value for key, value in data.items() if value not in (None, "")}


def _author_date(cited: AuthorDate) -> dict[str, Any]:
    data = {
        "passage": cited.passage,
        "start": cited.start,
        "end": cited.end,
        "text": cited.text,
        "author": cited.author,
        "year": cited.year,
        "pages": cited.pages,
    }
    return {key: value for key, value in data.items() if value is not None}


def _lines(numbers: Sequence[int]) -> str:
    """Write line numbers as ranges, `3-5, 9`, a long list shortened."""
    ranges: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    shown = [f"{a}" if a == b else f"{a}-{b}" for a, b in ranges[:_LINES_SHOWN]]
    if len(ranges) > _LINES_SHOWN:
        shown.append(f"and {len(ranges) - _LINES_SHOWN} more")
    return ", ".join(shown)


def _evidence_line(found: Evidence, unit: str) -> str:
    place = found.words or "as given"
    if found.line is not None:
        place = f"{unit} {found.line}: {place}"
    return f"{found.field}: {found.value} ({place}{'' if found.sure else '; inferred'})"
