"""metadata.yaml: what is said about a document as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archive.dates import PartialDate
from archive.faults import Fault, Severity
from archive.yaml_files import YamlFile, dump_yaml

__all__ = ["Metadata", "metadata_yaml", "read_metadata"]


@dataclass(frozen=True)
class Metadata:
    """What is said about a document.

    Attributes:
        title: never empty in a document that is served.
        subtitle: or None.
        authors: persons or bodies, in the order of the title page.
        publisher: or None.
        date: of publication, as exact as is known, or None.
        type: what kind of publication, in a word or two ("report", "thematic essay").
        language: a BCP 47 tag.
        abstract: a sentence or paragraph about the document, or None.
        missions: ids of the missions it is chiefly about, confirmed by a person.
        themes: likewise the themes.
        proposed_missions: ids that the importer proposes and nobody has confirmed.
        proposed_themes: likewise.
        rights: a statement of rights, or None.
        source: where it comes from: `file`, `url`, and what else is known.
        abbreviations: the document's own list, short form to expansion.
        extra: keys of the file that the program does not know; they are kept.
    """

    title: str
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    date: PartialDate | None = None
    type: str = "document"
    language: str = "en"
    abstract: str | None = None
    missions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    proposed_missions: tuple[str, ...] = ()
    proposed_themes: tuple[str, ...] = ()
    rights: str | None = None
    source: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def year(self) -> int | None:
        """The year of publication, if a date is known."""
        return None if self.date is None else self.date.year


_TEXTS = ("subtitle", "publisher", "type", "language", "abstract", "rights")
_LISTS = ("authors", "missions", "themes")
_MAPPINGS = ("source", "abbreviations")
_KNOWN = {"title", "date", "proposed", *_TEXTS, *_LISTS, *_MAPPINGS}


def metadata_yaml(metadata: Metadata) -> str:
    """Return the text of metadata.yaml; what is empty is left out, what is unknown is kept."""
    proposed = {
        "missions": list(metadata.proposed_missions),
        "themes": list(metadata.proposed_themes),
    }
    data: dict[str, Any] = {
        "title": metadata.title,
        "subtitle": metadata.subtitle,
        "authors": list(metadata.authors),
        "publisher": metadata.publisher,
        "date": None if metadata.date is None else str(metadata.date),
        "type": metadata.type,
        "language": metadata.language,
        "abstract": metadata.abstract,
        "missions": list(metadata.missions),
        "themes": list(metadata.themes),
        "proposed": {key: ids for key, ids in proposed.items() if ids},
        "rights": metadata.rights,
        "source": dict(metadata.source),
        "abbreviations": dict(metadata.abbreviations),
    }
    kept = {key: value for key, value in data.items() if value not in (None, [], {})}
    return dump_yaml({"title": metadata.title, **kept, **metadata.extra})


def read_metadata(file: YamlFile) -> tuple[Metadata, tuple[Fault, ...]]:
    """Read metadata from a parsed metadata.yaml, with every fault of its form.

    A field with a fault is left at its default. A missing title is an error; a missing date and
    fields of the wrong form are warnings.
    """
    fields = _Fields(file)
    proposed = fields.mapping("proposed")
    metadata = Metadata(
        title=fields.text("title") or "",
        subtitle=fields.text("subtitle"),
        authors=fields.texts("authors", file.data.get("authors")),
        publisher=fields.text("publisher"),
        date=fields.date(),
        type=fields.text("type") or "document",
        language=fields.text("language") or "en",
        abstract=fields.text("abstract"),
        missions=fields.texts("missions", file.data.get("missions")),
        themes=fields.texts("themes", file.data.get("themes")),
        proposed_missions=fields.texts("proposed", proposed.get("missions")),
        proposed_themes=fields.texts("proposed", proposed.get("themes")),
        rights=fields.text("rights"),
        source=fields.text_mapping("source"),
        abbreviations=fields.text_mapping("abbreviations"),
        extra={key: value for key, value in file.data.items() if key not in _KNOWN},
    )
    if not metadata.title:
        fields.missing("title", "Add a line 'title: ...'.", Severity.ERROR)
    if "date" not in file.data:
        fields.missing("date", "Add a line such as 'date: \"2020-05\"'.", Severity.WARNING)
    return metadata, tuple(fields.faults)


class _Fields:
    """Reads fields of one file and gathers faults."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def missing(self, key: str, remedy: str, severity: Severity) -> None:
        problem = f"The document has no {key}."
        line = self.file.line(key)
        self.faults.append(Fault(f"missing-{key}", problem, remedy, self.file.path, line, severity))

    def _wrong(self, key: str, wanted: str) -> None:
        self.faults.append(
            Fault(
                "metadata-form",
                f"'{key}' should be {wanted}.",
                "Write it in that form.",
                self.file.path,
                self.file.line(key),
                Severity.WARNING,
            )
        )

    def text(self, key: str) -> str | None:
        value = self.file.data.get(key)
        if value is None or isinstance(value, str):
            return value.strip() or None if value else None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        self._wrong(key, "text")
        return None

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        if isinstance(value, list) and all(isinstance(item, str | int) for item in value):
            return tuple(str(item) for item in value)
        self._wrong(key, "a list of texts")
        return ()

    def mapping(self, key: str) -> dict[str, Any]:
        value = self.file.data.get(key)
        if value is None or isinstance(value, dict):
            return value or {}
        self._wrong(key, "a mapping of names to values")
        return {}

    def text_mapping(self, key: str) -> dict[str, str]:
        return {str(name): str(value) for name, value in self.mapping(key).items()}

    def date(self) -> PartialDate | None:
        value = self.file.data.get("date")
        if value is None:
            return None
        try:
            return PartialDate.parse(str(value))
        except ValueError:
            self._wrong("date", "of the form 2020, 2020-05 or 2020-05-31")
            return None
