"""Results to take away, feeds, suggestions, and the concordance."""

from __future__ import annotations

import csv
import io
import re
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from tests.webapp.factories import get_page, href, text_of, texts

ATOM = "{http://www.w3.org/2005/Atom}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_all_passages_found_are_had_as_csv_and_json(client: FlaskClient) -> None:
    count = client.get("/search.json?q=consent").get_json()["passages"]
    rows = list(csv.DictReader(io.StringIO(client.get("/search.csv?q=consent").text)))
    passages = client.get("/search/passages.json?q=consent").get_json()
    assert len(rows) == len(passages) == count
    assert rows[0]["document"] == passages[0]["document"]


@pytest.mark.parametrize(("suffix", "word"), [("bib", "@"), ("ris", "TY  - ")])
def test_all_documents_found_are_had_as_references(
    client: FlaskClient, suffix: str, word: str
) -> None:
    response = client.get(f"/search.{suffix}?q=consent")
    assert response.text.count(word) == 2
    assert "attachment" in response.headers["Content-Disposition"]
    assert "UTF-8".lower() in response.content_type


def test_every_form_that_the_page_offers_is_there(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=consent&mission=unexa")
    links = page.select(".forms a")
    assert len(links) >= 6
    for link in links:
        assert "mission=unexa" in str(link["href"])
        assert client.get(str(link["href"])).status_code == 200


def test_a_search_is_a_feed(client: FlaskClient) -> None:
    response = client.get("/search.atom?q=consent")
    assert response.mimetype == "application/atom+xml"
    feed = ET.fromstring(response.data)  # noqa: S314 -- our own feed
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles == ["Second paper", "The limits of consent"]
    assert feed.findtext(f"{ATOM}updated") == "2004-03-01T00:00:00Z"
    for entry in feed.iter(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}summary")


def test_browsers_learn_how_to_search(client: FlaskClient) -> None:
    page = get_page(client, "/")
    description = ET.fromstring(client.get(href(page, "link[rel=search]")).data)  # noqa: S314 -- our own
    addresses = {
        url.attrib["type"]: url.attrib["template"] for url in description.iter(f"{OPENSEARCH}Url")
    }
    for address in addresses.values():
        path = address.removeprefix("http://localhost").replace("{searchTerms}", "consent")
        assert client.get(path).status_code == 200
    assert set(addresses) == {
        "text/html", "application/atom+xml", "application/x-suggestions+json",
    }  # fmt: skip


def test_suggestions_lead_to_missions_and_titles(client: FlaskClient) -> None:
    data = client.get("/suggest.json?q=unex").get_json()
    first = data["suggestions"][0]
    assert (first["what"], first["address"]) == ("mission", "/missions/unexa")
    titles = client.get("/suggest.json?q=second").get_json()["suggestions"]
    assert {one["what"]: one["address"] for one in titles if one["what"] == "title"} == {
        "title": "/documents/second-paper"
    }


def test_browsers_get_suggestions_in_their_form(client: FlaskClient) -> None:
    typed, texts_, kinds, addresses = client.get("/suggest?q=unex").get_json(force=True)
    assert typed == "unex"
    assert kinds[0] == "mission"
    assert len(texts_) == len(addresses)


def test_the_concordance_sets_occurrences_side_by_side(client: FlaskClient) -> None:
    page = get_page(client, "/concordance?q=consent")
    keywords = texts(page, ".lines .keyword")
    assert {word.lower() for word in keywords} == {"consent"}
    assert text_of(page, "#page-found").startswith(f"{len(keywords)} occurrences in")
    for link in page.select(".lines .where a"):
        assert get_page(client, str(link["href"])).select("mark.found")


def test_the_concordance_is_sorted_by_what_follows(client: FlaskClient) -> None:
    page = get_page(client, "/concordance?q=consent&order=right")
    following = [re.findall(r"\w+", text.lower())[:2] for text in texts(page, ".lines .right")]
    assert following == sorted(following)
    assert text_of(page, ".sorts strong") == "by the words after"


def test_the_concordance_is_had_as_csv(client: FlaskClient) -> None:
    page = get_page(client, "/concordance?q=consent")
    rows = list(csv.reader(io.StringIO(client.get(href(page, ".forms a[href*=csv]")).text)))
    assert len(rows) - 1 == len(page.select(".lines tbody tr"))


def test_a_concordance_of_nothing_asks_for_a_word(client: FlaskClient) -> None:
    assert "Type one" in text_of(get_page(client, "/concordance"), ".refusal")
    assert get_page(client, "/concordance?q=*x", status=400).select(".refusal")


def test_a_document_says_how_to_cite_it(client: FlaskClient) -> None:
    document = get_page(client, "/documents/limits-of-consent")
    page = get_page(client, href(document, ".export a[href$=cite]"))
    references = texts(page, ".references dd")
    assert len(references) == 5
    assert all("The limits of consent" in reference for reference in references)


def test_a_paragraph_is_cited_with_its_link(client: FlaskClient) -> None:
    page = get_page(client, "/documents/limits-of-consent/cite?at=p2")
    assert text_of(page, "blockquote") == "The second thing is patience."
    assert "#p2" in texts(page, ".references dd")[0]
    for link in page.select(".links a"):
        assert "p2" in client.get(str(link["href"])).text
    assert client.get("/documents/limits-of-consent/cite?at=nowhere").status_code == 404


def test_documents_are_had_in_every_form_offered(client: FlaskClient) -> None:
    page = get_page(client, "/documents/limits-of-consent")
    for link in page.select(".export a"):
        assert "The limits of consent" in client.get(str(link["href"])).text
    assert client.get("/documents/limits-of-consent/export/docx").status_code == 404


def test_reference_managers_find_their_tags(client: FlaskClient) -> None:
    page = get_page(client, "/documents/limits-of-consent")
    authors = page.select("meta[name=citation_author]")
    assert [tag["content"] for tag in authors] == ["Author, Ada", "Writer, Ben"]
