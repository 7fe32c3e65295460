"""The text of a PDF as extractors give it: PDFium's plain text, and poppler's where it is."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

__all__ = ["EXTRACTORS", "extract"]

EXTRACTORS = {
    "pdfium": (),
    "pdftotext": ("pdftotext",),
    "pdftotext -raw": ("pdftotext", "-raw"),
    "pdftotext -layout": ("pdftotext", "-layout"),
}


def extract(pdf: bytes, extractor: str) -> str | None:
    """Return the text, pages parted by form feeds; None if the extractor is not installed.

    Hyphens at line ends are plain ones: the typesetter of the tests marks those of its own as
    soft, and publishers' PDFs hardly ever do.
    """
    command = EXTRACTORS[extractor]
    if not command:
        return _plain_hyphens(_pdfium(pdf))
    if shutil.which(command[0]) is None:
        return None
    with TemporaryDirectory() as folder:
        path = Path(folder, "printed.pdf")
        path.write_bytes(pdf)
        done = subprocess.run([*command, str(path), "-"], capture_output=True, check=True)
    return _plain_hyphens(done.stdout.decode())


def _pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return "\f".join(text.replace("\r\n", "\n") for text in pages)


def _plain_hyphens(text: str) -> str:
    return text.replace("\u00ad", "-").replace("\ufffe", "-\n").replace("\u0002", "-\n")
