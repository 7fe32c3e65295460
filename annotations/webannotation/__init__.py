"""Annotations as W3C Web Annotations (JSON-LD), out and in, and in from Hypothesis."""

from annotations.webannotation.addresses import Addresses
from annotations.webannotation.collections import Container, archive_export
from annotations.webannotation.imports import Imported, ImportRules, import_annotations
from annotations.webannotation.resources import (
    CONTEXT,
    Resource,
    annotation_resource,
    archived_resource,
    reply_resource,
    resources,
)

__all__ = [
    "CONTEXT",
    "Addresses",
    "Container",
    "ImportRules",
    "Imported",
    "Resource",
    "annotation_resource",
    "archive_export",
    "archived_resource",
    "import_annotations",
    "reply_resource",
    "resources",
]
