"""Books of several pages, with notes on the page and at the end of the book."""

import zipfile
from pathlib import Path

import pytest

from archive import NoteMark
from archive.errors import ImportFailedError
from archive.importers import import_file

PROSE = "The harbour was as quiet that spring as the pilots had left it in the autumn."
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book/book.opf"/></rootfiles></container>"""
PAGES = {
    "nav.xhtml": '<nav><ol><li><a href="sand.xhtml">Sand</a></li></ol></nav>',
    "sand.xhtml": f"""<h1 id="top">Sand</h1>
    <p>{PROSE}<a href="notes.xhtml#n1" id="r1"><sup>1</sup></a></p>
    <p>{PROSE}<a epub:type="noteref" href="#f1">*</a></p>
    <aside epub:type="footnote" id="f1"><p>* On the page.</p></aside>""",
    "silt.xhtml": f"""<h1 id="top">Silt</h1>
    <p>{PROSE}<a href="notes.xhtml#n2" id="r1"><sup>2</sup></a></p>
    <p>See <a href="sand.xhtml#top">the other bank</a> and
    <a href="sand.xhtml">its page</a>.</p>""",
    "notes.xhtml": """<h1>Notes</h1><h2>Sand</h2><p id="n1"><a href="sand.xhtml#r1">1</a>. A book.
    </p><h2>Silt</h2><p id="n2"><a href="silt.xhtml#r1">2</a>. A table.</p>""",
}


def write_book(path: Path, pages: dict[str, str] = PAGES, container: str = CONTAINER) -> Path:
    items = "".join(
        f'<item id="{name}" href="{name}" properties="{"nav" if name == "nav.xhtml" else ""}"/>'
        for name in pages
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
    opf = f"""<package xmlns="http://www.idpf.org/2007/opf"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Quays</dc:title>
    <dc:creator>Moreau, Ana</dc:creator><dc:creator>Ito, Ben</dc:creator></metadata>
    <manifest>{items}</manifest><spine>{spine}</spine></package>"""
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", container)
        book.writestr("book/book.opf", opf)
        for name, body in pages.items():
            page = f"<html xmlns:epub='http://www.idpf.org/2007/ops'><body>{body}</body></html>"
            book.writestr(f"book/{name}", page)
    return path


def test_pages_follow_each_other_without_the_contents(tmp_path: Path) -> None:
    document = import_file(write_book(tmp_path / "book.epub")).document

    assert [block.text for block in document.blocks] == [
        "Sand",
        PROSE,
        PROSE,
        "Silt",
        PROSE,
        "See the other bank and its page.",
    ]
    assert document.metadata.authors == ("Ana Moreau", "Ben Ito")


def test_notes_are_found_on_their_own_page_and_on_others(tmp_path: Path) -> None:
    document = import_file(write_book(tmp_path / "book.epub")).document

    assert {note.label: note.text for note in document.notes} == {
        "1": "A book.",
        "*": "On the page.",
        "2": "A table.",
    }
    marks = [block.marks for block in document.blocks if block.text == PROSE]
    assert marks == [
        (NoteMark(len(PROSE), note),) for note in (document.notes[n].id for n in range(3))
    ]


def test_links_lead_from_page_to_page(tmp_path: Path) -> None:
    last = import_file(write_book(tmp_path / "book.epub")).document.blocks[-1]

    assert [span.href for span in last.spans] == ["#h1", "#h1"]


@pytest.mark.parametrize("container", ["", "<container>", "<container/>"])
def test_a_book_without_a_spine_is_refused(tmp_path: Path, container: str) -> None:
    path = write_book(tmp_path / "book.epub", container=container)

    with pytest.raises(ImportFailedError, match="no book in EPUB"):
        import_file(path)
