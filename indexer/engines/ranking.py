"""BM25, for the engine that computes it here, and the weights that all engines share.

A passage scores for a word by its stem, again (`EXACT_WEIGHT`) by its exact form, and again
(`CONTEXT_WEIGHT`) if the word stands in the title or in a heading above the passage. Of a word that
nearly every passage has, only the stem counts: more would take long and say little.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

__all__ = ["CONTEXT_WEIGHT", "EXACT_WEIGHT", "idf", "is_common", "saturation"]

EXACT_WEIGHT = 0.5
CONTEXT_WEIGHT = 0.7
_COMMON_SHARE = 0.2
_COMMON_FROM = 1_000
_K1 = 1.2
_B = 0.75


def is_common(passages: int, having: int) -> bool:
    """Return whether only the stem of a word counts; in small archives no word is common."""
    return passages >= _COMMON_FROM and having > passages * _COMMON_SHARE


def idf(passages: int, having: int) -> float:
    """Return how much a term says that so many of all passages have."""
    return math.log(1 + (passages - having + 0.5) / (having + 0.5))


def saturation(
    frequencies: npt.NDArray[np.float32], lengths: npt.NDArray[np.uint16], average: float
) -> npt.NDArray[np.float32]:
    """Return what frequencies are worth in texts of given lengths."""
    relative = lengths.astype(np.float32) / np.float32(average)
    norm = np.float32(_K1 * (1 - _B)) + np.float32(_K1 * _B) * relative
    return np.asarray(frequencies * np.float32(_K1 + 1) / (frequencies + norm), dtype=np.float32)
