"""The Web Annotation Protocol: annotations and containers as JSON-LD, to read and to write.

Everyone may read what is published, from any site. Programs write with a token; a session of the
browser is not enough here, so that no other site can write with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, abort, make_response, request
from werkzeug.http import HTTP_STATUS_CODES

from annotations import (
    Annotation,
    StaleAnnotationError,
    StoredAnnotation,
    WebAnnotationError,
    draft,
    publish,
    sign,
    submit,
    withdraw,
)
from annotations.webannotation import (
    CONTEXT,
    Addresses,
    Container,
    annotation_resource,
    reply_resource,
)
from archive import Document
from webapp.accounts import Account
from webapp.accounts.sessions import bearer_token, current_account
from webapp.editing import allowed, permissions, seen_annotation, seen_states
from webapp.rendering import root, workspace
from webapp.revising import edited
from webapp.web_annotation import LazyResources, Preference, content_of, preferred, with_origin

__all__ = ["archive_collection", "one_annotation", "wants_html", "web_annotation"]

web_annotation = Blueprint("web_annotation", __name__)

_JSON_LD = f'application/ld+json; profile="{CONTEXT}"'
_PROBLEM = "application/problem+json"
_LDP = "http://www.w3.org/ns/ldp#"
_PROTOCOL = "http://www.w3.org/TR/annotation-protocol/"
_RESOURCE_LINK = f'<{_LDP}Resource>; rel="type"'
_CONTAINER_LINKS = (
    f'<{_LDP}BasicContainer>; rel="type"',
    f'<{_PROTOCOL}>; rel="{_LDP}constrainedBy"',
)
_READ = "GET, HEAD, OPTIONS"
_EXPOSED = "Accept-Post, Allow, Content-Location, ETag, Link, Location, Preference-Applied, Vary"
_MOST_BYTES = 200_000
_DIGITS = 9


def wants_html() -> bool:
    """Whether a request asks for a page to read rather than for JSON-LD."""
    offered = [_JSON_LD, "application/ld+json", "application/json", "text/html"]
    return request.accept_mimetypes.best_match(offered, default=_JSON_LD) == "text/html"


def one_annotation(stored: StoredAnnotation) -> Response:
    """Return an annotation as JSON-LD."""
    response = _json_ld(annotation_resource(stored.annotation, _addresses()))
    response.set_etag(stored.fingerprint)
    return _of_resource(response)


def archive_collection() -> Response:
    """Return the container of all annotations, or one of its pages."""
    found = [entry.annotation for entry in workspace().annotations().stored]
    title = workspace().archive.settings.title
    iri = _addresses().annotations
    return _of_archive(_collection(iri, f"Annotations of {title}", found))


@web_annotation.get("/documents/<document_id>/annotations/", provide_automatic_options=False)
def of_document(document_id: str) -> Response:
    """Give the container of a document's annotations; new ones go to that of the archive."""
    title = workspace().document(document_id).document.metadata.title
    found = workspace().annotations().of_document(document_id)
    iri = f"{_addresses().document(document_id)}/annotations/"
    return _of_container(_collection(iri, f"Annotations of {title}", found), _READ)


@web_annotation.get("/annotations/<annotation_id>/replies/<int:number>")
def reply(annotation_id: str, number: int) -> Response:
    """Give an answer as an annotation of the annotation."""
    annotation = seen_annotation(annotation_id).annotation
    if not 1 <= number <= len(annotation.replies):
        abort(404)
    return _of_resource(_json_ld(reply_resource(annotation, number, _addresses())), _READ)


@web_annotation.route("/annotations/<annotation_id>", methods=["OPTIONS"])
def ask_about_annotation(annotation_id: str) -> Response:
    """Say what can be done with an annotation."""
    seen_annotation(annotation_id)
    return _of_resource(_preflight())


@web_annotation.route("/annotations/", methods=["OPTIONS"])
def ask_about_archive() -> Response:
    """Say what can be done with the container of all annotations."""
    return _of_archive(_preflight())


@web_annotation.route("/documents/<document_id>/annotations/", methods=["OPTIONS"])
def ask_about_document(document_id: str) -> Response:
    """Say what can be done with the container of a document's annotations."""
    workspace().document(document_id)
    return _of_container(_preflight(), _READ)


@web_annotation.post("/annotations/")
def create() -> Response:
    """Make an annotation of what a program sent; its editor is the account of the token."""
    account = _writer()
    sent, by = _sent(), sign(account.name)
    document_id, content = content_of(sent, _addresses(), by, _document_of)
    made = with_origin(draft(document_id, content, by), sent)
    finish = publish if permissions().publish else submit
    stored = workspace().create_annotation(finish(made, by))
    response = one_annotation(stored)
    response.status_code = 201
    response.headers["Location"] = _addresses().annotation(stored.annotation.id)
    return response


@web_annotation.put("/annotations/<annotation_id>")
def replace(annotation_id: str) -> Response:
    """Change an annotation to what a program sent."""
    account = _writer()
    sent, by = _sent(), sign(account.name)
    stored = seen_annotation(annotation_id)

    def replaced(annotation: Annotation) -> Annotation:
        _refuse_unless("edit", annotation)
        document_id, content = content_of(sent, _addresses(), by, _document_of)
        if document_id != annotation.document:
            raise WebAnnotationError(
                "An annotation stays with its document.", remedy="Make a new one of the other."
            )
        return edited(annotation, content, by, permissions())

    version = None if request.if_match.star_tag else _named_version(stored)
    if version is None:
        return _problem(428, "Say with If-Match which version you change.")
    return _written(annotation_id, version, replaced)


@web_annotation.delete("/annotations/<annotation_id>")
def remove(annotation_id: str) -> Response:
    """Withdraw an annotation."""
    by = sign(_writer().name)
    stored = seen_annotation(annotation_id)

    def withdrawn(annotation: Annotation) -> Annotation:
        _refuse_unless("withdraw", annotation)
        return withdraw(annotation, by)

    version = _named_version(stored)
    response = _written(
        annotation_id, stored.fingerprint if version is None else version, withdrawn
    )
    return Response(status=204) if response.status_code == 200 else response


@web_annotation.errorhandler(WebAnnotationError)
def refused(error: WebAnnotationError) -> Response:
    """Say what is wrong with what a program sent."""
    return _problem(400, str(error))


def _written(
    annotation_id: str, version: str, change: Callable[[Annotation], Annotation]
) -> Response:
    try:
        stored = workspace().change_annotation(annotation_id, version, change)
    except StaleAnnotationError as error:
        response = _problem(412, str(error))
        response.set_etag(error.present.fingerprint)
        return response
    return one_annotation(stored)


def _named_version(stored: StoredAnnotation) -> str | None:
    """Return the version that If-Match names, or None if the request has no such header.

    It is the present one if that is among those named; a weak tag names none.
    """
    if "If-Match" not in request.headers:
        return None
    if request.if_match.contains(stored.fingerprint):
        return stored.fingerprint
    return next(iter(request.if_match.as_set()), "")


def _writer() -> Account:
    """Return the account of the request's token.

    A session of the browser does not count: another site could use it.
    """
    account = None if bearer_token() is None else current_account()
    if account is None:
        response = _problem(401, "Send a token: Authorization: Bearer TOKEN.")
        response.headers["WWW-Authenticate"] = 'Bearer realm="peacearchive"'
        abort(response)
    return account


def _sent() -> dict[str, Any]:
    if request.mimetype not in {"application/ld+json", "application/json"}:
        abort(_problem(415, f"Send {_JSON_LD}."))
    if (request.content_length or 0) > _MOST_BYTES:
        abort(_problem(413, f"An annotation has at most {_MOST_BYTES} bytes."))
    try:
        sent = json.loads(request.get_data())
    except (ValueError, RecursionError) as error:
        raise WebAnnotationError("What was sent is not JSON.") from error
    if not isinstance(sent, dict):
        raise WebAnnotationError("What was sent is not one annotation.")
    return sent


def _refuse_unless(action: str, annotation: Annotation) -> None:
    if action not in allowed(annotation):
        abort(_problem(403, "This account may not do that with this annotation."))


def _document_of(document_id: str) -> Document:
    return workspace().document(document_id).document


def _addresses() -> Addresses:
    return Addresses(f"{root()}/")


def _collection(iri: str, label: str, annotations: Sequence[Annotation]) -> Response:
    seen = seen_states()
    found = [one for one in annotations if one.state in seen]
    preference = preferred(request.headers.get("Prefer", ""), request.args.get("iris", ""))
    container = Container(
        iri,
        label,
        LazyResources(found, _addresses(), preference),
        max((one.modified for one in found), default=None),
        query=preference.query,
    )
    page = request.args.get("page")
    if page is not None:
        return _page(container, page)
    minimal = preference is Preference.MINIMAL
    response = _json_ld(container.collection() if minimal else container.with_first_page())
    response.headers["Content-Location"] = f"{iri}{preference.location}"
    if "Prefer" in request.headers:
        response.headers["Preference-Applied"] = "return=representation"
    return response


def _page(container: Container, page: str) -> Response:
    if not (page.isascii() and page.isdigit() and int(page[:_DIGITS]) < container.pages):
        abort(404)
    response = _json_ld(container.page(int(page[:_DIGITS])))
    response.headers["Content-Location"] = container.page_iri(int(page[:_DIGITS]))
    return response


def _json_ld(resource: Mapping[str, Any]) -> Response:
    return Response(json.dumps(resource, ensure_ascii=False), content_type=_JSON_LD)


def _problem(status: int, detail: str) -> Response:
    data = {"status": status, "title": HTTP_STATUS_CODES.get(status, ""), "detail": detail}
    return Response(json.dumps(data), status, content_type=_PROBLEM)


def _preflight() -> Response:
    response = make_response("", 204)
    response.headers["Access-Control-Allow-Methods"] = _READ
    response.headers["Access-Control-Allow-Headers"] = "Accept, Prefer"
    return response


def _of_resource(response: Response, allow: str = f"{_READ}, PUT, DELETE") -> Response:
    response.headers["Link"] = _RESOURCE_LINK
    return _finished(response, allow, ("Accept",))


def _of_archive(response: Response) -> Response:
    response.headers["Accept-Post"] = f"{_JSON_LD}, application/ld+json, application/json"
    return _of_container(response, f"{_READ}, POST")


def _of_container(response: Response, allow: str) -> Response:
    for link in _CONTAINER_LINKS:
        response.headers.add("Link", link)
    return _finished(response, allow, ("Accept", "Prefer"))


def _finished(response: Response, allow: str, vary: tuple[str, ...]) -> Response:
    response.headers["Allow"] = allow
    response.vary.update((*vary, "Authorization", "Cookie"))
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = _EXPOSED
    return response
