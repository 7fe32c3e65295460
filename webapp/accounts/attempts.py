"""Counting attempts, so that passwords cannot be tried one after the other."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

__all__ = ["Attempts"]


class Attempts:
    """Lets a key be tried so many times in so many seconds. Safe in threads.

    Memory is bounded: of too many keys the one tried longest ago is forgotten.

    Args:
        most: attempts allowed.
        seconds: within this time.
        keys: how many keys are remembered.
        clock: seconds that only grow.
    """

    def __init__(
        self,
        most: int,
        seconds: float,
        keys: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most, self._seconds, self._keys, self._clock = most, seconds, keys, clock
        self._times: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, key: str) -> float:
        """Count an attempt and return 0; or, if there were too many, the seconds to wait."""
        with self._lock:
            now = self._clock()
            recent = [time for time in self._times.pop(key, ()) if time > now - self._seconds]
            self._times[key] = recent
            if len(self._times) > self._keys:
                self._times.popitem(last=False)
            if len(recent) >= self._most:
                return recent[0] + self._seconds - now
            recent.append(now)
            return 0.0

    def forget(self, key: str) -> None:
        """Forget the attempts of a key: it was the right one."""
        with self._lock:
            self._times.pop(key, None)

    def __len__(self) -> int:
        return len(self._times)
