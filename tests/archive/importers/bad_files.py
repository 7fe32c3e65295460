"""Files that cannot be imported, and files that only look as if they could not."""

from __future__ import annotations

import io
import random
import subprocess
import zipfile

import pypandoc

WORDS = "The harbour was as quiet that spring as the pilots had left it in the autumn."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEGABYTE = 1 << 20


def junk(size: int) -> bytes:
    return random.Random(size).randbytes(size)  # noqa: S311 - the same junk in every run


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def whole(suffix: str) -> bytes:
    """A sound file of a zipped format."""
    command = [pypandoc.get_pandoc_path(), "--from=markdown", f"--to={suffix}", "--output=-"]
    made = subprocess.run(command, input=WORDS.encode(), check=True, capture_output=True)
    return made.stdout


def bomb() -> bytes:
    return zipped({"[Content_Types].xml": b"", "word/document.xml": b" " * (200 * _MEGABYTE)})


def lying_bomb() -> bytes:
    """A bomb whose directory says that it unpacks to a few bytes."""
    small, large = b"<w/>", b" " * (100 * _MEGABYTE)
    content = zipped({"[Content_Types].xml": b"", "word/document.xml": large})
    return content.replace(len(large).to_bytes(4, "little"), len(small).to_bytes(4, "little"))


def locked_zip() -> bytes:
    content = bytearray(zipped({"word/document.xml": b"words"}))
    content[6] |= 1
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    return bytes(content)


def nested(opening: str, closing: str) -> bytes:
    deep = opening * 10_000 + f"<p>Deep down. {WORDS}</p>" + closing * 10_000
    return f"<html><body><p>{WORDS}</p>{deep}<p>{WORDS}</p></body></html>".encode()


REFUSED = {
    "nothing": (b"", "empty"),
    "blanks": (b" \r\n\t\n ", "empty"),
    "junk": (junk(100_000), "binary"),
    "zeros": (b"\x00" * 5_000, "binary"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + junk(5_000), "no format"),
    "a program": (b"\x7fELF" + junk(5_000), "no format"),
    "a line of digits": (b"12345 67890 " * 100, "no words"),
    "a page of scripts": (b"<html><body><script>let x = 1</script></body></html>", "no text"),
    "a page of junk": (b"<!DOCTYPE html><html><p>" + junk(20_000), "binary"),
    "a page with a line without end": (b"<html><p>" + b"words " * 400_000, "million"),
    "a page that is too large": (b"<html><p>" + b" " * (17 * _MEGABYTE), "larger than"),
    "a broken PDF": (b"%PDF-1.7\n" + junk(500), ""),
    "a zip of anything": (zipped({"words.txt": b"words"}), "format"),
    "a workbook": (zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "Excel"),
    "an old .doc": (OLE + junk(5_000), "old format"),
    "a .docx with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a locked zip": (locked_zip(), "password"),
    "a .docx cut short": (whole("docx")[:6_000], "cut short"),
    "an .odt cut short": (whole("odt")[:3_000], "cut short"),
    "an .epub cut short": (whole("epub")[:3_000], "cut short"),
    "a .docx of junk": (b"PK\x03\x04" + junk(200) + b"word/", "cut short"),
    "a .docx without a text": (
        zipped({"[Content_Types].xml": b"", "word/document.xml": b"<oops"}),
        "",
    ),
    "a zip bomb": (bomb(), "not safe"),
    "a zip bomb that lies": (lying_bomb(), ""),
    "RTF cut short": (b"{\\rtf1\\ansi {\\b words", "cannot be read"),
    "RTF of brackets": (b"{\\rtf1 " + b"{" * 5_000 + b"}" * 5_001, "no text"),
    "TEI cut short": (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><p>Words", "XML"),
    "TEI without a text": (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><p>Words</p></TEI>", "text"),
}
"""Name to content, and a word that the message must have."""

_PLAIN = f"{WORDS}\n\nCafé — “words” of the keeper’s.\n"
_PAGE = f"<html><body><p>{WORDS}</p><p>Café — “words” of the keeper’s.</p></body></html>"

IMPORTED = {
    "text of Windows": _PLAIN.encode("cp1252"),
    "text of UTF-8 with a mark": _PLAIN.encode("utf-8-sig"),
    "text of UTF-16": _PLAIN.encode("utf-16"),
    "text of UTF-16 without a mark": _PLAIN.encode("utf-16-le"),
    "text with a zero": _PLAIN.encode().replace(b"of the", b"of\x00 the"),
    "a page of Windows": _PAGE.encode("cp1252"),
    "a page of UTF-8 with a mark": _PAGE.encode("utf-8-sig"),
    "a page of UTF-16": _PAGE.encode("utf-16"),
    "a page of UTF-16 without a mark": _PAGE.encode("utf-16-be"),
    "a page with a zero": _PAGE.encode().replace(b"of the", b"of\x00 the"),
    "a page with scripts": _PAGE.replace(
        "<p>", "<script>alert(1)</script><p onclick='alert(2)'>"
    ).encode(),
    "a page cut short": _PAGE.removesuffix("</p></body></html>").encode() + b"</p><div",
    "a .docx": whole("docx"),
    "an .odt": whole("odt"),
    "an .epub": whole("epub"),
}

NESTED = {
    "groups": nested("<div>", "</div>"),
    "quotations": nested("<blockquote>", "</blockquote>"),
    "lists": nested("<ul><li>", "</li></ul>"),
    "tables": nested("<table><tr><td>", "</td></tr></table>"),
    "bold letters": nested("<b>", "</b>"),
    "raised figures": nested("<sup>", "</sup>"),
}
