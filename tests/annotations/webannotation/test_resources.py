from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given

from annotations import (
    Annotation,
    DocumentTarget,
    Kind,
    Position,
    Quote,
    Reply,
    Target,
    edit,
    sign,
)
from annotations.webannotation import (
    CONTEXT,
    Addresses,
    annotation_resource,
    archived_resource,
    reply_resource,
    resources,
)
from tests.annotations.strategies import any_annotation
from tests.annotations.webannotation.model import check_annotation
from tests.factories import make_annotation

ADDRESSES = Addresses("https://papers.example/")


def test_an_annotation_in_the_words_of_the_model() -> None:
    annotation = make_annotation(
        target=Target("p1", Quote("civilians", "protect ", "."), Position(41, 50)),
        missions=("unamsil",),
    )

    assert annotation_resource(annotation, ADDRESSES) == {
        "@context": CONTEXT,
        "id": "https://papers.example/annotations/a1",
        "type": "Annotation",
        "motivation": "commenting",
        "creator": {"type": "Person", "name": "A. Editor"},
        "created": "2026-03-12T09:30:00Z",
        "modified": "2026-03-12T09:30:00Z",
        "body": [
            {
                "type": "TextualBody",
                "value": "The Council came back to this.",
                "format": "text/markdown",
                "purpose": "commenting",
            },
            {
                "type": "SpecificResource",
                "source": "https://papers.example/missions/unamsil",
                "purpose": "tagging",
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": "https://papers.example/documents/first-mandate",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "civilians",
                    "prefix": "protect ",
                    "suffix": ".",
                },
                {
                    "type": "FragmentSelector",
                    "value": "p1",
                    "conformsTo": "http://tools.ietf.org/rfc/rfc3236",
                    "refinedBy": {"type": "TextPositionSelector", "start": 41, "end": 50},
                },
            ],
        },
    }


def test_a_cross_reference_has_two_targets() -> None:
    there = DocumentTarget("second-mandate", Target("p4"))
    link = make_annotation(kind=Kind.CROSS_REFERENCE, body="", refers_to=there)

    resource = annotation_resource(link, ADDRESSES)

    assert [target["source"].rpartition("/")[2] for target in resource["target"]] == [
        "first-mandate",
        "second-mandate",
    ]
    assert "body" not in resource


def test_a_reply_is_an_annotation_of_the_annotation() -> None:
    created = make_annotation().created
    annotation = make_annotation(replies=(Reply("B. Editor", created, "Why?"),))

    resource = reply_resource(annotation, 1, ADDRESSES)

    assert resource["id"] == "https://papers.example/annotations/a1/replies/1"
    assert resource["target"] == "https://papers.example/annotations/a1"
    assert resources(annotation, ADDRESSES)[1] == resource


def test_readers_get_neither_old_versions_nor_unknown_keys() -> None:
    annotation = make_annotation(body="Zanzibar.", extra={"private": "Quagga"})
    annotation = edit(annotation, replace(annotation.content, body="Now."), sign("B", "Xebec"))

    public = json.dumps(resources(annotation, ADDRESSES))
    archived = json.dumps(archived_resource(annotation, ADDRESSES))

    assert [word in public for word in ("Zanzibar", "Quagga", "Xebec")] == [False] * 3
    assert [word in archived for word in ("Zanzibar", "Quagga", "Xebec")] == [True] * 3


@given(any_annotation())
def test_every_annotation_keeps_the_rules_of_the_model(annotation: Annotation) -> None:
    for resource in (*resources(annotation, ADDRESSES), archived_resource(annotation, ADDRESSES)):
        check_annotation(json.loads(json.dumps(resource)))
