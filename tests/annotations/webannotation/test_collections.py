from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import Annotation
from annotations.webannotation import Addresses, Container, annotation_resource, archive_export
from tests.annotations.strategies import any_annotation
from tests.annotations.webannotation.model import check_collection, check_page
from tests.factories import make_annotation

ADDRESSES = Addresses("https://papers.example/")


def container(count: int) -> Container:
    annotations = [make_annotation(f"a{number}") for number in range(count)]
    items = [annotation_resource(annotation, ADDRESSES) for annotation in annotations]
    modified = make_annotation().modified if count else None
    return Container(ADDRESSES.annotations, "All annotations", items, modified, size=2)


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_a_collection_keeps_the_rules_of_the_model(count: int) -> None:
    check_collection(container(count).collection())
    check_collection(container(count).with_first_page())


def test_a_container_can_hold_iris_alone() -> None:
    iris = ["urn:1", "urn:2"]
    container = Container("https://a.example/c/", "All", iris, size=1, query="iris=1&")
    page = container.page(0)
    assert page["items"] == ["urn:1"]
    assert page["next"] == "https://a.example/c/?iris=1&page=1"


def test_pages_lead_to_each_other() -> None:
    pages = [container(5).page(number) for number in range(3)]

    for page in pages:
        check_page(page)
    assert [page["startIndex"] for page in pages] == [0, 2, 4]
    assert [page.get("next") for page in pages] == [pages[1]["id"], pages[2]["id"], None]
    assert [page.get("prev") for page in pages] == [None, pages[0]["id"], pages[1]["id"]]
    assert container(5).collection()["last"] == pages[2]["id"]


@pytest.mark.parametrize("number", [-1, 3])
def test_a_page_that_is_not_there(number: int) -> None:
    with pytest.raises(IndexError):
        container(5).page(number)


@given(st.lists(any_annotation(), max_size=3))
def test_an_export_is_a_collection_on_one_page(annotations: list[Annotation]) -> None:
    export = json.loads(json.dumps(archive_export(annotations, ADDRESSES, "Papers")))

    check_collection(export)
    assert export["total"] == sum(1 + len(annotation.replies) for annotation in annotations)
