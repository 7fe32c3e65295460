"""Narrowing the sentences that cite a UN document by mission, theme and year."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from archive.citations.graph.models import CitingSentence

__all__ = ["filter_citing"]


def filter_citing(
    sentences: Iterable[CitingSentence],
    missions: Collection[str] = (),
    themes: Collection[str] = (),
    first_year: int | None = None,
    last_year: int | None = None,
) -> tuple[CitingSentence, ...]:
    """Return the sentences of documents with one of the missions and one of the themes.

    Args:
        sentences: to choose from; their order is kept.
        missions: ids; without any, all will do.
        themes: likewise.
        first_year: of publication; a document without a year is in no span of years.
        last_year: likewise.
    """
    return tuple(
        sentence
        for sentence in sentences
        if (not missions or not set(missions).isdisjoint(sentence.document.missions))
        and (not themes or not set(themes).isdisjoint(sentence.document.themes))
        and _within(sentence.document.year, first_year, last_year)
    )


def _within(year: int | None, first: int | None, last: int | None) -> bool:
    if year is None:
        return first is None and last is None
    return (first is None or first <= year) and (last is None or year <= last)
