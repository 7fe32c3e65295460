"""Symbols in running text, whether written out or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.symbols.grammar import HEAD, match_symbol
from archive.symbols.models import Symbol, SymbolMatch
from archive.symbols.wording import find_worded_resolutions

__all__ = ["find_symbols", "parse_symbol"]

_RESOLVER = re.compile(
    r"(?:undocs\.org/(?:[a-z]{2}/)?|docs\.un\.org/(?:[a-z]{2}/)?|symbol=)$", re.IGNORECASE
)
_LONGEST_RESOLVER = 20
_PREFIX = re.compile(r"(?:UN\s)?Doc(?:ument)?\.?,?\s", re.IGNORECASE)


def find_symbols(text: str) -> tuple[SymbolMatch, ...]:
    """Find every symbol that a text names, in the order of the text; none overlap.

    A symbol inside a web address counts only if the address is that of the UN's resolver.
    """
    matches = [*_written_symbols(text), *find_worded_resolutions(text)]
    return tuple(sorted(matches, key=lambda match: match.start))


def parse_symbol(written: str) -> Symbol | None:
    """Read a text that is one symbol in any form, or a double symbol; None if it is not."""
    written = written.strip()
    prefix = _PREFIX.match(written)
    start = 0 if prefix is None else prefix.end()
    found = match_symbol(written, start)
    if found is not None:
        return found[0] if found[1] == len(written) else None
    matches = tuple(find_worded_resolutions(written))
    whole = len(matches) == 1 and (matches[0].start, matches[0].end) == (start, len(written))
    return matches[0].symbol if whole else None


def _written_symbols(text: str) -> Iterator[SymbolMatch]:
    done = 0
    for head in HEAD.finditer(text):
        start = head.start()
        if start < done or _in_foreign_address(text, start):
            continue
        found = match_symbol(text, start)
        if found is not None:
            symbol, done = found
            yield SymbolMatch(symbol, start, done)


def _in_foreign_address(text: str, start: int) -> bool:
    """Whether the symbol goes on from something else, a web address of the resolver excepted."""
    if text[start - 1 : start] not in {"/", "="}:
        return False
    return not _RESOLVER.search(text, max(0, start - _LONGEST_RESOLVER), start)
