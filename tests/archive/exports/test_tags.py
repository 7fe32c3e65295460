"""Metadata in pages, read as Zotero's translators read it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given

from archive import PartialDate
from archive.authors import read_author
from archive.exports import Item, coins, dublin_core_tags, highwire_tags, schema_org_report
from tests.archive.exports.conftest import HOSTILE, items

PLAIN = Item(
    "first-mandate",
    "The first mandate: A reading",
    "The first mandate",
    tuple(map(read_author, ("Ada Moreau", "Harbour Institute"))),
    "Harbour Press",
    date=PartialDate(1999, 10, 22),
    kind="report",
    number="S/1999/1",
    doi="10.1234/abc",
    keywords=("UNAMSIL", "Consent"),
    abstract="On consent.",
    rights="All rights reserved.",
    url="https://archive.example/documents/first-mandate",
)
HIGHWIRE_FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_publisher": "publisher",
    "citation_abstract": "abstract",
    "citation_doi": "doi",
    "citation_public_url": "url",
    "citation_language": "language",
}


def zotero_type(tags: tuple[tuple[str, str], ...]) -> str | None:
    """The type of the item: an institution of a report decides, a bare title is an article's."""
    names = {name for name, content in tags if content}
    if "citation_journal_title" in names:
        return "journalArticle"
    if "citation_technical_report_institution" in names:
        return "report"
    return "journalArticle" if "citation_title" in names else None


def zotero_fields(tags: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """The fields of the item; what stands twice is joined by a comma, blanks are collapsed."""
    fields = {}
    for tag, field in HIGHWIRE_FIELDS.items():
        values = [content for name, content in tags if name == tag]
        if values:
            fields[field] = " ".join(", ".join(values).split())
    return fields


def zotero_authors(tags: tuple[tuple[str, str], ...]) -> list[str]:
    """The authors: divided at semicolons, else at commas between names of two words."""
    authors = []
    for name, content in tags:
        if name == "citation_author":
            parts = re.split(r"\s*;\s*", content)
            if len(parts) == 1:
                by_comma = re.split(r"\s*,\s*", content)
                divided = len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1]
                parts = by_comma if divided else parts
            authors += [part for part in parts if part]
    return authors


def test_zotero_takes_the_page_for_a_report() -> None:
    tags = highwire_tags(PLAIN)
    assert zotero_type(tags) == "report"
    assert zotero_fields(tags) == {
        "title": "The first mandate: A reading",
        "date": "1999/10/22",
        "institution": "Harbour Press",
        "number": "S/1999/1",
        "publisher": "Harbour Press",
        "abstract": "On consent.",
        "doi": "10.1234/abc",
        "url": "https://archive.example/documents/first-mandate",
        "language": "en",
    }
    assert zotero_authors(tags) == ["Moreau, Ada", "Harbour Institute"]


def test_it_is_a_report_even_if_little_is_known() -> None:
    assert zotero_type(highwire_tags(Item("a", "Rope", "Rope"))) == "report"


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Jan Peter van der Berg", "Jan Peter van der Berg"),
        ("Jan van der Berg", "van der Berg, Jan"),
        ("Institute of Rope, Harbour Office", "Institute of Rope Harbour Office"),
    ],
)
def test_zotero_does_not_divide_a_name(name: str, read: str) -> None:
    item = replace(PLAIN, authors=(read_author(name),))
    assert zotero_authors(highwire_tags(item)) == [read]


@given(items)
def test_nothing_but_authors_and_keywords_stands_twice(item: Item) -> None:
    tags = highwire_tags(item)
    single = [name for name, _ in tags if name not in {"citation_author", "citation_keywords"}]
    assert len(single) == len(set(single))
    assert zotero_type(tags) == "report"
    assert zotero_fields(tags)["title"] == " ".join(item.title.split())


def test_dublin_core() -> None:
    assert dublin_core_tags(PLAIN) == (
        ("DC.title", "The first mandate: A reading"),
        ("DC.date", "1999-10-22"),
        ("DC.publisher", "Harbour Press"),
        ("DC.type", "report"),
        ("DC.identifier", "https://archive.example/documents/first-mandate"),
        ("DC.language", "en"),
        ("DC.description", "On consent."),
        ("DC.rights", "All rights reserved."),
        ("DC.creator", "Moreau, Ada"),
        ("DC.creator", "Harbour Institute"),
        ("DC.subject", "UNAMSIL"),
        ("DC.subject", "Consent"),
    )


def context_object(title: str) -> dict[str, list[str]]:
    """A COinS title as Zotero takes it apart."""
    values: dict[str, list[str]] = {}
    for part in title.split("&"):
        name, _, value = part.partition("=")
        values.setdefault(name, []).append(unquote(value.replace("+", " ")))
    return values


def test_coins_are_a_report() -> None:
    values = context_object(coins(PLAIN))
    assert values["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:book"]
    assert "rft.genre=report" in coins(PLAIN).split("&")
    assert values["rft.btitle"] == ["The first mandate: A reading"]
    assert values["rft.au"] == ["Moreau, Ada", "Harbour Institute"]
    assert values["rft.date"] == ["1999-10-22"]
    assert values["rft_id"] == [PLAIN.url, "info:doi/10.1234/abc"]


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_come_back_from_coins(title: str) -> None:
    assert context_object(coins(replace(PLAIN, title=title)))["rft.btitle"] == [title]


def test_schema_org() -> None:
    data = schema_org_report(PLAIN)
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Report")
    assert data["author"] == [
        {"@type": "Person", "name": "Ada Moreau", "familyName": "Moreau", "givenName": "Ada"},
        {"@type": "Organization", "name": "Harbour Institute"},
    ]
    assert data["publisher"] == {"@type": "Organization", "name": "Harbour Press"}
    assert (data["reportNumber"], data["datePublished"]) == ("S/1999/1", "1999-10-22")
    assert data["sameAs"] == "https://doi.org/10.1234/abc"


@given(items)
def test_schema_org_is_json_without_empty_values(item: Item) -> None:
    data = schema_org_report(item)
    assert json.loads(json.dumps(data)) == data
    assert all(data.values())
