"""The grammar of symbols, single and double, read at one place of a text.

What it accepts is what authors and printers make of a symbol (missing blanks, other dashes, small
letters in `Res`); what it gives is canonical.
"""

from __future__ import annotations

import re

from archive.symbols.forms import COUNCIL_RESOLUTION, FORMS
from archive.symbols.models import Symbol, SymbolKind
from archive.symbols.years import resolution_year, year_fault

__all__ = ["HEAD", "council_resolution", "match_symbol"]

HEAD = re.compile(r"\b(?:A|S|ST|E|SG|SC|GA|AFR|UN(?:SC|GA))/(?=[A-Z1-9][A-Za-z0-9.])")
"""What every written symbol begins with."""

_DASH = re.compile("[-\u2010-\u2015\u2212]")
_K = SymbolKind
_HALVES = {
    _K.COUNCIL_DOCUMENT,
    _K.ASSEMBLY_DOCUMENT,
    _K.ASSEMBLY_COMMITTEE,
    _K.ASSEMBLY_CONFERENCE_PAPER,
    _K.ECOSOC_DOCUMENT,
    _K.FUNCTIONAL_COMMISSION,
    _K.PRESS_RELEASE,
    _K.RIGHTS_COUNCIL_DOCUMENT,
}


def council_resolution(number: int, year: int | None = None) -> Symbol | None:
    """Return the symbol of a Council resolution.

    A missing year is supplied; None if it cannot be. A year that contradicts the number stays,
    and the symbol says so.
    """
    fault = None if year is None else year_fault(number, year)
    year = resolution_year(number) if year is None else year
    if year is None:
        return None
    canonical = f"S/RES/{number} ({year})"
    return Symbol(canonical, SymbolKind.COUNCIL_RESOLUTION, (canonical,), fault)


def match_symbol(text: str, start: int = 0) -> tuple[Symbol, int] | None:
    """Read the symbol, single or double, that begins at an offset.

    Returns:
        The symbol and the offset after it, or None if none begins there.
    """
    found = _match_single(text, start)
    if found is None or found[0].kind not in _HALVES:
        return found
    first, end = found
    dash = _DASH.match(text, end)
    second = None if dash is None else _match_single(text, dash.end())
    if second is None or second[0].kind not in _HALVES:
        return found
    return _double(first, second[0]), second[1]


def _match_single(text: str, start: int) -> tuple[Symbol, int] | None:
    resolution = COUNCIL_RESOLUTION.match(text, start)
    if resolution is not None:
        year = None if resolution["year"] is None else int(resolution["year"])
        symbol = council_resolution(int(resolution["number"]), year)
        return None if symbol is None else (symbol, resolution.end())
    for form in FORMS:
        match = form.pattern.match(text, start)
        if match is not None:
            canonical = form.write(match)
            return Symbol(canonical, form.kind, (canonical,)), match.end()
    return None


def _double(first: Symbol, second: Symbol) -> Symbol:
    """Join two symbols, the Assembly's first."""
    if second.canonical.startswith("A/") and not first.canonical.startswith("A/"):
        first, second = second, first
    halves = (first.canonical, second.canonical)
    return Symbol("-".join(halves), SymbolKind.DOUBLE, halves)
