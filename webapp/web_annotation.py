"""What the Web Annotation Protocol needs beyond the model: preferences, lazy pages, writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from typing import Any, overload

from annotations import (
    Annotation,
    Content,
    DocumentTarget,
    Signature,
    WebAnnotationError,
    reattached,
)
from annotations.webannotation import (
    Addresses,
    ImportRules,
    Resource,
    annotation_resource,
    import_annotations,
    reply_resource,
)
from archive import Document

__all__ = ["LazyResources", "Preference", "content_of", "preferred", "with_origin"]

_ORIGIN = ("canonical", "via")
_STRIPPED = frozenset({"id", "peacearchive:archived", *_ORIGIN})


class Preference(Enum):
    """What a client wants to see of the annotations in a container."""

    DESCRIPTIONS = ("http://www.w3.org/ns/oa#PreferContainedDescriptions", "", "?iris=0")
    IRIS = ("http://www.w3.org/ns/oa#PreferContainedIRIs", "iris=1&", "?iris=1")
    MINIMAL = ("http://www.w3.org/ns/ldp#PreferMinimalContainer", "", "")

    def __init__(self, iri: str, query: str, location: str) -> None:
        """Keep the IRI, what stands in addresses of pages, and in that of the container."""
        self.iri, self.query, self.location = iri, query, location


def preferred(header: str, iris: str) -> Preference:
    """Return what the header Prefer asks for, else what an address with `iris=` says."""
    asked = next((one for one in (Preference.MINIMAL, Preference.IRIS) if one.iri in header), None)
    if asked is not None:
        return asked
    return Preference.IRIS if iris == "1" else Preference.DESCRIPTIONS


class LazyResources(Sequence[Resource | str]):
    """Annotations and their replies as JSON-LD, or as IRIs; each is made when it is asked for."""

    def __init__(
        self, annotations: Sequence[Annotation], addresses: Addresses, preference: Preference
    ) -> None:
        self._items = [
            (annotation, number)
            for annotation in annotations
            for number in range(len(annotation.replies) + 1)
        ]
        self._addresses, self._preference = addresses, preference

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> Resource | str: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Resource | str]: ...

    def __getitem__(self, index: int | slice) -> Resource | str | Sequence[Resource | str]:
        if isinstance(index, slice):
            return [self._made(*item) for item in self._items[index]]
        return self._made(*self._items[index])

    def _made(self, annotation: Annotation, number: int) -> Resource | str:
        if self._preference is Preference.IRIS:
            iri = self._addresses.annotation(annotation.id)
            return self._addresses.reply(annotation.id, number) if number else iri
        if number:
            return reply_resource(annotation, number, self._addresses)
        return annotation_resource(annotation, self._addresses)


def content_of(
    sent: Resource, addresses: Addresses, by: Signature, opened: Callable[[str], Document]
) -> tuple[str, Content]:
    """Return the document and the content of an annotation that a program sent.

    What it says of its own state, history and author counts for nothing.

    Raises:
        WebAnnotationError: it is none that the archive can hold.
        UnknownDocumentError: its document is not in the archive.
    """
    plain = {key: value for key, value in sent.items() if key not in _STRIPPED}
    rules = ImportRules(by.editor, by.time)
    imported = import_annotations({**plain, "id": "urn:sent"}, addresses, rules)
    if imported.problems:
        raise imported.problems[0]
    if len(imported.annotations) != 1:
        raise WebAnnotationError("Send one annotation.", remedy="Replies are written in the page.")
    annotation = imported.annotations[0]
    near = _attached(annotation.ends[0], opened)
    content = replace(annotation.content, target=near.target)
    if annotation.refers_to is not None:
        content = replace(content, refers_to=_attached(annotation.refers_to, opened))
    return annotation.document, content


def with_origin(annotation: Annotation, sent: dict[str, Any]) -> Annotation:
    """Return an annotation that keeps where it comes from: its canonical IRI, and its own id."""
    extra = dict(annotation.extra)
    if isinstance(sent.get("canonical"), str):
        extra["canonical"] = sent["canonical"]
    via = sent.get("via", [])
    origins = [*(via if isinstance(via, list) else [via]), sent.get("id")]
    kept = [origin for origin in origins if isinstance(origin, str)]
    if kept:
        extra["via"] = kept[0] if len(kept) == 1 else kept
    return replace(annotation, extra=extra)


def _attached(end: DocumentTarget, opened: Callable[[str], Document]) -> DocumentTarget:
    document = opened(end.document)
    target = reattached(end.target, document)
    if target.passage not in document.by_id:
        raise WebAnnotationError(
            "Its words are not found for certain in the document.",
            remedy="Send the quote with what stands before and after it.",
        )
    return DocumentTarget(end.document, target)
