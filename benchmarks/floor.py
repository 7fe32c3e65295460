"""The floor: the same questions put to bare engines.

Bare tantivy does the same work as far as it can; see `bare_tantivy`. SQLite and Whoosh's own way
give ten passages and count passages in three facets, which is less.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from whoosh import highlight
from whoosh import query as whoosh_query
from whoosh.analysis import StandardAnalyzer
from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.index import create_in, open_dir

from benchmarks.bare_tantivy import bare_tantivy
from benchmarks.generator import Collection, passages
from benchmarks.measuring import Clock, Row, rows
from benchmarks.queries import Measured, queries
from indexer import Facet, YearRange

__all__ = ["FLOORS"]

_TOP = 10
_FACETS = ("mission", "theme", "year")


def sqlite_fts5(collection: Collection, folder: Path, clock: Clock) -> list[Row]:
    """SQLite FTS5: bm25() for the ten best, snippet(), and counting in numpy."""
    base = sqlite3.connect(folder / "fts5.sqlite")
    base.execute("CREATE VIRTUAL TABLE passage USING fts5(text, tokenize='porter unicode61')")
    missions, themes, years = [], [], []
    found = list(passages(collection))
    base.executemany("INSERT INTO passage(text) VALUES (?)", ((p.text,) for p in found))
    base.commit()
    for passage in found:
        missions.append(int((passage.missions + passage.mentioned)[-1].removeprefix("mission-")))
        themes.append(int(passage.themes[0].removeprefix("theme-")))
        years.append(passage.year or 0)
    columns = [np.array(values) for values in (missions, themes, years)]

    def answer(measured: Measured) -> object:
        asked = _fts5_query(measured)
        matched = base.execute("SELECT rowid FROM passage WHERE passage MATCH ?", (asked,))
        rowids = np.fromiter((row[0] - 1 for row in matched), dtype=np.int64)
        if measured.filtered:
            years_asked = YearRange.parse(measured.filters.values(Facet.YEAR)[0])
            mission = int(measured.filters.values(Facet.MISSION)[0].removeprefix("mission-"))
            year = columns[2][rowids]
            inside = (year >= years_asked.first) & (year <= years_asked.last)
            rowids = rowids[inside & (columns[0][rowids] == mission)]
        counts = [np.bincount(column[rowids]) for column in columns]
        best = base.execute(
            "SELECT snippet(passage, 0, '<b>', '</b>', '', 40) FROM passage"
            " WHERE passage MATCH ? ORDER BY bm25(passage) LIMIT ?",
            (asked, _TOP),
        )
        return counts, best.fetchall()

    known = (query for query in queries(collection, seed=3) if query.kind != "fuzzy")
    return rows(known, answer, clock)


def _fts5_query(measured: Measured) -> str:
    if measured.kind == "phrase":
        return f'"{" ".join(measured.words)}"'
    if measured.kind == "prefix":
        return f"{measured.words[0]}*"
    return (" OR " if measured.kind == "or" else " ").join(measured.words)


def whoosh_groupedby(collection: Collection, folder: Path, clock: Clock) -> list[Row]:
    """Whoosh as its manual has it: `groupedby` for facets, its own highlighter."""
    schema = Schema(
        text=TEXT(stored=True, analyzer=StandardAnalyzer(stoplist=None)),
        mission=KEYWORD(sortable=True),
        theme=KEYWORD(sortable=True),
        year=NUMERIC(sortable=True),
        id=ID,
    )
    writer = create_in(str(folder), schema).writer(limitmb=256)
    for passage in passages(collection):
        writer.add_document(
            text=passage.text,
            mission=(passage.missions + passage.mentioned)[-1],
            theme=passage.themes[0],
            year=passage.year or 0,
        )
    writer.commit()
    searcher = open_dir(str(folder)).searcher()

    def answer(measured: Measured) -> object:
        found = searcher.search(
            _whoosh_query(measured),
            limit=_TOP,
            groupedby=list(_FACETS),
            filter=_whoosh_filter(measured),
        )
        found.fragmenter = highlight.ContextFragmenter()
        counts = [Counter({k: len(v) for k, v in found.groups(f).items()}) for f in _FACETS]
        return counts, [hit.highlights("text") for hit in found]

    return rows(queries(collection, seed=3), answer, clock)


def _whoosh_query(measured: Measured) -> Any:  # noqa: ANN401  # Whoosh has no types
    words = measured.words
    terms = [whoosh_query.Term("text", word) for word in words]
    by_kind: dict[str, Callable[[], Any]] = {
        "phrase": lambda: whoosh_query.Phrase("text", list(words)),
        "prefix": lambda: whoosh_query.Prefix("text", words[0]),
        "fuzzy": lambda: whoosh_query.FuzzyTerm("text", words[0], maxdist=1),
        "or": lambda: whoosh_query.Or(terms),
    }
    return by_kind.get(measured.kind, lambda: whoosh_query.And(terms))()


def _whoosh_filter(measured: Measured) -> Any:  # noqa: ANN401  # Whoosh has no types
    if not measured.filtered:
        return None
    years = YearRange.parse(measured.filters.values(Facet.YEAR)[0])
    mission = measured.filters.values(Facet.MISSION)[0]
    between = whoosh_query.NumericRange("year", years.first, years.last)
    return whoosh_query.And([whoosh_query.Term("mission", mission), between])


FLOORS = {
    "bare tantivy": bare_tantivy,
    "SQLite FTS5": sqlite_fts5,
    "Whoosh with groupedby": whoosh_groupedby,
}
"""What is measured beside our own engines, by name."""
