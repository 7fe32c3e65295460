"""Writing annotations: forms that work without a script, and the actions on an annotation."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, abort, current_app, make_response, redirect, request
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response as AnyResponse

from annotations import (
    Annotation,
    Content,
    ContentError,
    SelectionError,
    Signature,
    StaleAnnotationError,
    State,
    draft,
    publish,
    reopen,
    reply,
    restore,
    sign,
    submit,
    withdraw,
)
from archive import ArchiveError, Document
from archive.errors import UnknownDocumentError
from webapp.accounts import sign_in_address
from webapp.accounts.sessions import csrf_token, current_account
from webapp.addresses import annotation_address, document_address
from webapp.annotating import Written, form_of, written_in
from webapp.editing import allowed, editor, named_version, permissions, seen_annotation
from webapp.errors import answer_to, status_of
from webapp.pages import FormPage, PreviewPage
from webapp.pages.annotating import kind_choices, mission_choices, theme_choices
from webapp.reading import card_id, markdown_html
from webapp.rendering import render, site, workspace
from webapp.revising import edited as revised
from webapp.views.conflicts import conflict
from webapp.views.unsaved import ask_to_sign_in, to_be_sent_again

__all__ = ["annotating", "change"]

annotating = Blueprint("annotating", __name__)

_Change = Callable[[Annotation, Signature], Annotation]
_ACTIONS: dict[str, _Change] = {
    "submit": submit,
    "publish": publish,
    "withdraw": withdraw,
    "reopen": reopen,
}


@annotating.before_request
def keep_what_was_written() -> Response | None:
    """Ask who is no longer signed in to sign in again, and keep what they wrote."""
    is_write = request.method == "POST" and request.endpoint != "annotating.preview"
    return ask_to_sign_in() if is_write and current_account() is None else None


@annotating.errorhandler(CSRFError)
def refused(_: CSRFError) -> Response:
    """Keep what was written in a form of a session that has ended, or of another site."""
    return ask_to_sign_in(status=400) if current_account() is None else to_be_sent_again(400)


@annotating.errorhandler(ArchiveError)
@annotating.errorhandler(OSError)
def not_written(error: ArchiveError | OSError) -> Response:
    """Keep what was written when it could not be saved: the disk is full, or the file is faulty."""
    if isinstance(error, OSError):
        current_app.logger.error("An annotation could not be written.", exc_info=error)
        return to_be_sent_again(503, f"The disk of the archive refused it: {error.strerror}.")
    if "body" not in request.form:
        return answer_to(error)
    return to_be_sent_again(status_of(error) or 503, f"{error.problem} {error.remedy}")


@annotating.get("/documents/<document_id>/annotate")
def new_form(document_id: str) -> AnyResponse:
    """Show the form to annotate a block or note, or words in it."""
    document = _document(document_id)
    if current_account() is None:
        return redirect(sign_in_address(request.full_path), code=303)
    return _form(document, written_in(request.args))


@annotating.post("/documents/<document_id>/annotate")
def create(document_id: str) -> AnyResponse:
    """Make an annotation of what was filled in, and go back to its place in the text."""
    document, written = _document(document_id), written_in(request.form)
    then, by = request.form.get("then", "save"), sign(editor().name)
    try:
        made = draft(document_id, _content(written, document), by)
    except (ContentError, SelectionError, UnknownDocumentError) as error:
        return _form(document, written, problem=str(error), status=400)
    stored = workspace().create_annotation(_then(then)(made, by))
    return redirect(document_address(document_id, card_id(stored.annotation.id)), code=303)


@annotating.get("/annotations/<annotation_id>/edit")
def edit_form(annotation_id: str) -> AnyResponse:
    """Show the form to edit an annotation, perhaps about another place of the document."""
    if current_account() is None:
        return redirect(sign_in_address(request.path), code=303)
    stored = seen_annotation(annotation_id)
    annotation = stored.annotation
    if "edit" not in allowed(annotation):
        abort(403)
    written = form_of(annotation.content)
    return _form(_document(annotation.document), written, annotation, stored.fingerprint)


@annotating.post("/annotations/<annotation_id>/edit")
def save(annotation_id: str) -> AnyResponse:
    """Change an annotation to what was filled in."""
    written, then = written_in(request.form), request.form.get("then", "save")
    stored = seen_annotation(annotation_id)
    document = _document(stored.annotation.document)

    def edited(annotation: Annotation, by: Signature) -> Annotation:
        content = _content(written, document, annotation.content)
        after = revised(annotation, content, by, permissions())
        return _then(then)(after, by)

    try:
        return change(annotation_id, "edit", edited)
    except (ContentError, SelectionError, UnknownDocumentError) as error:
        version = request.form.get("version", "")
        return _form(document, written, stored.annotation, version, str(error), 400)


@annotating.post("/annotations/<annotation_id>/<any(submit,publish,withdraw,reopen):action>")
def act(annotation_id: str, action: str) -> AnyResponse:
    """Submit, publish, withdraw or reopen an annotation."""
    return change(annotation_id, action, _ACTIONS[action])


@annotating.post("/annotations/<annotation_id>/restore")
def go_back(annotation_id: str) -> AnyResponse:
    """Give an annotation the content it had before a revision."""
    number = request.form.get("revision", "")
    if not (number.isascii() and number.isdigit()):
        abort(400)

    def restored(annotation: Annotation, by: Signature) -> Annotation:
        before = restore(annotation, int(number), by).content
        return revised(annotation, before, by, permissions())

    return change(annotation_id, "edit", restored)


@annotating.post("/annotations/<annotation_id>/replies")
def answer(annotation_id: str) -> AnyResponse:
    """Add an answer to the thread. It overwrites nothing, so any version will do."""
    body, version = request.form.get("body", ""), seen_annotation(annotation_id).fingerprint
    return change(annotation_id, "reply", lambda one, by: reply(one, body, by), version)


@annotating.post("/preview")
def preview() -> Response:
    """Show Markdown as readers will see it."""
    editor()
    body = markdown_html(request.form.get("body", ""))
    return make_response(render(PreviewPage(site=site(), title="Preview", body=body)))


def change(
    annotation_id: str, action: str, step: _Change, version: str | None = None
) -> AnyResponse:
    """Change an annotation, if who asks may, and show it; or both versions, if it was changed.

    Args:
        annotation_id: of the annotation.
        action: what is done, as `allowed` names it.
        step: does it.
        version: from which it is changed, if the request does not name it.

    Raises:
        AnnotationError: it cannot be changed so.
    """
    by = sign(editor().name, request.form.get("reason", "")[:200])
    seen_annotation(annotation_id)

    def permitted(annotation: Annotation) -> Annotation:
        if action not in allowed(annotation):
            abort(403)
        return step(annotation, by)

    fingerprint = named_version() if version is None else version
    try:
        workspace().change_annotation(annotation_id, fingerprint, permitted)
    except StaleAnnotationError as error:
        return conflict(error)
    return redirect(annotation_address(annotation_id), code=303)


def _then(then: str) -> _Change:
    """Return what is done after saving, if who asks may."""
    if then == "save":
        return lambda annotation, _: annotation
    if then not in {"submit", "publish"}:
        abort(400)

    def step(annotation: Annotation, by: Signature) -> Annotation:
        if then not in allowed(annotation):
            abort(403)
        return _ACTIONS[then](annotation, by)

    return step


def _content(written: Written, document: Document, before: Content | None = None) -> Content:
    return written.content(document, workspace().archive.authorities, _document, before)


def _document(document_id: str) -> Document:
    return workspace().document(document_id).document


def _form(
    document: Document,
    written: Written,
    annotation: Annotation | None = None,
    version: str = "",
    problem: str = "",
    status: int = 200,
) -> Response:
    passage = document.by_id.get(written.at)
    if passage is None and annotation is None and not problem:
        abort(404)
    authorities, may = workspace().archive.authorities, permissions()
    published = annotation is not None and annotation.state is State.PUBLISHED
    is_draft = annotation is None or annotation.state is State.DRAFT
    page = FormPage(
        site=site(),
        title="Edit an annotation" if annotation else f"Annotate {document.metadata.title}",
        csrf=csrf_token(),
        action=request.path,
        back=document_address(document.id, written.at or None),
        passage=getattr(passage, "text", None) or "",
        written=written,
        kinds=kind_choices(written),
        missions=mission_choices(written, authorities),
        themes=theme_choices(written, authorities),
        version=version,
        may_submit=is_draft,
        may_publish=may.publish and not published,
        reviewed=published and not may.publish,
        problem=problem,
    )
    return make_response(render(page), status)
