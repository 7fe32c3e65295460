"""What waits for an editor: ends of annotations that are not exactly where they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotations import Anchor, AnchorState, Annotation
from webapp.annotating.context import PassageContext, passage_context
from webapp.opened import OpenedDocument

__all__ = ["Waiting", "waiting"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An end of an annotation that is not exactly where it was.

    Attributes:
        annotation: the annotation.
        end: which of its ends.
        document: the title of the document it is in.
        places: the likeliest place first, then those that fit about as well; none for an orphan.
        context: the likeliest place.
    """

    annotation: Annotation
    end: int
    document: str
    places: tuple[PassageContext, ...]
    context: PassageContext


def waiting(opened: OpenedDocument) -> Iterator[Waiting]:
    """Yield the ends in a document that wait for an editor."""
    document = opened.document
    for placed in opened.annotations:
        anchor = placed.anchor
        if anchor.state is AnchorState.EXACT:
            continue
        context = passage_context(document, placed.target, anchor)
        rivals = (
            Anchor(anchor.state, place.passage, place.start, place.end) for place in anchor.rivals
        )
        places = [context, *(passage_context(document, placed.target, one) for one in rivals)]
        yield Waiting(
            placed.annotation,
            placed.end,
            document.metadata.title,
            tuple(place for place in places if place.passage),
            context,
        )
