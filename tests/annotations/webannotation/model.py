"""What the W3C's model asks of annotations, collections and pages, as assertions."""

from __future__ import annotations

import re
from typing import Any

from annotations.webannotation import CONTEXT

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_MOTIVATIONS = frozenset(
    re.findall(
        r"\w+",
        "assessing bookmarking classifying commenting describing editing highlighting identifying"
        " linking moderating questioning replying tagging",
    )
)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def is_iri(value: Any) -> bool:
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def check_annotation(resource: dict[str, Any], *, embedded: bool = False) -> None:
    if not embedded:
        assert CONTEXT in listed(resource["@context"])
    assert is_iri(resource["id"])
    assert "Annotation" in listed(resource["type"])
    assert set(listed(resource["motivation"])) <= _MOTIVATIONS
    assert not {"body", "bodyValue"} <= resource.keys()
    for key in {"created", "modified"} & resource.keys():
        assert _TIME.fullmatch(resource[key])
    for creator in listed(resource["creator"]):
        assert creator["type"] in {"Person", "Organization", "Software"}
        assert isinstance(creator["name"], str)
    for body in listed(resource.get("body", [])):
        check_body(body)
    targets = listed(resource["target"])
    assert targets
    for target in targets:
        if not isinstance(target, str):
            check_target(target)
        else:
            assert is_iri(target)


def check_body(body: dict[str, Any]) -> None:
    assert body["purpose"] in _MOTIVATIONS
    if body["type"] == "TextualBody":
        assert isinstance(body["value"], str)
        assert re.fullmatch(r"\w+/\w+", body.get("format", "text/plain"))
    else:
        assert body["type"] == "SpecificResource"
        assert is_iri(body["source"])


def check_target(target: dict[str, Any]) -> None:
    assert target["type"] == "SpecificResource"
    assert is_iri(target["source"])
    assert "#" not in target["source"]
    selectors = listed(target["selector"])
    assert selectors
    for selector in selectors:
        check_selector(selector)


def check_selector(selector: dict[str, Any]) -> None:
    match selector["type"]:
        case "FragmentSelector":
            assert isinstance(selector["value"], str)
            assert is_iri(selector["conformsTo"])
        case "TextQuoteSelector":
            assert isinstance(selector["exact"], str)
            assert all(isinstance(selector.get(key, ""), str) for key in ("prefix", "suffix"))
        case "TextPositionSelector":
            assert 0 <= selector["start"] < selector["end"]
        case other:
            raise AssertionError(other)
    for refinement in listed(selector.get("refinedBy", [])):
        check_selector(refinement)


def check_page(page: dict[str, Any], *, embedded: bool = False) -> None:
    if not embedded:
        assert CONTEXT in listed(page["@context"])
    assert is_iri(page["id"])
    assert page["type"] == "AnnotationPage"
    assert is_iri(page["partOf"])
    assert page["startIndex"] >= 0
    assert page["items"]
    for item in page["items"]:
        check_annotation(item, embedded=True)


def check_collection(collection: dict[str, Any]) -> None:
    assert CONTEXT in listed(collection["@context"])
    assert is_iri(collection["id"])
    assert collection["id"].endswith("/")
    assert "AnnotationCollection" in listed(collection["type"])
    assert isinstance(collection["label"], str)
    assert collection["total"] >= 0
    assert ("first" in collection) == ("last" in collection) == (collection["total"] > 0)
    first = collection.get("first")
    if isinstance(first, dict):
        check_page(first, embedded=True)
