"""The references of a document to other documents of its archive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from archive.links import linked_document
from archive.models import Document, Passage, SpanKind
from archive.names import fold_letters
from archive.references.author_dates import AuthorDate, find_author_dates, meant_by
from archive.references.catalogue import Catalogue, Entry
from archive.references.models import Reference, ReferenceForm
from archive.references.titles import title_references

__all__ = ["document_references"]

_BORNE_OUT = 0.95
_CONTRADICTED = 0.3
_ENTRY_HEAD = 300
_LIST_ENTRY = re.compile(r"[^\W\d_][\w' -]{1,40},\s.{1,200}\b(?:19|20)\d\d")


def document_references(document: Document, catalogue: Catalogue) -> tuple[Reference, ...]:
    """Find the references of a document to others of the catalogue, blocks first.

    Links are sure. A reference by author and year is borne out where the document also gives the
    title, in its list of references for instance, and contradicted where that list has another
    work of the same author and year.
    """
    passages = tuple(passage for passage in document.passages() if passage.text)
    links = {passage.id: tuple(_links(passage)) for passage in passages}
    titles = {passage.id: tuple(_titles(passage, catalogue)) for passage in passages}
    evidence = _Evidence(passages, titles)
    found: list[Reference] = []
    for passage in passages:
        dated = tuple(_author_dates(passage, catalogue, evidence))
        found += _without_repetition((*links[passage.id], *titles[passage.id], *dated))
    return tuple(reference for reference in found if reference.target != document.id)


class _Evidence:
    """What a document says elsewhere of the works it cites by author and year."""

    def __init__(
        self, passages: tuple[Passage, ...], titles: Mapping[str, tuple[Reference, ...]]
    ) -> None:
        self._named = {one.target for found in titles.values() for one in found}
        heads = ((passage.text or "")[:_ENTRY_HEAD] for passage in passages)
        self._entries = tuple(fold_letters(head) for head in heads if _is_list_entry(head))

    def confidence(self, cited: AuthorDate, year: int, entry: Entry, confidence: float) -> float:
        if entry.id in self._named:
            return max(confidence, _BORNE_OUT)
        listed = (head.startswith(cited.names[0]) and str(year) in head for head in self._entries)
        return min(confidence, _CONTRADICTED) if any(listed) else confidence


def _is_list_entry(head: str) -> bool:
    """Whether a passage begins like a list of references: `Moreau, A. (2011) ...`."""
    if not _LIST_ENTRY.match(head):
        return False
    return all(cited.start > 0 for cited in find_author_dates(head))


def _links(passage: Passage) -> Iterator[Reference]:
    for span in passage.spans:
        target = linked_document(span.href) if span.kind is SpanKind.LINK else None
        if target is not None:
            yield _reference(passage, span.start, span.end, target, ReferenceForm.LINK, 1.0)


def _titles(passage: Passage, catalogue: Catalogue) -> Iterator[Reference]:
    for found in title_references(passage.text or "", catalogue):
        target, form = found.entry.id, ReferenceForm.TITLE
        yield _reference(passage, found.start, found.end, target, form, found.confidence)


def _author_dates(
    passage: Passage, catalogue: Catalogue, evidence: _Evidence
) -> Iterator[Reference]:
    for cited in find_author_dates(passage.text or ""):
        for year in cited.years:
            for entry, plain in meant_by(cited, year, catalogue):
                confidence = evidence.confidence(cited, year, entry, plain)
                form = ReferenceForm.AUTHOR_DATE
                yield _reference(passage, cited.start, cited.end, entry.id, form, confidence)


def _reference(
    passage: Passage, start: int, end: int, target: str, form: ReferenceForm, confidence: float
) -> Reference:
    text = (passage.text or "")[start:end]
    return Reference(passage.id, start, end, text, target, form, confidence)


def _without_repetition(found: tuple[Reference, ...]) -> list[Reference]:
    """The references of a passage in order; of two to one document in one place the surer."""
    kept: dict[str, list[Reference]] = {}
    for one in sorted(found, key=lambda reference: reference.start):
        same = kept.setdefault(one.target, [])
        if not same or same[-1].end <= one.start:
            same.append(one)
        elif same[-1].confidence < one.confidence:
            same[-1] = one
    return sorted(
        (one for same in kept.values() for one in same), key=lambda reference: reference.start
    )
