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

__all__ = [
    "LONGEST_BODY",
    "Annotation",
    "Content",
    "DocumentTarget",
    "Kind",
    "Position",
    "Quote",
    "Reply",
    "Revision",
    "State",
    "Target",
]

LONGEST_BODY = 20_000
"""How many characters a body may have."""


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

    Without a quote the annotation is about the whole block or note. With a quote the passage may
    be empty: it is not known yet, as for annotations that come from another program.
    """

    passage: str
    quote: Quote | None = None
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class DocumentTarget:
    """A target and the document it is in: one end of an annotation."""

    document: str
    target: Target


@dataclass(frozen=True, slots=True)
class Content:
    """What an editor decides about an annotation, and what a revision keeps.

    Attributes:
        kind: what it does.
        target: what it is about.
        body: Markdown.
        missions: ids of missions it tags the passage with.
        themes: likewise themes.
        refers_to: the other end of a cross-reference.
    """

    kind: Kind
    target: Target
    body: str
    missions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    refers_to: DocumentTarget | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in the thread of an annotation; `body` is Markdown."""

    editor: str
    created: dt.datetime
    body: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One change of an annotation.

    Attributes:
        editor: who made it.
        modified: when, in UTC.
        reason: why; may be empty.
        before: the content as it was before.
        state: the state before.
    """

    editor: str
    modified: dt.datetime
    reason: str
    before: Content
    state: State


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
        modified: when it was last changed or answered, in UTC.
        state: how far it has come.
        missions: ids of missions it tags the passage with.
        themes: likewise themes.
        refers_to: the other end of a cross-reference, in this document or another.
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
    refers_to: DocumentTarget | None = None
    replies: tuple[Reply, ...] = ()
    revisions: tuple[Revision, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def content(self) -> Content:
        """What an editor decides about it."""
        return Content(
            self.kind, self.target, self.body, self.missions, self.themes, self.refers_to
        )

    @property
    def ends(self) -> tuple[DocumentTarget, ...]:
        """Its target and, for a cross-reference, the other end."""
        near = DocumentTarget(self.document, self.target)
        return (near,) if self.refers_to is None else (near, self.refers_to)

    def targets_in(self, document_id: str) -> tuple[Target, ...]:
        """Return its targets in a document: none, one, or both ends of a cross-reference."""
        return tuple(end.target for end in self.ends if end.document == document_id)
