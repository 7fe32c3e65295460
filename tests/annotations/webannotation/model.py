"""What the W3C's model demands of annotations, pages and collections, as a JSON Schema."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

__all__ = ["check_annotation", "check_collection", "check_page", "faults_of"]

_SCHEMA = json.loads(Path(__file__).with_name("model.schema.json").read_text(encoding="utf-8"))


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({**_SCHEMA, "$ref": f"#/$defs/{name}"})


def faults_of(name: str, resource: Any) -> list[str]:
    """Where a resource is not what the schema calls by a name, and why."""
    errors = _validator(name).iter_errors(resource)
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


def check_annotation(resource: dict[str, Any]) -> None:
    assert faults_of("annotation", resource) == []


def check_page(resource: dict[str, Any]) -> None:
    assert faults_of("page", resource) == []


def check_collection(resource: dict[str, Any]) -> None:
    assert faults_of("collection", resource) == []
