"""Every layout printed, imported and compared over many seeds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archive import Document
from archive.importers import ImportOverrides, Source
from archive.importers.pdf import PdfImporter
from archive.importers.plain.importer import TextImporter
from tests.archive.importers.generated.comparison import Comparison, Score, compare
from tests.archive.importers.generated.extraction import extract
from tests.archive.importers.generated.layouts import Layout
from tests.archive.importers.generated.printing import print_pdf
from tests.archive.importers.generated.truth import make_truth

__all__ = ["Measured", "Reader", "measure", "read_as_pdf", "read_as_text"]

Reader = Callable[[bytes], Document]


@dataclass
class Measured:
    """The scores of one layout, summed over its documents, and the comparisons by seed."""

    layout: Layout
    scores: dict[str, Score] = field(default_factory=dict)
    comparisons: dict[int, Comparison] = field(default_factory=dict)

    def add(self, seed: int, comparison: Comparison) -> None:
        """Add the scores of one document."""
        self.comparisons[seed] = comparison
        for name, score in comparison.scores.items():
            self.scores[name] = self.scores.get(name, Score()) + score


def measure(layouts: Iterable[Layout], seeds: Iterable[int], reader: Reader) -> Iterator[Measured]:
    """Print, import and compare a document for every layout and seed."""
    numbers = list(seeds)
    for layout in layouts:
        measured = Measured(layout)
        for seed in numbers:
            truth = make_truth(seed, layout.shape)
            measured.add(seed, compare(truth, reader(print_pdf(truth, layout))))
        yield measured


def read_as_pdf(content: bytes) -> Document:
    """Import a PDF as what it is."""
    source = Source(Path("printed.pdf"), content)
    return PdfImporter().read(source, ImportOverrides()).document


def read_as_text(extractor: str) -> Reader:
    """Return a reader that imports the text that an extractor takes from a PDF."""

    def read(content: bytes) -> Document:
        text = extract(content, extractor)
        assert text is not None, f"{extractor} is not installed"
        source = Source(Path("printed.txt"), text.encode())
        return TextImporter().read(source, ImportOverrides()).document

    return read
