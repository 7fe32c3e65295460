"""Editorial annotations: YAML files beside the documents, anchored in today's text."""

from annotations.anchoring import Anchor, Anchors, AnchorState, resolve
from annotations.errors import AnnotationError, SelectionError
from annotations.models import (
    Annotation,
    Kind,
    Position,
    Quote,
    Reply,
    Revision,
    State,
    Target,
)
from annotations.rendering import body_html, body_text
from annotations.selectors import select
from annotations.store import AnnotationStore

__all__ = [
    "Anchor",
    "AnchorState",
    "Anchors",
    "Annotation",
    "AnnotationError",
    "AnnotationStore",
    "Kind",
    "Position",
    "Quote",
    "Reply",
    "Revision",
    "SelectionError",
    "State",
    "Target",
    "body_html",
    "body_text",
    "resolve",
    "select",
]
