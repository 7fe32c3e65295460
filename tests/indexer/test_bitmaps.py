import numpy as np
import numpy.typing as npt

from indexer.bitmaps import BitmapCache


def test_a_bitmap_is_made_once_and_given_back_whole() -> None:
    made: list[int] = []

    def make() -> npt.NDArray[np.bool_]:
        made.append(1)
        return np.array([True, False, True] * 7)

    cache = BitmapCache(rows=21, memory=1000)
    for _ in range(3):
        assert cache.get("key", make).tolist() == [True, False, True] * 7
    assert len(made) == 1


def test_what_is_given_may_be_changed() -> None:
    cache = BitmapCache(rows=2, memory=1000)
    cache.get("key", lambda: np.array([True, False]))[:] = False
    again = cache.get("key", lambda: np.array([False, False]))
    again[:] = False
    assert cache.get("key", lambda: np.array([False, False])).tolist() == [True, False]


def test_the_bitmaps_not_asked_for_go_first() -> None:
    cache = BitmapCache(rows=800, memory=1000)
    ones, zeros = np.ones(800, dtype=np.bool_), np.zeros(800, dtype=np.bool_)
    for number in range(20):
        cache.get(number, lambda: ones)
        cache.get(0, lambda: ones)
    kept = [number for number in (0, 19, 1) if cache.get(number, lambda: zeros).all()]
    assert kept == [0, 19]
