"""TEI in the ways that editors write it."""

from itertools import pairwise
from pathlib import Path

import pytest

from archive import BlockKind, PartialDate
from archive.errors import ImportFailedError
from archive.importers import ImportResult, import_file

HEADER = """<teiHeader><fileDesc>
<titleStmt><title>Quays</title><title type="sub">And jetties</title>
<author>Ana Moreau</author></titleStmt>
<publicationStmt><publisher>House of Ports</publisher><date when="2011-05">May</date>
</publicationStmt></fileDesc></teiHeader>"""


def read(tmp_path: Path, text: str, header: str = HEADER) -> ImportResult:
    path = tmp_path / "quays.xml"
    path.write_text(
        f'<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en-GB">'
        f"{header}<text>{text}</text></TEI>",
        encoding="utf-8",
    )
    return import_file(path)


def test_the_header_is_the_metadata(tmp_path: Path) -> None:
    result = read(tmp_path, "<body><p>Words.</p></body>")
    metadata = result.document.metadata

    assert (metadata.title, metadata.subtitle) == ("Quays", "And jetties")
    assert (metadata.authors, metadata.publisher) == (("Ana Moreau",), "House of Ports")
    assert (metadata.date, metadata.language) == (PartialDate(2011, 5), "en-GB")
    assert {found.field: found.line for found in result.report.evidence}["date"] == 5


def test_notes_in_the_text(tmp_path: Path) -> None:
    body = '<p>Words<note n="3" place="foot">A <hi rend="italic">book</hi>.</note> go on.</p>'

    document = read(tmp_path, f"<body>{body}</body>").document

    assert [(note.label, note.text, len(note.spans)) for note in document.notes] == [
        ("3", "A book.", 1)
    ]
    assert document.blocks[0].text == "Words go on."
    assert document.blocks[0].marks[0].offset == 5


def test_notes_at_the_end(tmp_path: Path) -> None:
    body = '<p>Words<ref target="#n1">1</ref> go<ptr target="#n2"/> on.</p>'
    back = '<div type="notes"><note xml:id="n1" n="1"><p>A book.</p></note>'
    back += '<note xml:id="n2" n="2"><p>A table.</p></note></div>'

    document = read(tmp_path, f"<body>{body}</body><back>{back}</back>").document

    assert [(note.label, note.text) for note in document.notes] == [
        ("1", "A book."),
        ("2", "A table."),
    ]
    assert [mark.offset for mark in document.blocks[0].marks] == [5, 8]


def test_divisions_quotations_verse_and_page_breaks(tmp_path: Path) -> None:
    body = """<div><head>Sand</head><p>One <q>boat</q><pb n="4"/> left.<fw>page 4</fw></p>
    <div><head>Silt</head><quote><p>Words of another.</p></quote>
    <lg><l>One line</l><l>and two</l></lg></div></div>"""

    blocks = read(tmp_path, f"<body>{body}</body>").document.blocks

    assert [(block.kind, block.level, block.text) for block in blocks] == [
        (BlockKind.HEADING, 1, "Sand"),
        (BlockKind.PARAGRAPH, 0, "One “boat” left."),
        (BlockKind.HEADING, 2, "Silt"),
        (BlockKind.QUOTATION, 0, "Words of another."),
        (BlockKind.PARAGRAPH, 0, "One line\nand two"),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<body><p>Words.</body>", "mismatched tag"),
        ("<body><p>&undeclared;</p></body>", "undefined entity"),
    ],
)
def test_broken_xml_is_refused_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(ImportFailedError, match=problem) as refused:
        read(tmp_path, text)

    assert "quays.xml:" in str(refused.value)


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "quays.xml"
    path.write_text('<?xml version="1.0" encoding="quay-8"?><TEI><text><p>Words</p></text></TEI>')

    with pytest.raises(ImportFailedError, match="quay-8"):
        import_file(path)


def test_entities_that_grow_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xml"
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise("abcdefghi")
    )
    path.write_text(f"<!DOCTYPE TEI [{entities}]><TEI><text><p>&i;</p></text></TEI>")

    with pytest.raises(ImportFailedError, match="declares entities"):
        import_file(path)
