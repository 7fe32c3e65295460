from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import (
    Annotation,
    DocumentTarget,
    Kind,
    Position,
    Quote,
    State,
    Target,
    WebAnnotationError,
    reattached,
)
from annotations.webannotation import Addresses, ImportRules, archive_export, import_annotations
from tests.annotations.strategies import any_annotation
from tests.factories import make_document

ORIGINAL = "https://un.example/report.pdf"
ADDRESSES = Addresses("https://papers.example/", {ORIGINAL: "first-mandate"})
RULES = ImportRules("Import", dt.datetime(2026, 1, 1, tzinfo=dt.UTC))


def imported(**fields: Any) -> Annotation:
    """A foreign annotation with these fields, as it comes in."""
    resource = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://notes.example/7",
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "Indeed."},
        "target": {"source": ORIGINAL, "selector": {"type": "FragmentSelector", "value": "p1"}},
        **fields,
    }
    result = import_annotations(resource, ADDRESSES, RULES)
    if result.problems:
        raise result.problems[0]
    return result.annotations[0]


@given(st.lists(any_annotation(), max_size=4, unique_by=lambda annotation: annotation.id))
def test_what_was_exported_comes_back_the_same(annotations: list[Annotation]) -> None:
    export = json.loads(json.dumps(archive_export(annotations, ADDRESSES, "Papers")))

    result = import_annotations(export, ADDRESSES, RULES)

    assert result.problems == ()
    assert result.annotations == tuple(annotations)


def test_a_foreign_annotation_waits_for_review_and_says_where_it_is_from() -> None:
    annotation = imported()

    assert (annotation.kind, annotation.state) == (Kind.COMMENT, State.SUBMITTED)
    assert (annotation.editor, annotation.created) == ("Import", RULES.time)
    assert annotation.extra == {"via": "https://notes.example/7"}
    assert annotation.id == imported().id
    assert annotation.id != imported(id="https://notes.example/8").id


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({"body": None, "bodyValue": "Plain."}, "Plain."),
        ({"body": "https://a.example/x"}, "<https://a.example/x>"),
        ({"body": [{"value": "One."}, {"value": "Two."}]}, "One.\n\nTwo."),
        ({"body": {"type": "Choice", "items": [{"value": "One."}]}}, "One."),
        ({"body": {"value": "<p>So <b>it</b> is</p>", "format": "text/html"}}, "So it is"),
    ],
)
def test_bodies_of_every_form_become_one_text(fields: dict[str, Any], body: str) -> None:
    assert imported(**fields).body == body


def test_tags_are_missions_themes_or_words() -> None:
    tags = [
        {"source": "https://papers.example/missions/unamsil", "purpose": "tagging"},
        {"id": "https://papers.example/themes/protection", "purpose": "tagging"},
        {"type": "TextualBody", "value": "To read again", "purpose": "tagging"},
    ]

    annotation = imported(motivation="tagging", body=tags)

    assert annotation.kind is Kind.TAG
    assert (annotation.missions, annotation.themes) == (("unamsil",), ("protection",))
    assert annotation.extra["keywords"] == ["To read again"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://papers.example/documents/first-mandate#p3", Target("p3")),
        (
            {
                "source": {"id": ORIGINAL},
                "selector": [
                    {"type": "TextPositionSelector", "start": 412, "end": 420},
                    {"type": "TextQuoteSelector", "exact": "the  port", "prefix": "of\n"},
                ],
            },
            Target("", Quote("the port", "of\n")),
        ),
        (
            {
                "source": ORIGINAL,
                "selector": {
                    "type": "FragmentSelector",
                    "value": "p1",
                    "refinedBy": [
                        {"type": "TextQuoteSelector", "exact": "port"},
                        {"type": "TextPositionSelector", "start": 4, "end": 8},
                    ],
                },
            },
            Target("p1", Quote("port"), Position(4, 8)),
        ),
    ],
)
def test_targets_of_every_form_become_places(target: object, expected: Target) -> None:
    assert imported(target=target).target == expected


def test_two_targets_make_a_cross_reference() -> None:
    base = "https://papers.example/documents/"

    annotation = imported(target=[f"{base}first-mandate#p1", f"{base}second-mandate#p2"])

    assert annotation.kind is Kind.CROSS_REFERENCE
    assert annotation.refers_to == DocumentTarget("second-mandate", Target("p2"))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"target": "https://elsewhere.example/"}, "no document of the archive"),
        ({"target": ORIGINAL}, "a document as a whole"),
        ({"target": [ORIGINAL] * 3}, "3 targets"),
        ({"body": [], "motivation": "highlighting"}, "says nothing"),
        ({"motivation": "questioning", "body": {"value": " "}}, "left out"),
        ({"body": {"value": "x" * 20_001}}, "20001 characters"),
    ],
)
def test_what_an_archive_cannot_hold_is_told(fields: dict[str, Any], problem: str) -> None:
    with pytest.raises(WebAnnotationError, match=problem) as caught:
        imported(**fields)

    assert "https://notes.example/7" in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [3, "x", {}, {"type": "Note"}, {"type": "AnnotationPage", "items": {}}, {"rows": [1]}],
)
def test_json_of_something_else_is_refused(content: object) -> None:
    with pytest.raises(WebAnnotationError, match="no annotations"):
        import_annotations(content, ADDRESSES, RULES)


def test_a_collection_without_its_pages_is_refused() -> None:
    collection = {"type": "AnnotationCollection", "first": "https://a.example/?page=0"}

    with pytest.raises(WebAnnotationError, match="but not the pages"):
        import_annotations(collection, ADDRESSES, RULES)


def row(identifier: str, **fields: Any) -> dict[str, Any]:
    """An entry of the search API of Hypothesis."""
    selectors = [
        {"type": "RangeSelector", "startContainer": "/div[2]/p[4]", "startOffset": 7},
        {"type": "TextPositionSelector", "start": 7, "end": 16},
        {
            "type": "TextQuoteSelector",
            "exact": "civilians",
            "prefix": "asked the mission to protect ",
            "suffix": ".",
        },
    ]
    return {
        "id": identifier,
        "created": "2021-02-03T04:05:06.789012+00:00",
        "updated": "2021-02-04T04:05:06.789012+00:00",
        "user": "acct:reader@hypothes.is",
        "uri": ORIGINAL,
        "text": "Who else?",
        "tags": [],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": ORIGINAL, "selector": selectors}],
        "user_info": {"display_name": None},
        **fields,
    }


def test_annotations_of_hypothesis_come_in_with_their_threads() -> None:
    rows = [
        row("R1", references=["Aa_1"], text="Nobody.", user_info={"display_name": "A. Reader"}),
        row("Aa_1", tags=["women"]),
        row("Bb-2", permissions={"read": ["acct:reader@hypothes.is"]}),
        row("Cc3", text=""),
    ]

    result = import_annotations({"total": 4, "rows": rows}, ADDRESSES, RULES)
    shown, hidden = result.annotations

    assert (shown.editor, shown.body, shown.state) == ("reader", "Who else?", State.SUBMITTED)
    assert shown.modified == dt.datetime(2021, 2, 4, 4, 5, 6, 789012, tzinfo=dt.UTC)
    assert shown.extra == {"keywords": ["women"], "via": "https://hypothes.is/a/Aa_1"}
    assert [(reply.editor, reply.body) for reply in shown.replies] == [("A. Reader", "Nobody.")]
    assert hidden.state is State.DRAFT
    assert ["Cc3" in str(problem) for problem in result.problems] == [True]


def test_what_came_without_a_passage_is_found_in_the_document() -> None:
    (annotation,) = import_annotations({"rows": [row("Aa")]}, ADDRESSES, RULES).annotations

    target = reattached(annotation.target, make_document())

    assert target.passage == "p1"
    assert target.position == Position(41, 50)


def test_a_reply_to_nothing_is_told() -> None:
    result = import_annotations({"rows": [row("R1", references=["gone"])]}, ADDRESSES, RULES)

    assert result.annotations == ()
    assert "answers 'https://hypothes.is/a/gone'" in str(result.problems[0])


_KEYS = st.sampled_from(
    [
        "body", "bodyValue", "created", "creator", "end", "exact", "first", "id", "items",
        "motivation", "next", "peacearchive:archived", "prefix", "purpose", "refinedBy",
        "references", "rows", "selector", "source", "start", "state", "tags", "target", "text",
        "type", "user", "user_info", "value",
    ]
)  # fmt: skip
_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["replying", "tagging", ORIGINAL, f"{ORIGINAL}#p1", "TextQuoteSelector", ""])
)
_JSON = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=30,
)


@given(st.dictionaries(_KEYS, _JSON, max_size=8), st.booleans())
def test_spoilt_json_is_told_and_breaks_nothing(resource: dict[str, Any], hypothesis: bool) -> None:
    resource = {"target": f"{ORIGINAL}#p1", **resource, "type": "Annotation"}
    content = {"rows": [resource]} if hypothesis else [resource]

    try:
        result = import_annotations(content, ADDRESSES, RULES)
    except WebAnnotationError:
        return

    assert {annotation.document for annotation in result.annotations} <= {"first-mandate"}
