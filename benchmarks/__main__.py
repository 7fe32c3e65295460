"""Run the benchmarks: `python -m benchmarks`, or with `--help`.

Collections are made up from a seed, indexed with both engines, and searched with some twenty
queries of each kind, alone and filtered, each asked once; bare engines answer the same.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from benchmarks import ours
from benchmarks.floor import FLOORS
from benchmarks.generator import Collection
from benchmarks.measuring import Clock, Row
from benchmarks.report import heading, table, times

_SIZES = {"whoosh": 100_000, "tantivy": 1_000_000}
_PREPARED = 100_000
_FLOOR_SIZES = {"Whoosh with groupedby": 10_000, "SQLite FTS5": 100_000}


def main() -> None:
    """Measure what was asked for, print it as it comes, and write it to a file if wanted."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "sizes", nargs="*", type=int, default=[1_000, 10_000], help="passages of a collection"
    )
    parser.add_argument("--write", type=Path, help="a Markdown file for the results")
    parser.add_argument(
        "--clock",
        type=Clock,
        choices=list(Clock),
        default=Clock.WALL,
        help="for queries: the time that passes, or the asking thread's time at work",
    )
    asked = parser.parse_args()
    parts = [heading()]
    print(parts[0], flush=True)
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            parts.append(_measure(size, Path(folder), asked.clock))
        print(f"\n{parts[-1]}", flush=True)
    if asked.write is not None:
        text = "\n\n".join(["# Results of the benchmarks", *parts])
        asked.write.write_text(f"{text}\n", encoding="utf-8")


def _measure(size: int, folder: Path, clock: Clock) -> str:
    collection = Collection(size, folder)
    collection.warm_up()
    if size <= _PREPARED:
        collection.prepare()
    lines: list[list[str]] = []
    measured: dict[str, list[Row]] = {}
    for engine, most in _SIZES.items():
        if size > most:
            continue
        index = folder / engine
        built = ours.build(collection, index, engine)
        searched = ours.search(collection, index, clock)
        indexing, next_search = ours.update(Collection(size, folder), index, engine)
        measured[engine] = searched.rows
        lines.append(
            [
                engine,
                f"{built.seconds:.1f} s",
                f"{built.megabytes:.0f} MB",
                f"{searched.megabytes:.0f} MB",
                f"{indexing / 1000:.2f} s",
                f"{next_search:.0f} ms",
            ]
        )
        shutil.rmtree(index)
    for name, floor in FLOORS.items():
        if size <= _FLOOR_SIZES.get(name, size):
            place = folder / "floor"
            place.mkdir()
            measured[name] = floor(collection, place, clock)
            shutil.rmtree(place)
    columns = ["engine", "build", "size", "memory when searching", "update", "search after it"]
    return "\n\n".join(
        [
            f"## {size:,} passages",
            table(columns, lines),
            f"Milliseconds from query to result ({clock} clock), median / 95th percentile:",
            times(measured),
        ]
    )


if __name__ == "__main__":
    main()
