"""What a mention is, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Mention", "PlacedMention"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A recognised name of a mission.

    Attributes:
        mission: the id of the mission, or None if the name is left open.
        start: where the name begins in its text (code points).
        end: where it ends, half-open.
        candidates: if the name is left open, the ids of the missions it may stand for.
    """

    mission: str | None
    start: int
    end: int
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention, and the id of the block or note in which it stands."""

    passage: str
    mention: Mention
