"""What a UN document is called, what kind it is and when it was issued, known or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.authorities import Authorities, UNDocument
from archive.citations.graph import CitationGraph
from archive.symbols import SymbolKind, parse_symbol

__all__ = ["KnownUNDocument", "known_as", "un_document_asked_for"]

_YEAR = re.compile(r"(?<!\d)(?:19[4-9]\d|20\d\d)(?!\d)")
_KINDS = {kind.value.casefold(): kind.value for kind in SymbolKind}


@dataclass(frozen=True, slots=True)
class KnownUNDocument:
    """A UN document by its key in the graph.

    Attributes:
        key: its id in the authority, else its symbol.
        symbol: the canonical symbol, or None for a paper without one.
        entry: what the authority has on it, or None.
        kind: what kind of document it is, in words.
        year: of its issue, or None.
    """

    key: str
    symbol: str | None
    entry: UNDocument | None
    kind: str
    year: int | None

    @property
    def label(self) -> str:
        """What it is called for short: its symbol, else its title."""
        return self.symbol or self.title

    @property
    def title(self) -> str:
        """Its title, if the authority has it; else its symbol."""
        return self.entry.title if self.entry is not None else self.symbol or self.key


def known_as(key: str, symbol: str | None, authorities: Authorities) -> KnownUNDocument:
    """Return what is known of the UN document with a key."""
    entry = authorities.un_document(key)
    if entry is not None:
        symbol = entry.symbol
    return KnownUNDocument(key, symbol, entry, _kind(symbol, entry), _year(symbol, entry))


def un_document_asked_for(
    name: str, graph: CitationGraph, authorities: Authorities
) -> KnownUNDocument | None:
    """Return the UN document that an address names, by id or by symbol as anybody writes it.

    A symbol need be neither cited nor known. None if the name is neither an id nor a symbol.
    """
    if authorities.un_document(name) is not None:
        return known_as(name, None, authorities)
    if name in graph.cited:
        return known_as(name, graph.cited[name].symbol, authorities)
    symbol = parse_symbol(name)
    if symbol is None or symbol.fault is not None:
        return None
    entry = authorities.un_document_with_symbol(symbol.canonical)
    key = graph.key_of(symbol.canonical) or (entry.id if entry else symbol.canonical)
    cited = graph.cited.get(key)
    return known_as(key, symbol.canonical if cited is None else cited.symbol, authorities)


def _kind(symbol: str | None, entry: UNDocument | None) -> str:
    if entry is not None and entry.kind:
        kind = _KINDS.get(entry.kind.casefold(), entry.kind)
    else:
        parsed = None if symbol is None else parse_symbol(symbol)
        kind = "document" if parsed is None else parsed.kind.value
    return kind[:1].upper() + kind[1:]


def _year(symbol: str | None, entry: UNDocument | None) -> int | None:
    if entry is not None and entry.date is not None:
        return entry.date.year
    found = _YEAR.findall(symbol or "")
    return int(found[-1]) if found else None
