"""Rows of CSV that spreadsheets read as text and never as formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

__all__ = ["csv_row"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_row(cells: Iterable[str | int | None]) -> str:
    """Return a row with its line end.

    A cell that a spreadsheet would take for a formula begins with an apostrophe instead.
    """
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_safe(cell) for cell in cells])
    return line.getvalue()


def _safe(cell: str | int | None) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
