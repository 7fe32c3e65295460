"""The list of abbreviations: taken out of the text and kept as data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from archive.importers.plain.lines import Line, Taken, take
from archive.importers.plain.shapes import ends_open, is_capitals, starts_low

__all__ = ["Abbreviations", "take_abbreviations"]

_LIST_NAMES = r"(?:acronyms|abbreviations|initialisms|glossary)"
_HEADING = re.compile(
    rf"(?:\d+\.?\s+)?(?:list of |glossary of )?(?:acronyms|abbreviations)"
    rf"(?:(?: and |, | & ){_LIST_NAMES})?(?: used)?\s*:?",
    re.IGNORECASE,
)
_SHORT = r"(?=\S*[A-Z]\S*[A-Z0-9])[A-Z][\w/&.-]{1,14}"
_ENTRY = re.compile(rf"({_SHORT}(?:/{_SHORT})?)\s*(?:\t|\s{{2,}}|\s[–—:=-]\s|:\s|\s)\s*(\S.*)")
_INNER = re.compile(rf"\s({_SHORT})\s+(?=[A-Z])")
_ONLY_SHORT = re.compile(rf"{_SHORT}")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Short forms with what they stand for, and the lines without the list."""

    forms: dict[str, str]
    lines: tuple[Line, ...]
    after: int = 0


def take_abbreviations(lines: Sequence[Line], titles: frozenset[str]) -> Abbreviations:
    """Find the list of abbreviations and take it out. `titles` are keys of known headings."""
    for start, line in enumerate(lines):
        if not _HEADING.fullmatch(line.text.strip("*_# ")):
            continue
        end, forms = _read(lines, start + 1, titles)
        if len(forms) < _FEWEST:
            end, forms = _read_columns(lines, start + 1)
        if len(forms) >= _FEWEST:
            taken = tuple(
                take(other, Taken.ABBREVIATIONS) if start <= index < end else other
                for index, other in enumerate(lines)
            )
            return Abbreviations(forms, taken, end)
    return Abbreviations({}, tuple(lines))


def _read(lines: Sequence[Line], first: int, titles: frozenset[str]) -> tuple[int, dict[str, str]]:
    forms: dict[str, str] = {}
    last: str | None = None
    end = first
    for index in range(first, len(lines)):
        text = lines[index].text
        if not text:
            continue
        match = _ENTRY.fullmatch(text)
        if re.sub(r"[\W_]", "", text).lower() in titles or (
            is_capitals(text) and " " in text and not _spelled(match)
        ):
            break
        if match and _form_of(match[1], match[2]):
            last = _add(forms, match[1], match[2])
        elif last is not None and (starts_low(text) or ends_open(forms[last])):
            forms[last] = f"{forms[last]} {text}"
        else:
            break
        end = index + 1
    return end, {short: " ".join(expansion.split()) for short, expansion in forms.items()}


def _read_columns(lines: Sequence[Line], first: int) -> tuple[int, dict[str, str]]:
    """Read a table of two columns that extraction wrote one after the other."""
    written = [index for index in range(first, len(lines)) if lines[index].text]
    shorts = list(takewhile(lambda index: _ONLY_SHORT.fullmatch(lines[index].text), written))
    expansions: list[str] = []
    end = first
    for index in written[len(shorts) :]:
        text = lines[index].text
        if expansions and (starts_low(text) or ends_open(expansions[-1])):
            expansions[-1] = f"{expansions[-1]} {text}"
        elif len(expansions) == len(shorts):
            break
        else:
            expansions.append(text)
        end = index + 1
    forms = {
        lines[index].text: text for index, text in zip(shorts, expansions, strict=False) if text
    }
    spelled = sum(_initials_match(short, text) for short, text in forms.items())
    return (end, forms) if spelled * 2 > len(shorts) else (first, {})


def _spelled(match: re.Match[str] | None) -> bool:
    return match is not None and not is_capitals(match[2])


def _form_of(short: str, expansion: str) -> bool:
    """Whether the two can belong together: a short form is shorter, and no sentence follows."""
    return len(expansion) > len(short) and len(expansion) < 160


def _add(forms: dict[str, str], short: str, expansion: str) -> str:
    """Add an entry; a second one on the same line is known by its initials."""
    for inner in _INNER.finditer(expansion):
        rest = expansion[inner.end() :]
        if _initials_match(inner[1], rest):
            forms[short] = expansion[: inner.start()]
            return _add(forms, inner[1], rest)
    forms[short] = expansion
    return short


def _initials_match(short: str, expansion: str) -> bool:
    initials = [word[0].upper() for word in re.findall(r"[^\W\d_]+", expansion)]
    position = 0
    for sign in (sign.upper() for sign in short if sign.isalpha()):
        while position < len(initials) and initials[position] != sign:
            position += 1
        if position == len(initials):
            return False
        position += 1
    return True
