"""The names of bodies that publish, and of their series: `Lake Institute`, `Policy Brief 7`."""

from __future__ import annotations

import re

__all__ = ["names_a_body"]

_BODY = re.compile(
    r"\b(?:institut(?:e|ion)|universit(?:y|é)|press|centre|center|foundation|department|ministry|"
    r"office|programme|agency|council|association|society|academy|journal|review|quarterly|"
    r"bulletin|(?:school|college|faculty) of)\b|\b[A-Z]{1,4}/[\w./()-]*\d\)?$",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"\b(?:papers?|briefs?|reports?|series|no\.|number|volume|vol\.|edition)\s*[\dIVX]",
    re.IGNORECASE,
)
_LONGEST_NAME = 9


def names_a_body(text: str) -> bool:
    """Whether the words are the name of a publisher, or of a series with a number."""
    words = text.split()
    if _SERIES.search(text):
        return len(words) <= _LONGEST_NAME
    short = 1 < len(words) <= _LONGEST_NAME and not re.search(r"[:?!]\s", text)
    return short and bool(_BODY.search(text))
