"""The schema of the model refuses what the model does not allow: else it would prove nothing."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from annotations.webannotation import Addresses, annotation_resource
from tests.annotations.webannotation.model import _SCHEMA, check_annotation, faults_of
from tests.factories import make_annotation

ADDRESSES = Addresses("https://archive.example/")


def _resource() -> dict[str, Any]:
    return annotation_resource(make_annotation(), ADDRESSES)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(_SCHEMA)
    check_annotation(_resource())


@pytest.mark.parametrize(
    "wrong",
    [
        {"@context": "http://www.w3.org/ns/oa.jsonld"},
        {"id": "no iri"},
        {"type": "Comment"},
        {"motivation": "musing"},
        {"created": "2026-03-12T09:30:00+01:00"},
        {"bodyValue": "Both."},
        {"creator": {"type": "Person"}},
        {"body": [{"type": "TextualBody", "purpose": "commenting"}]},
        {"body": [{"type": "SpecificResource", "purpose": "tagging", "source": "unamid"}]},
        {"target": []},
        {"target": {"type": "SpecificResource", "source": "https://archive.example/a#p1"}},
    ],
    ids=str,
)
def test_what_the_model_does_not_allow_is_refused(wrong: dict[str, Any]) -> None:
    assert faults_of("annotation", {**_resource(), **wrong})


@pytest.mark.parametrize("missing", ["@context", "id", "type", "target", "motivation", "created"])
def test_what_the_model_demands_must_be_there(missing: str) -> None:
    resource = _resource()
    del resource[missing]
    assert faults_of("annotation", resource)


def test_a_collection_that_is_not_empty_says_where_it_begins() -> None:
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://archive.example/annotations/",
        "type": ["AnnotationCollection"],
        "label": "All",
        "total": 3,
    }
    assert faults_of("collection", collection)
    assert not faults_of("collection", {**collection, "total": 0})
