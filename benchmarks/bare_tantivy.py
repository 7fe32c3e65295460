"""The floor that counts: the same questions put to tantivy alone, through its Python package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur, Query

from benchmarks.generator import Collection, passages
from benchmarks.measuring import Clock, Row, rows
from benchmarks.queries import Measured, queries
from indexer import Facet, Filters, IndexedPassage, YearRange

__all__ = ["bare_tantivy"]

_TOP = 10
_PASSAGES = 3
_GROUPED = 100
_SNIPPET = 280
_EXPANDED = 200
_FACETS = ("mission", "theme", "year", "kind", "type", "author")
_BOOSTS = (("exact", 0.5), ("context", 0.7))


def _simple() -> tantivy.TextAnalyzerBuilder:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(
        tantivy.Filter.lowercase()
    )


_STEMS = _simple().filter(tantivy.Filter.stemmer("english")).build()


def bare_tantivy(collection: Collection, folder: Path, clock: Clock) -> list[Row]:
    """Do what a search does with tantivy's collector, aggregations and snippets.

    The same: words by their stems, with the exact form and the title and headings above that;
    phrases, beginnings and misspellings of exact words; ten documents with the three best passages
    of each, read from what is stored of them, with snippets as long as ours; how many passages and
    documents there are, in all and for every value of six facets, each facet filtered by the
    others. Less: documents are only estimated, and tantivy makes no snippets of misspellings.
    """
    index = _index(collection, folder)
    bare = _Bare(index.searcher(), index.schema)
    return rows(queries(collection, seed=3), bare.answer, clock)


def _index(collection: Collection, folder: Path) -> tantivy.Index:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    builder.add_text_field("exact", tokenizer_name="exact")
    builder.add_text_field("context", tokenizer_name="en_stem")
    for name in ("document", *_FACETS):
        if name != "year":
            builder.add_text_field(name, tokenizer_name="raw", fast=True)
    builder.add_text_field("shown", stored=True, tokenizer_name="raw", index_option="basic")
    schema = builder.add_unsigned_field("year", fast=True, indexed=True).build()
    index = tantivy.Index(schema, str(folder))
    index.register_tokenizer("exact", _simple().build())
    writer = index.writer(256 << 20, 2)
    for passage in passages(collection):
        writer.add_document(_document(passage))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def _document(passage: IndexedPassage) -> tantivy.Document:
    shown = {
        "document": passage.document,
        "id": passage.id,
        "kind": passage.kind.value,
        "title": passage.title,
        "authors": passage.authors,
        "date": passage.date,
        "type": passage.type,
        "section": passage.section,
        "missions": passage.missions,
        "themes": passage.themes,
        "mentioned": passage.mentioned,
        "anchor": passage.anchor,
    }
    document = tantivy.Document(
        text=passage.text,
        exact=passage.text,
        context="\n".join((passage.title, *passage.section)),
        document=passage.document,
        mission=list(passage.missions + passage.mentioned),
        theme=list(passage.themes),
        kind=passage.kind.value,
        type=passage.type,
        author=list(passage.authors),
        shown=json.dumps(shown),
    )
    document.add_unsigned("year", passage.year or 0)
    return document


@dataclass(frozen=True)
class _Bare:
    searcher: tantivy.Searcher
    schema: tantivy.Schema

    def answer(self, measured: Measured) -> object:
        """Answer a query as a search does."""
        asked = self._query(measured.kind, measured.words)
        narrowed = self._filters(measured.filters)
        query = _all([asked, *narrowed.values()])
        found = self.searcher.search(query, _GROUPED, count=True)
        documents: dict[str, None] = {}
        for _, address in found.hits:
            if len(documents) < _TOP:
                documents[self._shown(address)["document"]] = None
        counts = [self.searcher.aggregate(query, _counted(set(_FACETS) - narrowed.keys()))]
        for name in narrowed:
            others = [part for other, part in narrowed.items() if other != name]
            counts.append(self.searcher.aggregate(_all([asked, *others]), _counted({name})))
        return self._best(query, self._marking(asked, measured), list(documents)), counts

    def _shown(self, address: tantivy.DocAddress) -> dict[str, Any]:
        shown: dict[str, Any] = json.loads(self.searcher.doc(address)["shown"][0])
        return shown

    def _best(self, query: Query, marking: Query, documents: Sequence[str]) -> object:
        """Return the best passages of documents with their snippets."""
        snippets = tantivy.SnippetGenerator.create(self.searcher, marking, self.schema, "text")
        snippets.set_max_num_chars(_SNIPPET)
        best = []
        for name in documents:
            own = _all([query, Query.term_query(self.schema, "document", name)])
            for _, address in self.searcher.search(own, _PASSAGES, count=False).hits:
                document = self.searcher.doc(address)
                snippet = snippets.snippet_from_doc(document).to_html()
                best.append((json.loads(document["shown"][0]), snippet))
        return best

    def _marking(self, asked: Query, measured: Measured) -> Query:
        """Return what tantivy can mark in stems; of a beginning, the words that have it."""
        if measured.kind == "phrase":
            stems: list[str | tuple[int, str]] = [_STEMS.analyze(w)[0] for w in measured.words]
            return Query.phrase_query(self.schema, "text", stems)
        if measured.kind != "prefix":
            return asked
        terms = self.searcher.terms_with_prefix("text", measured.words[0], limit=_EXPANDED)
        return _any([Query.term_query(self.schema, "text", term) for term, _ in terms])

    def _filters(self, filters: Filters) -> dict[str, Query]:
        if not filters:
            return {}
        years = YearRange.parse(filters.values(Facet.YEAR)[0])
        mission = filters.values(Facet.MISSION)[0]
        return {
            "mission": _unscored(Query.term_query(self.schema, "mission", mission)),
            "year": _unscored(
                Query.range_query(
                    self.schema, "year", tantivy.FieldType.Unsigned, years.first, years.last
                )
            ),
        }

    def _query(self, kind: str, words: Sequence[str]) -> Query:
        if kind == "phrase":
            return Query.phrase_query(self.schema, "exact", [*words])
        if kind == "prefix":
            return Query.regex_query(self.schema, "exact", f"{words[0]}.*")
        if kind == "fuzzy":
            return Query.fuzzy_term_query(self.schema, "exact", words[0], 1)
        terms = [self._word(word) for word in words]
        return _any(terms) if kind == "or" else _all(terms)

    def _word(self, word: str) -> Query:
        """Return what finds the stem of a word, and ranks its exact form and headings above."""
        stem = _STEMS.analyze(word)[0]
        forms = {"exact": word, "context": stem}
        more = (
            Query.boost_query(Query.term_query(self.schema, field, forms[field]), boost)
            for field, boost in _BOOSTS
        )
        found = Query.term_query(self.schema, "text", stem)
        return Query.boolean_query(
            [(Occur.Must, found), *((Occur.Should, query) for query in more)]
        )


def _counted(facets: Iterable[str]) -> dict[str, Any]:
    documents = {"documents": {"cardinality": {"field": "document"}}}
    by_value = {
        name: {"terms": {"field": name, "size": 1000}, "aggs": documents} for name in facets
    }
    return {**by_value, **documents}


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _all(parts: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, part) for part in parts])


def _any(parts: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, part) for part in parts])
