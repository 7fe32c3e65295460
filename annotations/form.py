"""The form of an annotation file: from YAML to the model, with errors that name the field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

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
from archive.yaml_files import YamlFile

__all__ = ["annotation_from"]

_Value = TypeVar("_Value", bound=StrEnum)
_KNOWN = {
    "id", "kind", "target", "body", "tags", "editor", "created", "modified", "state", "replies",
    "revisions",
}  # fmt: skip


def annotation_from(file: YamlFile, document_id: str) -> Annotation:
    """Read an annotation from its parsed file; the file's name is its id.

    Raises:
        AnnotationError: a field is missing or has the wrong form.
    """
    form = _Form(file)
    if form.text(file.data, "id", "id") != file.path.stem:
        form.refuse("id", f"should be the name of the file, '{file.path.stem}'")
    created = form.time(file.data, "created", "created")
    tags = form.mapping(file.data, "tags", "tags") if "tags" in file.data else {}
    return Annotation(
        id=file.path.stem,
        document=document_id,
        kind=form.choice(Kind, "kind"),
        target=_target(form),
        body=form.text(file.data, "body", "body"),
        editor=form.text(file.data, "editor", "editor"),
        created=created,
        modified=form.time(file.data, "modified", "modified")
        if "modified" in file.data
        else created,
        state=form.choice(State, "state") if "state" in file.data else State.PUBLISHED,
        missions=form.texts(tags, "missions", "tags"),
        themes=form.texts(tags, "themes", "tags"),
        replies=tuple(
            Reply(
                form.text(entry, "editor", "replies"),
                form.time(entry, "created", "replies"),
                form.text(entry, "body", "replies"),
            )
            for entry in form.entries("replies")
        ),
        revisions=tuple(
            Revision(
                form.text(entry, "editor", "revisions"),
                form.time(entry, "modified", "revisions"),
                str(entry.get("reason", "")),
                form.text(entry, "body", "revisions"),
            )
            for entry in form.entries("revisions")
        ),
        extra={key: value for key, value in file.data.items() if key not in _KNOWN},
    )


def _target(form: _Form) -> Target:
    target = form.mapping(form.file.data, "target", "target")
    passage = form.text(target, "passage", "target")
    if "quote" not in target:
        return Target(passage)
    quote = form.mapping(target, "quote", "target")
    position = form.mapping(target, "position", "target") if "position" in target else None
    return Target(
        passage,
        Quote(
            form.text(quote, "exact", "target"),
            str(quote.get("prefix", "")),
            str(quote.get("suffix", "")),
        ),
        None if position is None else _position(form, position),
    )


def _position(form: _Form, position: Mapping[str, Any]) -> Position:
    start, end = position.get("start"), position.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        form.refuse("target", "'position' should have whole numbers start and end, start first")
    return Position(start, end)


class _Form:
    """Reads fields of one file; `place` is the top-level key whose line an error names."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file

    def refuse(self, place: str, problem: str) -> NoReturn:
        raise AnnotationError(
            f"In '{place}': {problem}.",
            path=self.file.path,
            line=self.file.line(place),
            remedy="Mend the file by hand; nothing in it was changed.",
        )

    def text(self, data: Mapping[str, Any], key: str, place: str) -> str:
        value = data.get(key)
        if not isinstance(value, str | int) or not str(value).strip():
            self.refuse(place, f"'{key}' should be text")
        return str(value)

    def texts(self, data: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
        value = data.get(key) or []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(place, f"'{key}' should be a list of ids")
        return tuple(value)

    def mapping(self, data: Mapping[str, Any], key: str, place: str) -> Mapping[str, Any]:
        value = data.get(key)
        if not isinstance(value, dict):
            self.refuse(place, f"'{key}' should be a mapping of names to values")
        return value

    def entries(self, key: str) -> list[Mapping[str, Any]]:
        value = self.file.data.get(key) or []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse(key, "there should be a list of entries")
        return value

    def time(self, data: Mapping[str, Any], key: str, place: str) -> dt.datetime:
        try:
            time = dt.datetime.fromisoformat(self.text(data, key, place))
        except ValueError:
            self.refuse(place, f"'{key}' should be a time such as 2026-03-12T09:30:00Z")
        if time.tzinfo is None:
            self.refuse(place, f"'{key}' should say its time zone, such as a final Z")
        return time.astimezone(dt.UTC)

    def choice(self, kinds: type[_Value], key: str) -> _Value:
        value = self.text(self.file.data, key, key)
        try:
            return kinds(value)
        except ValueError:
            self.refuse(key, f"'{value}' is none of {', '.join(kinds)}")
