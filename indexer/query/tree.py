"""What was typed, as a tree: the words, phrases and operators of the query language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "And",
    "Everything",
    "Field",
    "FieldName",
    "Fuzzy",
    "Near",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "Typed",
    "Word",
]


class FieldName(StrEnum):
    """The fields that can be named before a colon."""

    TITLE = "title"
    AUTHOR = "author"
    MISSION = "mission"
    THEME = "theme"
    YEAR = "year"
    TYPE = "type"
    SYMBOL = "symbol"
    NOTE = "note"
    ANNOTATION = "annotation"
    IN = "in"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Word:
    """A word without quotation marks; its stem counts."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotation marks: exactly these, one after the other."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Exactly these words, each with at most `distance` words between it and the next one named."""

    text: str
    distance: int


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word."""

    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word that may be spelled otherwise: by `distance` letters, None for what fits it."""

    text: str
    distance: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a query that is looked for in a field."""

    name: FieldName
    child: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever the part does not find."""

    child: Node


@dataclass(frozen=True, slots=True)
class Everything:
    """An empty query finds everything."""


Typed = Word | Phrase | Near | Prefix | Fuzzy
Node = Typed | Field | And | Or | Not | Everything
