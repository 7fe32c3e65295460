"""Annotations from a JSON file: a W3C collection, page or annotation, or Hypothesis' API.

What cannot be taken is told and left out; the rest comes in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from annotations.errors import WebAnnotationError
from annotations.models import Annotation
from annotations.webannotation.addresses import Addresses
from annotations.webannotation.hypothesis import resource_of_row
from annotations.webannotation.reading import (
    ImportRules,
    read_annotation,
    read_reply,
    replied_to,
)
from annotations.webannotation.resources import Resource
from annotations.webannotation.values import listed, text

__all__ = ["ImportRules", "Imported", "import_annotations"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought.

    Attributes:
        annotations: as an archive holds them; a target whose passage is not known has an empty
            one, and `annotations.reattached` finds it.
        problems: one for every annotation that was left out, saying which and why.
    """

    annotations: tuple[Annotation, ...]
    problems: tuple[WebAnnotationError, ...]


def import_annotations(content: object, addresses: Addresses, rules: ImportRules) -> Imported:
    """Read annotations from parsed JSON.

    Args:
        content: an AnnotationCollection with its pages in it, an AnnotationPage, an Annotation, a
            list of annotations, or what Hypothesis' search API returns.
        addresses: of the archive, to know its documents by.
        rules: for what the JSON does not say.

    Raises:
        WebAnnotationError: the JSON is none of these.
    """
    annotations: dict[str, Annotation] = {}
    replies: list[Resource] = []
    problems: list[WebAnnotationError] = []
    for resource in _items(content):
        if replied_to(resource) is not None:
            replies.append(resource)
            continue
        try:
            annotations[text(resource.get("id"))] = read_annotation(resource, addresses, rules)
        except WebAnnotationError as error:
            problems.append(error)
    for resource in replies:
        try:
            _attach(resource, annotations, rules)
        except WebAnnotationError as error:
            problems.append(error)
    return Imported(tuple(annotations.values()), tuple(problems))


def _attach(resource: Resource, annotations: dict[str, Annotation], rules: ImportRules) -> None:
    """Add a reply to the thread of the annotation it answers."""
    target = replied_to(resource) or ""
    if target not in annotations:
        raise WebAnnotationError(
            f"The reply '{resource.get('id')}' answers '{target}', which is not in the file.",
            remedy="Export the whole thread.",
        )
    annotation = annotations[target]
    reply = read_reply(resource, rules)
    annotations[target] = replace(annotation, replies=(*annotation.replies, reply))


def _items(content: object) -> Iterator[Resource]:
    """Find the annotations in JSON, pages and collections unfolded."""
    if isinstance(content, list):
        for entry in content:
            yield from _items(entry)
        return
    if not isinstance(content, dict):
        raise _not_annotations()
    types = listed(content.get("type"))
    if isinstance(content.get("rows"), list):
        yield from (resource_of_row(row) for row in _dicts(content["rows"]))
    elif "AnnotationCollection" in types:
        yield from _first(content)
    elif "AnnotationPage" in types:
        yield from _dicts(content.get("items", []))
        if isinstance(content.get("next"), dict):
            yield from _items(content["next"])
    elif "Annotation" in types:
        yield content
    else:
        raise _not_annotations()


def _first(collection: Resource) -> Iterator[Resource]:
    if isinstance(collection.get("first"), str):
        raise WebAnnotationError(
            "The collection has the address of its pages, but not the pages.",
            remedy="Save a page, or a collection with its pages in it.",
        )
    if "first" in collection:
        yield from _items(collection["first"])


def _dicts(values: object) -> Iterator[Resource]:
    if not isinstance(values, list):
        raise _not_annotations()
    for value in values:
        if not isinstance(value, dict):
            raise _not_annotations()
        yield value


def _not_annotations() -> WebAnnotationError:
    return WebAnnotationError(
        "This JSON holds no annotations.",
        remedy="Give a W3C AnnotationCollection, or what Hypothesis' search API returns.",
    )
