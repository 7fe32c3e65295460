"""The account of an import in pages: a PDF has no lines that a person could count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.importers.pdf.lines import PrintedLine
from archive.importers.report import Evidence, Omission, Remark

__all__ = ["Pages"]


class Pages:
    """Says on which page a line stands, for every place that a report names."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        self._page = {line.number: line.page for line in lines}

    def remarks(self, remarks: Iterable[Remark]) -> tuple[Remark, ...]:
        """The remarks with pages for lines."""
        return tuple(replace(remark, lines=self._pages(remark.lines)) for remark in remarks)

    def omissions(self, omissions: Iterable[Omission]) -> tuple[Omission, ...]:
        """The omissions with pages for lines, those of one kind on one page put together."""
        grouped: dict[tuple[str, tuple[int, ...]], list[str]] = {}
        for gone in omissions:
            grouped.setdefault((gone.why, self._pages(gone.lines)), []).append(gone.text)
        return tuple(
            Omission(why, pages, "\n".join(texts)) for (why, pages), texts in grouped.items()
        )

    def evidence(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """The evidence with pages for lines."""
        return tuple(
            found if found.line is None else replace(found, line=self._page[found.line])
            for found in evidence
        )

    def _pages(self, lines: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted({self._page[number] for number in lines if number in self._page}))
