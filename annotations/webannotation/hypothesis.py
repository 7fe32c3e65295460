"""An annotation of Hypothesis' API as a W3C annotation."""

from __future__ import annotations

from typing import Any

from annotations.webannotation.resources import Resource
from annotations.webannotation.values import listed, mapping, text

__all__ = ["resource_of_row"]

_PAGE = "https://hypothes.is/a/"


def resource_of_row(row: dict[str, Any]) -> Resource:
    """Return an entry of the API's `rows` as JSON-LD.

    A reply answers the annotation that its thread begins with. What only some people may read
    becomes a draft.
    """
    references = listed(row.get("references"))
    bodies = [_text(tag, "tagging") for tag in listed(row.get("tags")) if text(tag)]
    if text(row.get("text")):
        bodies.insert(0, _text(row["text"], "commenting"))
    resource: Resource = {
        "id": f"{_PAGE}{row.get('id', '')}",
        "type": "Annotation",
        "motivation": _motivation(row),
        "creator": {"type": "Person", "name": _name(row)},
        "created": row.get("created"),
        "modified": row.get("updated"),
        "body": bodies,
        "target": f"{_PAGE}{references[0]}" if references else row.get("target"),
    }
    if _is_private(row):
        resource["peacearchive:archived"] = {"state": "draft"}
    return {key: value for key, value in resource.items() if value is not None}


def _motivation(row: dict[str, Any]) -> str:
    if row.get("references"):
        return "replying"
    if row.get("text"):
        return "commenting"
    return "tagging" if row.get("tags") else "highlighting"


def _text(value: str, purpose: str) -> Resource:
    return {"type": "TextualBody", "value": value, "format": "text/markdown", "purpose": purpose}


def _name(row: dict[str, Any]) -> str:
    display = text(mapping(row.get("user_info")).get("display_name"))
    return display or text(row.get("user")).removeprefix("acct:").partition("@")[0]


def _is_private(row: dict[str, Any]) -> bool:
    readers = mapping(row.get("permissions")).get("read")
    return readers is not None and "group:__world__" not in listed(readers)
