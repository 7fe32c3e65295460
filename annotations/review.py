"""What editors look through after a document was edited: targets that are not where they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotations.anchoring import Anchor, Anchors, AnchorState
from annotations.models import Annotation, Target
from archive.models import Document

__all__ = ["Unsettled", "unsettled"]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A target that is not exactly where it was, for an editor to decide.

    To confirm or re-attach it, make a target with `annotations.select` (of the anchor's place,
    or of another) and `edit` the annotation.

    Attributes:
        annotation: the annotation.
        target: its end in the document.
        anchor: where that is today.
        then: the words it was about; empty for a whole passage.
        now: the words at the place found; empty for an orphan.
    """

    annotation: Annotation
    target: Target
    anchor: Anchor
    then: str
    now: str


def unsettled(annotations: Iterable[Annotation], document: Document) -> tuple[Unsettled, ...]:
    """Return the targets in a document that are moved, doubtful, ambiguous or orphaned."""
    anchors = Anchors(document)
    found: list[Unsettled] = []
    for annotation in annotations:
        for target in annotation.targets_in(document.id):
            anchor = anchors.resolve(target)
            if anchor.state is not AnchorState.EXACT:
                then = "" if target.quote is None else target.quote.exact
                found.append(Unsettled(annotation, target, anchor, then, anchors.words(anchor)))
    return tuple(found)
