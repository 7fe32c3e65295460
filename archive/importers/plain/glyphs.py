"""Glyphs that extraction damaged: repaired where there is no doubt, else reported.

Every repair is made on whole lines, before any step looks at them, so that nothing has to be
found again afterwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from archive.importers.plain.lines import Line
from archive.importers.report import Remark

__all__ = ["Repaired", "repair_glyphs"]

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_BULLETS = dict.fromkeys(
    "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\u25cf\u25aa\u25a0\u25e6\u2023\u2043\u2219\u25ba\u27a2",
    "•",
)
_PLAIN = _LIGATURES | _BULLETS | {"\u2028": " ", "\u2029": " ", "\u02bb": "‘", "\u02bc": "’"}
_PLAIN_PATTERN = re.compile("[" + "".join(_PLAIN) + "]")
_OPENING = re.compile(r"(?<![\w.,;:!?)\]’”])\u2017(?=\S)")
_ACUTE = re.compile(r"(?<=\w)[\u00b4\u02b9\u2032](?=\w)")
_BACKTICKS = re.compile(r"``(?=\S)|(?<=\S)''")
_WRONG_OPENING = re.compile(r"(?<=[^\s(\[“‘\u2014\u2013-])‘")
_SOFT_HYPHEN_INSIDE = re.compile("\u00ad(?!$)")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff]")
_UNBREAKABLE = re.compile(r"(\w)[\u2010\u2011](\w)")
_ODD = re.compile("[\ufffd\ue000-\uf8ff]|\\(cid:\\d+\\)")
_MISREAD = re.compile(r"(?<=[a-z])[ÕõÔÒÓ](?=\s|s\b|$)")


@dataclass(frozen=True, slots=True)
class Repaired:
    """The lines with their glyphs set right, and what was done or could not be done."""

    lines: tuple[Line, ...]
    repairs: tuple[Remark, ...]
    doubts: tuple[Remark, ...]


def repair_glyphs(lines: Sequence[Line]) -> Repaired:
    """Set right ligatures, bullets, and quotation marks read as other signs; report the rest."""
    whole = "\n".join(line.text for line in lines)
    swapped = "\u2017" in whole
    barred = "\u2016" in whole
    repaired: list[Line] = []
    changed: list[tuple[int, str]] = []
    for line in lines:
        text = _plain(line.text)
        if swapped:
            text = _single_quotes(text)
        if barred:
            text = text.replace("\u2016", "”").replace("\u2015", "“")
        changed += [(line.number, sign) for sign in sorted(set(line.text) - set(text))]
        repaired.append(replace(line, text=text.strip()))
    return Repaired(tuple(repaired), tuple(_summed(changed, "repaired")), tuple(_odd(repaired)))


def _plain(text: str) -> str:
    text = _PLAIN_PATTERN.sub(lambda match: _PLAIN[match[0]], text)
    text = _BACKTICKS.sub(lambda match: "“" if match[0] == "``" else "”", text)
    text = _ACUTE.sub("’", text)
    text = _UNBREAKABLE.sub(r"\1-\2", text)
    return _INVISIBLE.sub("", _SOFT_HYPHEN_INSIDE.sub("", text))


def _single_quotes(text: str) -> str:
    """In a text where U+2017 opens quotations, `‘` closes them and is the apostrophe."""
    text = _WRONG_OPENING.sub("’", text)
    return _OPENING.sub("‘", text).replace("\u2017", "’")


def _summed(changed: Iterable[tuple[int, str]], verb: str) -> list[Remark]:
    lines: dict[str, list[int]] = {}
    for number, sign in changed:
        lines.setdefault(sign, []).append(number)
    return [
        Remark("glyph", f"{len(numbers)} lines with {_name(sign)} {verb}", tuple(numbers))
        for sign, numbers in lines.items()
    ]


def _odd(lines: Iterable[Line]) -> list[Remark]:
    found: dict[str, Counter[int]] = {}
    for line in lines:
        for match in (*_ODD.finditer(line.text), *_MISREAD.finditer(line.text)):
            found.setdefault(match[0], Counter())[line.number] += 1
    return [
        Remark("glyph", f"{_name(sign)} left as it is: compare with the source", tuple(numbers))
        for sign, numbers in found.items()
    ]


def _name(sign: str) -> str:
    return f"'{sign}' (U+{ord(sign):04X})" if len(sign) == 1 else f"'{sign}'"
