"""Annotation files as a person writes them."""

from __future__ import annotations

from pathlib import Path

from annotations import AnnotationStore

HAND_WRITTEN = """\
# Read at the meeting of March.
id: {id}
kind: comment   # or a question?
target:
  passage: p1
  quote:
    exact: protect civilians
    prefix: "the mission to "
    suffix: .
  position: {{start: 33, end: 50}}
body: |
  The Council came back to *this*.

  And again.
editor: A. Editor
created: 2026-03-12T09:30:00Z
tags:
  missions: [unamsil]
colour: green   # what our old program called it
"""


def write_by_hand(
    store: AnnotationStore,
    identifier: str = "a1",
    *,
    document: str = "first-mandate",
    old: str = "",
    new: str = "",
) -> Path:
    """Write a file into a store's folder, with one piece of the usual text replaced."""
    text = HAND_WRITTEN.format(id=identifier)
    assert old in text
    path = store.folder / document / f"{identifier}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
    return path
