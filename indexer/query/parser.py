"""The query language: text to a tree. Whatever is typed becomes a tree or is refused with reason.

    any of: parts joined by OR        all of: parts side by side, or joined by AND
    part:   NOT part | -part | ( query ) | field:part | "phrase" | "words"~8 | word | word* | word~

`OR` binds less than standing side by side. What is missing at the end is supplied; what is too
many is passed over.
"""

from __future__ import annotations

import re

from indexer.errors import QueryError
from indexer.query.lexer import Token, TokenKind, tokens
from indexer.query.tree import (
    And,
    Everything,
    Field,
    FieldName,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)

__all__ = ["LONGEST_QUERY", "MOST_CLAUSES", "parse"]

LONGEST_QUERY = 10_000
"""The most characters of a query."""
MOST_CLAUSES = 500
"""The most words and phrases of a query."""
_DEEPEST = 40
_DEFAULT_NEAR = 8
_FARTHEST_NEAR = 100
_FUZZY = re.compile(r"(?P<word>.+)~(?P<distance>\d?)")
_WORD_CHARACTER = re.compile(r"[^\W_]")


def parse(query: str) -> Node:
    """Return the tree of a query.

    Raises:
        QueryError: the query is too long, has too many parts, or a wildcard in the wrong place.
    """
    if len(query) > LONGEST_QUERY:
        raise QueryError(
            f"The query has more than {LONGEST_QUERY:,} characters.",
            "Search for a phrase of a few words instead.",
        )
    parser = _Parser(list(tokens(query)))
    tree = parser.any_of(0)
    while parser.peek() is not None:
        parser.position += 1
        rest = parser.any_of(0)
        tree = _join(And, [tree, rest])
    return tree


def _join(kind: type[And | Or], parts: list[Node]) -> Node:
    kept = [part for part in parts if not isinstance(part, Everything)]
    if not kept:
        return Everything()
    return kept[0] if len(kept) == 1 else kind(tuple(kept))


class _Parser:
    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.position = 0
        self.clauses = 0

    def peek(self) -> TokenKind | None:
        return self.tokens[self.position].kind if self.position < len(self.tokens) else None

    def take(self) -> Token:
        self.position += 1
        return self.tokens[self.position - 1]

    def any_of(self, depth: int) -> Node:
        if depth > _DEEPEST:
            raise QueryError(
                f"The query has more than {_DEEPEST} parentheses inside each other.",
                "Leave out those that are not needed.",
            )
        parts = [self.all_of(depth)]
        while self.peek() is TokenKind.OR:
            self.take()
            parts.append(self.all_of(depth))
        return _join(Or, parts)

    def all_of(self, depth: int) -> Node:
        parts: list[Node] = []
        while self.peek() not in {None, TokenKind.OR, TokenKind.CLOSE}:
            if self.peek() is TokenKind.AND:
                self.take()
            else:
                parts.append(self.part(depth))
        return _join(And, parts)

    def part(self, depth: int) -> Node:
        negations = 0
        while self.peek() is TokenKind.NOT:
            self.take()
            negations += 1
        if self.peek() in {None, TokenKind.CLOSE, TokenKind.AND, TokenKind.OR}:
            return Everything()
        part = self.operand(depth)
        return Not(part) if negations % 2 and not isinstance(part, Everything) else part

    def operand(self, depth: int) -> Node:
        token = self.take()
        if token.kind is TokenKind.OPEN:
            group = self.any_of(depth + 1)
            if self.peek() is TokenKind.CLOSE:
                self.take()
            return group
        if token.kind is TokenKind.FIELD:
            if depth > _DEEPEST:
                return self.any_of(depth)
            child = self.part(depth + 1)
            return child if isinstance(child, Everything) else Field(FieldName(token.text), child)
        return self.clause(token)

    def clause(self, token: Token) -> Node:
        if _WORD_CHARACTER.search(token.text) is None and "*" not in token.text:
            return Everything()
        self.clauses += len(token.text.split())
        if self.clauses > MOST_CLAUSES:
            raise QueryError(
                f"The query has more than {MOST_CLAUSES} words.",
                "Search for a phrase of a few words instead.",
            )
        if token.kind is TokenKind.WORD:
            return _word(token.text)
        if token.near is None:
            return Phrase(token.text)
        distance = _DEFAULT_NEAR if token.near < 0 else token.near
        return Near(token.text, min(distance, _FARTHEST_NEAR))


def _word(text: str) -> Node:
    if "*" in text:
        return _prefix(text)
    fuzzy = _FUZZY.fullmatch(text)
    if fuzzy is None:
        return Word(text)
    distance = int(fuzzy["distance"]) if fuzzy["distance"] else None
    if distance is not None and distance > 2:
        raise QueryError(
            f"{text[:50]} allows {distance} letters to differ, and 2 are the most.",
            f"Write {fuzzy['word'][:50]}~2.",
        )
    return Word(fuzzy["word"]) if distance == 0 else Fuzzy(fuzzy["word"], distance)


def _prefix(text: str) -> Node:
    beginning = text.rstrip("*")
    letters = len(_WORD_CHARACTER.findall(beginning))
    if "*" in beginning or letters == 0:
        raise QueryError(
            "A * can only stand at the end of a word, not before or in it.",
            "Write the beginning of the word, such as peacekeep*.",
        )
    if letters < 2:
        raise QueryError(
            f"{beginning[:50]}* stands for too many words.",
            "Write at least two letters before the *.",
        )
    return Prefix(beginning)
