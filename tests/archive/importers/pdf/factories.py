"""PDFs and printed lines for tests: name what matters, the rest is plain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import typst

from archive.importers import ImportOverrides, ImportResult, Source
from archive.importers.pdf import PdfImporter
from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.runs import Face, Run

__all__ = ["import_pdf", "make_line", "make_run", "print_text", "read_text"]

_PLAIN_PAGE = """
#set page(paper: "a5", margin: 16mm)
#set text(font: "Libertinus Serif", size: 10pt, lang: "en", hyphenate: false)
#set par(spacing: 1.2em)
#set super(typographic: false)
"""


def print_text(markup: str, pages: str = _PLAIN_PAGE) -> bytes:
    """Return typst markup as a PDF."""
    source = f"{pages}\n{markup}".encode()
    pdf: bytes = typst.compile(source, format="pdf", font_paths=[], ignore_system_fonts=True)
    return pdf


def import_pdf(content: bytes, name: str = "printed.pdf", **overrides: Any) -> ImportResult:
    """Return the bytes of a PDF as a document."""
    return PdfImporter().read(Source(Path(name), content), ImportOverrides(**overrides))


def read_text(markup: str, **overrides: Any) -> ImportResult:
    """Print typst markup, and import the PDF."""
    return import_pdf(print_text(markup), **overrides)


def make_run(text: str = "words", left: float = 50.0, **fields: Any) -> Run:
    """A run of 5 points a character on the base line 700."""
    return replace(Run(text, left, left + 5 * len(text), 700.0, Face(10.0)), **fields)


def make_line(number: int = 1, text: str = "Words of a line.", **fields: Any) -> PrintedLine:
    """A line of page 1; each number stands 12 points lower."""
    plain = PrintedLine(
        number=number,
        page=1,
        column=0,
        band=1,
        left=50.0,
        right=350.0,
        base=700.0 - 12 * number,
        text=text,
        size=10.0,
        bold=False,
        italic=False,
    )
    return replace(plain, **fields)
