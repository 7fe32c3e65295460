import csv
import json
from pathlib import Path

import pytest

from indexer import Filters, SearchRequest, Sort, passages_csv, passages_json
from indexer.csv_rows import csv_row
from tests.indexer.factories import ENGINES, MemorySource, make_passage, opened


@pytest.fixture
def source(tmp_path: Path) -> MemorySource:
    source = MemorySource(tmp_path)
    for number in range(30):
        name = f"d{number:02}"
        source.put(name, make_passage(name, text="oak " * (number + 1), date=f"{1970 + number}"))
    return source


@pytest.mark.parametrize("engine", ENGINES)
def test_everything_found_is_given_not_only_a_page(source: MemorySource, engine: str) -> None:
    index = opened(source, engine)
    request = SearchRequest("oak", Filters.of(year="1980.."), page_size=5)
    found = list(index.passages(request))
    assert [passage.document for passage in found] == [f"d{number}" for number in range(10, 30)]
    assert len(index.documents(request)) == 20
    assert index.documents(request)[0] == "d29"
    oldest = SearchRequest("oak", Filters.of(year="1980.."), sort=Sort.OLDEST, page=3)
    assert list(index.documents(oldest))[:2] == ["d10", "d11"]


def test_passages_as_csv(source: MemorySource) -> None:
    source.put("d99", make_passage("d99", text='An "elm",\nhere', authors=("A. Quill", "B. Reed")))
    found = opened(source).passages(SearchRequest("elm"))
    heading, row = csv.reader(list(passages_csv(found, "https://archive.example/")))
    cells = dict(zip(heading, row, strict=True))
    assert cells["text"] == 'An "elm",\nhere'
    (only_heading,) = csv.reader(list(passages_csv([])))
    assert only_heading == heading
    assert cells["authors"] == "A. Quill; B. Reed"
    assert cells["url"] == "https://archive.example/documents/d99#p1"


def test_passages_as_json(source: MemorySource) -> None:
    index = opened(source)
    request = SearchRequest("oak", Filters.of(year="1970..1971"))
    rows = json.loads("".join(passages_json(index.passages(request))))
    assert [row["document"] for row in rows] == ["d00", "d01"]
    assert rows[0]["section"] == []
    nothing = index.passages(SearchRequest("absent"))
    assert json.loads("".join(passages_json(nothing))) == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\tx"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert csv_row([text, 1, None]).lstrip('"').startswith("'")


def test_a_row_quotes_what_it_must() -> None:
    assert csv_row(["a,b", 'c"d', "e"]) == '"a,b","c""d",e\r\n'
