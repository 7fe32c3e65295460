"""A bounded cache for values that are made from files and must never be stale."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

__all__ = ["FreshCache"]

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class FreshCache(Generic[_Key, _Value]):
    """Keeps the values used last, each with the state of what it was made from.

    A value whose state has changed is made again. Safe in threads; two of them may make the same
    value at once, which costs time and nothing else.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._entries: OrderedDict[_Key, tuple[Hashable, _Value]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: _Key, state: Hashable, make: Callable[[], _Value]) -> _Value:
        """Return the value of a key as of a state; make it if it is not kept.

        Errors of `make` are passed on, and nothing is kept.
        """
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None and entry[0] == state:
                self._entries.move_to_end(key)
                return entry[1]
        value = make()
        with self._lock:
            self._entries[key] = (state, value)
            self._entries.move_to_end(key)
            while len(self._entries) > self._size:
                self._entries.popitem(last=False)
        return value

    def __len__(self) -> int:
        return len(self._entries)
