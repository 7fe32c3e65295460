"""Values found for the metadata, and which of them are taken.

Every source of metadata yields findings; the first finding of a field wins, so that callers list
the surest sources first. What a person gives wins over all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.importers.markup.account import shortened
from archive.importers.markup.people import person
from archive.importers.markup.written_dates import read_date
from archive.importers.protocol import ImportOverrides
from archive.importers.report import Evidence
from archive.metadata import Metadata
from archive.text import clean_text

__all__ = ["Finding", "Settled", "settle"]

_LONGEST_WORDS = 120
_GIVEN = ("title", "authors", "date")
_OTHERS = ("date", "url", "doi")
_TEXTS = ("subtitle", "publisher", "type", "language", "abstract", "rights")


@dataclass(frozen=True, slots=True)
class Finding:
    """One value for a field of the metadata, and where it stands.

    Attributes:
        field: `title`, `author`, `date`, `url`, `doi` or another field of the metadata.
        value: as it stands in the source.
        place: what stands there, such as `citation_title`.
        line: the 1-based line, or None where the format has no lines.
        sure: False where the source may mean something else.
    """

    field: str
    value: str
    place: str
    line: int | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Settled:
    """Metadata, the evidence for it, and the title as the source has it."""

    metadata: Metadata
    evidence: tuple[Evidence, ...]
    source_title: str


def settle(
    findings: Iterable[Finding], overrides: ImportOverrides, fallback: str, source: str
) -> Settled:
    """Choose among findings, and let what a person says win.

    Args:
        findings: the surest first.
        overrides: what a person says.
        fallback: the title where none was found.
        source: the name of the file.
    """
    usable = [finding for finding in findings if _is_usable(finding)]
    title = _first(usable, "title") or Finding("title", fallback, "the file's name", sure=False)
    authors = _authors(usable)
    fields = (*_TEXTS, *_OTHERS)
    chosen = {name: found for name in fields if (found := _first(usable, name)) is not None}
    metadata = _metadata(title, authors, chosen, overrides, source)
    given = [name for name in _GIVEN if getattr(overrides, name) is not None]
    found_ones = [("title", title), *(("authors", author) for author in authors), *chosen.items()]
    evidence = [_given(overrides, name) for name in given]
    evidence += [_evidence(name, found) for name, found in found_ones if name not in given]
    return Settled(metadata, tuple(evidence), _clean(title.value))


def _metadata(
    title: Finding,
    authors: Sequence[Finding],
    chosen: Mapping[str, Finding],
    overrides: ImportOverrides,
    source: str,
) -> Metadata:
    texts = {name: _clean(found.value) for name, found in chosen.items()}
    date = chosen.get("date")
    origin: dict[str, str] = {name: texts[name] for name in ("url", "doi") if name in texts}
    return Metadata(
        title=overrides.title or _clean(title.value),
        subtitle=texts.get("subtitle"),
        authors=overrides.authors or tuple(dict.fromkeys(person(name.value) for name in authors)),
        publisher=texts.get("publisher"),
        date=overrides.date or (read_date(date.value) if date else None),
        type=texts.get("type", "document"),
        language=texts.get("language", "en"),
        abstract=texts.get("abstract"),
        missions=overrides.missions or (),
        themes=overrides.themes or (),
        rights=texts.get("rights"),
        source={"file": source, **origin},
    )


def _is_usable(finding: Finding) -> bool:
    if not finding.value.strip():
        return False
    return finding.field != "date" or read_date(finding.value) is not None


def _first(findings: Sequence[Finding], field: str) -> Finding | None:
    return next((finding for finding in findings if finding.field == field), None)


def _authors(findings: Sequence[Finding]) -> list[Finding]:
    """All authors of the surest source that names any."""
    found = [finding for finding in findings if finding.field == "author"]
    return [finding for finding in found if finding.place == found[0].place]


def _evidence(name: str, found: Finding) -> Evidence:
    words = shortened(f"{found.place}: {found.value}", _LONGEST_WORDS)
    value = person(found.value) if name == "authors" else shortened(found.value, _LONGEST_WORDS)
    if name == "date":
        value = str(read_date(found.value))
    return Evidence(name, value, found.line, words, found.sure)


def _given(overrides: ImportOverrides, name: str) -> Evidence:
    value = getattr(overrides, name)
    text = "; ".join(value) if isinstance(value, tuple) else str(value)
    return Evidence(name, text, None, "given by a person")


def _clean(text: str) -> str:
    return clean_text(text).replace("\n", " ")
