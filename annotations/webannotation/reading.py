"""W3C annotations as annotations of an archive.

The JSON becomes the data of an annotation file and is then read like one, so that nothing comes
in that a file could not hold.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotations.changes import clean_body
from annotations.errors import AnnotationError, WebAnnotationError
from annotations.files import ANNOTATION_ID
from annotations.form import annotation_from
from annotations.models import Annotation, Kind, Reply, State
from annotations.webannotation.addresses import Addresses
from annotations.webannotation.bodies import NOTHING, Bodies, read_bodies
from annotations.webannotation.resources import MOTIVATIONS, Resource
from annotations.webannotation.targets import read_targets
from annotations.webannotation.values import listed, mapping, text
from annotations.writing import iso_time
from archive.text import clean_text
from archive.yaml_files import YamlFile

__all__ = ["ImportRules", "read_annotation", "read_reply", "replied_to"]

_KINDS = {motivation: kind for kind, motivation in MOTIVATIONS.items()}


@dataclass(frozen=True, slots=True)
class ImportRules:
    """What to say where the JSON does not.

    Attributes:
        editor: who wrote it.
        time: when.
        state: how far it has come.
    """

    editor: str
    time: dt.datetime
    state: State = State.SUBMITTED


def read_annotation(resource: Resource, addresses: Addresses, rules: ImportRules) -> Annotation:
    """Return a W3C annotation as one of the archive.

    One that comes from elsewhere is given an id made of its IRI, so that importing it twice gives
    it the same, and keeps its IRI as `via`.

    Raises:
        WebAnnotationError: it cannot be held: it is about no document of the archive, about more
            than two places, or says nothing.
    """
    iri = text(resource.get("id"))
    try:
        identifier = addresses.annotation_id(iri) or ""
        known = ANNOTATION_ID.fullmatch(identifier) is not None
        document, data = _data(resource, addresses, rules)
        if not known:
            identifier = f"w-{hashlib.sha256(iri.encode()).hexdigest()[:16]}"
            data["via"] = iri
        file = YamlFile(Path(f"{identifier}.yaml"), {"id": identifier, **data}, {})
        return annotation_from(file, document)
    except AnnotationError as error:
        raise WebAnnotationError(
            f"The annotation '{iri}' was left out. {error.problem}",
            remedy=error.remedy if isinstance(error, WebAnnotationError) else "",
        ) from error


def read_reply(resource: Resource, rules: ImportRules) -> Reply:
    """Return a W3C annotation of an annotation as a reply.

    Raises:
        WebAnnotationError: it says nothing.
    """
    bodies = read_bodies(resource, Addresses(""))
    body = clean_body(bodies.text)
    if not body:
        raise WebAnnotationError(f"The reply '{resource.get('id')}' has no text.")
    created = _time(resource.get("created"), rules)
    return Reply(_editor(resource, rules), dt.datetime.fromisoformat(created), body)


def replied_to(resource: Resource) -> str | None:
    """Return the IRI that a reply answers, or None if the annotation is no reply."""
    if "replying" not in listed(resource.get("motivation")):
        return None
    target = resource.get("target")
    return text(target) or text(mapping(target).get("source"))


def _data(
    resource: Resource, addresses: Addresses, rules: ImportRules
) -> tuple[str, dict[str, Any]]:
    """Return the document, and the data that the file of the annotation would hold."""
    archived = mapping(resource.get("peacearchive:archived"))
    targets = read_targets(resource, addresses)
    bodies = read_bodies(resource, addresses)
    if len(targets) == 1 and bodies == NOTHING and not archived:
        raise WebAnnotationError("It marks words and says nothing.")
    created = _time(resource.get("created"), rules)
    document, target = targets[0]
    data = {
        **mapping(archived.get("extra")),
        "kind": str(_kind(resource, bodies, len(targets))),
        "target": target,
        "body": clean_body(bodies.text),
        "tags": {"missions": list(bodies.missions), "themes": list(bodies.themes)},
        "editor": _editor(resource, rules),
        "created": created,
        "modified": _time(resource.get("modified") or created, rules),
        "state": archived.get("state", str(rules.state)),
        "revisions": archived.get("revisions", []),
    }
    if bodies.keywords:
        data["keywords"] = list(bodies.keywords)
    if len(targets) > 1:
        data["refers_to"] = {"document": targets[1][0], **targets[1][1]}
    return document, data


def _kind(resource: Resource, bodies: Bodies, targets: int) -> Kind:
    motivations = map(text, listed(resource.get("motivation")))
    named = [_KINDS[name] for name in motivations if name in _KINDS]
    if named:
        return named[0]
    if targets > 1:
        return Kind.CROSS_REFERENCE
    return Kind.COMMENT if bodies.text else Kind.TAG


def _editor(resource: Resource, rules: ImportRules) -> str:
    creator = next(iter(listed(resource.get("creator"))), "")
    names = (mapping(creator).get(key) for key in ("name", "nickname", "id"))
    name = next(filter(None, map(text, names)), "") or text(creator)
    return clean_text(name).replace("\n", " ").strip() or rules.editor


def _time(value: object, rules: ImportRules) -> str:
    """Return a time as files hold it; one without a zone is in UTC, as the model says."""
    try:
        time = dt.datetime.fromisoformat(str(value))
    except ValueError:
        return iso_time(rules.time)
    return iso_time(time if time.tzinfo is not None else time.replace(tzinfo=dt.UTC))
