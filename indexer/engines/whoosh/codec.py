"""How Whoosh keeps postings here: in blocks of plain arrays, written and read many at a time.

What uses private parts of Whoosh is in this module. It extends Whoosh's own codec, so that Whoosh
reads and merges these indexes by its public ways too; a test compares the two.
"""

from __future__ import annotations

import io
import pickle
import struct
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3LeafMatcher, W3PostingsWriter
from whoosh.fields import Schema
from whoosh.formats import Format
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

__all__ = [
    "ArrayCodec",
    "PositionsFormat",
    "Postings",
    "bulk_writer",
    "read_numbers",
    "read_postings",
    "read_terms",
]

_BLOCK = 8192
_COMPRESSION = 1
_POSITION_SIZE = 4
_INT = struct.Struct("!i")
_MAGIC_LENGTH = 4
_FIELD = struct.Struct("!H")
_LENGTHS = struct.Struct("!ii")
_COUNT = struct.Struct("!I")
_COUNT_AT = 5


class PositionsFormat(Format):  # type: ignore[misc]  # Whoosh has no types
    """Positions as arrays of unsigned 32-bit integers, for Whoosh's own way of reading."""

    def decode_positions(self, value: bytes) -> list[int]:
        """Return the positions in a posting's value."""
        return list(array("I", value))

    def decode_frequency(self, value: bytes) -> int:
        """Return how many positions a posting's value holds."""
        return len(value) // 4

    def decode_weight(self, value: bytes) -> float:
        """Return the weight of a posting's value."""
        return float(len(value) // 4)


class TermPool:
    """Gathers the postings of a segment by term, in place of Whoosh's pool that sorts each one."""

    def __init__(self) -> None:
        self.fieldnames: set[str] = set()
        self._terms: dict[tuple[str, bytes], _Gathered] = {}

    def add(self, item: tuple[str, bytes, int, float, bytes | None]) -> None:
        """Add a posting; those of one term come in the order of their documents."""
        field, text, number, weight, value = item
        gathered = self._terms.get((field, text))
        if gathered is None:
            self.fieldnames.add(field)
            gathered = self._terms[field, text] = _Gathered()
        gathered.numbers.append(number)
        gathered.weights.append(weight)
        if value:
            gathered.values += value

    def iter_postings(self) -> TermPool:
        """Return what the codec's field writer takes: the pool itself."""
        return self

    def in_order(self) -> Iterator[tuple[str, bytes, _Gathered]]:
        """Yield field, term and postings in the order of the index."""
        for field, text in sorted(self._terms):
            yield field, text, self._terms[field, text]

    def cleanup(self) -> None:
        """Give back the memory."""
        self._terms.clear()


class _Gathered:
    """The postings of one term: document numbers, weights and, one after the other, values."""

    __slots__ = ("numbers", "values", "weights")

    def __init__(self) -> None:
        self.numbers = array("I")
        self.weights = array("f")
        self.values = bytearray()

    def blocks(self) -> Iterator[tuple[array[int], array[float], bytes]]:
        done = 0
        for start in range(0, len(self.numbers), _BLOCK):
            weights = self.weights[start : start + _BLOCK]
            size = int(sum(weights)) * _POSITION_SIZE if self.values else 0
            values = bytes(self.values[done : done + size])
            yield self.numbers[start : start + _BLOCK], weights, values
            done += size


class _FieldWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh has no types
    """Writes the terms of a pool, each with all of its postings at once."""

    def add_postings(self, schema: Schema, lengths: object, items: TermPool) -> None:
        del lengths
        last = None
        for field, text, gathered in items.in_order():
            if field != last:
                if last is not None:
                    self.finish_field()
                self.start_field(field, schema[field])
                last = field
            self.start_term(text)
            for block in gathered.blocks():
                self._postwriter.add_block(*block)
            self.finish_term()
        if last is not None:
            self.finish_field()


class _PostingsWriter(W3PostingsWriter):  # type: ignore[misc]  # Whoosh has no types
    """Writes ids, weights and values of a block as bytes instead of tuples."""

    def add_block(self, numbers: array[int], weights: array[float], values: bytes) -> None:
        if len(self):
            self._write_block()
        self._ids, self._weights, self._values = numbers, weights, [values]

    def _mini_ids(self) -> bytes:
        return bytes(self._ids.tobytes())

    def _mini_weights(self) -> bytes | None:
        if max(self._weights) == min(self._weights) == 1.0:
            return None
        return bytes(self._weights.tobytes())

    def _mini_values(self) -> bytes:
        return b"".join(self._values)


class _Matcher(W3LeafMatcher):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's own way of reading such blocks, for its merges."""

    def _read_ids(self) -> None:
        if self._data is None:
            self._read_data()
        self._ids = np.frombuffer(self._data[0], dtype=np.uint32).tolist()

    def _read_weights(self) -> None:
        if self._data is None:
            self._read_data()
        stored = self._data[1]
        self._weights = (
            [1.0] * self._blocklength
            if stored is None
            else np.frombuffer(stored, dtype=np.float32).tolist()
        )

    def _read_values(self) -> None:
        if self._data is None:
            self._read_data()
        values = self._data[2]
        if not values:
            self._values = (b"",) * self._blocklength
            return
        if self._weights is None:
            self._read_weights()
        ends = np.cumsum(np.array(self._weights, dtype=np.int64) * 4).tolist()
        starts = [0, *ends]
        self._values = tuple(values[start:end] for start, end in zip(starts, ends, strict=False))


class ArrayCodec(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's codec with blocks of arrays, and without lengths of fields (columns have them)."""

    length_stats = False

    def __init__(self) -> None:
        super().__init__(blocklimit=_BLOCK, compression=_COMPRESSION, inlinelimit=0)

    def field_writer(self, storage: Any, segment: Any) -> _FieldWriter:  # noqa: ANN401  # Whoosh's
        """Return what writes the terms of a segment."""
        return _FieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> _PostingsWriter:  # noqa: ANN401, FBT001, FBT002  # as Whoosh calls it
        """Return what writes postings to a file."""
        return _PostingsWriter(
            dbfile,
            blocklimit=self._blocklimit,
            byteids=byteids,
            compression=self._compression,
            inlinelimit=self._inlinelimit,
        )

    def postings_reader(
        self,
        dbfile: Any,  # noqa: ANN401  # a file of Whoosh
        terminfo: Any,  # noqa: ANN401  # likewise
        format_: Format,
        term: object = None,
        scorer: object = None,
    ) -> _Matcher:
        """Return Whoosh's matcher for a term."""
        offset, length = terminfo.extent()
        return _Matcher(dbfile, offset, length, format_, term=term, scorer=scorer)


def bulk_writer(index: FileIndex) -> SegmentWriter:
    """Return Whoosh's writer, with this codec and a pool that needs no sorting.

    A segment stays several files: Whoosh reads a compound one into memory.
    """
    writer = index.writer(codec=ArrayCodec(), compound=False)
    writer.pool = TermPool()
    return writer


@dataclass(frozen=True, slots=True)
class Postings:
    """The postings of a term in one segment: document numbers, how often, and where.

    `positions` holds the positions of the first document, then of the second, and so on.
    """

    numbers: npt.NDArray[np.uint32]
    frequencies: npt.NDArray[np.float32]
    positions: npt.NDArray[np.uint32]


_NONE = Postings(np.empty(0, np.uint32), np.empty(0, np.float32), np.empty(0, np.uint32))


def read_postings(segment: SegmentReader, field: str, text: str) -> Postings:
    """Return the postings of a term, all at once; deleted documents are among them."""
    terms = segment._terms  # noqa: SLF001  # Whoosh offers no bulk reading
    term = (field, text.encode())
    if term not in terms:
        return _NONE
    offset, (length,) = terms.term_info(*term).extent()  # Whoosh keeps the length in a tuple
    block = terms._postfile.get(offset, length)  # noqa: SLF001  # likewise
    parts = _read_blocks(bytes(block))
    return Postings(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))


_Arrays = tuple[npt.NDArray[np.uint32], npt.NDArray[np.float32], npt.NDArray[np.uint32]]


def _read_blocks(data: bytes) -> list[_Arrays]:
    parts: list[_Arrays] = []
    at, last = _MAGIC_LENGTH, False
    while not last:
        (length,) = _INT.unpack_from(data, at)
        last = length < 0
        start, at = at + _INT.size, at + _INT.size + abs(length)
        stream = io.BytesIO(data[start:at])
        count, _, _, compressed, _, _ = pickle.load(stream)  # noqa: S301  # our own file, see build
        content = stream.read()
        ids, weights, values = pickle.loads(  # noqa: S301  # likewise
            zlib.decompress(content) if compressed else content
        )
        frequencies = (
            np.ones(count, dtype=np.float32)
            if weights is None
            else np.frombuffer(weights, dtype=np.float32)
        )
        parts.append(
            (
                np.frombuffer(ids, dtype=np.uint32),
                frequencies,
                np.frombuffer(values, dtype=np.uint32),
            )
        )
    return parts


def read_terms(segment: SegmentReader, field: str, beginning: str = "") -> dict[str, int]:
    """Return the terms of a field that begin so, in order, with how many documents have each.

    Deleted documents count until their segment is merged.
    """
    terms = segment._terms  # noqa: SLF001  # Whoosh offers no bulk reading
    if field not in terms._fieldmap:  # noqa: SLF001  # likewise
        return {}
    key = _FIELD.pack(terms._fieldmap[field]) + beginning.encode()  # noqa: SLF001  # likewise
    index = terms._tindex  # noqa: SLF001  # likewise
    at = index.closest_key_pos(key)
    found: dict[str, int] = {}
    if at is None:
        return found
    data = bytes(index.dbfile.get(at, index.endofdata - at))
    start = 0
    while start < len(data):
        key_length, value_length = _LENGTHS.unpack_from(data, start)
        text = start + _LENGTHS.size + _FIELD.size
        value = start + _LENGTHS.size + key_length
        if not data.startswith(key, start + _LENGTHS.size):
            break
        (count,) = _COUNT.unpack_from(data, value + _COUNT_AT)
        found[data[text:value].decode()] = count
        start = value + value_length
    return found


def read_numbers(segment: SegmentReader, column: str) -> npt.NDArray[np.int64]:
    """Return the values of a column of unsigned 32-bit numbers, all at once."""
    count = segment.doc_count_all()
    values = np.zeros(count, dtype=np.int64)
    if segment.has_column(column):
        reader = segment.column_reader(column, translate=False)
        length = reader._count * 4  # noqa: SLF001  # Whoosh offers no bulk reading
        stored = reader._dbfile.get(reader._basepos, length)  # noqa: SLF001  # likewise
        values[: reader._count] = np.frombuffer(stored, dtype=">u4")  # noqa: SLF001  # likewise
    return values
