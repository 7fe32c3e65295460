"""Editing what readers may see already: without review, or with."""

from __future__ import annotations

from annotations import Annotation, Content, Signature, State, edit, resubmit
from webapp.accounts import Permissions

__all__ = ["edited"]


def edited(
    annotation: Annotation, content: Content, by: Signature, permissions: Permissions
) -> Annotation:
    """Return an annotation with other content.

    What is published is reviewed again if its editor may not publish.

    Raises:
        ContentError: the content is not that of an annotation.
    """
    waits = annotation.state is State.PUBLISHED and not permissions.publish
    return (resubmit if waits else edit)(annotation, content, by)
