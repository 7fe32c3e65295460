"""What a citation is, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Citation", "CitationForm", "PlacedCitation"]


class CitationForm(StrEnum):
    """How a text refers to a UN document; the values are those of the JSON export."""

    SYMBOL = "symbol"
    """By its symbol, or by the number of a resolution."""

    NAME = "name"
    """By a common name that the authority knows."""

    SHORT_NAME = "short name"
    """By a name that the document itself has defined."""

    IBID = "ibid"
    """By *ibid.*"""

    NOTE = "note"
    """By pointing to another note."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A recognised reference to a UN document.

    Attributes:
        symbol: the canonical symbol, or None for a paper without one (Capstone Doctrine).
        text: the reference as written.
        start: where it begins in its block or note (code points).
        end: where it ends, half-open.
        form: how it refers.
        document: the id of the UN document in the authority, or None if it is not there.
        pinpoint: the place inside the UN document, as written (`para. 29(i)(d)`), or None.
        fault: how it contradicts itself (a wrong year, another symbol beside it), in a sentence,
            or None. What is wrong is not repaired.
    """

    symbol: str | None
    text: str
    start: int
    end: int
    form: CitationForm
    document: str | None = None
    pinpoint: str | None = None
    fault: str | None = None

    @property
    def key(self) -> str:
        """What is the same for all citations of one UN document."""
        return self.document or self.symbol or self.text


@dataclass(frozen=True, slots=True)
class PlacedCitation:
    """A citation, and the id of the block or note in which it stands."""

    passage: str
    citation: Citation
