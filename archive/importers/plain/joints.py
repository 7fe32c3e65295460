"""Lines and paragraphs put together: what stands between them, and the words' places of origin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.importers.plain.hyphens import join_at_hyphen
from archive.importers.plain.lines import Line
from archive.importers.plain.shapes import HYPHENS
from archive.importers.plain.words import Vocabulary
from archive.importers.report import Remark

__all__ = ["Joined", "join_lines"]

_ADDRESS = re.compile(r"(?:https?://|www\.)\S*\.$")
_PATH = re.compile(r"[a-z0-9][^\s/]*/\S")


@dataclass(frozen=True, slots=True)
class Joined:
    """Text put together from lines.

    Attributes:
        text: the words, one blank between lines, hyphens at line ends resolved.
        origins: for every line, the offset at which its words start, and the line.
        doubts: hyphens that neither the document nor the word list settles.
    """

    text: str
    origins: tuple[tuple[int, Line], ...]
    doubts: tuple[Remark, ...] = field(default=())


def join_lines(lines: Iterable[Line], vocabulary: Vocabulary) -> Joined:
    """Join the lines that hold text into one paragraph."""
    text = ""
    origins: list[tuple[int, Line]] = []
    doubts: list[Remark] = []
    for line in lines:
        if line.blank:
            continue
        after = line.text
        if not text:
            pass
        elif text.endswith(HYPHENS) and not text.endswith((" -", " \u2010")):
            joint = join_at_hyphen(text, after, vocabulary)
            before = text.rstrip("-\u00ad\u2010") if joint.glue != "-" else text
            if not joint.sure:
                doubts.append(_doubt(text, joint.glue, after, line.number))
            text = before + ("- " if joint.glue == "- " else "")
        elif not (_closes(text) or re.match(r"—\S", after) or _address_goes_on(text, after)):
            text += " "
        origins.append((len(text), line))
        text += after
    return Joined(text, tuple(origins), tuple(doubts))


def _closes(text: str) -> bool:
    """Whether a dash or a stroke at the end of a line holds on to the next word."""
    return text.endswith(("—", "/")) and bool(text[-2:-1].strip())


def _address_goes_on(text: str, after: str) -> bool:
    """Whether an internet address that is broken at a full stop goes on: a path follows."""
    return bool(_ADDRESS.search(text)) and bool(_PATH.match(after))


def _doubt(before: str, glue: str, after: str, line: int) -> Remark:
    written = f"{before.rsplit(maxsplit=1)[-1].rstrip('-')}{glue}{after.split(maxsplit=1)[0]}"
    return Remark("hyphen", f"read as '{written}'", (line - 1, line))
