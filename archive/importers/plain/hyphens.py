"""Words broken at a line end: whether the hyphen goes, stays, or stays with a space.

The document's own vocabulary decides first, a word list second, the shape of the halves last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.importers.plain.decode import HIDDEN_HYPHEN
from archive.importers.plain.lines import Line
from archive.importers.plain.words import Vocabulary, is_common_word

__all__ = ["Joint", "join_at_hyphen", "reveal_hyphens"]

_LAST = re.compile(r"([^\W_]+(?:-[^\W_]+)*)[-\u00ad\u2010]$")
_FIRST = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_LEFT_OPEN = re.compile(r"(?P<head>[^\W\d_]+(?:-[^\W\d_]+)*)- (?P<tail>[a-z][^\W\d_]*)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*-$")
_CONJUNCTIONS = {"and", "or", "to", "nor", "und", "et", "as", "versus", "vs"}
_LONGEST_WORD = 80
_PREFIXES = {"re", "pre", "co", "non", "anti", "ex", "post", "self", "mid", "pro", "all", "half"}


@dataclass(frozen=True, slots=True)
class Joint:
    """How two lines are joined at a hyphen.

    Attributes:
        glue: what stands between the halves: nothing, a hyphen, or a hyphen and a space.
        sure: whether the vocabulary settles it.
    """

    glue: str
    sure: bool = True


def join_at_hyphen(before: str, after: str, vocabulary: Vocabulary) -> Joint:
    """Say how `before`, which ends in a hyphen, goes on with `after`."""
    last, first = _LAST.search(before[-_LONGEST_WORD:]), _FIRST.match(after)
    if before.endswith("\u00ad"):
        return Joint("")
    if last is None or first is None or _ADDRESS.search(before):
        return Joint("-")
    head, tail = last[1], first[0]
    if tail.lower() in _CONJUNCTIONS and not _is_word(head + tail, vocabulary):
        return Joint("- ")
    if not tail[0].islower() or not head[-1].isalpha():
        return Joint("-")
    return _by_words(head, tail, vocabulary)


def reveal_hyphens(lines: Iterable[Line], vocabulary: Vocabulary) -> tuple[Line, ...]:
    """Settle the hyphens that a tool hid inside words it made whole, or left with a blank.

    Tools that write a paragraph a line may leave `har- bour` where two lines met.
    """
    return tuple(
        replace(line, text=_revealed(_closed_up(line.text, vocabulary), vocabulary))
        if HIDDEN_HYPHEN in line.text or "- " in line.text
        else line
        for line in lines
    )


def _closed_up(text: str, vocabulary: Vocabulary) -> str:
    """Put together words left in two by a hyphen and a blank, if the whole is a known word."""

    def glued(match: re.Match[str]) -> str:
        head, tail = match["head"], match["tail"]
        joint = join_at_hyphen(f"{head}-", tail, vocabulary)
        return f"{head}{joint.glue}{tail}" if joint.sure else match[0]

    return _LEFT_OPEN.sub(glued, text)


def _revealed(text: str, vocabulary: Vocabulary) -> str:
    done, *rest = text.split(HIDDEN_HYPHEN)
    for part in rest:
        done += join_at_hyphen(f"{done}-", part, vocabulary).glue + part
    return done


def _by_words(head: str, tail: str, vocabulary: Vocabulary) -> Joint:
    words = vocabulary.words
    simple = tail.split("-", maxsplit=1)[0].split("’", maxsplit=1)[0].split("'", maxsplit=1)[0]
    near = head.rsplit("-", 1)[-1]
    closed, open_ = words[(near + simple).lower()], words[f"{near}-{simple}".lower()]
    open_ += sum(
        words[form.lower()]
        for form in {f"{head}-{tail}", f"{near}-{tail}"}
        if form != f"{near}-{simple}"
    )
    closed += sum(
        words[form.lower()] for form in {head + tail, near + tail} if form != near + simple
    )
    if closed != open_:
        return Joint("") if closed > open_ else Joint("-")
    if closed or _is_common(near + simple):
        return Joint("", sure=not open_)
    return Joint("-" if _stand_alone(near, simple, vocabulary) else "", sure=False)


def _is_common(word: str) -> bool:
    """Whether the word list has the word, or the singular of it."""
    return is_common_word(word) or (word.endswith("s") and is_common_word(word[:-1]))


def _stand_alone(near: str, simple: str, vocabulary: Vocabulary) -> bool:
    """Whether both halves are words, so that the hyphen joins rather than divides."""
    if near.lower() in _PREFIXES:
        return _is_word(simple, vocabulary)
    return _is_word(near, vocabulary) and _is_word(simple, vocabulary) and len(near) > 1


def _is_word(text: str, vocabulary: Vocabulary) -> bool:
    folded = text.lower()
    if len(folded) > 2:
        return folded in vocabulary.words or folded in vocabulary.parts or is_common_word(folded)
    return folded in vocabulary.words and is_common_word(folded)
