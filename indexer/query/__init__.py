"""The query language: what a person types, as a tree, and what an engine is asked."""

from indexer.query.parser import LONGEST_QUERY, MOST_CLAUSES, parse

__all__ = ["LONGEST_QUERY", "MOST_CLAUSES", "parse"]
