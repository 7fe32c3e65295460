"""Putting an end of an annotation where it belongs today."""

from __future__ import annotations

from dataclasses import replace

from annotations import Content, DocumentTarget, Target

__all__ = ["settled"]


def settled(content: Content, end: int, target: Target) -> Content:
    """Return a content with one of its ends (as `Annotation.ends` counts) at another target."""
    if end == 0:
        return replace(content, target=target)
    if content.refers_to is None:
        return content
    return replace(content, refers_to=DocumentTarget(content.refers_to.document, target))
