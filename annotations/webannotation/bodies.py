"""The bodies of a W3C annotation: words, missions and themes, and tags that are only words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup

from annotations.webannotation.addresses import Addresses
from annotations.webannotation.resources import Resource
from annotations.webannotation.values import listed, mapping, mappings, text
from archive.text import clean_text

__all__ = ["NOTHING", "Bodies", "read_bodies"]


@dataclass(frozen=True, slots=True)
class Bodies:
    """What the bodies of an annotation say.

    Attributes:
        text: Markdown; several texts are paragraphs of one.
        missions: ids.
        themes: ids.
        keywords: tags that are words, not things of the archive.
    """

    text: str
    missions: tuple[str, ...]
    themes: tuple[str, ...]
    keywords: tuple[str, ...]


NOTHING = Bodies("", (), (), ())
"""The bodies of a highlight."""


def read_bodies(resource: Resource, addresses: Addresses) -> Bodies:
    """Return what the bodies of an annotation say; what is neither text nor tag is linked to."""
    texts: list[str] = []
    found: dict[str, list[str]] = {"missions": [], "themes": [], "keywords": []}
    is_tag = "tagging" in listed(resource.get("motivation"))
    for body in _bodies(resource):
        purposes = listed(body.get("purpose"))
        iri = text(body.get("source")) or text(body.get("id"))
        kind = next((kind for kind in ("missions", "themes") if addresses.tag_id(kind, iri)), None)
        if kind is not None:
            found[kind].append(addresses.tag_id(kind, iri) or "")
        elif "value" not in body:
            texts += [f"<{iri}>"] if ":" in iri else []
        elif "tagging" in purposes or (is_tag and not purposes):
            found["keywords"].append(clean_text(text(body["value"])))
        else:
            texts.append(_markdown(body))
    return Bodies(
        "\n\n".join(texts),
        tuple(found["missions"]),
        tuple(found["themes"]),
        tuple(filter(None, found["keywords"])),
    )


def _bodies(resource: Resource) -> Iterator[dict[str, Any]]:
    """Every body as an object, however it is written."""
    if text(resource.get("bodyValue")):
        yield {"value": resource["bodyValue"], "purpose": "commenting"}
    for body in listed(resource.get("body")):
        if text(body):
            yield {"id": body}
        else:
            yield from mappings(mapping(body).get("items")) or mappings(body)


def _markdown(body: dict[str, Any]) -> str:
    value = text(body["value"])
    if body.get("format") in ("text/html", "application/xhtml+xml"):
        return BeautifulSoup(f"<div>{value}</div>", "lxml").get_text()
    return value
