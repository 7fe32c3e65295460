"""References by title, borne out by author, year and publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from archive.names import fold_letters
from archive.references.catalogue import Catalogue, Entry, TitleForm, words_of
from archive.references.models import SURE

__all__ = ["LEAST_ALIGNMENT", "TitleReference", "title_references"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEXT_REFERENCE = re.compile(r"[;\n]")
_LEAST_SIMILARITY = 85.0
LEAST_ALIGNMENT = _LEAST_SIMILARITY - 10
"""How alike (of 100) a title and the stretch of text it is compared with are at least."""
_LEAST_CONFIDENCE = 0.6
_LONG_TITLE = 4
_BEFORE = 200
_AFTER = 200
_MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class TitleReference:
    """A title found in a text (code points, half-open), and how sure it is which is meant."""

    entry: Entry
    start: int
    end: int
    confidence: float


def title_references(text: str, catalogue: Catalogue) -> tuple[TitleReference, ...]:
    """Find titles of the catalogue in a text; where they overlap, the likeliest stays.

    A title is sure only with its author or publisher beside it. Without its author one of two or
    three words, or one that begins with a small letter, is an everyday phrase and does not count.
    """
    folded = fold_letters(text)
    words = words_of(folded)
    found = [
        TitleReference(entry, start, end, confidence)
        for entry, form in catalogue.with_words(words)
        for start, end, similarity in _places(folded, form, max(form.keys & words, key=len))
        if (confidence := _confidence(folded, start, end, entry, form, similarity))
        >= (SURE if text[start].islower() else _LEAST_CONFIDENCE)
    ]
    found.sort(key=lambda one: (-one.confidence * (one.end - one.start), one.start, one.entry.id))
    kept: list[TitleReference] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def _places(folded: str, form: TitleForm, key: str) -> Iterator[tuple[int, int, float]]:
    """Where the title stands around one of its words, and how alike it is, from 0 to 1."""
    length = len(form.text)
    done = 0
    for place, match in enumerate(re.finditer(rf"\b{key}\b", folded)):
        if place == _MOST_PLACES:
            return
        start = max(done, match.start() - length - length // 4)
        window = folded[start : match.end() + length + length // 4]
        aligned = fuzz.partial_ratio_alignment(form.text, window, score_cutoff=LEAST_ALIGNMENT)
        if aligned is None:
            continue
        first, last = _whole_words(folded, start + aligned.dest_start, start + aligned.dest_end)
        similarity = fuzz.ratio(form.text, folded[first:last])
        if similarity >= _LEAST_SIMILARITY and first >= done:
            yield first, last, similarity / 100
            done = last


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without what hangs over at either end, and with words it cuts made whole."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in "?!)":
        end -= 1
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _confidence(
    folded: str, start: int, end: int, entry: Entry, form: TitleForm, similarity: float
) -> float:
    """How sure it is that a title found is that of a document."""
    before = _NEXT_REFERENCE.split(folded[max(0, start - _BEFORE) : start])[-1]
    after = _NEXT_REFERENCE.split(folded[end : end + _AFTER])[0]
    years = {int(year[0]) for year in _YEAR.finditer(f"{before} {after}")}
    named = _named(entry.names, before, after)
    published = bool(entry.publisher) and entry.publisher in after
    if not named and len(form.words) < _LONG_TITLE:
        return 0
    weight = 0.55 * similarity
    weight += 0.25 if named else 0
    weight += 0.1 if published else 0
    weight += 0.1 if entry.year in years and (named or published) else 0
    weight += 0.1 if len(form.words) >= _LONG_TITLE else 0
    weight -= 0.2 if years and entry.year not in years else 0
    return round(min(1.0, weight), 2)


def _named(names: tuple[str, ...], before: str, after: str) -> bool:
    around = f"{before} | {after}"
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", around) for name in names if name)
