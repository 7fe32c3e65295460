"""The form of an annotation file: from YAML to the model, with errors that name the field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotations.fields import Fields
from annotations.models import (
    LONGEST_BODY,
    Annotation,
    Content,
    DocumentTarget,
    Kind,
    Position,
    Quote,
    Reply,
    Revision,
    State,
    Target,
)
from archive.yaml_files import YamlFile

__all__ = ["annotation_from"]

_KNOWN = {
    "id", "kind", "target", "refers_to", "body", "tags", "editor", "created", "modified", "state",
    "replies", "revisions",
}  # fmt: skip
_MAY_BE_SILENT = {Kind.TAG, Kind.CROSS_REFERENCE}


def annotation_from(file: YamlFile, document_id: str) -> Annotation:
    """Read an annotation from its parsed file; the file's name is its id.

    Raises:
        AnnotationFileError: a field is missing or has the wrong form.
    """
    data = file.data
    fields = Fields(file)
    if fields.text(data, "id") != file.path.stem:
        fields.refuse("id", f"the id should be the name of the file, '{file.path.stem}'")
    content = _content(fields, data)
    created = fields.time(data, "created")
    state = fields.choice(State, data, "state") if "state" in data else State.PUBLISHED
    replies = fields.at("replies")
    return Annotation(
        id=file.path.stem,
        document=document_id,
        kind=content.kind,
        target=content.target,
        body=content.body,
        editor=fields.text(data, "editor"),
        created=created,
        modified=fields.time(data, "modified") if "modified" in data else created,
        state=state,
        missions=content.missions,
        themes=content.themes,
        refers_to=content.refers_to,
        replies=tuple(_reply(replies, entry) for entry in replies.entries(data, "replies")),
        revisions=_revisions(fields.at("revisions"), content, state),
        extra={key: value for key, value in data.items() if key not in _KNOWN},
    )


def _content(fields: Fields, data: Mapping[str, Any]) -> Content:
    kind = fields.choice(Kind, data, "kind")
    missions, themes = _tags(fields.at("tags"), data)
    return Content(
        kind,
        _target(fields.at("target"), data, "target"),
        _body(fields, data, kind),
        missions,
        themes,
        _refers_to(fields.at("refers_to"), data),
    )


def _body(fields: Fields, data: Mapping[str, Any], kind: Kind) -> str:
    read = fields.optional if kind in _MAY_BE_SILENT else fields.text
    body = read(data, "body")
    if len(body) > LONGEST_BODY:
        fields.refuse("body", f"{len(body)} characters are too many, {LONGEST_BODY} may be")
    return body


def _tags(fields: Fields, data: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if data.get("tags") is None:
        return (), ()
    tags = fields.mapping(data, "tags")
    return fields.texts(tags, "missions"), fields.texts(tags, "themes")


def _refers_to(fields: Fields, data: Mapping[str, Any]) -> DocumentTarget | None:
    if data.get("refers_to") is None:
        return None
    document = fields.text(fields.mapping(data, "refers_to"), "document")
    return DocumentTarget(document, _target(fields, data, "refers_to"))


def _target(fields: Fields, data: Mapping[str, Any], key: str) -> Target:
    target = fields.mapping(data, key)
    if target.get("quote") is None:
        return Target(fields.text(target, "passage"))
    quote = fields.mapping(target, "quote")
    return Target(
        fields.optional(target, "passage"),
        Quote(
            fields.text(quote, "exact"),
            fields.optional(quote, "prefix"),
            fields.optional(quote, "suffix"),
        ),
        _position(fields, target),
    )


def _position(fields: Fields, target: Mapping[str, Any]) -> Position | None:
    if target.get("position") is None:
        return None
    position = fields.mapping(target, "position")
    start, end = position.get("start"), position.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        fields.refuse("position", "'position' should have whole numbers start and end, start first")
    return Position(start, end)


def _reply(fields: Fields, entry: Mapping[str, Any]) -> Reply:
    return Reply(
        fields.text(entry, "editor"),
        fields.time(entry, "created"),
        _body(fields, entry, Kind.COMMENT),
    )


def _revisions(fields: Fields, content: Content, state: State) -> tuple[Revision, ...]:
    """Read the revisions from the last to the first: each says what it changed, as it was."""
    revisions: list[Revision] = []
    for entry in reversed(fields.entries(fields.file.data, "revisions")):
        content = _before(fields, entry, content)
        state = fields.choice(State, entry, "state") if "state" in entry else state
        revisions.append(
            Revision(
                fields.text(entry, "editor"),
                fields.time(entry, "modified"),
                fields.optional(entry, "reason"),
                content,
                state,
            )
        )
    return tuple(reversed(revisions))


def _before(fields: Fields, entry: Mapping[str, Any], after: Content) -> Content:
    missions, themes = _tags(fields, entry) if "tags" in entry else (after.missions, after.themes)
    return Content(
        fields.choice(Kind, entry, "kind") if "kind" in entry else after.kind,
        _target(fields, entry, "target") if "target" in entry else after.target,
        fields.optional(entry, "body") if "body" in entry else after.body,
        missions,
        themes,
        _refers_to(fields, entry) if "refers_to" in entry else after.refers_to,
    )
