"""What can happen to an annotation: pure functions from an annotation to the changed one.

Every change but a reply leaves a revision: who, when, why, and what was before. Nothing is ever
removed. `AnnotationStore.change` applies such a function to an annotation on disk.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from dataclasses import dataclass, replace

from annotations.errors import AnnotationStateError, ContentError
from annotations.models import (
    LONGEST_BODY,
    Annotation,
    Content,
    Kind,
    Reply,
    Revision,
    State,
)

__all__ = [
    "Signature",
    "clean_body",
    "draft",
    "edit",
    "new_id",
    "publish",
    "reopen",
    "reply",
    "restore",
    "resubmit",
    "sign",
    "submit",
    "withdraw",
]

_REFUSED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_NEEDS_WORDS = {Kind.COMMENT, Kind.CORRECTION, Kind.QUESTION, Kind.TRANSLATION}


@dataclass(frozen=True, slots=True)
class Signature:
    """Who makes a change, when (in UTC), and why."""

    editor: str
    time: dt.datetime
    reason: str = ""


def sign(editor: str, reason: str = "") -> Signature:
    """Return a signature of this moment, to the second."""
    return Signature(editor, dt.datetime.now(dt.UTC).replace(microsecond=0), reason.strip())


def new_id(time: dt.datetime) -> str:
    """Return an id for an annotation made at a time; it sorts by the day and does not repeat."""
    return f"{time:%Y%m%d}-{secrets.token_hex(6)}"


def clean_body(markdown: str) -> str:
    """Return a body as files hold it: line feeds, no control characters, no blank lines around.

    Raises:
        ContentError: the body is too long.
    """
    body = _REFUSED.sub("", _LINE_END.sub("\n", markdown))
    body = re.sub(r"\A(?:[^\S\n]*\n)+", "", body).rstrip()
    if len(body) > LONGEST_BODY:
        raise ContentError(
            f"The text has {len(body)} characters; an annotation holds {LONGEST_BODY}.",
            remedy="Shorten it, or make two annotations of it.",
        )
    return body


def draft(document_id: str, content: Content, by: Signature, identifier: str = "") -> Annotation:
    """Return a new annotation; without an identifier it is given one.

    Raises:
        ContentError: the content is not that of an annotation.
    """
    annotation = Annotation(
        id=identifier or new_id(by.time),
        document=document_id,
        kind=content.kind,
        target=content.target,
        body="",
        editor=by.editor,
        created=by.time,
        modified=by.time,
        state=State.DRAFT,
    )
    return _with_content(annotation, content)


def edit(annotation: Annotation, content: Content, by: Signature) -> Annotation:
    """Return the annotation with other content; the same one if nothing differs.

    Raises:
        ContentError: the content is not that of an annotation.
    """
    edited = _with_content(annotation, content)
    return annotation if edited.content == annotation.content else _revised(annotation, edited, by)


def resubmit(annotation: Annotation, content: Content, by: Signature) -> Annotation:
    """Return the annotation with other content, to be reviewed before readers see it.

    The same one if nothing differs.

    Raises:
        ContentError: the content is not that of an annotation.
    """
    edited = edit(annotation, content, by)
    return annotation if edited is annotation else replace(edited, state=State.SUBMITTED)


def submit(annotation: Annotation, by: Signature) -> Annotation:
    """Return a draft as submitted for review.

    Raises:
        AnnotationStateError: it is no draft.
    """
    return _moved(annotation, State.SUBMITTED, {State.DRAFT}, by)


def publish(annotation: Annotation, by: Signature) -> Annotation:
    """Return a draft or submitted annotation as published.

    Raises:
        AnnotationStateError: it is published already, or withdrawn.
    """
    return _moved(annotation, State.PUBLISHED, {State.DRAFT, State.SUBMITTED}, by)


def withdraw(annotation: Annotation, by: Signature) -> Annotation:
    """Return an annotation as withdrawn: what deleting is here.

    Raises:
        AnnotationStateError: it is withdrawn already.
    """
    return _moved(annotation, State.WITHDRAWN, set(State) - {State.WITHDRAWN}, by)


def reopen(annotation: Annotation, by: Signature) -> Annotation:
    """Return a submitted or withdrawn annotation as a draft again.

    Raises:
        AnnotationStateError: it is a draft already, or published.
    """
    return _moved(annotation, State.DRAFT, {State.SUBMITTED, State.WITHDRAWN}, by)


def restore(annotation: Annotation, number: int, by: Signature) -> Annotation:
    """Return the annotation with the content it had before a revision, counted from 0.

    The state stays: what goes back to an old text is not thereby published or withdrawn.

    Raises:
        ContentError: there is no such revision.
    """
    if not 0 <= number < len(annotation.revisions):
        raise ContentError(
            f"The annotation has no revision {number}.", remedy="Choose one of its history."
        )
    return edit(annotation, annotation.revisions[number].before, by)


def reply(annotation: Annotation, body: str, by: Signature) -> Annotation:
    """Return the annotation with an answer at the end of its thread.

    Raises:
        ContentError: the answer is empty or too long.
    """
    text = clean_body(body)
    if not text:
        raise ContentError("The reply is empty.", remedy="Write something.")
    answer = Reply(by.editor, by.time, text)
    return replace(annotation, replies=(*annotation.replies, answer), modified=by.time)


def _with_content(annotation: Annotation, content: Content) -> Annotation:
    body = clean_body(content.body)
    if content.kind in _NEEDS_WORDS and not body:
        raise ContentError(f"A {content.kind} needs a text.", remedy="Write one.")
    if content.kind is Kind.TAG and not (content.missions or content.themes):
        raise ContentError("A tag needs a mission or a theme.", remedy="Choose one.")
    if content.kind is Kind.CROSS_REFERENCE and content.refers_to is None:
        raise ContentError(
            "A cross-reference needs a second place.", remedy="Choose where it leads to."
        )
    return replace(
        annotation,
        kind=content.kind,
        target=content.target,
        body=body,
        missions=content.missions,
        themes=content.themes,
        refers_to=content.refers_to,
    )


def _moved(annotation: Annotation, to: State, allowed: set[State], by: Signature) -> Annotation:
    if annotation.state not in allowed:
        raise AnnotationStateError(
            f"The annotation is {annotation.state}; it cannot become {to}.",
            remedy="Look at its history: someone may have done it already.",
        )
    return _revised(annotation, replace(annotation, state=to), by)


def _revised(before: Annotation, after: Annotation, by: Signature) -> Annotation:
    revision = Revision(by.editor, by.time, by.reason, before.content, before.state)
    return replace(after, revisions=(*before.revisions, revision), modified=by.time)
