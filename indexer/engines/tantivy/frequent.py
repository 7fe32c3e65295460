"""The rows of the most frequent stems, as bitmaps in a file beside a tantivy index.

Tantivy hands over what it finds one by one, which takes longest for the words that nearly every
passage has. Their bitmaps are made with the index and read from the file, a stem a row of bits.
A bit may be left of a passage that is gone: whoever reads asks for living rows only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tantivy import Index, Query, Searcher

from indexer.engines.tantivy.rows import rows_found
from indexer.engines.tantivy.schema import schema
from indexer.query.clauses import IndexField

__all__ = ["FrequentStems", "make_frequent", "patch_frequent"]

_BITS = "frequent.npy"
_STEMS = "frequent.json"
_SHARE = 0.01
_FEWEST = 1_000
_Packed = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class FrequentStems:
    """The bitmaps of an index. `numbers` says which row of bits is that of a stem."""

    numbers: Mapping[str, int]
    bits: _Packed

    @classmethod
    def load(cls, folder: Path) -> FrequentStems:
        """Open the bitmaps in an index folder; there are none in that of a small index."""
        if not (folder / _STEMS).exists():
            return cls({}, np.empty((0, 0), dtype=np.uint8))
        stems = json.loads((folder / _STEMS).read_text(encoding="utf-8"))
        bits = np.load(folder / _BITS, mmap_mode="r", allow_pickle=False)
        return cls({stem: number for number, stem in enumerate(stems)}, bits)

    def rows(self, stem: str, count: int) -> npt.NDArray[np.bool_] | None:
        """Return for every row whether it has a stem, or None if that is not known here."""
        number = self.numbers.get(stem)
        if number is None:
            return None
        return np.unpackbits(self.bits[number], count=count).view(np.bool_)


def make_frequent(folder: Path) -> None:
    """Write the bitmaps of an index that is committed."""
    searcher = Index.open(str(folder)).searcher()
    fewest = max(_FEWEST, int(searcher.num_docs * _SHARE))
    found = searcher.terms_with_prefix(IndexField.STEMS.value, "")
    stems = [term for term, count in found if count >= fewest]
    rows = [_rows_with(searcher, stem) for stem in stems]
    width = max((int(having.max()) + 1 for having in rows), default=0)
    bits = np.zeros((len(stems), -(-width // 8)), dtype=np.uint8)
    for number, having in enumerate(rows):
        bits[number] = _packed(having, width)
    _save(folder, stems, bits)


def patch_frequent(folder: Path, added: Mapping[int, Iterable[str]]) -> None:
    """Bring the bitmaps up to date with passages that were added, given their stems by row."""
    known = FrequentStems.load(folder)
    if not known.numbers or not added:
        return
    width = max(known.bits.shape[1], max(added) // 8 + 1)
    bits = np.zeros((len(known.numbers), width), dtype=np.uint8)
    bits[:, : known.bits.shape[1]] = known.bits
    for row, stems in added.items():
        byte, bit = row // 8, 0x80 >> row % 8
        bits[:, byte] &= 0xFF ^ bit
        having = [known.numbers[stem] for stem in set(stems) if stem in known.numbers]
        bits[having, byte] |= bit
    _save(folder, list(known.numbers), bits)


def _rows_with(searcher: Searcher, stem: str) -> npt.NDArray[np.int64]:
    query = Query.term_query(schema(), IndexField.STEMS.value, stem, "basic")
    return np.array(rows_found(searcher, query, searcher.num_docs), dtype=np.int64)


def _packed(rows: npt.NDArray[np.int64], width: int) -> _Packed:
    having = np.zeros(width, dtype=np.bool_)
    having[rows] = True
    return np.packbits(having)


def _save(folder: Path, stems: list[str], bits: _Packed) -> None:
    """Replace the files; an older generation may hold links to the ones there are."""
    for name in (_BITS, _STEMS):
        (folder / name).unlink(missing_ok=True)
    np.save(folder / _BITS, bits, allow_pickle=False)
    (folder / _STEMS).write_text(json.dumps(stems), encoding="utf-8")
