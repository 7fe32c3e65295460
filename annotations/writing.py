"""An annotation as the text of its file: a new one whole, an edited one in place.

In an edited file only what changed is touched: comments, order, quoting and keys that the program
does not know stay as a person wrote them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import asdict
from io import StringIO
from itertools import pairwise
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

from annotations.models import (
    Annotation,
    Content,
    DocumentTarget,
    Reply,
    Revision,
    State,
    Target,
)
from archive.yaml_files import dump_yaml

__all__ = ["edited_text", "file_data", "iso_time", "new_text", "target_data"]

_MAPPING_INDENT = re.compile(r"^target:[^\n]*\n( +)\w", re.MULTILINE)
_ITEM_INDENT = re.compile(r"^(?:replies|revisions):[^\n]*\n( *)- ", re.MULTILINE)
_STYLES = {"|": LiteralScalarString, "'": SingleQuotedScalarString, '"': DoubleQuotedScalarString}


def new_text(annotation: Annotation) -> str:
    """Return the text of a new file."""
    return dump_yaml(file_data(annotation))


def edited_text(text: str, before: Annotation, after: Annotation) -> str:
    """Return the text of a file with what differs between two annotations changed in it.

    Args:
        text: the file as it stands.
        before: what was read from it.
        after: what should be read from the result.
    """
    yaml = _round_trip_yaml(text)
    root = yaml.load(text)
    _apply(root, file_data(before), file_data(after))
    stream = StringIO()
    yaml.dump(root, stream)
    return stream.getvalue()


def file_data(annotation: Annotation) -> dict[str, Any]:
    """Return an annotation as the plain data of its file; what is empty is left out."""
    data = {
        "id": annotation.id,
        **_content_data(annotation.content),
        "editor": annotation.editor,
        "created": iso_time(annotation.created),
        "modified": iso_time(annotation.modified),
        "state": str(annotation.state),
        "replies": [_reply_data(reply) for reply in annotation.replies],
        "revisions": _revisions_data(annotation),
    }
    kept = {key: value for key, value in data.items() if value not in (None, [], {}, "")}
    return {**kept, **annotation.extra}


def target_data(target: Target) -> dict[str, Any]:
    """Return a target as plain data."""
    data: dict[str, Any] = {"passage": target.passage} if target.passage else {}
    if target.quote is not None:
        data["quote"] = {key: value for key, value in asdict(target.quote).items() if value}
    if target.position is not None:
        data["position"] = {"start": target.position.start, "end": target.position.end}
    return data


def iso_time(time: dt.datetime) -> str:
    """Return a moment in UTC as ISO 8601 with a final Z."""
    return time.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def _content_data(content: Content) -> dict[str, Any]:
    tags = {"missions": list(content.missions), "themes": list(content.themes)}
    return {
        "kind": str(content.kind),
        "target": target_data(content.target),
        "refers_to": _end_data(content.refers_to),
        "body": content.body,
        "tags": {key: ids for key, ids in tags.items() if ids},
    }


def _end_data(end: DocumentTarget | None) -> dict[str, Any] | None:
    return None if end is None else {"document": end.document, **target_data(end.target)}


def _reply_data(reply: Reply) -> dict[str, Any]:
    return {"editor": reply.editor, "created": iso_time(reply.created), "body": reply.body}


def _revisions_data(annotation: Annotation) -> list[dict[str, Any]]:
    """Each revision with what it changed, as it was: the rest is as after it."""
    versions = [(revision.before, revision.state) for revision in annotation.revisions]
    versions.append((annotation.content, annotation.state))
    return [
        _revision_data(revision, after, state)
        for revision, (_, (after, state)) in zip(
            annotation.revisions, pairwise(versions), strict=True
        )
    ]


def _revision_data(revision: Revision, after: Content, state_after: State) -> dict[str, Any]:
    data = {"editor": revision.editor, "modified": iso_time(revision.modified)}
    if revision.reason:
        data["reason"] = revision.reason
    if revision.state is not state_after:
        data["state"] = str(revision.state)
    then, later = _content_data(revision.before), _content_data(after)
    return data | {key: value for key, value in then.items() if value != later[key]}


def _apply(node: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> None:
    """Change a parsed mapping where `after` differs from `before`."""
    for key, value in after.items():
        if key in before and before[key] == value:
            continue
        known = key in node and key in before
        node[key] = _changed(node[key], before[key], value) if known else _styled(value)
    for key in before.keys() - after.keys():
        node.pop(key, None)


def _changed(node: object, before: object, after: object) -> object:
    """Return what should stand in place of `node`: itself, changed, if that can be."""
    if isinstance(node, dict) and isinstance(before, dict) and isinstance(after, dict):
        _apply(node, before, after)
        return node
    if isinstance(node, list) and isinstance(before, list) and isinstance(after, list):
        return _grown(node, before, after)
    return node if before == after else _styled(after)


def _grown(node: list[Any], before: list[Any], after: list[Any]) -> list[Any]:
    """Return a parsed list, changed; entries of ours are only ever added at its end."""
    if not len(node) == len(before) <= len(after):
        return [_styled(item) for item in after]
    for index, (then, later) in enumerate(zip(before, after, strict=False)):
        node[index] = _changed(node[index], then, later)
    node += [_styled(item) for item in after[len(before) :]]
    return node


def _styled(value: object) -> object:
    """Plain data as ruamel should write it: quoted wherever YAML 1.1 would misread it."""
    if isinstance(value, Mapping):
        return CommentedMap((key, _styled(item)) for key, item in value.items())
    if isinstance(value, list):
        return [_styled(item) for item in value]
    if isinstance(value, str):
        style = _STYLES.get(dump_yaml({"x": value})[len("x: ")])
        return value if style is None else style(value)
    return value


def _round_trip_yaml(text: str) -> YAML:
    """A reader and writer that keeps quotes, and the indents that a file's author chose."""
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 10_000
    mapping, items = _MAPPING_INDENT.search(text), _ITEM_INDENT.search(text)
    offset = len(items[1]) if items else 0
    yaml.indent(mapping=len(mapping[1]) if mapping else 2, sequence=offset + 2, offset=offset)
    return yaml
