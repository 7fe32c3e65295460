"""Annotations as frozen dataclasses.

An annotation's target is described by selectors of the W3C Web Annotation model: the block or
note, the quoted words with what stands around them, and the position. Positions are code points
into the passage's plain text, half-open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

__all__ = ["Annotation", "Kind", "Position", "Quote", "Reply", "Revision", "State", "Target"]


class Kind(StrEnum):
    """What an annotation does."""

    COMMENT = "comment"
    CORRECTION = "correction"
    CROSS_REFERENCE = "cross-reference"
    TAG = "tag"
    QUESTION = "question"
    TRANSLATION = "translation"


class State(StrEnum):
    """How far an annotation has come; readers see published ones only."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that an annotation is about, with up to 32 characters before and after them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where the words stood: `start` to `end` in the text of the block or note."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target:
    """What an annotation is about: a block or note, and perhaps words in it.

    Without a quote the annotation is about the whole block or note.
    """

    passage: str
    quote: Quote | None = None
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in the thread of an annotation; `body` is Markdown."""

    editor: str
    created: dt.datetime
    body: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One change of an annotation: who, when, why, and the body as it was before."""

    editor: str
    modified: dt.datetime
    reason: str
    body: str


@dataclass(frozen=True)
class Annotation:
    """An editor's statement about a target in a document.

    Attributes:
        id: unique in the archive; names the file.
        document: the id of the document.
        kind: what it does.
        target: what it is about.
        body: Markdown.
        editor: who wrote it.
        created: when, in UTC.
        modified: when it was last changed, in UTC.
        state: how far it has come.
        missions: ids of missions it tags the passage with.
        themes: likewise themes.
        replies: the thread, oldest first.
        revisions: what was changed, oldest first.
        extra: keys of the file that the program does not know.
    """

    id: str
    document: str
    kind: Kind
    target: Target
    body: str
    editor: str
    created: dt.datetime
    modified: dt.datetime
    state: State = State.PUBLISHED
    missions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()
    revisions: tuple[Revision, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
