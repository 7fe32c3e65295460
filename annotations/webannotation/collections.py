"""Collections of annotations, and the pages they come in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from annotations.models import Annotation
from annotations.webannotation.addresses import Addresses
from annotations.webannotation.resources import (
    CONTEXT,
    Resource,
    archived_resource,
    reply_resource,
)
from annotations.writing import iso_time

__all__ = ["Container", "archive_export"]


@dataclass(frozen=True, slots=True)
class Container:
    """A collection of annotations of the Web Annotation Protocol, in pages.

    Attributes:
        iri: its address, without a query.
        label: what it holds, in words.
        items: all its annotations, or their IRIs.
        modified: when one of them last changed, if there is one.
        size: how many annotations a page has.
        query: what stands in the addresses of pages before their number.
    """

    iri: str
    label: str
    items: Sequence[Resource | str]
    modified: dt.datetime | None = None
    size: int = 100
    query: str = ""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-len(self.items) // self.size)

    def page_iri(self, number: int) -> str:
        """The address of a page; they are counted from 0."""
        return f"{self.iri}?{self.query}page={number}"

    def collection(self) -> Resource:
        """Return the collection with the addresses of its first and last page."""
        resource: Resource = {
            "@context": [CONTEXT, "http://www.w3.org/ns/ldp.jsonld"],
            "id": self.iri,
            "type": ["BasicContainer", "AnnotationCollection"],
            "label": self.label,
            "total": len(self.items),
        }
        if self.modified is not None:
            resource["modified"] = iso_time(self.modified)
        if self.items:
            resource["first"] = self.page_iri(0)
            resource["last"] = self.page_iri(self.pages - 1)
        return resource

    def with_first_page(self) -> Resource:
        """Return the collection with its first page in it."""
        resource = self.collection()
        return resource | {"first": _embedded(self.page(0))} if self.items else resource

    def page(self, number: int) -> Resource:
        """Return a page with its annotations.

        Raises:
            IndexError: there is no such page.
        """
        if not 0 <= number < self.pages:
            raise IndexError(number)
        start = number * self.size
        resource: Resource = {
            "@context": CONTEXT,
            "id": self.page_iri(number),
            "type": "AnnotationPage",
            "partOf": self.iri,
            "startIndex": start,
            "items": [_embedded(item) for item in self.items[start : start + self.size]],
        }
        if number + 1 < self.pages:
            resource["next"] = self.page_iri(number + 1)
        if number > 0:
            resource["prev"] = self.page_iri(number - 1)
        return resource


def archive_export(annotations: Sequence[Annotation], addresses: Addresses, label: str) -> Resource:
    """Return annotations with their threads and history as one collection, to be kept or moved.

    `import_annotations` gives the same annotations back. It holds drafts and old versions: it is
    not for readers.
    """
    items: list[Resource] = []
    for annotation in annotations:
        items.append(archived_resource(annotation, addresses))
        numbers = range(1, len(annotation.replies) + 1)
        items += [reply_resource(annotation, number, addresses) for number in numbers]
    modified = max((annotation.modified for annotation in annotations), default=None)
    whole = Container(addresses.annotations, label, items, modified, max(1, len(items)))
    return whole.with_first_page()


def _embedded(resource: Resource | str) -> Resource | str:
    """A resource within another, which has the context already; own terms need their own."""
    if isinstance(resource, str) or resource["@context"] != CONTEXT:
        return resource
    return {key: value for key, value in resource.items() if key != "@context"}
