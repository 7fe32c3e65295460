from __future__ import annotations

import pytest

from webapp.caching import FreshCache


def test_a_value_is_made_once_for_a_state() -> None:
    cache: FreshCache[str, object] = FreshCache(2)
    first = cache.get("a", 1, object)
    assert cache.get("a", 1, object) is first
    assert cache.get("a", 2, object) is not first


def test_what_was_not_used_for_longest_goes_first() -> None:
    cache: FreshCache[str, str] = FreshCache(2)
    for key in ("a", "b", "a", "c"):
        cache.get(key, 1, key.upper)
    assert cache.get("a", 1, lambda: "made again") == "A"
    assert cache.get("b", 1, lambda: "made again") == "made again"
    assert len(cache) == 2


def test_an_error_is_passed_on_and_nothing_is_kept() -> None:
    cache: FreshCache[str, int] = FreshCache(2)
    with pytest.raises(ZeroDivisionError):
        cache.get("a", 1, lambda: 1 // 0)
    assert cache.get("a", 1, lambda: 5) == 5
