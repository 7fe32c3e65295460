"""Where words are looked for: the text, the notes, the annotations, or several of them.

A scope stands for kinds of passage, so that it is a facet like any other to the index.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from indexer import PassageKind

__all__ = ["Scope", "kinds_of", "split_kinds"]


class Scope(StrEnum):
    """A part of the archive that a search may be limited to; the values stand in addresses."""

    TEXT = "text"
    NOTES = "notes"
    ANNOTATIONS = "annotations"


_KINDS = {
    Scope.TEXT: tuple(
        kind.value for kind in PassageKind if kind not in {PassageKind.NOTE, PassageKind.ANNOTATION}
    ),
    Scope.NOTES: (PassageKind.NOTE.value,),
    Scope.ANNOTATIONS: (PassageKind.ANNOTATION.value,),
}


def kinds_of(scopes: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds of passage in the scopes named; none for all scopes, and for no scope."""
    chosen = {scope for scope in Scope if scope.value in set(scopes)}
    if len(chosen) == len(Scope):
        return ()
    return tuple(kind for scope in Scope if scope in chosen for kind in _KINDS[scope])


def split_kinds(kinds: Iterable[str]) -> tuple[tuple[Scope, ...], tuple[str, ...]]:
    """Return the scopes that kinds of passage make up, and the kinds left over."""
    left = tuple(kinds)
    whole = tuple(scope for scope in Scope if set(_KINDS[scope]) <= set(left))
    covered = {kind for scope in whole for kind in _KINDS[scope]}
    return whole, tuple(kind for kind in left if kind not in covered)
