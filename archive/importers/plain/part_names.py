"""The usual names of the parts of a publication: introduction, notes, references, and so on."""

from __future__ import annotations

import re

__all__ = ["is_known_heading", "is_notes_heading"]

_NUMBER = re.compile(
    r"(?:(?:section|part|chapter|annex|appendix)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVXLC]{1,6})[.:)]?\s+",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"(?:executive summary|summary|abstract|introduction|background|methodology|methods?|discussion"
    r"|conclusions?|concluding (?:remarks|observations|thoughts)|recommendations?"
    r"|conclusions? and recommendations|(?:key )?findings|key (?:points|messages)"
    r"|foreword|preface|prologue|epilogue"
    r"|acknowledge?ments?|about the (?:authors?|editors?|contributors|project|series)"
    r"|(?:notes on (?:the )?)?contributors|references|bibliography|works cited|further reading"
    r"|end\s?-?notes?|notes|annex(?:es)?|appendix|appendices|glossary)",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"(?:(?:end|foot)\s?-?notes?|notes?|notes (?:and|&) references|references (?:and|&) notes)"
    r"(?: (?:to|for) (?:chapter|part|section)\b.{0,60})?",
    re.IGNORECASE,
)


def _bare(text: str) -> str:
    return _NUMBER.sub("", text.strip("*_# "), count=1).strip(" :.")


def is_known_heading(text: str) -> bool:
    """Whether the words are the usual name of a part, such as "Introduction" or "Abstract"."""
    return bool(_KNOWN.fullmatch(_bare(text)))


def is_notes_heading(text: str) -> bool:
    """Whether the words head a list of notes."""
    return bool(_NOTES.fullmatch(_bare(text)))
