"""The bytes of a PDF to lines, with pypdfium2. Nothing but this module knows PDFium."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from archive.importers.pdf.lines import PrintedLine, page_lines
from archive.importers.pdf.runs import Character, Face, Frame, Page, Sheet, runs_of
from archive.importers.plain.decode import NotTextError

__all__ = ["PdfContent", "read_pdf"]

_BOLD = 600
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_BLANK = 0x20
_BROKEN_HYPHEN = 0x02
_MOST_CHARACTERS_OF_A_SCAN = 20
_NARROWEST = 15.0


@dataclass(frozen=True, slots=True)
class PdfContent:
    """The lines of a PDF, and what it says about itself: `Title`, `Author`, `CreationDate`.

    The runs of its pages are not kept: they would take as much memory as the file.
    """

    lines: list[PrintedLine]
    sheets: tuple[Sheet, ...]
    properties: Mapping[str, str]


def read_pdf(content: bytes) -> PdfContent:
    """Read the lines of a PDF.

    Raises:
        NotTextError: the file is encrypted, damaged, or holds pictures of pages only.
    """
    document = _open(content)
    try:
        pages = tuple(_pages(document))
        properties = {str(key): str(value) for key, value in document.get_metadata_dict().items()}
    except pypdfium2.PdfiumError as error:
        raise _damaged() from error
    finally:
        document.close()
    inked = sum(len(run.text.strip()) for page in pages for row in page.rows for run in row)
    if inked <= _MOST_CHARACTERS_OF_A_SCAN * len(pages):
        raise NotTextError(
            "The PDF holds no text, only pictures of pages.",
            "Run text recognition (OCR) on it first.",
        )
    return PdfContent(page_lines(pages), tuple(page.sheet for page in pages), properties)


def _open(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise NotTextError(
                "The PDF is encrypted and asks for a password.",
                "Save it without a password and import that file.",
            ) from error
        raise _damaged() from error


def _damaged() -> NotTextError:
    return NotTextError(
        "The PDF is damaged and cannot be opened.", "Get the file again, or repair it first."
    )


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    for number in range(len(document)):
        page = document[number]
        try:
            area = Frame(*page.get_cropbox())
            text = page.get_textpage()
            try:
                faces = _Faces(text.raw)
                rows = runs_of(_visible(_characters(text.raw, faces), area))
            finally:
                text.close()
            frames = tuple(dict.fromkeys(_frames(page.raw)))
            sheet = Sheet(number + 1, area.width, area.height, frames, turned=faces.turned)
            yield Page(sheet, rows)
        finally:
            page.close()


def _visible(characters: Iterable[Character], area: Frame) -> Iterator[Character]:
    """Yield the characters that stand on the page; a damaged file may put some miles away."""
    for character in characters:
        across = area.left <= character.left <= area.right
        if across and area.bottom <= character.base <= area.top:
            inside = character.right <= area.right
            yield character if inside else character._replace(right=area.right)


def _characters(text: object, faces: _Faces) -> Iterator[Character]:
    """Yield the characters of a page in the order they were written, turned ones left out."""
    left, right, foot, top, x, base = (ctypes.c_double() for _ in range(6))
    box = pdfium.FS_RECTF()
    last: Character | None = None
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        face = faces.face(index)
        if face is None:
            if code == _BLANK and last is not None:
                yield last._replace(sign=" ", left=last.right)
            continue
        pdfium.FPDFText_GetCharBox(text, index, left, right, foot, top)
        pdfium.FPDFText_GetCharOrigin(text, index, x, base)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        sign = _sign(code)
        ends = max(box.right, right.value) if sign != " " else right.value
        last = Character(sign, x.value, ends, base.value, foot.value, face)
        yield last


def _sign(code: int) -> str:
    """PDFium gives a hyphen at a line end as U+0002, and 0 for what has no Unicode."""
    if code in (_BROKEN_HYPHEN, 0xFFFE):
        return "-"
    if code in (0xA0, 0x09):
        return " "
    return chr(code) if 0 < code <= sys.maxunicode else "\ufffd"


class _Faces:
    """The type of each character of a page, looked up once a piece of text.

    Attributes:
        turned: pieces of text were met that do not run from left to right.
    """

    def __init__(self, text: object) -> None:
        self._text = text
        self._matrix = pdfium.FS_MATRIX()
        self._known: dict[int, Face | None] = {}
        self.turned = False

    def face(self, index: int) -> Face | None:
        """The type of a character, or None if it is generated or turned from the horizontal."""
        piece = pdfium.FPDFText_GetTextObject(self._text, index)
        if not piece:
            return None
        key = ctypes.addressof(piece.contents)
        if key not in self._known:
            self._known[key] = self._read(piece, index)
        return self._known[key]

    def _read(self, piece: object, index: int) -> Face | None:
        matrix = self._matrix
        if not pdfium.FPDFText_GetMatrix(self._text, index, matrix):
            return None
        if abs(matrix.b) > 0.1 * abs(matrix.a):
            self.turned = True
            return None
        size = pdfium.FPDFText_GetFontSize(self._text, index) * abs(matrix.d)
        font = pdfium.FPDFTextObj_GetFont(piece)
        name = _font_name(font).lower()
        flags = pdfium.FPDFFont_GetFlags(font)
        bold = (
            pdfium.FPDFFont_GetWeight(font) >= _BOLD
            or bool(flags & _FORCE_BOLD_FLAG and flags >= 0)
            or any(word in name for word in ("bold", "black", "heavy", "semibold"))
        )
        slanted = bool(flags >= 0 and flags & _ITALIC_FLAG)
        italic = slanted or "italic" in name or "oblique" in name
        return Face(round(size, 2), bold, italic)


def _font_name(font: object) -> str:
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", errors="replace")


def _frames(page: object) -> Iterator[Frame]:
    """Yield the bounds of the lines and areas drawn on a page; a map is made of thousands."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        bounded = pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
        if bounded and right.value - left.value >= _NARROWEST:
            yield Frame(left.value, bottom.value, right.value, top.value)
