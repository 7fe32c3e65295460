import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.dates import PartialDate
from archive.errors import ImportFailedError
from archive.html import read_document_html, write_document_html
from archive.importers import ImportOverrides, ImportResult, Source, import_file
from archive.importers.plain.importer import TextImporter
from archive.models import BlockKind, Document
from archive.text import clean_text
from tests.archive.importers.plain.conftest import Importing

PAPER = """BOATS OF THE NORTH

Anna Moreau

May 2014

Introduction

The crews of the Northern Rivers have rowed for many years,1 and the har-
bours have paid them badly.2 They carried corn, wood and stones,
and what they

1 Jon Berg, The Harbours of the North (2001), 40.
2 Ibid., 44.

\f4

asked for was a better boat.3 Nobody gave them one.

What the crews carry

They ask for:

• Boats for six persons.
• Oars.

The harbours have heard them.4

3 Interview with a ferryman, Northport,
May 2012.
4 Berg, Harbours, 50–51.
"""


NONE = ImportOverrides()


def read(content: bytes, overrides: ImportOverrides = NONE) -> ImportResult:
    return TextImporter().read(Source(Path("invented.txt"), content), overrides)


def read_or_refused(content: bytes) -> ImportResult | None:
    """The import, or None where the importer refused it in one line."""
    try:
        return read(content)
    except ImportFailedError as error:
        if "\n" in str(error):
            raise
        return None


def test_a_paper_is_read_whole(import_text: Importing) -> None:
    document = import_text(PAPER).document
    assert [(block.id, block.kind.value, block.text[:12]) for block in document.blocks] == [
        ("h1", "heading", "Introduction"),
        ("p1", "paragraph", "The crews of"),
        ("h2", "heading", "What the cre"),
        ("p2", "paragraph", "They ask for"),
        ("p3", "item", "Boats for si"),
        ("p4", "item", "Oars."),
        ("p5", "paragraph", "The harbours"),
    ]
    assert document.blocks[1].text == (
        "The crews of the Northern Rivers have rowed for many years, and the harbours have paid "
        "them badly. They carried corn, wood and stones, and what they asked for was a better "
        "boat. Nobody gave them one."
    )
    assert [(note.id, note.label, note.text) for note in document.notes] == [
        ("fn1", "1", "Jon Berg, The Harbours of the North (2001), 40."),
        ("fn2", "2", "Ibid., 44."),
        ("fn3", "3", "Interview with a ferryman, Northport, May 2012."),
        ("fn4", "4", "Berg, Harbours, 50–51."),
    ]
    places = {
        note: (document.by_id[refs[0].passage].text or "")[: refs[0].offset][-6:]
        for note, refs in document.refs.items()
    }
    assert places == {"fn1": "years,", "fn2": "badly.", "fn3": " boat.", "fn4": " them."}


def test_numbering_anew_gives_other_ids_and_the_same_labels(import_text: Importing) -> None:
    chapter = PAPER.partition("Introduction\n")[2]
    document = import_text(f"First Crews\n{chapter}\n\nOther Crews\n{chapter}").document
    assert [note.id for note in document.notes] == [
        "fn1",
        "fn2",
        "fn3",
        "fn4",
        "fn2-1",
        "fn2-2",
        "fn2-3",
        "fn2-4",
    ]
    assert [note.label for note in document.notes] == ["1", "2", "3", "4"] * 2
    assert all(len(refs) == 1 for refs in document.refs.values())


def test_a_note_without_a_body_is_missing_and_doubted(import_text: Importing) -> None:
    text = re.sub("^2 Ibid.*\n", "", PAPER, flags=re.MULTILINE)
    found = import_text(text)
    assert [note.label for note in found.document.notes if note.text is None] == ["2"]
    assert found.report.counts.missing == 1


def test_a_note_without_a_mark_is_doubted(import_text: Importing) -> None:
    found = import_text(PAPER.replace("badly.2", "badly."))
    assert found.report.counts.unmarked == 1
    assert "fn2" in [doubt.passage for doubt in found.report.doubts]


def test_what_a_person_says_wins() -> None:
    said = ImportOverrides(
        "boats", "Boats", ("J. Berg",), PartialDate(2015), missions=("unmiss",), themes=("boats",)
    )
    found = read(PAPER.encode(), said)
    metadata = found.document.metadata
    assert found.document.id == "boats"
    assert (metadata.title, metadata.authors, str(metadata.date)) == ("Boats", ("J. Berg",), "2015")
    assert (metadata.missions, metadata.themes) == (("unmiss",), ("boats",))
    assert [(one.field, one.line) for one in found.report.evidence] == [
        ("title", None),
        ("author", None),
        ("date", None),
    ]


def test_the_id_comes_from_the_title(import_text: Importing) -> None:
    assert import_text(PAPER).document.id == "boats-of-the-north"


def test_the_same_file_gives_the_same_import(import_text: Importing) -> None:
    assert import_text(PAPER) == import_text(PAPER)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("Interview", "Inter\u00adview"),
        lambda text: text.replace("five", "ﬁve"),
    ],
)
def test_signs_of_other_systems_change_nothing(
    import_text: Importing, wrong: Callable[[str], str]
) -> None:
    right = import_text(PAPER).document
    assert import_text(wrong(PAPER)).document == right


@pytest.mark.parametrize("sign", ["\ufffe", "\x02"])
def test_hyphens_that_pdfium_hides_in_words_are_settled(import_text: Importing, sign: str) -> None:
    text = (
        f"The well-known crews of the har{sign}bours were well{sign}known in the har{sign}\nbours."
    )
    (block,) = import_text(text).document.blocks
    assert block.text == "The well-known crews of the harbours were well-known in the harbours."


def test_other_encodings_are_read_and_said(import_text: Importing) -> None:
    found = read(PAPER.replace("Moreau", "Åsé").encode("cp1252"))
    assert found.document.blocks == import_text(PAPER).document.blocks
    assert found.report.encoding != "utf-8"


@pytest.mark.parametrize("content", [b"", b" \n\f \n", b"\x00\x01\x02" * 100])
def test_bad_files_give_one_line_that_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    with pytest.raises(ImportFailedError) as raised:
        import_file(path, as_format="text")
    assert "bad.txt" in str(raised.value)
    assert "\n" not in str(raised.value)


WORDS = st.sampled_from(
    [
        "The", "crew", "of", "boats", "rested.", "years,1", "12", "3", "Ibid.,", "harbour.2",
        "(2011)", "http://rivers.example", "•", "1.", "(a)", "North", "*", "and", "har-", "“We",
        "row.”3", "¹²", "Box", "Notes", "INTRODUCTION", "—", "\f", "   ", "\t", "†",
    ]
)  # fmt: skip
TEXTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=40).map("\n".join)


def _holds(document: Document) -> None:
    """The invariants of the model hold for a document."""
    ids = [passage.id for passage in document.passages()]
    assert len(set(ids)) == len(ids)
    for passage in document.passages():
        assert passage.text is None or passage.text == clean_text(passage.text)
        length = len(passage.text or "")
        assert all(0 <= mark.offset <= length for mark in passage.marks)
        assert all(0 <= span.start < span.end <= length for span in passage.spans)
        assert all(mark.note in document.by_id for mark in passage.marks)
    for block in document.blocks:
        assert block.text
        assert (block.level > 0) == (block.kind in {BlockKind.HEADING, BlockKind.ITEM})
        assert (block.kind is BlockKind.ASIDE) <= (block.box is not None)


@settings(deadline=None)
@given(TEXTS)
def test_any_text_is_refused_in_one_line_or_read_as_a_valid_document(text: str) -> None:
    found = read_or_refused(text.encode())
    if found is not None:
        _holds(found.document)
        again = read_document_html(write_document_html(found.document), Path("document.html"))
        assert (again.blocks, again.notes) == (found.document.blocks, found.document.notes)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_one_line_or_read_as_a_valid_document(content: bytes) -> None:
    found = read_or_refused(content)
    if found is not None:
        _holds(found.document)
