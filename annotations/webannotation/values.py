"""Values of foreign JSON, taken for what they should be: what is something else is nothing."""

from __future__ import annotations

from typing import Any

__all__ = ["listed", "mapping", "mappings", "text"]


def mapping(value: object) -> dict[str, Any]:
    """Return an object, empty if the value is none."""
    return value if isinstance(value, dict) else {}


def text(value: object) -> str:
    """Return a text, empty if the value is none."""
    return value if isinstance(value, str) else ""


def listed(value: object) -> list[Any]:
    """Return a list; JSON-LD lets a single value stand for a list of one."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def mappings(value: object) -> list[dict[str, Any]]:
    """Return the objects of a list, or a single one as a list."""
    return [entry for entry in listed(value) if isinstance(entry, dict)]
