"""A query as typed, cut into tokens. Any text can be cut; quotation marks are forgiven."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from indexer.query.tree import FieldName

__all__ = ["Token", "TokenKind", "tokens"]


class TokenKind(StrEnum):
    """What a token is."""

    OPEN = "("
    CLOSE = ")"
    NOT = "NOT"
    AND = "AND"
    OR = "OR"
    FIELD = "field"
    PHRASE = "phrase"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Token:
    """A token. `text` is the name of a field, or what stands in quotes, or a word as typed.

    `near` is the number after the `~` of a phrase, -1 if there is none after it.
    """

    kind: TokenKind
    text: str = ""
    near: int | None = None


_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»\uff02", '"'))
_FIELDS = "|".join(FieldName)
_TOKEN = re.compile(
    rf"""
    (?P<open>\() | (?P<close>\))
    | (?P<not>(?<![^\s(:])(?:[-\u2212](?=[^\s)-])|NOT(?=[\s(\"])))
    | (?P<and>(?<![^\s()\"])AND(?=[\s(\")]|$)) | (?P<or>(?<![^\s()\"])OR(?=[\s(\")]|$))
    | (?P<field>(?i:{_FIELDS})):(?=[^\s)])
    | \"(?P<phrase>[^\"]*)(?:\"(?P<near>~\d{{0,4}})?|$)
    | (?P<symbol>[A-Za-z]+/[^\s()\"]*\d[ ]?\((?:19|20)\d\d\))
    | (?P<word>[^\s()\"]+)
    """,
    re.VERBOSE,
)
_OPERATORS = {
    "open": TokenKind.OPEN,
    "close": TokenKind.CLOSE,
    "not": TokenKind.NOT,
    "and": TokenKind.AND,
    "or": TokenKind.OR,
}


def tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of a query.

    A final quotation mark that is missing is supplied at the end.
    """
    for match in _TOKEN.finditer(query.translate(_QUOTES)):
        kind = match.lastgroup
        if kind in _OPERATORS:
            yield Token(_OPERATORS[kind])
        elif kind == "field":
            yield Token(TokenKind.FIELD, match["field"].lower())
        elif kind in {"symbol", "word"}:
            yield Token(TokenKind.WORD, match[0])
        else:
            near = match["near"]
            yield Token(TokenKind.PHRASE, match["phrase"], int(near[1:] or -1) if near else None)
