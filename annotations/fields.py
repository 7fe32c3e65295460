"""Reading single fields of an annotation file, refusing what has the wrong form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from annotations.errors import AnnotationFileError
from archive.yaml_files import YamlFile

__all__ = ["Fields"]

_Value = TypeVar("_Value", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Fields:
    """Reads fields of one file.

    `place` is the top-level key whose line an error names; empty at the top level itself, where
    an error names the key that was read.

    Every method raises `AnnotationFileError` when the field has not the form it is read for.
    """

    file: YamlFile
    place: str = ""

    def at(self, place: str) -> Fields:
        """Return a reader whose errors name another top-level key."""
        return Fields(self.file, place)

    def refuse(self, key: str, problem: str) -> NoReturn:
        """Raise the error that names the file, the line and the top-level key."""
        place = self.place or key
        raise AnnotationFileError(
            f"In '{place}': {problem}.",
            path=self.file.path,
            line=self.file.line(place),
            remedy="Mend the file by hand; nothing in it was changed.",
        )

    def text(self, data: Mapping[str, Any], key: str) -> str:
        """Return a text that is not blank."""
        value = data.get(key)
        if not isinstance(value, str):
            value = self.optional(data, key)
        if not value or value.isspace():
            self.refuse(key, f"'{key}' should be text")
        return value

    def optional(self, data: Mapping[str, Any], key: str) -> str:
        """Return a text, empty if there is none; a whole number counts as text."""
        value = data.get(key, "")
        if isinstance(value, str):
            return value
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, int):
            self.refuse(key, f"'{key}' should be text")
        return str(value)

    def texts(self, data: Mapping[str, Any], key: str) -> tuple[str, ...]:
        """Return a list of ids, empty if there is none."""
        value = data.get(key) or []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(key, f"'{key}' should be a list of ids")
        return tuple(value)

    def mapping(self, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        """Return a mapping."""
        value = data.get(key)
        if not isinstance(value, dict):
            self.refuse(key, f"'{key}' should be a mapping of names to values")
        return value

    def entries(self, data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
        """Return a list of mappings, empty if there is none."""
        value = data.get(key) or []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse(key, "there should be a list of entries")
        return value

    def time(self, data: Mapping[str, Any], key: str) -> dt.datetime:
        """Return a moment in UTC."""
        try:
            time = dt.datetime.fromisoformat(self.text(data, key))
        except ValueError:
            self.refuse(key, f"'{key}' should be a time such as 2026-03-12T09:30:00Z")
        if time.tzinfo is None:
            self.refuse(key, f"'{key}' should say its time zone, such as a final Z")
        return time.astimezone(dt.UTC)

    def choice(self, kinds: type[_Value], data: Mapping[str, Any], key: str) -> _Value:
        """Return one of an enumeration's values."""
        value = self.text(data, key)
        try:
            return kinds(value)
        except ValueError:
            self.refuse(key, f"'{value}' is none of {', '.join(kinds)}")
