"""Annotations as JSON-LD of the W3C Web Annotation Data Model.

What readers see has the words of the model alone. An archive's own export adds, in a namespace
of its own, what the model has no words for: state, history, and keys that the program does not
know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotations.models import Annotation, DocumentTarget, Kind, Target
from annotations.webannotation.addresses import Addresses
from annotations.writing import file_data, iso_time

__all__ = [
    "CONTEXT",
    "MOTIVATIONS",
    "NAMESPACE",
    "Resource",
    "annotation_resource",
    "archived_resource",
    "reply_resource",
    "resources",
]

Resource = dict[str, Any]
"""JSON-LD as plain data."""

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The context of the model, and the profile of its media type."""

NAMESPACE = "tag:peacearchive,2026:"
"""What the archive's own terms begin with."""

_HTML_FRAGMENT = "http://tools.ietf.org/rfc/rfc3236"
_OWN_TERMS = {"peacearchive": NAMESPACE, "peacearchive:archived": {"@type": "@json"}}

MOTIVATIONS = {
    Kind.COMMENT: "commenting",
    Kind.CORRECTION: "editing",
    Kind.CROSS_REFERENCE: "linking",
    Kind.TAG: "tagging",
    Kind.QUESTION: "questioning",
    Kind.TRANSLATION: "describing",
}
"""What the model calls the kinds of annotations."""


def annotation_resource(annotation: Annotation, addresses: Addresses) -> Resource:
    """Return what readers see of an annotation: neither its history nor its replies."""
    targets = [_target(end, addresses) for end in annotation.ends]
    bodies = list(_bodies(annotation, addresses))
    resource: Resource = {
        "@context": CONTEXT,
        "id": addresses.annotation(annotation.id),
        "type": "Annotation",
        "motivation": MOTIVATIONS[annotation.kind],
        "creator": _person(annotation.editor),
        "created": iso_time(annotation.created),
        "modified": iso_time(annotation.modified),
    }
    if bodies:
        resource["body"] = bodies
    for key in ("canonical", "via"):
        if annotation.extra.get(key):
            resource[key] = annotation.extra[key]
    return {**resource, "target": targets if len(targets) > 1 else targets[0]}


def archived_resource(annotation: Annotation, addresses: Addresses) -> Resource:
    """Return an annotation with all that is needed to have it back: for exports, not readers."""
    data = file_data(annotation)
    archived = {
        "state": data["state"],
        "revisions": data.get("revisions", []),
        "extra": dict(annotation.extra),
    }
    resource = annotation_resource(annotation, addresses)
    return {**resource, "@context": [CONTEXT, _OWN_TERMS], "peacearchive:archived": archived}


def reply_resource(annotation: Annotation, number: int, addresses: Addresses) -> Resource:
    """Return a reply, counted from 1, as an annotation of the annotation."""
    reply = annotation.replies[number - 1]
    return {
        "@context": CONTEXT,
        "id": addresses.reply(annotation.id, number),
        "type": "Annotation",
        "motivation": "replying",
        "creator": _person(reply.editor),
        "created": iso_time(reply.created),
        "body": [_text(reply.body, "replying")],
        "target": addresses.annotation(annotation.id),
    }


def resources(annotation: Annotation, addresses: Addresses) -> tuple[Resource, ...]:
    """Return what readers see of an annotation and its thread."""
    return annotation_resource(annotation, addresses), *_replies(annotation, addresses)


def _replies(annotation: Annotation, addresses: Addresses) -> Iterator[Resource]:
    for number in range(1, len(annotation.replies) + 1):
        yield reply_resource(annotation, number, addresses)


def _person(name: str) -> Resource:
    return {"type": "Person", "name": name}


def _bodies(annotation: Annotation, addresses: Addresses) -> Iterator[Resource]:
    if annotation.body:
        yield _text(annotation.body, MOTIVATIONS[annotation.kind])
    for kind, identifiers in (("missions", annotation.missions), ("themes", annotation.themes)):
        for identifier in identifiers:
            yield {
                "type": "SpecificResource",
                "source": addresses.tag(kind, identifier),
                "purpose": "tagging",
            }
    for keyword in _keywords(annotation):
        yield {"type": "TextualBody", "value": keyword, "purpose": "tagging"}


def _keywords(annotation: Annotation) -> Iterator[str]:
    """Tags that came in with an import and are only words."""
    keywords = annotation.extra.get("keywords")
    if isinstance(keywords, list):
        yield from (keyword for keyword in keywords if isinstance(keyword, str) and keyword)


def _text(markdown: str, purpose: str) -> Resource:
    # A body whose purpose is tagging would be read as the name of a tag.
    return {
        "type": "TextualBody",
        "value": markdown,
        "format": "text/markdown",
        "purpose": "commenting" if purpose == "tagging" else purpose,
    }


def _target(end: DocumentTarget, addresses: Addresses) -> Resource:
    selectors = list(_selectors(end.target))
    return {
        "type": "SpecificResource",
        "source": addresses.document(end.document),
        "selector": selectors if len(selectors) > 1 else selectors[0],
    }


def _selectors(target: Target) -> Iterator[Resource]:
    """Describe a target in every way that is known; each selector is enough alone."""
    quote, position = target.quote, target.position
    if quote is not None:
        context = {"prefix": quote.prefix, "suffix": quote.suffix}
        known = {key: text for key, text in context.items() if text}
        yield {"type": "TextQuoteSelector", "exact": quote.exact, **known}
    if not target.passage:
        return
    fragment = {
        "type": "FragmentSelector",
        "value": target.passage,
        "conformsTo": _HTML_FRAGMENT,
    }
    if position is not None:
        place = {"type": "TextPositionSelector", "start": position.start, "end": position.end}
        yield {**fragment, "refinedBy": place}
    elif quote is not None:
        yield {**fragment, "refinedBy": {"type": "TextQuoteSelector", "exact": quote.exact}}
    else:
        yield fragment
