"""The labels of notes: plain and superscript figures, and the signs * † ‡ §."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["LABEL_SIGNS", "SUPERSCRIPTS", "Label", "is_superscript", "plain_label", "read_label"]

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_PLAIN = str.maketrans(_RAISED, "0123456789")
SUPERSCRIPTS = f"[{_RAISED}]"
LABEL_SIGNS = r"\*{1,4}|†{1,2}|‡{1,2}|§{1,2}|¶"

_START = re.compile(
    rf"""(?P<bullet>(?:[-–•]|\*(?=\s))\s+)?
    (?:
        (?P<raised>{SUPERSCRIPTS}{{1,4}})[.)]?\s*
      | \[(?P<bracketed>\d{{1,3}})\]\s*
      | \((?P<round>\d{{1,3}})\)\s+
      | (?P<dotted>\d{{1,3}})[.)]\s+
      | (?P<plain>\d{{1,3}})(?:\s+|$|(?=[AI]\s[a-z])
          |(?=(?!(?:st|nd|rd|th)\b)[^\W\d_]{{2}}|[A-Z][/.&]|[“"‘']))
      | (?P<before_year>\d{{1,3}})(?=(?:19|20)\d\d\b)
      | (?P<sign>{LABEL_SIGNS})\s*
    )
    (?P<rest>\S.*)?$""",
    re.VERBOSE,
)


_GROUPS = ("raised", "bracketed", "round", "dotted", "plain", "before_year", "sign")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line.

    Attributes:
        value: the number in plain figures, or the sign.
        style: how it is written: `raised`, `bracketed`, `round`, `dotted`, `plain` or `sign`.
        rest: what follows it on the line.
        bulleted: a list dash stands before it.
    """

    value: str
    style: str
    rest: str
    bulleted: bool = False

    @property
    def number(self) -> int | None:
        """The label as a number, or None for a sign."""
        return int(self.value) if self.value.isdigit() else None


def read_label(text: str) -> Label | None:
    """Read the label at the start of a line, or None if none can be there."""
    match = _START.match(text)
    if match is None:
        return None
    for group in _GROUPS:
        written = match[group]
        if written is not None:
            style = "plain" if group == "before_year" else group
            rest = (match["rest"] or "").strip()
            return Label(plain_label(written), style, rest, bool(match["bullet"]))
    return None


def plain_label(written: str) -> str:
    """Return the label in plain figures and without leading zeros."""
    plain = written.translate(_TO_PLAIN)
    return str(int(plain)) if plain.isdigit() else plain


def is_superscript(text: str) -> bool:
    """Whether the text is made of superscript figures only."""
    return bool(text) and all(sign in _RAISED for sign in text)
