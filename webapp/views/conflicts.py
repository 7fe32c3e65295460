"""When two people changed the same annotation: the second sees both versions, and chooses."""

from __future__ import annotations

from flask import Response, make_response, request

from annotations import StaleAnnotationError, differences
from webapp.accounts.sessions import csrf_token
from webapp.addresses import annotation_address
from webapp.pages import ConflictPage
from webapp.rendering import render, site

__all__ = ["conflict"]

_NOT_KEPT = frozenset({"csrf_token", "version", "body"})


def conflict(error: StaleAnnotationError) -> Response:
    """Answer 412 with both versions; the form in it overwrites only the one it shows."""
    present, form = error.present, request.form
    annotation = present.annotation
    last = annotation.revisions[-1].editor if annotation.revisions else annotation.editor
    kept = [pair for pair in form.items(multi=True) if pair[0] not in _NOT_KEPT]
    page = ConflictPage(
        site=site(),
        title="Someone else changed this meanwhile",
        csrf=csrf_token(),
        action=request.path,
        address=annotation_address(annotation.id),
        editor=last,
        theirs=annotation.body,
        body=form.get("body"),
        fields=(*kept, ("version", present.fingerprint)),
        differences=differences(annotation.content, error.yours.content),
    )
    return make_response(render(page), 412)
