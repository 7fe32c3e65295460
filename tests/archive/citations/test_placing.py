"""Citations of a whole document: short names, ibid. and references from note to note."""

from collections.abc import Sequence

from archive.authorities import Authorities, UNDocument
from archive.citations import CitationForm, document_citations
from archive.models import Note
from tests.factories import make_block, make_document

AUTHORITIES = Authorities(
    un_documents=(UNDocument("policy", None, "A policy", common_names=("2019 POC policy",)),)
)

Found = tuple[str, str, str | None, CitationForm]


def found(notes: Sequence[str | None], text: str = "The mission stayed.") -> list[Found]:
    document = make_document(
        blocks=[make_block(text=text)],
        notes=[Note(f"fn{i}", str(i), body) for i, body in enumerate(notes, start=1)],
    )
    return [
        (placed.passage, placed.citation.text, placed.citation.symbol, placed.citation.form)
        for placed in document_citations(document, AUTHORITIES)
    ]


def test_a_short_name_given_in_brackets_counts_in_the_whole_document() -> None:
    assert found(
        ["The text is in A/67/775-S/2013/110, March 5, 2013 [DDP].", "DDP, para. 4."],
        text="Under the DDP support may end.",
    ) == [
        ("p1", "DDP", "A/67/775-S/2013/110", CitationForm.SHORT_NAME),
        ("fn1", "A/67/775-S/2013/110", "A/67/775-S/2013/110", CitationForm.SYMBOL),
        ("fn1", "DDP", "A/67/775-S/2013/110", CitationForm.SHORT_NAME),
        ("fn2", "DDP", "A/67/775-S/2013/110", CitationForm.SHORT_NAME),
    ]


def test_a_short_name_may_stand_in_quotation_marks() -> None:
    citations = found(["S/2019/842 (hereinafter the “Review”).", "The Review, p. 2; in review."])
    assert [text for _, text, _, form in citations if form is CitationForm.SHORT_NAME] == [
        "Review",
        "Review",
    ]


def test_an_editors_insertion_defines_nothing() -> None:
    assert len(found(["In S/2019/842 “they [the troops] left”. And [the troops] came."])) == 1


def test_ibid_means_what_the_note_before_cites() -> None:
    assert found(["S/RES/2098 (2013), para. 9.", "Ibid., para. 12.", "See ibid."])[1:] == [
        ("fn2", "Ibid.", "S/RES/2098 (2013)", CitationForm.IBID),
        ("fn3", "ibid.", "S/RES/2098 (2013)", CitationForm.IBID),
    ]


def test_ibid_inside_a_note_means_what_stands_before_it() -> None:
    notes = ["S/2018/1, p. 2.", "S/2019/842, para. 3; ibid., para. 5."]
    assert found(notes)[-1] == ("fn2", "ibid.", "S/2019/842", CitationForm.IBID)


def test_ibid_is_left_where_it_may_mean_something_else() -> None:
    assert len(found(["S/2018/1; and a book by A. Writer.", "Ibid."])) == 1
    assert len(found(["S/2018/1; S/2018/2.", "Ibid."])) == 2
    assert len(found(["S/2018/1.", None, "Ibid."])) == 1
    assert found(["Ibid."]) == []


def test_ibid_keeps_its_own_pinpoint() -> None:
    document = make_document(
        blocks=[make_block()],
        notes=[
            Note("fn1", "1", "2019 POC policy, para. 61."),
            Note("fn2", "2", "Ibid., para. 62."),
        ],
    )
    _, ibid = document_citations(document, AUTHORITIES)
    assert (ibid.citation.document, ibid.citation.pinpoint) == ("policy", "para. 62")


def test_a_reference_to_a_note_leads_to_what_it_cites() -> None:
    notes = ["S/2019/741.", "An interview.", "See footnote 1.", "Writer, note 1 above, p. 4."]
    assert found(notes)[1:] == [
        ("fn3", "See footnote 1", "S/2019/741", CitationForm.NOTE),
        ("fn4", "note 1 above", "S/2019/741", CitationForm.NOTE),
    ]


def test_a_reference_to_a_note_that_cites_nothing_or_much_is_left() -> None:
    assert found(["An interview.", "See note 1."]) == []
    assert len(found(["S/2019/741 and S/2019/742.", "See note 1."])) == 2
    assert found(["See note 9."]) == []


def test_where_labels_repeat_the_nearest_note_is_meant() -> None:
    document = make_document(
        blocks=[make_block()],
        notes=[
            Note("a1", "1", "S/2001/1."),
            Note("b1", "1", "S/2002/2."),
            Note("b2", "2", "See note 1 above."),
        ],
    )
    *_, last = document_citations(document)
    assert (last.passage, last.citation.symbol) == ("b2", "S/2002/2")
