"""What is known of a UN document symbol from its form alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Symbol", "SymbolKind", "SymbolMatch", "symbol_url"]

_RESOLVER = "https://undocs.org/"


class SymbolKind(StrEnum):
    """The forms of the grammar, in the words of the UN."""

    COUNCIL_RESOLUTION = "Security Council resolution"
    PRESIDENTIAL_STATEMENT = "presidential statement"
    COUNCIL_MEETING = "Security Council meeting record"
    COUNCIL_DOCUMENT = "Security Council document"
    ASSEMBLY_RESOLUTION = "General Assembly resolution"
    ASSEMBLY_MEETING = "General Assembly meeting record"
    RIGHTS_COUNCIL_RESOLUTION = "Human Rights Council resolution"
    RIGHTS_COUNCIL_DOCUMENT = "Human Rights Council document"
    ASSEMBLY_COMMITTEE = "General Assembly committee document"
    ASSEMBLY_CONFERENCE_PAPER = "General Assembly conference room paper"
    ASSEMBLY_DOCUMENT = "General Assembly document"
    ASSEMBLY_BODY = "document of a body of the General Assembly"
    CONFERENCE = "United Nations conference document"
    SECRETARIAT = "Secretariat issuance"
    ECOSOC_RESOLUTION = "Economic and Social Council resolution"
    ECOSOC_DOCUMENT = "Economic and Social Council document"
    FUNCTIONAL_COMMISSION = "functional commission document"
    PRESS_RELEASE = "press release"
    DOUBLE = "document of two bodies"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A UN document symbol.

    Attributes:
        canonical: the one form that is stored, such as `S/RES/1325 (2000)`.
        kind: what it stands for.
        halves: the two symbols of a double symbol, else the symbol alone.
        fault: how the number and the year of a resolution contradict each other, in a sentence,
            or None. The symbol is then as written, not repaired.
    """

    canonical: str
    kind: SymbolKind
    halves: tuple[str, ...]
    fault: str | None = None

    def __str__(self) -> str:
        return self.canonical

    @property
    def url(self) -> str:
        """Where the UN resolves the symbol."""
        return symbol_url(self.canonical)


@dataclass(frozen=True, slots=True)
class SymbolMatch:
    """A symbol and the stretch of text that names it (code points, half-open)."""

    symbol: Symbol
    start: int
    end: int


def symbol_url(symbol: str, language: str | None = None) -> str:
    """Return the address at which the UN resolves a canonical symbol.

    Args:
        symbol: a canonical symbol; its blanks are left out of the address.
        language: one of the UN's language codes, such as `en` or `fr`; the reader's own if None.
    """
    prefix = "" if language is None else f"{language}/"
    return f"{_RESOLVER}{prefix}{symbol.replace(' ', '')}"
