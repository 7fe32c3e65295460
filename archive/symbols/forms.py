"""The forms of symbols, each once: what may be written, and the canonical form it becomes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from archive.symbols.models import SymbolKind

__all__ = ["COUNCIL_RESOLUTION", "FORMS", "Form"]

_NUMBER = r"(?P<number>[1-9]\d{0,5})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SINCE_1994 = r"(?P<year>199[4-9]|20\d\d)"
_SESSION = r"(?P<session>3[1-9]|[4-9]\d|1\d\d)"
_SPECIAL = r"(?P<session>E?S-[1-9]\d?)"
_COUNCIL_SESSION = r"(?P<session>(?:S-)?[1-9]\d{0,2})"
_ROMAN = r"(?=[IVXL])(?:XL|X{0,3})(?:IX|IV|V?I{0,3})"
_PAPER = r"(?P<series>L\.|CRP\.|INF/)?"
_ADDENDA = r"(?P<addenda>(?:/(?i:Add|Corr|Rev)\.[ ]?[1-9]\d?)*)"
_LETTER = r"(?:[ ]?(?P<letter>[A-Z])(?=$|[\s]*[,;.:)\]”\"]|[ ]\(|[ ]of\b|[ ]and\b))?"
_END = r"(?![A-Za-z0-9]|/[A-Za-z0-9])"
_ASSEMBLY = r"(?:A|(?:UN)?GA)"
_ADDENDUM = re.compile(r"/(add|corr|rev)\. ?(?=\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """One form.

    Attributes:
        kind: what it stands for.
        pattern: what is written, tried at one place of a text.
        write: gives the canonical form of a match.
    """

    kind: SymbolKind
    pattern: re.Pattern[str]
    write: Callable[[re.Match[str]], str]


def _form(kind: SymbolKind, written: str, canonical: str) -> Form:
    """A form; `canonical` is a template of the groups of the pattern."""

    def write(match: re.Match[str]) -> str:
        groups = {name: text or "" for name, text in match.groupdict().items()}
        return _ADDENDUM.sub(_tidy_addendum, canonical.format(**groups))

    return Form(kind, re.compile(written + _END), write)


def _tidy_addendum(match: re.Match[str]) -> str:
    return f"/{match[1].capitalize()}."


def _resolution_with_letter(written: str, canonical: str) -> Form:
    """An Assembly resolution, which may end in a letter with a blank before it."""
    plain = _form(SymbolKind.ASSEMBLY_RESOLUTION, written + _LETTER, canonical)

    def write(match: re.Match[str]) -> str:
        return plain.write(match) + (f" {match['letter']}" if match["letter"] else "")

    return Form(plain.kind, plain.pattern, write)


COUNCIL_RESOLUTION = re.compile(rf"(?:S|(?:UN)?SC)/(?i:RES)/{_NUMBER}(?:\s?\({_YEAR}\)|{_END})")
"""A Council resolution with or without its year, which the number fixes."""

_K = SymbolKind
_COUNCIL = (
    _form(_K.PRESIDENTIAL_STATEMENT, rf"S/PRST/{_YEAR}/{_NUMBER}", "S/PRST/{year}/{number}"),
    _form(_K.COUNCIL_MEETING, rf"S/PV\.[ ]?{_NUMBER}", "S/PV.{number}"),
    _form(
        _K.COUNCIL_DOCUMENT,
        rf"S/{_SINCE_1994}/{_NUMBER}{_ADDENDA}",
        "S/{year}/{number}{addenda}",
    ),
    _form(_K.COUNCIL_DOCUMENT, rf"S/(?P<number>[1-9]\d{{1,4}}){_ADDENDA}", "S/{number}{addenda}"),
)
_ASSEMBLY_FORMS = (
    _resolution_with_letter(
        rf"{_ASSEMBLY}/(?i:RES)/{_SESSION}/{_NUMBER}", "A/RES/{session}/{number}"
    ),
    _resolution_with_letter(
        rf"{_ASSEMBLY}/(?i:RES)/{_SPECIAL}/{_NUMBER}", "A/RES/{session}/{number}"
    ),
    _form(
        _K.ASSEMBLY_RESOLUTION,
        rf"{_ASSEMBLY}/(?i:RES)/{_NUMBER}(?:[ ]?[A-Z])?\s?\((?P<session>(?:E?S-)?{_ROMAN})\)",
        "A/RES/{number} ({session})",
    ),
    _form(
        _K.ASSEMBLY_COMMITTEE,
        rf"A/C\.(?P<committee>[1-9])/{_SESSION}/{_PAPER}{_NUMBER}{_ADDENDA}",
        "A/C.{committee}/{session}/{series}{number}{addenda}",
    ),
    _form(
        _K.ASSEMBLY_CONFERENCE_PAPER,
        rf"A/{_SESSION}/CRP\.{_NUMBER}{_ADDENDA}",
        "A/{session}/CRP.{number}{addenda}",
    ),
    _form(_K.ASSEMBLY_MEETING, rf"A/{_SESSION}/PV\.[ ]?{_NUMBER}", "A/{session}/PV.{number}"),
    _form(_K.ASSEMBLY_MEETING, rf"A/{_SPECIAL}/PV\.[ ]?{_NUMBER}", "A/{session}/PV.{number}"),
    _form(
        _K.ASSEMBLY_DOCUMENT,
        rf"A/{_SESSION}/{_NUMBER}{_ADDENDA}",
        "A/{session}/{number}{addenda}",
    ),
    _form(
        _K.ASSEMBLY_DOCUMENT,
        rf"A/{_SPECIAL}/(?P<series>L\.)?{_NUMBER}{_ADDENDA}",
        "A/{session}/{series}{number}{addenda}",
    ),
    _form(_K.ASSEMBLY_DOCUMENT, rf"A/(?P<number>[1-9]\d{{2,4}}){_ADDENDA}", "A/{number}{addenda}"),
    _form(
        _K.ASSEMBLY_BODY,
        rf"A/AC\.(?P<body>[1-9]\d{{0,2}})/(?P<year>(?:19|20)\d\d/)?{_PAPER}{_NUMBER}{_ADDENDA}",
        "A/AC.{body}/{year}{series}{number}{addenda}",
    ),
    _form(
        _K.CONFERENCE,
        rf"A/CONF\.[ ]?(?P<conference>[1-9]\d{{0,2}})/{_PAPER}{_NUMBER}{_ADDENDA}",
        "A/CONF.{conference}/{series}{number}{addenda}",
    ),
)
_OTHER = (
    _form(
        _K.RIGHTS_COUNCIL_RESOLUTION,
        rf"A/HRC/(?i:RES)/{_COUNCIL_SESSION}/{_NUMBER}",
        "A/HRC/RES/{session}/{number}",
    ),
    _form(
        _K.RIGHTS_COUNCIL_DOCUMENT,
        rf"A/HRC/{_COUNCIL_SESSION}/{_PAPER}{_NUMBER}{_ADDENDA}",
        "A/HRC/{session}/{series}{number}{addenda}",
    ),
    _form(
        _K.SECRETARIAT,
        rf"ST/(?P<series>SGB|AI|IC)/(?P<year>(?:19|20)\d\d/)?{_NUMBER}",
        "ST/{series}/{year}{number}",
    ),
    _form(
        _K.FUNCTIONAL_COMMISSION,
        rf"E/CN\.(?P<commission>[1-9]\d?)/(?P<sub>Sub\.[1-9]/)?{_YEAR}/(?P<series>L\.)?"
        rf"{_NUMBER}{_ADDENDA}",
        "E/CN.{commission}/{sub}{year}/{series}{number}{addenda}",
    ),
    _form(_K.ECOSOC_RESOLUTION, rf"E/(?i:RES)/{_YEAR}/{_NUMBER}", "E/RES/{year}/{number}"),
    _form(
        _K.ECOSOC_DOCUMENT,
        rf"E/(?P<year>197[89]|19[89]\d|20\d\d)/(?P<series>L\.)?{_NUMBER}{_ADDENDA}",
        "E/{year}/{series}{number}{addenda}",
    ),
    _form(
        _K.PRESS_RELEASE,
        r"(?P<series>SG/SM|SC|GA|AFR)/(?P<number>[1-9]\d{2,5})",
        "{series}/{number}",
    ),
)
FORMS: tuple[Form, ...] = (*_COUNCIL, *_ASSEMBLY_FORMS, *_OTHER)
"""Every form but that of Council resolutions; the first that fits is meant."""
