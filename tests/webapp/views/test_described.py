"""What pages tell Zotero and search engines of documents."""

from __future__ import annotations

import json
from urllib.parse import parse_qs

import pytest
from flask.testing import FlaskClient

from tests.archive.exports.test_tags import zotero_authors, zotero_fields, zotero_type
from tests.webapp.factories import get_page

ADDRESS = "/documents/limits-of-consent"
ROOT = "http://localhost"


def _tags(client: FlaskClient) -> tuple[tuple[str, str], ...]:
    metas = get_page(client, ADDRESS).select("head meta[name][content]")
    return tuple((str(meta["name"]), str(meta["content"])) for meta in metas)


def test_zotero_takes_the_page_for_a_report(client: FlaskClient) -> None:
    tags = _tags(client)
    assert zotero_type(tags) == "report"
    assert zotero_fields(tags) == {
        "title": "The limits of consent: What hosts allow, and what they withdraw",
        "date": "1999/10",
        "institution": "Example Press",
        "publisher": "Example Press",
        "abstract": "A paper about asking first.",
        "language": "en",
        "url": ROOT + ADDRESS,
    }
    assert zotero_authors(tags) == ["Author, Ada", "Writer, Ben"]


def test_dublin_core_says_the_same(client: FlaskClient) -> None:
    tags = dict(_tags(client))
    assert tags["DC.publisher"] == "Example Press"
    assert tags["DC.date"] == "1999-10"


def test_search_engines_read_a_report(client: FlaskClient) -> None:
    page = get_page(client, ADDRESS)
    (script,) = page.select("script[type='application/ld+json']")
    report = json.loads(script.get_text())
    assert report["@type"] == "Report"
    assert report["name"].startswith("The limits of consent")
    assert [author["name"] for author in report["author"]] == ["Ada Author", "Ben Writer"]
    (canonical,) = page.select("link[rel=canonical]")
    assert report["url"] == canonical["href"] == ROOT + ADDRESS


@pytest.mark.parametrize("address", ["/search?q=consent", "/documents", "/"])
def test_lists_have_a_coins_for_every_document(client: FlaskClient, address: str) -> None:
    found = [
        parse_qs(str(span["title"])) for span in get_page(client, address).select("span.Z3988")
    ]
    titles = {fields["rft.btitle"][0] for fields in found}
    assert titles == {
        "The limits of consent: What hosts allow, and what they withdraw",
        "Second paper",
    }
    first = next(fields for fields in found if "limits" in fields["rft.btitle"][0])
    assert first["rft.pub"] == ["Example Press"]
    assert first["rft.au"] == ["Author, Ada", "Writer, Ben"]
    assert first["rft_id"] == [ROOT + ADDRESS]


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("/search.bib?q=consent", "application/x-bibtex"),
        ("/search.ris?q=consent", "application/x-research-info-systems"),
        ("/search.csl.json?q=consent", "application/vnd.citationstyles.csl+json"),
        ("/search/references/mla?q=consent", "text/plain"),
    ],
)
def test_whole_results_are_taken_away(client: FlaskClient, address: str, media_type: str) -> None:
    response = client.get(address)
    assert response.mimetype == media_type
    assert "limits of consent" in response.text
    assert "Second paper" in response.text


def test_there_is_no_reference_in_an_unknown_style(client: FlaskClient) -> None:
    assert client.get("/search/references/crayon").status_code == 404
