"""Which importer reads a file: its content decides, and its name only where that leaves it open."""

from pathlib import Path

import pytest

from archive.importers import Source, choose_importer

CASES = {
    "prose": ("a.md.txt", "Words of a harbour.\n\nMore words of it.", "text"),
    "prose with rules": ("a.txt", "HARBOUR\n-------\n\nWords of it.", "text"),
    "prose with hashes": ("a.txt", "# 12\n\nWords of it.", "text"),
    "prose with mathematics": ("a.txt", "a < b and c > d, it says.", "text"),
    "prose with a tag": ("a.txt", "<b>Words</b> of a harbour.", "text"),
    "Markdown by its name": ("a.md", "Words of a harbour.", "markdown"),
    "Markdown by its notes": ("a.txt", "Words.[^1]\n\n[^1]: A book.", "markdown"),
    "Markdown by its head": ("a.txt", "---\ntitle: Quays\n---\nWords.", "markdown"),
    "Markdown by its marks": ("a", "# Quays\n\nSee [there](https://a.example).", "markdown"),
    "Markdown that begins with HTML": (
        "README.md",
        "<p><img src=a><br><br></p>\n\n# Quays\n\n**Words** of it.",
        "markdown",
    ),
    "a page": ("a.txt", "<!DOCTYPE html>\n<title>Quays</title>Words.", "web"),
    "a page behind a comment": ("a.txt", "<!-- saved -->\n<html><p>Words.", "web"),
    "a page of XHTML": ("a.xml", "<?xml version='1.0'?><!DOCTYPE html><html><p>Words.", "web"),
    "a piece of a page": ("a.txt", "<div><p>Words</p><p>of a quay</p></div>", "web"),
    "TEI": ("a.html", "<?xml version='1.0'?><TEI><text><p>Words</p></text></TEI>", "tei"),
    "RTF": ("a.txt", "{\\rtf1\\ansi Words}", "rtf"),
}


@pytest.mark.parametrize("what", CASES)
def test_the_content_decides(what: str) -> None:
    name, text, importer = CASES[what]

    assert choose_importer(Source(Path(name), text.encode())).name == importer


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_pages_are_known_in_every_encoding(encoding: str) -> None:
    page = "<!DOCTYPE html><html><title>Café</title><p>Words of it.</p></html>".encode(encoding)

    assert choose_importer(Source(Path("a.txt"), page)).name == "web"
