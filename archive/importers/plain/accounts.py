"""Accounts for import.yaml: which lines were taken out, and which paragraphs made whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.importers.plain.drafts import Draft
from archive.importers.plain.lines import Line, Taken
from archive.importers.report import Omission, Remark

__all__ = ["joins", "taken_out"]

_TOLD = (Taken.FURNITURE, Taken.CONTENTS, Taken.ABBREVIATIONS)


def taken_out(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Omission]:
    """Yield an account of the lines that were taken out of the text, kind by kind."""
    for kind in _TOLD:
        gone = [
            old for old, new in zip(before, after, strict=True) if new.taken is kind and old.text
        ]
        if gone:
            words = " / ".join(line.text for line in gone)
            yield Omission(kind.value, tuple(line.number for line in gone), words)


def joins(before: Sequence[Draft], after: Sequence[Draft]) -> Iterator[Remark]:
    """Yield a remark for every paragraph that was put together of several pieces."""
    ends = {draft.lines[-1] for draft in before}
    for draft in after:
        for line, following in zip(draft.lines, draft.lines[1:], strict=False):
            if line in ends:
                yield Remark(
                    "paragraph", "made whole across a gap", (line.number, following.number)
                )
