"""Bitmaps over rows, kept as long as they are asked for and memory allows."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

import numpy as np
import numpy.typing as npt

__all__ = ["BitmapCache"]

_FEWEST = 8


class BitmapCache:
    """The bitmaps asked for last, packed eight to a byte. Several threads may ask at once.

    What it gives belongs to the caller and may be changed.
    """

    def __init__(self, rows: int, memory: int) -> None:
        """Begin.

        Args:
            rows: the length of every bitmap.
            memory: the most bytes that the cache may take, but a few bitmaps are always kept.
        """
        self._rows = rows
        self._most = max(_FEWEST, memory // max(1, rows // 8))
        self._kept: OrderedDict[Hashable, npt.NDArray[np.uint8]] = OrderedDict()
        self._lock = threading.Lock()

    def get(
        self, key: Hashable, make: Callable[[], npt.NDArray[np.bool_]]
    ) -> npt.NDArray[np.bool_]:
        """Return the bitmap of a key; it is made if it is not there."""
        with self._lock:
            packed = self._kept.get(key)
            if packed is not None:
                self._kept.move_to_end(key)
        if packed is not None:
            return np.unpackbits(packed, count=self._rows).view(np.bool_)
        made = make()
        with self._lock:
            self._kept[key] = np.packbits(made)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
