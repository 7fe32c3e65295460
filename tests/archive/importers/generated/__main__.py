"""Measure the importers on generated documents: `python -m tests.archive.importers.generated`.

Prints recall/precision a layout, of documents read as PDF and as extracted text.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from itertools import islice

from rich.console import Console
from rich.table import Table

from tests.archive.importers.generated.comparison import Comparison
from tests.archive.importers.generated.extraction import EXTRACTORS
from tests.archive.importers.generated.layouts import LAYOUTS, Layout
from tests.archive.importers.generated.measuring import Reader, measure, read_as_pdf, read_as_text

_NAMES = ("marks", "bodies", "headings", "levels", "blocks", "texts", "joins")
_SHOWN = 110


def main() -> None:
    """Measure what the arguments ask for."""
    options = _options()
    readers: dict[str, Reader] = {"pdf": read_as_pdf}
    readers |= {name: read_as_text(name) for name in EXTRACTORS}
    layouts = [layout for layout in LAYOUTS if options.layout in layout.name]
    console = Console(width=150)
    for name in options.source or ["pdf"]:
        console.print(_table(name, readers[name], layouts, options, console))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", action="append", choices=["pdf", *EXTRACTORS])
    parser.add_argument("--seeds", type=int, default=10, help="documents a layout")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--layout", default="", help="only layouts with these words")
    parser.add_argument("--show", default="", help="what of to show lost and invented: marks, ...")
    parser.add_argument("--most", type=int, default=20, help="how many to show a document")
    return parser.parse_args()


def _table(
    source: str,
    reader: Reader,
    layouts: Iterable[Layout],
    options: argparse.Namespace,
    console: Console,
) -> Table:
    table = Table("layout", *_NAMES, "s", title=f"recall/precision, read as {source}")
    started = time.perf_counter()
    seeds = range(options.first, options.first + options.seeds)
    for measured in measure(layouts, seeds, reader):
        scores = [measured.scores[name] for name in _NAMES]
        took = time.perf_counter() - started
        started = time.perf_counter()
        cells = [f"{score.recall:.3f}/{score.precision:.3f}" for score in scores]
        table.add_row(measured.layout.name, *cells, f"{took:.1f}")
        if options.show:
            for seed, comparison in measured.comparisons.items():
                _show(console, seed, comparison, options)
    return table


def _show(console: Console, seed: int, comparison: Comparison, options: argparse.Namespace) -> None:
    for sign, features in (("-", comparison.lost), ("+", comparison.invented)):
        for feature in islice(features[options.show], options.most):
            text = str(feature)
            short = text if len(text) <= 2 * _SHOWN else f"{text[:_SHOWN]} … {text[-_SHOWN:]}"
            console.print(f"{seed:4} {sign} {short}", markup=False, highlight=False)


if __name__ == "__main__":
    main()
