"""The JSON twin of a page: what the page says, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from webapp.pages.base import Page

__all__ = ["page_data"]

_LEFT_OUT = frozenset({"site", "query"})


def page_data(page: Page) -> dict[str, Any]:
    """Return a page's context as data for JSON: dataclasses as objects, safe HTML as text."""
    return {
        each.name: _data(getattr(page, each.name))
        for each in fields(page)
        if each.name not in _LEFT_OUT
    }


def _data(value: Any) -> Any:  # noqa: ANN401 -- JSON has any value, and so have contexts
    if is_dataclass(value):
        return {each.name: _data(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): _data(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_data(item) for item in value]
    return value
