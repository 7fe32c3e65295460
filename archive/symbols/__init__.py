"""UN document symbols: one grammar of what is written and the one form that is stored."""

from archive.symbols.finding import find_symbols, parse_symbol
from archive.symbols.models import Symbol, SymbolKind, SymbolMatch, symbol_url
from archive.symbols.unreadable import Unreadable, find_unreadable
from archive.symbols.years import resolution_year

__all__ = [
    "Symbol",
    "SymbolKind",
    "SymbolMatch",
    "Unreadable",
    "find_symbols",
    "find_unreadable",
    "parse_symbol",
    "resolution_year",
    "symbol_url",
]
