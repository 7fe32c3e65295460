"""What a reference to another document of the archive is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["SURE", "Reference", "ReferenceForm"]

SURE = 0.75
"""The confidence from which on readers are shown a reference."""


class ReferenceForm(StrEnum):
    """How a text refers to another document; the values are those of the exports."""

    LINK = "link"
    """By a link that leads to it."""

    AUTHOR_DATE = "author and date"
    """By its author and year: `(Moreau, 2011)`."""

    TITLE = "title"
    """By its title, with or without author and year."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference from one document of an archive to another.

    Attributes:
        passage: the id of the block or note in which it stands.
        start: where it begins in the text of that passage (code points).
        end: where it ends, half-open.
        text: the reference as written.
        target: the id of the document that is meant.
        form: how it refers.
        confidence: from 0 to 1, that this document is meant.
    """

    passage: str
    start: int
    end: int
    text: str
    target: str
    form: ReferenceForm
    confidence: float

    @property
    def doubtful(self) -> bool:
        """Whether it is too uncertain to be shown to readers."""
        return self.confidence < SURE
