"""The citation graph: who cites what, where, and what leads nowhere."""

from __future__ import annotations

import pickle
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from archive import Document, Note, NoteMark, PartialDate, Span, SpanKind
from archive.authorities import Authorities, UNDocument
from archive.citations import document_citations
from archive.citations.graph import (
    CitationGraph,
    DocumentGraph,
    UnresolvedReason,
    citation_graph,
    document_graph,
    filter_citing,
)
from archive.references import Catalogue, document_references
from tests.factories import make_block, make_document, make_heading

AUTHORITIES = Authorities(
    un_documents=(
        UNDocument("women", "S/RES/1325 (2000)", "Women and peace"),
        UNDocument("civilians", "S/RES/1265 (1999)", "Civilians"),
        UNDocument("leone", "S/RES/1270 (1999)", "Sierra Leone"),
        UNDocument("doctrine", None, "A doctrine", common_names=("Harbour Doctrine",)),
    )
)


def part(document: Document, catalogue: Catalogue | None = None) -> DocumentGraph:
    references = () if catalogue is None else document_references(document, catalogue)
    return document_graph(
        document, document_citations(document, AUTHORITIES), references, AUTHORITIES
    )


def graph(*documents: Document) -> CitationGraph:
    catalogue = Catalogue((document.id, document.metadata) for document in documents)
    return citation_graph(part(document, catalogue) for document in documents)


def text_document(identifier: str, *texts: str, **metadata: Any) -> Document:
    blocks = [make_block(f"p{number}", text) for number, text in enumerate(texts, start=1)]
    return make_document(blocks, identifier=identifier, **metadata)


def test_a_citing_sentence_has_all_that_leads_to_it() -> None:
    text = "They came. The Council asked for it. They stayed."
    document = make_document(
        blocks=[
            make_heading("h1", "Arrival"),
            make_heading("h2", "By sea", 2),
            make_block("p1", text, marks=(NoteMark(36, "fn7"),)),
        ],
        notes=[Note("fn7", "7", "A book. S/RES/1325 (2000), para. 8, and again S/RES/1325. End.")],
        missions=("unamsil",),
        themes=("poc",),
    )
    (sentence,) = graph(document).cited_by("women")
    assert (sentence.document.id, sentence.document.year) == ("first-mandate", 1999)
    assert (sentence.document.missions, sentence.document.themes) == (("unamsil",), ("poc",))
    place = sentence.place
    assert (place.passage, place.note) == ("fn7", "7")
    assert place.section == ("Arrival", "By sea")
    assert place.text == "S/RES/1325 (2000), para. 8, and again S/RES/1325."
    assert (place.context, place.context_passage) == ("The Council asked for it.", "p1")
    assert sentence.written == ("S/RES/1325 (2000)", "S/RES/1325")
    assert sentence.pinpoints == ("para. 8",)


def test_a_sentence_counts_once_and_each_sentence_counts() -> None:
    text = "UNSCR 1325, that is resolution 1325 (2000). Resolution 1325 was new."
    assert [s.place.text for s in graph(text_document("one", text)).cited_by("women")] == [
        "UNSCR 1325, that is resolution 1325 (2000).",
        "Resolution 1325 was new.",
    ]


def test_citing_sentences_are_sorted_by_date() -> None:
    documents = [
        text_document("late", "UNSCR 1325.", date=PartialDate(2019)),
        text_document("undated", "UNSCR 1325.", date=None),
        text_document("early", "UNSCR 1325. Again UNSCR 1325!", date=PartialDate(2001, 5)),
    ]
    cited = graph(*documents).cited["women"]
    assert [s.document.id for s in cited.cited_by] == ["early", "early", "late", "undated"]
    assert (cited.documents, cited.by_year) == (3, {2001: 2, 2019: 1})


def test_citing_sentences_can_be_narrowed() -> None:
    documents = [
        text_document("a", "UNSCR 1325.", missions=("unmil",), date=PartialDate(2001)),
        text_document("b", "UNSCR 1325.", missions=("unmil", "unmiss"), themes=("poc",)),
        text_document("c", "UNSCR 1325.", date=None),
    ]
    sentences = graph(*documents).cited_by("women")

    def left(**filters: Any) -> list[str]:
        return [s.document.id for s in filter_citing(sentences, **filters)]

    assert left() == ["b", "a", "c"]
    assert left(missions=["unmil"]) == ["b", "a"]
    assert left(missions=["unmiss", "onuc"], themes=["poc"]) == ["b"]
    assert left(first_year=2000) == ["a"]
    assert left(last_year=2000) == ["b"]


def test_what_stands_in_one_sentence_belongs_together_most() -> None:
    found = graph(
        text_document("a", "Resolutions 1325 and 1265. The Harbour Doctrine came later."),
        text_document("b", "UNSCR 1325 and UNSCR 1265.", "UNSCR 1270."),
        text_document("c", "UNSCR 1270 again.", "UNSCR 1270 still.", "UNSCR 1265 and UNSCR 1270."),
    )
    together = found.together("women")
    assert [(one.key, one.passages) for one in together] == [("civilians", 2), ("doctrine", 1)]
    assert [one.key for one in found.together("leone")] == ["civilians"]
    assert len(found.together("women", limit=1)) == 1
    assert found.together("nothing") == ()


def test_a_long_list_binds_less_than_a_pair() -> None:
    numbers = "1267, 1268, 1269, 1270, 1271 and 1272"
    found = graph(
        text_document("a", f"Resolutions 1325, {numbers}."),
        text_document("b", "UNSCR 1325 and UNSCR 1265."),
    )
    assert found.together("women")[0].key == "civilians"


def test_half_of_a_double_symbol_is_the_same_document() -> None:
    found = graph(
        text_document("a", "See A/67/775-S/2013/110."), text_document("b", "See S/2013/110.")
    )
    assert list(found.cited) == ["A/67/775-S/2013/110"]
    assert len(found.cited_by("A/67/775-S/2013/110")) == 2
    assert found.key_of("S/2013/110") == "A/67/775-S/2013/110"
    assert found.key_of("S/2013/111") is None


def test_what_leads_nowhere_is_listed_by_frequency() -> None:
    found = graph(
        text_document(
            "a",
            "S/2018/1 and S/2018/1. See S/2018/1 (the “Report”); the Report.",
            "Resolution 1325 (2001) is wrong.",
            "General Assembly resolution 3379 and UNSCR 1325.",
        ),
        text_document("b", "general assembly  resolution 3379; S/2018/1."),
    )
    assert [(one.name, one.reason, len(one.citations)) for one in found.unresolved] == [
        ("S/2018/1", UnresolvedReason.UNKNOWN, 4),
        ("General Assembly resolution 3379", UnresolvedReason.UNREADABLE, 2),
        ("S/RES/1325 (2001)", UnresolvedReason.CONTRADICTION, 1),
    ]
    assert found.unresolved[0].documents == 2
    last = found.unresolved[2].citations[0]
    assert last.place.text == "Resolution 1325 (2001) is wrong."
    assert last.explanation == "Resolution 1325 is of 2000, not of 2001."
    assert "S/RES/1325 (2001)" not in found.cited


def test_documents_citing_documents() -> None:
    first = text_document("rope", "Nothing.", title="A treatise on harbour rope and its uses")
    text = "It is like A Treatise on Harbour Rope and its Uses. See rope."
    link = Span(56, 60, SpanKind.LINK, "../rope/document.html")
    second = make_document([make_block("p1", text, spans=(link,))], identifier="second")
    found = graph(first, second)
    (edge,) = found.document_edges
    assert (edge.source, edge.target) == ("second", "rope")
    assert [sentence.place.text for sentence in edge.sentences] == ["See rope."]
    assert [(one.target, one.doubtful) for one in found.doubtful] == [("rope", True)]


def test_a_un_document_in_the_archive_is_cited_as_a_document() -> None:
    held = text_document("res-1325", "UNSCR 1325 itself.", extra={"number": "S/RES/1325(2000)"})
    found = graph(held, text_document("other", "UNSCR 1325."))
    assert found.cited["women"].held == "res-1325"
    assert [(edge.source, edge.target) for edge in found.document_edges] == [("other", "res-1325")]


def test_a_note_in_a_note_and_a_note_without_a_mark_have_a_place() -> None:
    document = make_document(
        blocks=[make_heading(), make_block("p1", "They came.", marks=(NoteMark(10, "a"),))],
        notes=[
            Note("a", "1", "See the other.", marks=(NoteMark(14, "b"),)),
            Note("b", "2", "S/RES/1325."),
            Note("c", "3", "S/RES/1265."),
        ],
    )
    found = graph(document)
    (inner,), (lost,) = found.cited_by("women"), found.cited_by("civilians")
    assert (inner.place.section, inner.place.context) == (("Arrival",), "See the other.")
    assert inner.place.context_passage == "a"
    assert (lost.place.section, lost.place.context, lost.place.context_passage) == ((), "", None)


def test_what_a_document_adds_can_be_kept() -> None:
    added = part(text_document("a", "UNSCR 1325 and S/2018/1."))
    assert pickle.loads(pickle.dumps(added)) == added  # noqa: S301 -- its own bytes


@given(
    st.lists(
        st.lists(
            st.sampled_from(["UNSCR 1325.", "S/2018/1;", "S/RES/1265 (1999)", "It left.", "Ibid."]),
            max_size=6,
        ).map(" ".join),
        max_size=5,
    )
)
def test_every_citation_is_in_one_sentence(texts: list[str]) -> None:
    document = text_document("any", *(text or "None." for text in texts))
    placed = document_citations(document, AUTHORITIES)
    found = citation_graph([part(document)])
    written = [text for cited in found.cited.values() for s in cited.cited_by for text in s.written]
    assert sorted(written) == sorted(one.citation.text for one in placed)
    for cited in found.cited.values():
        for sentence in cited.cited_by:
            text = document.by_id[sentence.place.passage].text or ""
            assert text[sentence.place.start : sentence.place.end] == sentence.place.text
