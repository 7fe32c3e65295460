"""Editorial annotations: YAML files beside the documents, anchored in today's text."""

from annotations.anchoring import Anchor, AnchorState, resolve
from annotations.errors import AnnotationError
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
from annotations.store import AnnotationStore

__all__ = [
    "Anchor",
    "AnchorState",
    "Annotation",
    "AnnotationError",
    "AnnotationStore",
    "Kind",
    "Position",
    "Quote",
    "Reply",
    "Revision",
    "State",
    "Target",
    "body_html",
    "body_text",
    "resolve",
]
