from annotations import Quote, State, Target
from archive import Block, BlockKind, Note, NoteMark
from archive.citations import document_citations
from archive.mentions import document_mentions
from indexer import IndexedPassage, PassageKind
from indexer.passages import annotation_passage, passages_of
from tests.factories import make_annotation, make_block, make_document, make_heading
from tests.indexer.factories import AUTHORITIES

TEXT = "UNMISS stayed. It cited a rule. It left."
DOCUMENT = make_document(
    [
        make_heading("h1", "Part", 1),
        make_heading("h2", "Chapter", 2),
        make_block("p1", TEXT, marks=(NoteMark(31, "fn1"),)),
        Block("i1", BlockKind.ITEM, "An item.", level=1, label="(a)"),
    ],
    [Note("fn1", "1", "See S/RES/1996 (2011)."), Note("fn2", "2", None)],
    subtitle="A story",
    authors=("Ada Quill",),
    missions=("unmiss",),
    proposed_missions=("monusco",),
    themes=("force",),
)


def passages() -> dict[str, IndexedPassage]:
    found = passages_of(
        DOCUMENT,
        document_mentions(DOCUMENT, AUTHORITIES),
        document_citations(DOCUMENT, AUTHORITIES),
    )
    return {passage.id: passage for passage in found}


def test_there_is_a_passage_for_the_title_every_block_and_every_note_with_a_text() -> None:
    kinds = {identifier: passage.kind.value for identifier, passage in passages().items()}
    assert kinds == {
        "": "title",
        "h1": "heading",
        "h2": "heading",
        "p1": "paragraph",
        "i1": "item",
        "fn1": "note",
    }


def test_every_passage_carries_what_its_document_says() -> None:
    for passage in passages().values():
        assert passage.title == "The first mandate"
        assert (passage.date, passage.year, passage.type) == ("1999-10", 1999, "document")
        assert (passage.missions, passage.proposed_missions) == (("unmiss",), ("monusco",))
        assert (passage.authors, passage.themes) == (("Ada Quill",), ("force",))


def test_the_title_page_has_title_subtitle_and_authors() -> None:
    title = passages()[""]
    assert title.text == "The first mandate: A story\nAda Quill"
    assert title.url == "/documents/first-mandate"


def test_a_block_knows_its_section_and_what_it_mentions() -> None:
    paragraph = passages()["p1"]
    assert paragraph.section == ("Part", "Chapter")
    assert paragraph.mentioned == ("unmiss",)
    assert paragraph.url == "/documents/first-mandate#p1"
    assert passages()["i1"].label == "(a)"


def test_a_note_knows_the_sentence_and_section_that_refer_to_it_and_what_it_cites() -> None:
    note = passages()["fn1"]
    assert note.context == "It cited a rule."
    assert note.section == ("Part", "Chapter")
    assert note.symbols == ("S/RES/1996 (2011)",)
    assert note.label == "1"


def test_an_annotation_carries_its_words_kind_and_editor() -> None:
    annotation = make_annotation(
        target=Target("fn1", Quote("S/RES/1996 (2011)")),
        body="About *UNMISS* here.",
        themes=("protection",),
    )
    passage = annotation_passage(annotation, DOCUMENT, AUTHORITIES)
    assert passage is not None
    assert passage.kind is PassageKind.ANNOTATION
    assert (passage.text, passage.quote) == ("About UNMISS here.", "S/RES/1996 (2011)")
    assert (passage.annotation_kind, passage.editor) == ("comment", "A. Editor")
    assert passage.section == ("Part", "Chapter")
    assert passage.themes == ("force", "protection")
    assert passage.mentioned == ("unmiss",)
    assert passage.url == "/documents/first-mandate#annotation-a1"


def test_an_annotation_that_is_not_published_is_not_found() -> None:
    draft = make_annotation(state=State.DRAFT)
    assert annotation_passage(draft, DOCUMENT, AUTHORITIES) is None


def test_an_orphaned_annotation_has_no_section() -> None:
    orphan = make_annotation(target=Target("gone", Quote("nothing")))
    passage = annotation_passage(orphan, DOCUMENT, AUTHORITIES)
    assert passage is not None
    assert passage.section == ()
