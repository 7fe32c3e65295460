"""Times as medians and 95th percentiles, and the memory of a process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from benchmarks.queries import Measured

__all__ = ["Clock", "Row", "memory_mb", "p95", "rows", "timed"]


class Clock(StrEnum):
    """What is measured: the time that passes, or what of it the asking thread was at work.

    On a machine that does other things meanwhile, only the second says what a query costs.
    """

    WALL = "wall"
    WORK = "work"

    def read(self) -> float:
        """Return the time in seconds."""
        return time.perf_counter() if self is Clock.WALL else time.thread_time()


@dataclass(frozen=True, slots=True)
class Row:
    """What queries of one kind took, in milliseconds."""

    kind: str
    filtered: bool
    median: float
    p95: float


def timed(call: Callable[[], object], clock: Clock = Clock.WALL) -> float:
    """Return how many milliseconds a call takes."""
    started = clock.read()
    call()
    return (clock.read() - started) * 1000


def rows(
    measured: Iterable[Measured], answer: Callable[[Measured], object], clock: Clock
) -> list[Row]:
    """Ask every query once and return a row for each kind, alone and filtered."""
    took: dict[tuple[str, bool], list[float]] = {}
    for query in measured:
        milliseconds = timed(partial(answer, query), clock)
        took.setdefault((query.kind, query.filtered), []).append(milliseconds)
    return [
        Row(kind, filtered, statistics.median(values), p95(values))
        for (kind, filtered), values in took.items()
    ]


def p95(values: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def memory_mb() -> float:
    """Return the most memory that this process has held.

    The kernel's figure for the program as it runs: what `getrusage` says of a process that was
    just started includes the memory of the one that started it.
    """
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    message = "the kernel does not say how much memory a process has held"
    raise OSError(message)
