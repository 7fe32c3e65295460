"""The bundled sample is original prose, wholly footnoted, and cites only what is known."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from annotations import AnchorState, AnnotationStore, State, resolve
from archive import Archive, Document, SpanKind
from archive.citations import document_citations
from archive.links import linked_document

_WORD = re.compile(r"[a-z]+")
_RUN = 12


@pytest.fixture(scope="module")
def sample() -> Archive:
    with as_file(files("archive") / "sample") as folder:
        return Archive.open(folder)


@pytest.fixture(scope="module")
def documents(sample: Archive) -> list[Document]:
    return list(sample.documents())


def test_it_holds_a_chronicle_profiles_and_essays(documents: list[Document]) -> None:
    types = Counter(document.metadata.type for document in documents)

    assert types["chronicle entry"] >= 40
    assert types["mission profile"] == 12
    assert types["thematic essay"] == 5


def test_the_chronicle_runs_from_1948_to_2024(documents: list[Document]) -> None:
    years = [d.metadata.year for d in documents if d.metadata.type == "chronicle entry"]

    known = [year for year in years if year is not None]
    assert (min(known), max(known)) == (1948, 2024)
    assert {year // 10 for year in known} >= {194, 195, 196, 197, 198, 199, 200, 201, 202}


def test_metadata_is_complete(documents: list[Document]) -> None:
    for document in documents:
        metadata = document.metadata
        assert metadata.authors, document.id
        assert metadata.date, document.id
        assert metadata.abstract, document.id
        assert metadata.rights, document.id
        assert metadata.themes, document.id


def test_every_document_has_notes_that_are_referred_to(documents: list[Document]) -> None:
    for document in documents:
        assert len(document.notes) >= 2, document.id
        assert all(document.refs[note.id] for note in document.notes), document.id


def test_every_citation_is_of_a_known_un_document(
    sample: Archive, documents: list[Document]
) -> None:
    authorities = sample.authorities
    founding = {symbol for m in authorities.missions for symbol in m.established_by}
    unknown = {
        (document.id, citation.symbol)
        for document in documents
        for placed in document_citations(document, authorities)
        if (citation := placed.citation).document is None
        and citation.symbol is not None
        and citation.symbol not in founding
    }

    # The press release has its number in the sample's text twice, once as the source misprints it.
    assert {symbol for _, symbol in unknown} <= {"AFR/2157"}


def test_documents_link_to_each_other(documents: list[Document]) -> None:
    links = {
        (document.id, target)
        for document in documents
        for passage in document.passages()
        for span in passage.spans
        if span.kind is SpanKind.LINK and (target := linked_document(span.href))
    }

    assert len({source for source, _ in links}) > 50


def test_annotations_stand_on_their_words(sample: Archive, documents: list[Document]) -> None:
    store = AnnotationStore(sample.annotations_folder)
    by_id = {document.id: document for document in documents}
    states: Counter[State] = Counter()
    for document_id in store.document_ids():
        for annotation in store.of_document(document_id):
            anchor = resolve(annotation.target, by_id[document_id])
            assert anchor.state is AnchorState.EXACT, annotation.id
            states[annotation.state] += 1

    assert states[State.PUBLISHED] >= 24
    assert states[State.DRAFT] == states[State.WITHDRAWN] == 1


def test_no_words_but_titles_are_those_of_the_real_documents(
    sample: Archive, documents: list[Document], shared_documents: Path
) -> None:
    copied_from: set[tuple[str, ...]] = set()
    for path in shared_documents.glob("*.txt"):
        copied_from.update(_runs(path.read_text(encoding="utf-8")))
    titles = [" ".join(_words(document.title)) for document in sample.authorities.un_documents]
    for document in documents:
        for passage in document.passages():
            shared = copied_from & set(_runs(passage.text or ""))
            copied = {run for run in shared if not _in_a_title(run, titles)}
            assert not copied, (document.id, passage.id)


def _in_a_title(run: tuple[str, ...], titles: list[str]) -> bool:
    words = " ".join(run).removeprefix("the ")
    return any(words in title for title in titles)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _runs(text: str) -> list[tuple[str, ...]]:
    words = _words(text)
    return [tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]
