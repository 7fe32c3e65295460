"""The grammar of symbols: every form once, with what may be written and what it becomes.

A form is tried at one place of a text. What it accepts is what authors and printers make of the
symbol (missing blanks, other dashes, small letters in `Res`); what it gives is canonical.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from archive.symbols.models import Symbol, SymbolKind
from archive.symbols.years import resolution_year, year_fault

__all__ = ["HEAD", "council_resolution", "match_symbol"]

_NUMBER = r"[1-9]\d{0,5}"
_YEAR = r"(?:19|20)\d\d"
_SINCE_1994 = r"(?:199[4-9]|20\d\d)"
_SESSION = r"(?:3[1-9]|[4-9]\d|1\d\d)"
_ROMAN = r"(?=[IVXL])(?:XL|X{0,3})(?:IX|IV|V?I{0,3})"
_ADDENDA = r"(?P<addenda>(?:/(?i:Add|Corr|Rev)\.[ ]?[1-9]\d?)*)"
_LETTER = r"(?:[ ]?(?P<letter>[A-Z])(?=$|[\s]*[,;.:)\]”\"]|[ ]\(|[ ]of\b|[ ]and\b))?"
_END = r"(?![A-Za-z0-9]|/[A-Za-z0-9])"
_DASH = re.compile("[-\u2010-\u2015\u2212]")

HEAD = re.compile(r"\b(?:A|S|ST|E|SG|SC|GA|AFR|UN(?:SC|GA))/(?=[A-Z1-9][A-Za-z0-9.])")
"""What every written symbol begins with."""

_Write = Callable[[re.Match[str]], str | None]


@dataclass(frozen=True, slots=True)
class _Form:
    kind: SymbolKind
    pattern: re.Pattern[str]
    write: _Write


def _form(kind: SymbolKind, written: str, canonical: str | _Write) -> _Form:
    """A form; `canonical` is a template of the pattern's groups, or a function of the match."""
    write = canonical if callable(canonical) else _template(canonical)
    return _Form(kind, re.compile(written + _END), write)


def _template(canonical: str) -> _Write:
    def write(match: re.Match[str]) -> str:
        return canonical.format(**{name: text or "" for name, text in match.groupdict().items()})

    return write


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


def _with_letter(match: re.Match[str]) -> str:
    letter = f" {match['letter']}" if match["letter"] else ""
    return f"A/RES/{match['session']}/{match['number']}{letter}"


_K = SymbolKind
_COUNCIL_RESOLUTION = re.compile(
    rf"(?:S|(?:UN)?SC)/(?i:RES)/(?P<number>{_NUMBER})(?:\s?\((?P<year>{_YEAR})\)|{_END})"
)
_FORMS = (
    _form(
        _K.PRESIDENTIAL_STATEMENT,
        rf"S/PRST/(?P<year>{_YEAR})/(?P<number>{_NUMBER})",
        "S/PRST/{year}/{number}",
    ),
    _form(_K.COUNCIL_MEETING, rf"S/PV\.[ ]?(?P<number>{_NUMBER})", "S/PV.{number}"),
    _form(
        _K.COUNCIL_DOCUMENT,
        rf"S/(?P<year>{_SINCE_1994})/(?P<number>{_NUMBER}){_ADDENDA}",
        "S/{year}/{number}{addenda}",
    ),
    _form(_K.COUNCIL_DOCUMENT, rf"S/(?P<number>[1-9]\d{{1,4}}){_ADDENDA}", "S/{number}{addenda}"),
    _form(
        _K.ASSEMBLY_RESOLUTION,
        rf"(?:A|(?:UN)?GA)/(?i:RES)/(?P<session>{_SESSION})/(?P<number>{_NUMBER}){_LETTER}",
        _with_letter,
    ),
    _form(
        _K.ASSEMBLY_RESOLUTION,
        rf"(?:A|(?:UN)?GA)/(?i:RES)/(?P<number>{_NUMBER})(?:[ ]?[A-Z])?"
        rf"\s?\((?P<session>(?:E?S-)?{_ROMAN})\)",
        "A/RES/{number} ({session})",
    ),
    _form(
        _K.RIGHTS_COUNCIL_RESOLUTION,
        rf"A/HRC/(?i:RES)/(?P<session>[1-9]\d{{0,2}})/(?P<number>{_NUMBER})",
        "A/HRC/RES/{session}/{number}",
    ),
    _form(
        _K.ASSEMBLY_COMMITTEE,
        rf"A/C\.(?P<committee>[1-9])/(?P<session>{_SESSION})/(?P<series>L\.|CRP\.|INF/)?"
        rf"(?P<number>{_NUMBER}){_ADDENDA}",
        "A/C.{committee}/{session}/{series}{number}{addenda}",
    ),
    _form(
        _K.ASSEMBLY_CONFERENCE_PAPER,
        rf"A/(?P<session>{_SESSION})/CRP\.(?P<number>{_NUMBER}){_ADDENDA}",
        "A/{session}/CRP.{number}{addenda}",
    ),
    _form(
        _K.ASSEMBLY_DOCUMENT,
        rf"A/(?P<session>{_SESSION})/(?P<number>{_NUMBER}){_ADDENDA}",
        "A/{session}/{number}{addenda}",
    ),
    _form(_K.ASSEMBLY_DOCUMENT, rf"A/(?P<number>[1-9]\d{{2,4}}){_ADDENDA}", "A/{number}{addenda}"),
    _form(
        _K.SECRETARIAT,
        rf"ST/(?P<series>SGB|AI|IC)/(?P<year>{_YEAR}/)?(?P<number>{_NUMBER})",
        "ST/{series}/{year}{number}",
    ),
    _form(
        _K.FUNCTIONAL_COMMISSION,
        rf"E/CN\.(?P<commission>[1-9]\d?)/(?P<year>{_YEAR})/(?P<series>L\.)?"
        rf"(?P<number>{_NUMBER}){_ADDENDA}",
        "E/CN.{commission}/{year}/{series}{number}{addenda}",
    ),
    _form(
        _K.PRESS_RELEASE,
        r"(?P<series>SG/SM|SC|GA|AFR)/(?P<number>[1-9]\d{2,5})",
        "{series}/{number}",
    ),
)
_HALVES = {
    _K.COUNCIL_DOCUMENT,
    _K.ASSEMBLY_DOCUMENT,
    _K.ASSEMBLY_COMMITTEE,
    _K.ASSEMBLY_CONFERENCE_PAPER,
    _K.FUNCTIONAL_COMMISSION,
    _K.PRESS_RELEASE,
}


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
    resolution = _COUNCIL_RESOLUTION.match(text, start)
    if resolution is not None:
        year = None if resolution["year"] is None else int(resolution["year"])
        symbol = council_resolution(int(resolution["number"]), year)
        return None if symbol is None else (symbol, resolution.end())
    for form in _FORMS:
        match = form.pattern.match(text, start)
        canonical = None if match is None else form.write(match)
        if match is not None and canonical is not None:
            canonical = _tidy_addenda(canonical)
            return Symbol(canonical, form.kind, (canonical,)), match.end()
    return None


def _tidy_addenda(canonical: str) -> str:
    return re.sub(
        r"/(add|corr|rev)\. ?(?=\d)",
        lambda match: f"/{match[1].capitalize()}.",
        canonical,
        flags=re.IGNORECASE,
    )


def _double(first: Symbol, second: Symbol) -> Symbol:
    """Join two symbols, the Assembly's first."""
    if second.canonical.startswith("A/") and not first.canonical.startswith("A/"):
        first, second = second, first
    halves = (first.canonical, second.canonical)
    return Symbol("-".join(halves), SymbolKind.DOUBLE, halves)
