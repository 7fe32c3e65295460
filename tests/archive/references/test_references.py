"""References of one document to another: which are found, and how sure they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import Document, Metadata, Note, PartialDate, Span, SpanKind
from archive.references import (
    Catalogue,
    Reference,
    ReferenceForm,
    document_references,
    find_author_dates,
)
from tests.factories import make_block, make_document

CATALOGUE = Catalogue(
    [
        (
            "robust",
            Metadata(
                "Robust turns in the long practice of consent",
                subtitle="Seven lessons",
                authors=("Ada Moreau",),
                publisher="Harbour Institute",
                date=PartialDate(2011, 3),
            ),
        ),
        (
            "patrols",
            Metadata(
                "Patrols by night",
                authors=("Ada Moreau", "Jan van der Berg"),
                date=PartialDate(2014),
            ),
        ),
        ("ships", Metadata("Ships at rest", authors=("Ole Lindt",), date=PartialDate(2014))),
        ("boats", Metadata("Boats at rest", authors=("Ole Lindt",), date=PartialDate(2014))),
        (
            "waters",
            Metadata(
                "Troubled waters",
                authors=("Ole Lindt", "Per Holm", "Ida Falk"),
                date=PartialDate(2016),
            ),
        ),
        ("undated", Metadata("Untitled papers of the harbour committee")),
        ("citing", Metadata("The citing document", authors=("Eva Berg",), date=PartialDate(2020))),
    ]
)


def references(*texts: str, spans: tuple[Span, ...] = ()) -> tuple[Reference, ...]:
    blocks = [make_block("p1", texts[0], spans=spans)]
    notes = [Note(f"fn{i}", str(i), text) for i, text in enumerate(texts[1:], start=1)]
    return document_references(make_document(blocks, notes, identifier="citing"), CATALOGUE)


def targets(*texts: str) -> list[tuple[str, bool]]:
    return [(found.target, found.doubtful) for found in references(*texts)]


@pytest.mark.parametrize(
    ("text", "target", "written"),
    [
        ("It grew (Moreau, 2011).", "robust", "Moreau, 2011"),
        ("It grew (Moreau 2011, p. 4).", "robust", "Moreau 2011, p. 4"),
        ("It grew (see Moreau, 2011a: 4–6; Holm 1999).", "robust", "Moreau, 2011a: 4–6"),
        ("As Moreau (2011) has it.", "robust", "Moreau (2011)"),
        ("In Moreau’s (2011, p. 3) words.", "robust", "Moreau’s (2011, p. 3)"),
        ("Found (Moreau & van der Berg, 2014).", "patrols", "Moreau & van der Berg, 2014"),
        ("Moreau and van der Berg (2014) agree.", "patrols", "Moreau and van der Berg (2014)"),
        ("It rose (Lindt et al., 2016).", "waters", "Lindt et al., 2016"),
        ("Lindt, Holm and Falk (2016) agree.", "waters", "Lindt, Holm and Falk (2016)"),
    ],
)
def test_author_and_year(text: str, target: str, written: str) -> None:
    (found,) = references(text)
    assert (found.target, found.text, found.form) == (target, written, ReferenceForm.AUTHOR_DATE)
    assert not found.doubtful


@pytest.mark.parametrize(
    "text",
    [
        "It grew (Moreau, 2012).",
        "It grew (Meyer, 2011).",
        "Resolution 1325 (2000) and the Council (2011).",
        "In May 2011 Moreau came; in 2011, Moreau left.",
        "(Moreau and Holm, 2011)",
        "(2011) and (A, 2011)",
    ],
)
def test_other_authors_and_years_are_not_in_the_archive(text: str) -> None:
    assert references(text) == ()


def test_two_years_of_one_author_are_two_references() -> None:
    assert [found.target for found in references("(Moreau, 2011, 2014)")] == ["robust", "patrols"]


def test_a_missing_second_author_is_doubtful() -> None:
    assert targets("(Moreau, 2014)") == [("patrols", True)]


def test_two_documents_of_one_author_and_year_are_both_doubtful() -> None:
    assert targets("(Lindt, 2014)") == [("ships", True), ("boats", True)]


def test_the_list_of_references_settles_which_work_is_meant() -> None:
    listed = "Moreau, A. (2011) A treatise on rope. Elsewhere: Press."
    assert targets("It grew (Moreau, 2011).", listed)[0] == ("robust", True)
    listed = "Lindt, O. (2014) Ships at rest. Harbour: Press."
    assert ("ships", False) in targets("It grew (Lindt, 2014).", listed)


@pytest.mark.parametrize(
    "note",
    [
        "Ada Moreau, Robust Turns in the Long Practice of Consent: Seven Lessons (2011), p. 4.",
        "A. Moreau, “Robust turns in the long practice of consent”, Harbour Institute, March 2011.",
        "Moreau, Robust turns in the long practise of consent, 2011",
        "See Moreau, Robust Turns\nin the Long Practice of Consent.",
        "Robust Turns in the Long Practice of Consent (Harbour Institute, 2011).",
    ],
)
def test_author_title_and_year_in_a_note(note: str) -> None:
    (found,) = [one for one in references("A text.", note) if one.form is ReferenceForm.TITLE]
    assert (found.target, found.passage, found.doubtful) == ("robust", "fn1", False)
    assert found.text.casefold().startswith("robust turns")


def test_a_long_title_alone_is_doubtful() -> None:
    assert targets("It is like Robust Turns in the Long Practice of Consent.") == [("robust", True)]


def test_a_long_title_and_its_year_are_doubtful_still() -> None:
    assert targets("Robust Turns in the Long Practice of Consent, 2011.") == [("robust", True)]


def test_another_year_makes_a_title_doubtful() -> None:
    assert targets("Moreau, Robust turns in the long practice of consent, 1999.") == [
        ("robust", True)
    ]


def test_the_author_of_the_next_reference_does_not_count() -> None:
    assert targets("Robust turns in the long practice of consent; Moreau, Rope.") == [
        ("robust", True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "There were patrols by night in 2014.",
        "In 2011 came robust turns in the long practice of consent.",
        "Lindt, Ships at large, 2014.",
        "A long practice of robust consent turns.",
        "The citing document, by Eva Berg (2020).",
    ],
)
def test_what_is_no_title_of_another_document(text: str) -> None:
    assert references(text) == ()


def test_a_short_title_counts_with_its_author() -> None:
    assert targets("Ole Lindt, Ships at rest, 2014.") == [("ships", False)]


def test_a_link_is_sure_and_stands_for_what_it_covers() -> None:
    text = "Robust turns in the long practice of consent"
    href = "../robust/document.html#p3"
    (found,) = references(text, spans=(Span(0, len(text), SpanKind.LINK, href),))
    assert (found.form, found.confidence) == (ReferenceForm.LINK, 1.0)


def test_a_link_to_itself_or_elsewhere_is_no_reference() -> None:
    hrefs = ("../citing/document.html", "https://example.org/documents/robust/document.html")
    for href in hrefs:
        assert references("Here.", spans=(Span(0, 4, SpanKind.LINK, href),)) == ()


def test_what_looks_like_author_and_year_has_its_place() -> None:
    text = "On rope (cf. Moreau, 2011; Holm et al. 2012b), and Lindt’s (2014) ships."
    found = find_author_dates(text)
    assert [text[one.start : one.end] for one in found] == [
        "Moreau, 2011",
        "Holm et al. 2012b",
        "Lindt’s (2014)",
    ]
    assert [(one.names, one.others, one.years) for one in found][1] == (("holm",), True, (2012,))


@given(
    st.text(
        alphabet="Moreau, 2011();&and\n“Robust turns in the long practice of consent", max_size=200
    )
)
def test_any_text_can_be_read(text: str) -> None:
    document: Document = make_document([make_block("p1", text)], identifier="citing")
    for found in document_references(document, CATALOGUE):
        assert text[found.start : found.end] == found.text
        assert 0 < found.confidence <= 1
