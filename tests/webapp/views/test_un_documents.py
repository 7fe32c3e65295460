"""UN documents: the list of all that are cited, and the page of each."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from tests.webapp.citing.papers import citing_archive
from tests.webapp.factories import get_page, href, text_of, texts
from webapp import create_app
from webapp.config import Config

ADDRESS = "/un-documents/s-res-1270"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = citing_archive(tmp_path_factory.mktemp("citing") / "archive")
    return create_app(Config(archive=folder)).test_client()


def test_every_sentence_that_cites_is_listed_with_its_place(client: FlaskClient) -> None:
    page = get_page(client, ADDRESS)
    assert text_of(page, "#page-cited-by") == "Cited by 2 documents, in 4 sentences"
    assert texts(page, ".hit h3") == ["Ropes and harbours in time of war", "A study of ropes"]
    assert texts(page, ".citing") == [
        "The Council spoke in resolution 1270 (1999) .",
        "Resolution 1270 (1999) came after S/RES/1265 (1999).",
        "S/RES/1270 (1999) , para. 14.",
        "They had read S/RES/1270 (1999) and S/RES/1279 (1999).",
    ]
    assert texts(page, ".citing mark")[:2] == ["resolution 1270 (1999)", "Resolution 1270 (1999)"]
    assert texts(page, ".where") == ["Arrival", "Arrival", "note 1", "text"]
    assert text_of(page, ".pinpoint") == "cites para. 14"
    assert texts(page, ".citing-context")[0].endswith(
        "The Council spoke in resolution 1270 (1999)."
    )


def test_every_sentence_leads_to_its_place_in_the_text(client: FlaskClient) -> None:
    for link in get_page(client, ADDRESS).select(".where"):
        address, _, place = str(link["href"]).partition("#")
        assert get_page(client, address).find(id=place) is not None


def test_what_is_known_of_it_is_said(client: FlaskClient) -> None:
    page = get_page(client, ADDRESS)
    assert text_of(page, "h1") == "S/RES/1270 (1999)"
    assert text_of(page, ".subtitle") == "On an example"
    assert href(page, "a.resolver") == "https://undocs.org/S/RES/1270(1999)"
    assert page.select(".held") == []


@pytest.mark.parametrize(
    ("selection", "documents"),
    [
        ("mission=unexa", ["Ropes and harbours in time of war"]),
        ("theme=poc", ["A study of ropes"]),
        ("year=2005..", ["A study of ropes"]),
        ("mission=unexa&theme=poc", []),
    ],
)
def test_the_sentences_are_narrowed(
    client: FlaskClient, selection: str, documents: list[str]
) -> None:
    page = get_page(client, f"{ADDRESS}?{selection}")
    assert texts(page, ".hit h3") == documents
    assert len(page.select(".chips li:not(.clear)")) == selection.count("=")
    assert href(page, ".chips .clear a") == ADDRESS
    assert page.select_one("meta[name=robots][content=noindex]") is not None
    assert bool(page.select(".results .empty")) == (not documents)


def test_every_selection_that_is_offered_yields_what_it_says(client: FlaskClient) -> None:
    page = get_page(client, ADDRESS)
    links = page.select(".facet .values a[rel=nofollow]")
    assert len(links) == 4
    for link in links:
        documents, _ = text_of(link, ".counts [aria-hidden]").split(" · ")
        narrowed = get_page(client, str(link["href"]))
        assert len(narrowed.select(".hit")) == int(documents)


def test_the_chart_of_years_is_a_drawing_and_a_table(client: FlaskClient) -> None:
    page = get_page(client, ADDRESS)
    bars = page.select("svg.bars a")
    assert [bar["href"] for bar in bars] == [f"{ADDRESS}?year=2003", f"{ADDRESS}?year=2010"]
    assert texts(page, ".as-table tbody th") == ["2003", "2010"]


def test_years_typed_become_an_address(client: FlaskClient) -> None:
    response = client.get(f"{ADDRESS}?from=2004&to=2012&mission=unpart")
    parts = urlsplit(response.location)
    assert (response.status_code, parts.path) == (302, ADDRESS)
    assert parse_qs(parts.query) == {"year": ["2004..2012"], "mission": ["unpart"]}


def test_years_that_are_none_are_refused(client: FlaskClient) -> None:
    get_page(client, f"{ADDRESS}?year=soon", status=400)


def test_what_is_cited_beside_it_is_listed(client: FlaskClient) -> None:
    page = get_page(client, ADDRESS)
    assert texts(page, ".together .label") == ["S/RES/1265 (1999)", "S/RES/1279 (1999)"]
    for link in page.select(".together a"):
        get_page(client, str(link["href"]))


def test_a_symbol_as_anybody_writes_it_leads_to_the_page(client: FlaskClient) -> None:
    for written in ("S/RES/1270", "S/RES/1270 (1999)", "S/RES/1270(1999)"):
        response = client.get(f"/un-documents/{written}?mission=unexa")
        assert (response.status_code, response.location) == (301, f"{ADDRESS}?mission=unexa")


def test_a_symbol_that_the_authority_lacks_has_a_page_too(client: FlaskClient) -> None:
    page = get_page(client, "/un-documents/S/RES/1279%20(1999)")
    assert "has no entry for it" in text_of(page, ".subject-head .remark")
    assert len(page.select(".citing")) == 1


def test_a_un_document_of_the_archive_leads_there(client: FlaskClient) -> None:
    page = get_page(client, "/un-documents/S/RES/1265%20(1999)")
    assert href(page, ".held") == "/documents/the-resolution"


def test_what_nobody_cites_says_so_and_what_does_not_exist_is_not_found(
    client: FlaskClient,
) -> None:
    page = get_page(client, "/un-documents/S/RES/1325%20(2000)")
    assert text_of(page, ".empty").startswith("No document of this archive cites it.")
    get_page(client, "/un-documents/no-such-thing", status=404)
    assert client.get("/un-documents/no-such-thing.json").get_json()["status"] == 404


def test_the_json_twin_says_the_same(client: FlaskClient) -> None:
    data = client.get(f"{ADDRESS}.json").get_json()
    assert data["facts"]["symbol"] == "S/RES/1270 (1999)"
    assert (data["documents"], data["sentences"]) == (2, 4)
    assert [len(group["places"]) for group in data["groups"]] == [3, 1]


def test_a_page_beyond_the_last_leads_back(client: FlaskClient) -> None:
    page = get_page(client, f"{ADDRESS}?page=9")
    assert href(page, ".results .empty a") == ADDRESS


def test_all_cited_un_documents_are_listed_the_most_cited_first(client: FlaskClient) -> None:
    page = get_page(client, "/un-documents")
    assert texts(page, ".cited-name") == [
        "S/RES/1270 (1999)", "S/RES/1265 (1999)", "S/RES/1279 (1999)",
    ]  # fmt: skip
    assert texts(page, ".cited-counts")[0] == "4 sentences in 2 documents"
    for link in page.select(".cited-name a"):
        get_page(client, str(link["href"]))


def test_the_list_is_narrowed_and_ordered(client: FlaskClient) -> None:
    assert get_page(client, "/un-documents?kind=Policy").select(".cited-name") == []
    of_year = get_page(client, "/un-documents?year=1999&sort=symbol")
    assert texts(of_year, ".cited-name") == [
        "S/RES/1265 (1999)", "S/RES/1270 (1999)", "S/RES/1279 (1999)",
    ]  # fmt: skip
    assert get_page(client, "/un-documents?year=2003").select(".cited-name") == []
    assert client.get("/un-documents?year=x&sort=x").status_code == 400


def test_the_archive_without_citations_says_so(tmp_path: Path) -> None:
    folder = citing_archive(tmp_path / "archive")
    for name in ("harbour-report", "rope-study"):
        (folder / "documents" / name / "document.html").unlink()
    page = get_page(create_app(Config(archive=folder)).test_client(), "/un-documents")
    assert text_of(page, "main > .empty").startswith("No document of this archive cites")
