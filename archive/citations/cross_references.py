"""*Ibid.* and "see note 12 above", followed as far as they lead to a UN document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.citations.models import Citation, CitationForm
from archive.citations.pinpoints import pinpoint
from archive.models import Document, Note, Passage

__all__ = ["followed_references"]

_REFERENCE = re.compile(
    r"\b(?P<ibid>[Ii]bid(?:em)?\b\.?)"
    r"|\b(?:[Ss]ee(?:\salso)?|[Ss]upra|[Aa]bove|[Cc]f\.)\s(?:foot|end)?n(?:otes?\b|\b\.?)\s?"
    r"(?P<seen>\d+)(?:\s(?:above|supra|(?P<below>below)))?"
    r"|\b(?:foot|end)?n(?:otes?\b|\b\.?)\s?(?P<above>\d+)\s(?:above|supra)\b"
)
_ONLY_INTRODUCTION = re.compile(r"(?:See|see|Cf|cf|also|[\s.,;:()\u201c\"])*")


@dataclass
class _Followed:
    """The citations known so far by passage; grows while references are followed in order."""

    document: Document
    citations: dict[str, list[Citation]]

    def target(self, passage: Passage, match: re.Match[str]) -> Citation | None:
        """The one citation that a reference leads to, or None."""
        if match["ibid"]:
            return self._same_as_before(passage, match.start())
        label = match["seen"] or match["above"]
        note = self._note(passage, label, below=match["below"] is not None)
        return None if note is None else self._only_citation(note)

    def _same_as_before(self, passage: Passage, start: int) -> Citation | None:
        """What stands before an *ibid.*: in its own note, else at the end of the note before."""
        text = passage.text or ""
        if not _ONLY_INTRODUCTION.fullmatch(text, 0, start):
            earlier = [c for c in self.citations.get(passage.id, ()) if c.end <= start]
            return self._last(text[:start].rstrip(" ;,.("), earlier)
        before = self._note_before(passage)
        if before is None or before.text is None:
            return None
        only = self._only_citation(before)
        return None if only is None else self._last(before.text, [only])

    def _last(self, text: str, citations: Sequence[Citation]) -> Citation | None:
        """The last citation, unless other references follow it."""
        if not citations:
            return None
        last = max(citations, key=lambda citation: citation.end)
        return last if ";" not in text[last.end :] else None

    def _note_before(self, passage: Passage) -> Note | None:
        notes = self.document.notes
        index = next((i for i, note in enumerate(notes) if note.id == passage.id), 0)
        return notes[index - 1] if index else None

    def _note(self, passage: Passage, label: str, *, below: bool) -> Note | None:
        """The note with a label: where labels repeat, the nearest before (or below)."""
        notes = self.document.notes
        labelled = [index for index, note in enumerate(notes) if note.label == label]
        here = next((i for i, note in enumerate(notes) if note.id == passage.id), None)
        if here is None or len(labelled) == 1:
            return notes[labelled[0]] if len(labelled) == 1 else None
        if below:
            return next((notes[index] for index in labelled if index > here), None)
        return next((notes[index] for index in reversed(labelled) if index < here), None)

    def _only_citation(self, note: Note) -> Citation | None:
        citations = self.citations.get(note.id, [])
        documents = {citation.key for citation in citations}
        return max(citations, key=lambda c: c.end) if len(documents) == 1 else None


def followed_references(
    document: Document, citations: Mapping[str, Sequence[Citation]]
) -> Iterator[tuple[str, Citation]]:
    """Find the references to other references that lead to one UN document.

    An *ibid.* leads to what the note before cites last; a reference to a note leads to the UN
    document it cites, if that is one. Others are left.

    Args:
        document: the whole document.
        citations: what has been found by passage id.

    Yields:
        The id of the block or note, and the citation.
    """
    known = _Followed(document, {passage: list(found) for passage, found in citations.items()})
    passages: tuple[Passage, ...] = (*document.notes, *document.blocks)
    for passage in passages:
        text = passage.text or ""
        for match in _REFERENCE.finditer(text):
            target = known.target(passage, match)
            if target is None:
                continue
            form = CitationForm.IBID if match["ibid"] else CitationForm.NOTE
            citation = Citation(
                target.symbol,
                match[0],
                match.start(),
                match.end(),
                form,
                document=target.document,
                pinpoint=pinpoint(text, match.end()),
            )
            known.citations.setdefault(passage.id, []).append(citation)
            yield passage.id, citation
