"""What views of editors share: who asks, what they may do, and the annotation they mean."""

from __future__ import annotations

from flask import abort, request

from annotations import Annotation, AnnotationFileError, State, StoredAnnotation
from webapp.accounts import Account, Permissions
from webapp.accounts.sessions import current_account
from webapp.opened import EDITORS, READERS
from webapp.rendering import workspace

__all__ = [
    "allowed",
    "editor",
    "named_version",
    "permissions",
    "seen_annotation",
    "seen_states",
]

_ACTIONS = ("edit", "submit", "publish", "withdraw", "reopen", "reply")


def permissions() -> Permissions:
    """What may be done by who makes the request."""
    settings = workspace().archive.settings
    return Permissions(current_account(), review_required=settings.review == "required")


def editor() -> Account:
    """Return the account that makes the request; readers are refused."""
    return current_account() or abort(403)


def seen_states() -> frozenset[State]:
    """The states of the annotations that are shown beside a text to who makes the request."""
    return EDITORS if permissions().write else READERS


def seen_annotation(annotation_id: str) -> StoredAnnotation:
    """Return an annotation, if who makes the request may see it.

    To others a draft does not exist, and what was published and then withdrawn is gone.

    Raises:
        UnknownAnnotationError: the archive has no such annotation.
        AnnotationFileError: its file cannot be read; only editors are told.
    """
    try:
        stored = workspace().annotation(annotation_id)
    except AnnotationFileError:
        if permissions().write:
            raise
        abort(404)
    if not permissions().see(stored.annotation):
        abort(410 if _was_published(stored.annotation) else 404)
    return stored


def allowed(annotation: Annotation) -> frozenset[str]:
    """Return what may be done with an annotation by who makes the request."""
    may = permissions()
    answers = (
        may.edit(annotation),
        may.submit(annotation),
        may.publish_this(annotation),
        may.withdraw(annotation),
        may.reopen(annotation),
        may.reply(annotation),
    )
    return frozenset(name for name, yes in zip(_ACTIONS, answers, strict=True) if yes)


def named_version() -> str:
    """Return the version that a change was made from: of the header If-Match, or of the form."""
    tags = request.if_match.as_set()
    if tags:
        return next(iter(tags))
    return request.form.get("version", "") or abort(428)


def _was_published(annotation: Annotation) -> bool:
    return annotation.state is State.WITHDRAWN and any(
        revision.state is State.PUBLISHED for revision in annotation.revisions
    )
