"""The usual names of the parts of a publication: introduction, notes, references, and so on."""

from __future__ import annotations

import re

__all__ = ["is_known_heading", "is_notes_heading"]

_NUMBER = re.compile(
    r"(?:(?:section|part|chapter|annex|appendix)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVXLC]{1,6})[.:)]?\s+",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"(?:executive summary|summary|abstract|introduction|background|conclusions?|concluding (?:remarks|observations|thoughts)"
    r"|recommendations?|conclusions? and recommendations|methodology|methods?|discussion|findings|key findings|foreword|preface"
    r"|acknowledge?ments?|about the (?:authors?|editors?|contributors|project|series)|notes on (?:the )?contributors|contributors"
    r"|references|bibliography|works cited|further reading|end\s?-?notes?|notes|annex(?:es)?|appendix|appendices|glossary|epilogue|prologue)",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"(?:end\s?-?notes?|foot\s?-?notes?|notes?|notes (?:and|&) references|references (?:and|&) notes)"
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
