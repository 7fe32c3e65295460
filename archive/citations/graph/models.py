"""What the citation graph is made of; all of it can be pickled and compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from archive.citations.places import SentencePlace
from archive.dates import PartialDate
from archive.references import ReferenceForm

__all__ = [
    "CitingDocument",
    "CitingSentence",
    "DocumentGraph",
    "ReferringSentence",
    "UnresolvedCitation",
    "UnresolvedReason",
]


@dataclass(frozen=True, slots=True)
class CitingDocument:
    """What is shown and filtered of a document that cites.

    Attributes:
        id: of the document.
        title: its title.
        date: of publication, or None.
        missions: ids of the missions it is chiefly about.
        themes: likewise themes.
        symbol: the canonical symbol, if the document is itself a UN document.
    """

    id: str
    title: str
    date: PartialDate | None = None
    missions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    symbol: str | None = None

    @property
    def year(self) -> int | None:
        """The year of publication, if a date is known."""
        return None if self.date is None else self.date.year


@dataclass(frozen=True, slots=True)
class CitingSentence:
    """A sentence that cites a UN document, however often it does.

    Attributes:
        document: in which it stands.
        place: the sentence and where it stands.
        key: of the UN document: its id in the authority, else its symbol.
        symbol: the canonical symbol, or None for a paper without one.
        un_document: the id in the authority, or None.
        written: the references as written, in the order of the text.
        pinpoints: the places inside the UN document that are meant, each once.
    """

    document: CitingDocument
    place: SentencePlace
    key: str
    symbol: str | None
    un_document: str | None
    written: tuple[str, ...]
    pinpoints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferringSentence:
    """A sentence that refers to another document of the archive, in one form.

    Attributes:
        document: in which it stands.
        place: the sentence and where it stands.
        target: the id of the document that is meant.
        form: how it refers.
        confidence: from 0 to 1, that the target is meant.
        doubtful: whether only editors should see it.
        written: the references as written, in the order of the text.
    """

    document: CitingDocument
    place: SentencePlace
    target: str
    form: ReferenceForm
    confidence: float
    doubtful: bool
    written: tuple[str, ...]


class UnresolvedReason(StrEnum):
    """Why a citation leads nowhere; the values are those of the exports."""

    UNKNOWN = "not in the authority"
    """The symbol is well formed, but the authority has no entry for it."""

    CONTRADICTION = "contradiction"
    """The number and the year, or two forms beside each other, contradict."""

    UNREADABLE = "not readable"
    """It looks like a symbol or a resolution but names no document: a number or a session is
    missing or impossible, or the grammar does not know the form."""


@dataclass(frozen=True, slots=True)
class UnresolvedCitation:
    """A citation that leads to no entry of the authority.

    Attributes:
        document: in which it stands.
        place: the sentence and where it stands.
        written: as the text has it.
        start: where it begins in its block or note (code points).
        reason: why it is not resolved.
        symbol: the canonical symbol, if it could be read.
        explanation: a sentence for editors.
    """

    document: CitingDocument
    place: SentencePlace
    written: str
    start: int
    reason: UnresolvedReason
    symbol: str | None
    explanation: str


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """What one document adds to the graph; it depends on nothing but what it was made from.

    Attributes:
        document: the document.
        citing: its sentences that cite UN documents, each UN document apart.
        referring: its sentences that refer to other documents of the archive.
        unresolved: its citations that lead nowhere.
    """

    document: CitingDocument
    citing: tuple[CitingSentence, ...] = ()
    referring: tuple[ReferringSentence, ...] = ()
    unresolved: tuple[UnresolvedCitation, ...] = ()
