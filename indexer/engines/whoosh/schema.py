"""The fields of a Whoosh index. Their values are terms joined by blanks, already analysed."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator

from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, STORED, FieldType, Schema
from whoosh.formats import Existence, Frequency

from indexer.engines.whoosh.codec import PositionsFormat
from indexer.query.clauses import IndexField

__all__ = ["ROW", "STORED_TEXT", "UNIT", "schema"]

ROW = "row"
UNIT = "unit"
STORED_TEXT = "shown"

_Items = Iterator[tuple[bytes, int, float, bytes]]


class _Terms(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """Terms as they are given; nothing is known of them but their presence."""

    format_type: type = Existence

    def __init__(self) -> None:
        super().__init__(self.format_type(), analyzer=None)

    def index(self, value: str, **_: object) -> _Items:
        """Yield what Whoosh indexes: term, frequency, weight and value."""
        for term in dict.fromkeys(value.split()):
            yield term.encode(), 1, 1.0, b""


class _CountedTerms(_Terms):
    """Terms with how often they occur."""

    format_type = Frequency

    def index(self, value: str, **_: object) -> _Items:
        """Yield what Whoosh indexes: term, frequency, weight and value."""
        for term, count in Counter(value.split()).items():
            yield term.encode(), count, count, b""


class _PlacedTerms(_Terms):
    """Terms with their positions."""

    format_type = PositionsFormat

    def index(self, value: str, **_: object) -> _Items:
        """Yield what Whoosh indexes: term, frequency, weight and value."""
        places: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for position, term in enumerate(value.split()):
            places[term].append(position)
        for term, positions in places.items():
            yield term.encode(), len(positions), len(positions), positions.tobytes()


_KINDS: dict[IndexField, type[_Terms]] = {
    IndexField.EXACT: _PlacedTerms,
    IndexField.TITLE: _PlacedTerms,
    IndexField.AUTHOR: _PlacedTerms,
    IndexField.STEMS: _CountedTerms,
    IndexField.TITLE_STEMS: _CountedTerms,
    IndexField.CONTEXT: _CountedTerms,
}


def schema() -> Schema:
    """Return the schema of an index."""
    fields = {field.value: _KINDS.get(field, _Terms)() for field in IndexField}
    return Schema(
        **fields,
        **{UNIT: _Terms(), ROW: COLUMN(NumericColumn("I", default=0)), STORED_TEXT: STORED()},
    )
