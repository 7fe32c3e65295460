"""Files checked and made ready for pandoc, a function for each format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.importers.markup.findings import Finding
from archive.importers.markup.refusals import RefusedError
from archive.importers.office.packages import open_package
from archive.importers.office.properties import package_findings
from archive.importers.office.rtf import ready_for_pandoc
from archive.importers.web.decoding import decode_page

__all__ = [
    "Prepared",
    "prepare_docx",
    "prepare_markdown",
    "prepare_odt",
    "prepare_rtf",
]

_MARKDOWN = "markdown-smart-citations-tex_math_dollars-raw_tex-raw_attribute-example_lists"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What pandoc is given.

    Attributes:
        content: the file, checked.
        reader: the name of pandoc's reader, with its extensions.
        findings: what the file says of itself.
        encoding: of a text file, else None.
        doubts: about the encoding.
    """

    content: bytes
    reader: str
    findings: Sequence[Finding] = ()
    encoding: str | None = None
    doubts: tuple[str, ...] = ()


def prepare_docx(content: bytes) -> Prepared:
    """Check a .docx and make it ready."""
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise RefusedError(
                "The file is protected by a password.", "Save a copy without it, and import that."
            )
        raise RefusedError(
            "The file is of an old format of Microsoft Office, such as .doc.",
            "Open it in a word processor, save it as .docx, and import that.",
        )
    return _prepared_package(content, "docx")


def prepare_odt(content: bytes) -> Prepared:
    """Check an .odt and make it ready."""
    return _prepared_package(content, "odt")


def _prepared_package(content: bytes, kind: str) -> Prepared:
    package = open_package(content)
    if package.kind != kind:
        raise RefusedError(
            f"The file is {package.kind}, and no {kind}.",
            "Save it in a format that can be imported; do not give another with --as.",
        )
    return Prepared(package.repacked(), kind, tuple(package_findings(package)))


def prepare_rtf(content: bytes) -> Prepared:
    """Check a file of Rich Text Format and make it ready."""
    if not content.lstrip().startswith(b"{\\rtf"):
        raise RefusedError(
            "The file is no Rich Text Format.",
            "Import it without --as, so that its content decides.",
        )
    return Prepared(ready_for_pandoc(content), "rtf")


def prepare_markdown(content: bytes) -> Prepared:
    """Decode Markdown and make it ready; its words are not to be prettified."""
    decoded = decode_page(content)
    if decoded is None:
        raise RefusedError("The file is binary, not text.", "Give a file that holds Markdown.")
    text = decoded.text.replace("\x00", "").removeprefix("\ufeff")
    return Prepared(
        text.encode("utf-8", "replace"), _MARKDOWN, (), decoded.encoding, decoded.doubts
    )
