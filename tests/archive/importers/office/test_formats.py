"""The same text comes out of every format: blocks, notes, metadata."""

import pytest

from archive import BlockKind, NoteMark, PartialDate, SpanKind
from archive.html import write_document_html
from archive.importers import import_file
from tests.archive.importers.office.conftest import MARKDOWN, MakeFile

FORMATS = ["docx", "odt", "epub", "md", "tei", "rtf"]
NAMES = {"md": "markdown"}
FIRST = "The pilots came back in the spring and nobody asked."


@pytest.mark.parametrize("suffix", FORMATS)
def test_notes_are_kept_at_their_words(make: MakeFile, suffix: str) -> None:
    document = import_file(make(suffix)).document

    block = next(block for block in document.blocks if block.text == FIRST)
    assert block.marks == (NoteMark(34, "fn1"), NoteMark(52, "fn2"))
    assert [note.text for note in document.notes] == [
        "Harbour book, page 4.\nA second paragraph.",
        "Tide tables of the year.",
    ]
    assert [span.kind for span in document.notes[1].spans] == [SpanKind.STRONG]


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_text_is_kept_in_its_order(make: MakeFile, suffix: str) -> None:
    blocks = import_file(make(suffix)).document.blocks

    texts = [block.text for block in blocks]
    places = [texts.index(text) for text in ("Sand", FIRST, "Silt", "Words of another.")]
    assert places == sorted(places)
    assert texts[-1] == "See the quay."
    assert [span.href for span in blocks[-1].spans] == ["https://ports.example/quay"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_headings_have_their_levels(make: MakeFile, suffix: str) -> None:
    blocks = import_file(make(suffix)).document.blocks

    headings = [(b.text, b.level) for b in blocks if b.kind is BlockKind.HEADING]
    assert headings == [("Sand", 1), ("Silt", 2)]


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub", "md", "tei"])
def test_lists_and_quotations_are_such(make: MakeFile, suffix: str) -> None:
    blocks = import_file(make(suffix)).document.blocks

    assert [b.text for b in blocks if b.kind is BlockKind.ITEM] == ["one boat", "two boats"]
    assert [b.text for b in blocks if b.kind is BlockKind.QUOTATION] == ["Words of another."]


@pytest.mark.parametrize("suffix", ["docx", "odt", "md"])
def test_labels_keep_their_brackets(make: MakeFile, suffix: str) -> None:
    blocks = import_file(make(suffix)).document.blocks

    assert [b.label for b in blocks if b.kind is BlockKind.ITEM] == ["a)", "b)"]


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub", "md", "tei"])
def test_metadata_are_kept(make: MakeFile, suffix: str) -> None:
    metadata = import_file(make(suffix)).document.metadata

    assert metadata.title == "The quiet harbour"
    assert metadata.authors == ("Ana Moreau", "Ben Ito")
    assert metadata.date == PartialDate(2011, 5, 3)
    assert metadata.source == {"file": f"harbour.{suffix}"}


def test_a_bold_first_line_is_the_title_of_a_file_that_names_none(make: MakeFile) -> None:
    result = import_file(make("rtf"))

    assert result.document.metadata.title == "The quiet harbour"
    assert [found.sure for found in result.report.evidence if found.field == "title"] == [False]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("named", ["harbour.txt", "harbour.html", "harbour"])
def test_the_content_decides_and_not_the_name(make: MakeFile, suffix: str, named: str) -> None:
    path = make(suffix)
    renamed = path.rename(path.with_name(named))

    assert import_file(renamed).report.importer == NAMES.get(suffix, suffix)


def test_as_overrides_the_content(make: MakeFile) -> None:
    assert import_file(make("md"), as_format="text").report.importer == "text"


def test_pandoc_leaves_quotes_dashes_and_dollars_alone(make: MakeFile) -> None:
    words = '"Quoted" -- it\'s $5 and $6, @key.'
    path = make("md")
    path.write_text(f"# Sand\n\n{words} [A link](https://a.example).\n", encoding="utf-8")

    assert import_file(path).document.blocks[-1].text == f"{words} A link."


def test_a_note_that_is_missing_in_markdown(make: MakeFile) -> None:
    path = make("md")
    path.write_text(f"{MARKDOWN}\n\nMore.[^9]\n", encoding="utf-8")

    document = import_file(path).document

    assert (document.notes[-1].label, document.notes[-1].text) == ("9", None)


def test_a_note_that_nothing_refers_to_is_doubted(make: MakeFile) -> None:
    path = make("md")
    path.write_text(f"{MARKDOWN}\n\n[^9]: Nobody reads me.\n", encoding="utf-8")

    doubts = [doubt.text for doubt in import_file(path).report.doubts]

    assert any("'9'" in doubt and "not used" in doubt for doubt in doubts)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_markdown_of_other_encodings(make: MakeFile, encoding: str) -> None:
    path = make("md")
    path.write_bytes("# Café\n\nWords — of a **keeper’s** daughter.\n".encode(encoding))

    result = import_file(path)

    assert result.report.importer == "markdown"
    assert result.document.blocks[-1].text == "Words — of a keeper’s daughter."


def test_scripts_in_markdown_do_not_survive(make: MakeFile) -> None:
    path = make("md")
    path.write_text("# Sand\n\n**Words** <b onclick=x()>go</b> on.\n\n<script>alert(1)</script>\n")

    html = write_document_html(import_file(path).document)

    assert "<strong>Words</strong> <strong>go</strong> on.</p>" in html
    assert "alert" not in html
    assert "onclick" not in html
