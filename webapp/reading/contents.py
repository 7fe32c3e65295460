"""The table of contents of a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from archive import Document
from webapp.reading.models import ContentsEntry

__all__ = ["contents_of"]


@dataclass
class _Draft:
    id: str
    text: str
    byline: str | None
    entries: list[_Draft] = field(default_factory=list)

    def finished(self) -> ContentsEntry:
        below = tuple(entry.finished() for entry in self.entries)
        return ContentsEntry(self.id, self.text, self.byline, below)


def contents_of(document: Document) -> tuple[ContentsEntry, ...]:
    """Return the sections of a document, nested, each by its heading."""
    drafts: dict[str, _Draft] = {}
    top: list[_Draft] = []
    for section in document.sections:
        heading = section.heading
        text = heading.text.replace("\n", " ")
        drafts[heading.id] = _Draft(heading.id, text, heading.byline)
        siblings = top if section.parent is None else drafts[section.parent].entries
        siblings.append(drafts[heading.id])
    return tuple(draft.finished() for draft in top)
