"""The targets of a W3C annotation as the targets of annotation files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotations.errors import WebAnnotationError
from annotations.webannotation.addresses import Addresses
from annotations.webannotation.resources import Resource
from annotations.webannotation.values import listed, mapping, mappings, text
from archive.text import clean_text

__all__ = ["read_targets"]

_MOST_TARGETS = 2


def read_targets(resource: Resource, addresses: Addresses) -> list[tuple[str, dict[str, Any]]]:
    """Return the one or two targets of an annotation: the document, and the place in it.

    Raises:
        WebAnnotationError: there are none or too many, or one is nowhere in the archive.
    """
    targets = listed(resource.get("target"))
    if not 1 <= len(targets) <= _MOST_TARGETS:
        raise WebAnnotationError(
            f"It has {len(targets)} targets; an annotation here has one or two.",
            remedy="Make several annotations of it.",
        )
    return [_target(target, addresses) for target in targets]


def _target(value: object, addresses: Addresses) -> tuple[str, dict[str, Any]]:
    target = mapping(value) or {"id": value}
    source = target.get("source") or target.get("id")
    iri = text(source) or text(mapping(source).get("id"))
    document = addresses.document_id(iri)
    if document is None:
        raise WebAnnotationError(
            f"It is about '{iri}', which is no document of the archive.",
            remedy="Say which document that address stands for.",
        )
    place = _place(list(_selectors(target.get("selector"), in_fragment=False)))
    fragment = iri.partition("#")[2]
    if fragment:
        place.setdefault("passage", fragment)
    if not place:
        raise WebAnnotationError(
            "It is about a document as a whole; an annotation here is about a place in one.",
            remedy="Annotate the title of the document instead.",
        )
    return document, place


def _place(selectors: list[tuple[dict[str, Any], bool]]) -> dict[str, Any]:
    """The place that selectors describe; a position counts only within a passage."""
    place: dict[str, Any] = {}
    quotes: list[dict[str, str]] = []
    for selector, in_fragment in selectors:
        kind = selector.get("type")
        if kind == "FragmentSelector" and text(selector.get("value")):
            place["passage"] = selector["value"]
        elif kind == "TextQuoteSelector" and text(selector.get("exact")).strip():
            parts = {key: text(selector.get(key)) for key in ("exact", "prefix", "suffix")}
            quotes.append({key: _one_text(part) for key, part in parts.items() if part})
        elif kind == "TextPositionSelector" and in_fragment:
            place["position"] = {"start": selector.get("start"), "end": selector.get("end")}
    if quotes:
        place["quote"] = max(quotes, key=len)
    else:
        place.pop("position", None)
    return place


def _selectors(value: object, *, in_fragment: bool) -> Iterator[tuple[dict[str, Any], bool]]:
    """Every selector, refinements included, with whether it refines a passage."""
    for selector in mappings(value):
        yield selector, in_fragment
        within = in_fragment or selector.get("type") == "FragmentSelector"
        yield from _selectors(selector.get("refinedBy"), in_fragment=within)


def _one_text(piece: str) -> str:
    """A piece of text as passages hold it; a blank at either end stays."""
    return clean_text(f"x{piece}x")[1:-1]
