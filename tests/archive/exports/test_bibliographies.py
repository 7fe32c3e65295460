"""BibTeX, RIS and CSL-JSON: written, and read back by the rules of each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given

from archive import PartialDate
from archive.authors import read_author
from archive.exports import Item, Locator
from archive.exports.bibtex import bibtex
from archive.exports.csl import csl_json
from archive.exports.ris import ris
from tests.archive.exports.conftest import HOSTILE, items

PLAIN = Item(
    "first-mandate:p4",
    "The first mandate: A reading",
    "The first mandate",
    tuple(map(read_author, ("Ada Moreau", "Jan van der Berg, Jr.", "Harbour Institute"))),
    "Harbour Press",
    "Cairo",
    PartialDate(1999, 10, 22),
    "report",
    "12",
    doi="10.1234/abc",
    keywords=("UNAMSIL", "Consent"),
    abstract="On consent.",
    url="https://archive.example/documents/first-mandate#p4",
    locator=Locator("paragraph", "4"),
)


def parsed(text: str) -> Library:
    library = parse_string(text)
    assert library.failed_blocks == []
    return LatexDecodingMiddleware().transform(library)


def title_in(library: Library) -> str:
    """The title; the decoder drops its braces and writes a circumflex as a modifier letter."""
    value: str = library.entries[0]["title"]
    return value.replace("\u02c6", "^")


def test_bibtex() -> None:
    assert bibtex([PLAIN]) == (
        "@techreport{first-mandate:p4,\n"
        "  title = {{The first mandate: A reading}},\n"
        "  author = {Moreau, Ada and van der Berg, Jr., Jan and {Harbour Institute}},\n"
        "  institution = {Harbour Press},\n"
        "  address = {Cairo},\n"
        "  type = {Report},\n"
        "  number = {12},\n"
        "  year = {1999},\n"
        "  month = oct,\n"
        "  doi = {10.1234/abc},\n"
        "  language = {en},\n"
        "  abstract = {On consent.},\n"
        "  keywords = {UNAMSIL, Consent},\n"
        "  note = {para. 4},\n"
        "  url = {https://archive.example/documents/first-mandate#p4},\n"
        "}\n"
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_come_back_from_bibtex(title: str) -> None:
    assert title_in(parsed(bibtex([replace(PLAIN, title=title)]))) == title


def test_braces_that_do_not_match_become_commands() -> None:
    (entry,) = parse_string(bibtex([replace(PLAIN, title="} a {")])).entries
    assert entry["title"] == r"{\textbraceright{} a \textbraceleft{}}"


@given(items)
def test_every_item_is_one_entry_of_balanced_braces(item: Item) -> None:
    text = bibtex([item, replace(item, key="another")])
    library = parse_string(text)
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [item.key, "another"]
    assert text.count("{") == text.count("}")


def fields_of(record: str) -> list[tuple[str, str]]:
    """The tags and values of a RIS file, by its own rule of what a line is."""
    assert record.endswith("\r\n")
    lines = record.removesuffix("\r\n").split("\r\n")
    matches = [re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\r\n]*)", line) for line in lines]
    assert all(matches)
    return [(match[1], match[2]) for match in matches if match is not None]


def test_ris() -> None:
    assert fields_of(ris([PLAIN])) == [
        ("TY", "RPRT"),
        ("ID", "first-mandate:p4"),
        ("TI", "The first mandate: A reading"),
        ("AU", "Moreau, Ada"),
        ("AU", "van der Berg, Jan, Jr."),
        ("AU", "Harbour Institute"),
        ("PY", "1999"),
        ("DA", "1999/10/22/"),
        ("PB", "Harbour Press"),
        ("CY", "Cairo"),
        ("M3", "report"),
        ("SN", "12"),
        ("DO", "10.1234/abc"),
        ("LA", "en"),
        ("AB", "On consent."),
        ("N1", "para. 4"),
        ("UR", "https://archive.example/documents/first-mandate#p4"),
        ("KW", "UNAMSIL"),
        ("KW", "Consent"),
        ("ER", ""),
    ]


def test_a_date_may_be_a_year_only() -> None:
    assert ("DA", "1999///") in fields_of(ris([replace(PLAIN, date=PartialDate(1999))]))


@given(items)
def test_every_item_is_one_record(item: Item) -> None:
    fields = fields_of(ris([item, item]))
    assert [tag for tag, _ in fields if tag in {"TY", "ER"}] == ["TY", "ER", "TY", "ER"]
    assert ("TI", item.title) in fields


def check_csl(data: Iterable[dict[str, object]]) -> None:
    """The rules of the CSL-JSON schema, as far as our items use it."""
    texts = {
        "id", "type", "title", "title-short", "publisher", "publisher-place", "genre", "number",
        "collection-title", "DOI", "ISBN", "language", "abstract", "keyword", "note", "URL",
    }  # fmt: skip
    for item in data:
        assert item["type"] == "report"
        assert set(item) <= texts | {"author", "issued"}
        assert all(isinstance(item[key], str) for key in texts & set(item))
        for author in item.get("author", []):  # type: ignore[attr-defined]
            assert set(author) <= {"family", "given", "suffix", "literal"}
            assert all(author.values())


def test_csl_json() -> None:
    data = json.loads(csl_json([PLAIN]))
    check_csl(data)
    assert data[0]["author"] == [
        {"family": "Moreau", "given": "Ada"},
        {"family": "van der Berg", "given": "Jan", "suffix": "Jr."},
        {"literal": "Harbour Institute"},
    ]
    assert data[0]["issued"] == {"date-parts": [[1999, 10, 22]]}
    assert (data[0]["genre"], data[0]["note"]) == ("Report", "para. 4")


@given(items)
def test_every_item_is_valid_csl_json(item: Item) -> None:
    data = json.loads(csl_json([item]))
    check_csl(data)
    assert data[0]["title"] == item.title
