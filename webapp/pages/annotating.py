"""The pages on which editors write: the form, and what to do when two wrote at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from annotations import Difference, Kind
from archive.authorities import Authorities
from webapp.annotating import Written
from webapp.pages.base import Page

__all__ = [
    "Choice",
    "ConflictPage",
    "FormPage",
    "PreviewPage",
    "UnsavedPage",
    "kind_choices",
    "mission_choices",
    "theme_choices",
]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen, and its name."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class FormPage(Page):
    """The form of an annotation, new or edited.

    Attributes:
        csrf: the form's token.
        action: where it is sent.
        back: the document, at the place.
        passage: the text of the block or note; empty if there is none any more.
        written: what stands in the form.
        kinds: to choose from.
        missions: likewise.
        themes: likewise.
        version: the fingerprint of what is edited; empty for a new annotation.
        may_submit: whether it can be handed in at once.
        may_publish: whether it can be published at once.
        reviewed: whether saving hands a published annotation in for review.
        problem: why it was not saved; else empty.
    """

    template: ClassVar[str] = "annotating/form.html"
    csrf: str
    action: str
    back: str
    passage: str
    written: Written
    kinds: tuple[Choice, ...]
    missions: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    version: str
    may_submit: bool
    may_publish: bool
    reviewed: bool
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class ConflictPage(Page):
    """Two versions of an annotation that two people made at once, to choose from.

    Attributes:
        csrf: the form's token.
        action: where the form is sent again.
        address: of the annotation as it stands.
        editor: who changed it last.
        theirs: the body as it stands.
        body: the body that was to be saved; None if the change was not one of the text.
        fields: what else was in the form, with the version as it stands now.
        differences: from what stands to what was to be saved.
    """

    template: ClassVar[str] = "annotating/conflict.html"
    csrf: str
    action: str
    address: str
    editor: str
    theirs: str
    body: str | None
    fields: Sequence[tuple[str, str]]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, kw_only=True)
class UnsavedPage(Page):
    """What someone wrote and what could not be saved, to be sent again.

    Attributes:
        csrf: the form's token.
        name: of who is signed in now.
        problem: why it was not saved; empty if only the session had ended.
        action: where it is sent.
        fields: what was sent besides the text.
        body: the text; None if there was none.
    """

    template: ClassVar[str] = "annotating/unsaved.html"
    csrf: str
    name: str
    problem: str
    action: str
    fields: Sequence[tuple[str, str]]
    body: str | None


def kind_choices(written: Written) -> tuple[Choice, ...]:
    """Return the kinds to choose from."""
    return tuple(Choice(kind.value, kind.value, kind.value == written.kind) for kind in Kind)


def mission_choices(written: Written, authorities: Authorities) -> tuple[Choice, ...]:
    """Return the missions to choose from."""
    return tuple(
        Choice(one.id, authorities.mission_label(one.id), one.id in written.missions)
        for one in authorities.missions
    )


def theme_choices(written: Written, authorities: Authorities) -> tuple[Choice, ...]:
    """Return the themes to choose from."""
    return tuple(
        Choice(one.id, authorities.theme_label(one.id), one.id in written.themes)
        for one in authorities.themes
    )


@dataclass(frozen=True, kw_only=True)
class PreviewPage(Page):
    """Markdown as readers will see it.

    Attributes:
        body: as safe HTML.
    """

    template: ClassVar[str] = "annotating/preview.html"
    body: Markup
