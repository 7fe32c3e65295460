"""The history of an annotation, for editors whole, for readers as far as they could see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotations import Annotation, Content, Difference, State, Step, differences, history
from webapp.reading import day, moment

__all__ = ["ShownStep", "editors_history", "readers_history"]


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A change of an annotation.

    Attributes:
        number: of the revision, as `restore` counts; None if there is nothing to go back to.
        editor: who made it.
        date: when, in words; for editors to the minute.
        reason: why; empty if none was given.
        differences: what changed.
    """

    number: int | None
    editor: str
    date: str
    reason: str
    differences: tuple[Difference, ...]


def editors_history(annotation: Annotation) -> tuple[ShownStep, ...]:
    """Return every change, the last first."""
    return tuple(
        ShownStep(
            step.number if _says_something_else(step) else None,
            step.revision.editor,
            moment(step.revision.modified),
            step.revision.reason,
            step.differences,
        )
        for step in reversed(history(annotation))
    )


def readers_history(annotation: Annotation) -> tuple[ShownStep, ...]:
    """Return how what was published differs from what was published before, the last first.

    What was only ever a draft does not appear, nor the reasons, which are among editors.
    """
    return tuple(reversed(list(_between_published(annotation))))


def _says_something_else(step: Step) -> bool:
    """Whether more than the state was changed."""
    return any(difference.field != "state" for difference in step.differences)


def _between_published(annotation: Annotation) -> Iterator[ShownStep]:
    """Compare each published version with the one published before it."""
    versions = [(revision.before, revision.state) for revision in annotation.revisions]
    versions.append((annotation.content, annotation.state))
    published: Content | None = None
    for number, (content, state) in enumerate(versions):
        if state is not State.PUBLISHED:
            continue
        if published is not None and content != published:
            revision = annotation.revisions[number - 1]
            changed = differences(published, content)
            yield ShownStep(None, revision.editor, day(revision.modified), "", changed)
        published = content
