"""What is read in bulk is what Whoosh itself reads, posting by posting."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex, create_in
from whoosh.reading import SegmentReader

from indexer.engines.whoosh.codec import bulk_writer, read_numbers, read_postings, read_terms
from indexer.engines.whoosh.schema import schema

TEXTS = st.lists(
    st.lists(st.sampled_from(["oak", "elm", "ash"]), max_size=6), min_size=1, max_size=9
)
FIELDS = ["exact", "stems", "joined"]


_Posting = tuple[int, float, list[int]]


def indexed(storage: RamStorage, texts: list[list[str]]) -> FileIndex:
    index = storage.create_index(schema())
    add(index, texts)
    return index


def add(index: FileIndex, texts: list[list[str]]) -> None:
    writer = bulk_writer(index)
    for row, text in enumerate(texts):
        terms = dict.fromkeys(FIELDS, " ".join(text))
        writer.add_document(**terms, unit=f"u{row}", row=row, shown="")
    writer.commit()


def read_publicly(segment: SegmentReader, field: str, term: str) -> list[_Posting]:
    if (field, term.encode()) not in segment:
        return []
    matcher = segment.postings(field, term.encode())
    found: list[_Posting] = []
    while matcher.is_active():
        positions = matcher.value_as("positions") if field == "exact" else []
        found.append((matcher.id(), matcher.weight(), positions))
        matcher.next()
    return found


def read_in_bulk(segment: SegmentReader, field: str, term: str) -> list[_Posting]:
    postings = read_postings(segment, field, term)
    positions = postings.positions.tolist()
    found: list[_Posting] = []
    for number, frequency in zip(postings.numbers, postings.frequencies, strict=True):
        count = int(frequency) if field == "exact" else 0
        found.append((int(number), float(frequency), positions[:count]))
        positions = positions[count:]
    return found


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_bulk_reading_gives_what_whoosh_gives(
    first: list[list[str]], more: list[list[str]]
) -> None:
    index = indexed(RamStorage(), first)
    add(index, more)
    for segment, _ in index.reader().leaf_readers():
        for field in FIELDS:
            for term in ("oak", "elm", "ash", "absent"):
                public = read_publicly(segment, field, term)
                assert read_in_bulk(segment, field, term) == public
            public_terms = dict.fromkeys(segment.lexicon(field), 0)
            counted = {t.decode(): segment.doc_frequency(field, t) for t in public_terms}
            assert read_terms(segment, field) == counted
        rows = [segment.column_reader("row")[n] for n in range(segment.doc_count_all())]
        assert read_numbers(segment, "row").tolist() == rows


def test_postings_of_many_blocks_are_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.engines.whoosh.codec._BLOCK", 4)
    index = create_in(str(tmp_path), schema())
    add(index, [["oak", "elm", "oak"]] * 30)
    with index.reader() as reader:
        assert read_in_bulk(reader, "exact", "oak") == read_publicly(reader, "exact", "oak")
        assert len(read_in_bulk(reader, "exact", "oak")) == 30
