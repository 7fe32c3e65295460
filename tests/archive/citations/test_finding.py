"""Citations of one text: symbols, names of the authority, pinpoints, contradictions."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.authorities import Authorities, UNDocument
from archive.citations import Citation, CitationForm, find_citations

AUTHORITIES = Authorities(
    un_documents=(
        UNDocument("brahimi", "A/55/305-S/2000/809", "A panel", common_names=("Brahimi report",)),
        UNDocument("doctrine", None, "Principles", common_names=("Capstone Doctrine",)),
        UNDocument(
            "agenda", "A/47/277-S/24111", "An agenda", common_names=("An Agenda for Peace",)
        ),
        UNDocument("horizon", None, "A paper", common_names=("New Horizon",)),
        UNDocument("women", "S/RES/1325 (2000)", "Women", common_names=("Resolution 1325",)),
    )
)


def cited(text: str) -> list[Citation]:
    return list(find_citations(text, AUTHORITIES))


def only(text: str) -> Citation:
    (citation,) = cited(text)
    return citation


def test_a_citation_knows_its_place_and_its_document() -> None:
    text = "See UN Doc. S/2000/809, para. 3."
    citation = only(text)
    assert citation == Citation(
        symbol="S/2000/809",
        text="S/2000/809",
        start=text.index("S/2000"),
        end=text.index(", para"),
        form=CitationForm.SYMBOL,
        document="brahimi",
        pinpoint="para. 3",
    )


def test_a_name_of_the_authority_is_a_citation() -> None:
    citation = only("As the Brahimi Report asked, forces grew.")
    assert (citation.symbol, citation.text) == ("A/55/305-S/2000/809", "Brahimi Report")
    assert citation.form is CitationForm.NAME


def test_a_paper_without_symbol_is_cited_by_its_id() -> None:
    citation = only("The Capstone Doctrine (2008), pp. 31–35, says so.")
    assert (citation.symbol, citation.document, citation.key) == (None, "doctrine", "doctrine")
    assert citation.pinpoint == "pp. 31–35"


def test_a_name_counts_without_its_article() -> None:
    assert only("The 1992 Agenda for Peace").document == "agenda"
    assert only("the text of An Agenda for Peace").text == "An Agenda for Peace"


def test_a_name_in_small_letters_is_not_the_document() -> None:
    assert cited("on a new horizon") == []


def test_a_symbol_goes_before_a_name() -> None:
    citation = only("under Resolution 1325 (2000)")
    assert (citation.form, citation.text) == (CitationForm.SYMBOL, "Resolution 1325 (2000)")


def test_without_authorities_only_symbols_are_found() -> None:
    citations = find_citations("the Brahimi report, A/55/305-S/2000/809")
    assert [(citation.symbol, citation.document) for citation in citations] == [
        ("A/55/305-S/2000/809", None)
    ]


@pytest.mark.parametrize(
    ("after", "pinpoint"),
    [
        (", para. 16", "para. 16"),
        (" (1999), p.3", "p.3"),
        (", OP 12", "OP 12"),
        (", March 5, 2013 [HRDDP], paras. 18–19", "paras. 18–19"),
        (", paras. 29(i)(a) and (e). See", "paras. 29(i)(a) and (e)"),
        (", para. 29 (i)(d); and", "para. 29 (i)(d)"),
        (", paras. 33, 34, 36, and 78–87", "paras. 33, 34, 36, and 78–87"),
        (", operative paragraph 4", "operative paragraph 4"),
        (", annex II", "annex II"),
        (" (16 June 2015), at para. 8, 12 May 2016", "para. 8"),
        (" and its para. 5", None),
        (". Page 7", None),
    ],
)
def test_pinpoints(after: str, pinpoint: str | None) -> None:
    assert only(f"S/2015/446{after}").pinpoint == pinpoint


def test_a_resolution_and_the_symbol_beside_it_share_the_pinpoint() -> None:
    citations = cited("Security Council, Resolution 2100 (2013), UN Doc. S/RES/2100, para. 16.")
    assert [(citation.symbol, citation.pinpoint) for citation in citations] == [
        ("S/RES/2100 (2013)", "para. 16"),
        ("S/RES/2100 (2013)", "para. 16"),
    ]


def test_a_symbol_that_contradicts_the_words_before_it_is_reported() -> None:
    first, second = cited("Resolution 2499 (November 15, 2019), UN Doc. S/RES/2480, para. 33")
    assert first.fault is None
    assert second.fault == (
        "The text says S/RES/2499 (2019), the symbol beside it S/RES/2480 (2019)."
    )


def test_a_wrong_year_is_reported_and_leads_to_no_document() -> None:
    citation = only("resolution 1325 (2001)")
    assert citation.fault == "Resolution 1325 is of 2000, not of 2001."
    assert citation.document is None


pieces = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "S/RES/1325 (2000)", "resolutions 819, 824 and 836 (1993)", "the Brahimi report",
                "An Agenda for Peace", "A/55/305–S/2000/809", ", para. 3", "UNSCR 1325", "[HRDDP]",
            ]
        ),
        st.text(max_size=8),
    ),
    max_size=12,
)  # fmt: skip


@given(pieces)
def test_places_are_right_sorted_and_apart(parts: list[str]) -> None:
    text = " ".join(parts)
    citations = cited(text)
    assert all(text[one.start : one.end] == one.text for one in citations)
    assert all(first.end <= second.start for first, second in pairwise(citations))
