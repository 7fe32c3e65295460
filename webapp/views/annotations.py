"""Reading annotations: a page for each, a list with a filter, and the editors' queue."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from annotations import (
    Anchor,
    Anchors,
    AnchorState,
    Annotation,
    DocumentTarget,
    Signature,
    State,
    StoredAnnotation,
    Target,
    UnknownAnnotationError,
    select,
)
from archive.errors import DocumentError, UnknownDocumentError
from webapp.accounts import sign_in_address
from webapp.accounts.sessions import csrf_token, current_account
from webapp.addresses import annotation_address, document_address
from webapp.annotating import (
    FaultyFile,
    editors_history,
    faulty_files,
    passage_context,
    readers_history,
    waiting,
)
from webapp.annotating.queue import Waiting
from webapp.annotating.settling import settled
from webapp.editing import allowed, permissions, seen_annotation
from webapp.opened import EDITORS
from webapp.pages import AnnotationPage, QueuePage, SettlePage, annotations_page
from webapp.pages.annotations import Filter, Place
from webapp.reading import CardReply, day, markdown_html, mission_tags, moment, theme_tags
from webapp.rendering import render, site, workspace
from webapp.revising import edited
from webapp.views.annotating import change
from webapp.views.web_annotation import archive_collection, one_annotation, wants_html

__all__ = ["annotation_pages"]

annotation_pages = Blueprint("annotations", __name__)

_DIGITS = 9


@annotation_pages.get("/annotations/", provide_automatic_options=False)
def all_annotations() -> AnyResponse:
    """List annotations, or give them as a collection of the Web Annotation Protocol."""
    if not wants_html():
        return archive_collection()
    may = permissions()
    known = [entry.annotation for entry in workspace().annotations().stored]
    wanted = Filter(
        *(request.args.get(name, "") for name in ("kind", "editor", "state", "document"))
    )
    states = tuple(state.value for state in State) if may.write else ()
    seen = [annotation for annotation in known if may.see(annotation)]
    page = annotations_page(
        seen,
        wanted,
        max(1, _number("page", 1)),
        site(),
        states=states,
        title_of=workspace().title,
        faulty=_faulty() if may.write else (),
    )
    return _negotiated(make_response(render(page)))


@annotation_pages.get("/annotations/<annotation_id>", provide_automatic_options=False)
def one(annotation_id: str) -> AnyResponse:
    """Show an annotation, or give it as JSON-LD."""
    stored = seen_annotation(annotation_id)
    if not wants_html():
        return one_annotation(stored)
    return _negotiated(make_response(render(_page(stored))))


@annotation_pages.get("/queue")
def queue() -> AnyResponse:
    """Show editors the annotations that are not exactly where they were."""
    if current_account() is None:
        return redirect(sign_in_address("/queue"), code=303)
    known = workspace().annotations().by_id
    page = QueuePage(
        site=site(),
        title="Places to settle",
        csrf=csrf_token(),
        waiting=tuple(
            (one, known[one.annotation.id].fingerprint, allowed(one.annotation))
            for one in _waiting()
            if one.annotation.id in known
        ),
        faulty=_faulty(),
    )
    return make_response(render(page))


@annotation_pages.get("/annotations/<annotation_id>/settle")
def settle_form(annotation_id: str) -> AnyResponse:
    """Show the place that was selected for an annotation, to be confirmed."""
    if current_account() is None:
        return redirect(sign_in_address(request.full_path), code=303)
    stored = seen_annotation(annotation_id)
    if "edit" not in allowed(stored.annotation):
        abort(403)
    number = _number("end", 0)
    end = _end(stored.annotation, number)
    target = _selected(end)
    document = workspace().document(end.document).document
    place = passage_context(document, end.target, _at(target))
    page = SettlePage(
        site=site(),
        title="Confirm the place",
        csrf=csrf_token(),
        action=request.path,
        then=place.then,
        place=place,
        version=stored.fingerprint,
        end=number,
    )
    return make_response(render(page))


@annotation_pages.post("/annotations/<annotation_id>/settle")
def settle(annotation_id: str) -> AnyResponse:
    """Put an end of an annotation where an editor says it belongs."""

    def moved(annotation: Annotation, by: Signature) -> Annotation:
        number = _number("end", 0)
        target = _selected(_end(annotation, number))
        return edited(annotation, settled(annotation.content, number, target), by, permissions())

    response = change(annotation_id, "edit", moved)
    return redirect("/queue", code=303) if response.status_code == 303 else response


def _page(stored: StoredAnnotation) -> AnnotationPage:
    annotation, may, authorities = stored.annotation, permissions(), workspace().archive.authorities
    history = editors_history if may.write else readers_history
    return AnnotationPage(
        site=site(),
        title=f"{annotation.kind.value.capitalize()} by {annotation.editor}",
        csrf=csrf_token() if may.write else "",
        address=annotation_address(annotation.id),
        annotation=annotation,
        date=(moment if may.write else day)(annotation.modified),
        places=tuple(_place(end) for end in annotation.ends),
        body=markdown_html(annotation.body),
        tags=mission_tags(annotation.missions, authorities)
        + theme_tags(annotation.themes, authorities),
        replies=tuple(
            CardReply(reply.editor, day(reply.created), markdown_html(reply.body))
            for reply in annotation.replies
        ),
        steps=history(annotation),
        version=stored.fingerprint,
        may=allowed(annotation),
        public_replies=annotation.state is State.PUBLISHED,
    )


def _place(end: DocumentTarget) -> Place:
    """Return an end with its words in today's text, or without them if there is no text."""
    try:
        document = workspace().document(end.document).document
    except (UnknownDocumentError, DocumentError):
        return Place(end.document, document_address(end.document), None)
    context = passage_context(document, end.target, Anchors(document).resolve(end.target))
    address = document_address(end.document, context.passage or None)
    return Place(document.metadata.title, address, context)


def _faulty() -> tuple[FaultyFile, ...]:
    return faulty_files(workspace().annotations().faults, workspace().archive.path)


def _waiting() -> Iterator[Waiting]:
    known = workspace().annotations()
    ends = {end.document for entry in known.stored for end in entry.annotation.ends}
    for document_id in sorted(ends):
        try:
            opened = workspace().reading(document_id, EDITORS).opened
        except (UnknownDocumentError, DocumentError):
            continue
        yield from waiting(opened)


def _selected(end: DocumentTarget) -> Target:
    """Return the target that the request names in the document of an end.

    Raises:
        SelectionError: the document has no such place.
    """
    document = workspace().document(end.document).document
    return select(document, request.values.get("at", ""), _number("from", -1), _number("to", -1))


def _at(target: Target) -> Anchor:
    position = target.position
    start, last = (0, 0) if position is None else (position.start, position.end)
    return Anchor(AnchorState.EXACT, target.passage, start, last)


def _end(annotation: Annotation, number: int) -> DocumentTarget:
    if number >= len(annotation.ends):
        raise UnknownAnnotationError("The annotation has no such end.")
    return annotation.ends[number]


def _number(name: str, default: int) -> int:
    value = request.values.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < _DIGITS else default


def _negotiated(response: Response) -> Response:
    response.vary.update(("Accept", "Authorization"))
    return response
