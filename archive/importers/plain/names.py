"""By-lines: lines that hold nothing but the names of persons."""

from __future__ import annotations

import re

from archive.importers.plain.body_names import names_a_body
from archive.importers.plain.part_names import is_known_heading
from archive.importers.plain.words import Vocabulary

__all__ = ["read_names"]

_PARTICLE_LIST = """
de del della di da dos das du van von der den ter ten bin ibn al el la le y e af av zu st
"""
_PARTICLES = frozenset(_PARTICLE_LIST.split())
_NEVER_LIST = """
of the for from with into through against between how what who whose why when where which this
that these those
"""
_NEVER = frozenset(_NEVER_LIST.split())
_SEPARATOR = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*")
_BY = re.compile(
    r"^(?:(?:written|prepared|edited|compiled|drafted|researched)?\s*by|authors?:|editors?:)\s+",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame|Judge|Justice|Amb|Ambassador|Lt|Col|Gen|General|Maj)\.?\s+)+"
)
_DEGREES = re.compile(r",?\s+(?:Ph\.?D\.?|M\.?A\.?|LL\.?M\.?|MSc|Jr\.?|Sr\.?)(?=,|$|\s)")
_ROLE = re.compile(
    r"\s*\((?:(?:co-?|vice-?|deputy )?(?:chair(?:man|woman|person)?|convener|coordinator)"
    r"|rapporteur|secretary|member|editor|eds?\.?|lead author)\)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"[IVXLC]{2,6}\.\s")
_PART = re.compile(r"(?:[^\W\d_][’'‘]?)+(?:-[^\W\d_]+)*\.?|(?:[A-Z]\.)+(?:-[A-Z]\.)?")
_MOST_NAMES = 12


def read_names(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the names of persons that a line is made of; nothing if it holds anything else."""
    words = _BY.sub("", text.strip().strip("*_"), count=1)
    if (
        not words
        or len(words) > 300
        or (words.endswith((".", ":", "?", "!")) and not words[-3:-2].isupper())
    ):
        return ()
    words = _DEGREES.sub("", _ROLE.sub("", words))
    names = [part for part in _SEPARATOR.split(words) if part]
    by = bool(_BY.match(text.strip()))
    if is_known_heading(text) or names_a_body(text) or _SECTION.match(text):
        return ()
    if not 0 < len(names) <= _MOST_NAMES:
        return ()
    read = [_name(name, vocabulary, sure=by) for name in names]
    return tuple(name for name in read if name) if all(read) else ()


def _name(text: str, vocabulary: Vocabulary, *, sure: bool) -> str:
    text = _TITLES.sub("", text)
    parts = text.split()
    if not 2 <= len(parts) <= 6 or not all(_PART.fullmatch(part) for part in parts):
        return ""
    if any(part.lower() in _NEVER for part in parts):
        return ""
    spoken = [part for part in parts if part.lower() not in _PARTICLES]
    if len(spoken) < 2 or not all(part[0].isupper() for part in spoken):
        return ""
    if not text.isupper() and any(
        part.isupper() and len(part) > 3 and "." not in part for part in parts
    ):
        return ""
    whole = [part for part in spoken if len(part.rstrip(".")) > 1]
    if not whole or (not sure and _ordinary(whole, vocabulary)):
        return ""
    if text.isupper():
        text = " ".join(part if len(part.rstrip(".")) == 1 else part.title() for part in parts)
    return text


def _ordinary(parts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether these are ordinary words: the document writes them with small letters too."""
    if parts[0].lower() in vocabulary.lower:
        return True
    return len(parts) < 3 and parts[-1].lower() in vocabulary.lower
