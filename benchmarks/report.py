"""The results as Markdown tables."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.measuring import Row
from benchmarks.queries import KINDS

__all__ = ["heading", "table", "times"]

_PACKAGES = ("Whoosh-Reloaded", "tantivy", "numpy")


def heading() -> str:
    """Return when and on what machine the figures were measured."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    day = f"{dt.datetime.now(tz=dt.UTC):%d %B %Y}"
    machine = f"{_processor()}, {os.cpu_count()} cores, load {load} before"
    return f"Measured on {day}: {machine}; Python {platform.python_version()}, {packages}."


def table(columns: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Return a table."""
    rows = [columns, ["---"] * len(columns), *lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def times(measured: dict[str, list[Row]]) -> str:
    """Return a table of kinds of query by what was measured: median / 95th percentile."""
    columns = ["query", *measured]
    lines = [
        [f"{kind}, filtered" if filtered else kind, *(_cell(of, kind, filtered) for of in rows)]
        for rows in (list(measured.values()),)
        for kind in KINDS
        for filtered in (False, True)
    ]
    return table(columns, lines)


def _cell(rows: Iterable[Row], kind: str, filtered: bool) -> str:  # noqa: FBT001  # a value, no switch
    for row in rows:
        if (row.kind, row.filtered) == (kind, filtered):
            return f"{row.median:.1f} / {row.p95:.1f}"
    return ""


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"
