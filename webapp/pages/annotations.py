"""The pages that show annotations: one, a list of them, and those whose places wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import ClassVar
from urllib.parse import urlencode

from markupsafe import Markup

from annotations import Annotation, Kind, body_text
from webapp.addresses import annotation_address, document_address
from webapp.annotating import FaultyFile, PassageContext, ShownStep
from webapp.annotating.queue import Waiting
from webapp.pages.annotating import Choice
from webapp.pages.base import Page, Site
from webapp.pages.paging import Paging
from webapp.reading import CardReply, Tag, day

__all__ = [
    "AnnotationPage",
    "AnnotationsPage",
    "Filter",
    "Listed",
    "Place",
    "QueuePage",
    "SettlePage",
    "annotations_page",
]

_PAGE_SIZE = 50
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Place:
    """An end of an annotation.

    Attributes:
        document: the title of the document.
        address: of the place in it.
        context: the words among those around them; None if the document cannot be read.
    """

    document: str
    address: str
    context: PassageContext | None


@dataclass(frozen=True, kw_only=True)
class AnnotationPage(Page):
    """An annotation with its context, thread and history.

    Attributes:
        csrf: the token of the forms.
        address: of this page.
        annotation: the annotation.
        date: of its last change, in words.
        places: its ends.
        body: as safe HTML.
        tags: missions and themes.
        replies: the thread.
        steps: the history, as far as it is shown.
        version: the fingerprint that changes name.
        may: what can be done with it: `edit`, `submit`, `publish`, `withdraw`, `reopen`, `reply`.
        public_replies: whether readers see an answer at once.
        problem: why something was not done; else empty.
    """

    template: ClassVar[str] = "annotations/annotation.html"
    csrf: str
    address: str
    annotation: Annotation
    date: str
    places: tuple[Place, ...]
    body: Markup
    tags: tuple[Tag, ...]
    replies: tuple[CardReply, ...]
    steps: tuple[ShownStep, ...]
    version: str
    may: frozenset[str]
    public_replies: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An annotation in the list; `document` is the title of its document, `place` where it is."""

    address: str
    kind: str
    state: str
    editor: str
    date: str
    document: str
    place: str
    quote: str
    text: str


@dataclass(frozen=True, kw_only=True)
class AnnotationsPage(Page):
    """A list of annotations, the last changed first, with a filter.

    Attributes:
        listed: those on this page.
        total: how many there are.
        kinds: to filter by.
        editors: likewise.
        states: likewise; none for readers.
        document: the id of the document they are about; empty for all.
        about: its title.
        paging: links to the other pages, or None.
        waiting: whether the queue is offered.
        faulty: the files that cannot be read, for editors.
    """

    template: ClassVar[str] = "annotations/list.html"
    listed: tuple[Listed, ...]
    total: int
    kinds: tuple[Choice, ...]
    editors: tuple[Choice, ...]
    states: tuple[Choice, ...]
    document: str
    about: str
    paging: Paging | None
    waiting: bool
    faulty: tuple[FaultyFile, ...]


@dataclass(frozen=True, kw_only=True)
class QueuePage(Page):
    """The annotations whose places wait for an editor.

    Attributes:
        csrf: the token of the forms.
        waiting: with the version of the annotation and what can be done with it.
        faulty: the files that cannot be read.
    """

    template: ClassVar[str] = "annotations/queue.html"
    csrf: str
    waiting: tuple[tuple[Waiting, str, frozenset[str]], ...]
    faulty: tuple[FaultyFile, ...]


@dataclass(frozen=True, kw_only=True)
class SettlePage(Page):
    """A place in the text that an editor selected for an annotation, to be confirmed.

    Attributes:
        csrf: the form's token.
        action: where it is sent.
        then: the words it was about.
        place: where it will be.
        version: the fingerprint of the annotation.
        end: which of its ends.
    """

    template: ClassVar[str] = "annotations/settle.html"
    csrf: str
    action: str
    then: str
    place: PassageContext
    version: str
    end: int


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list of annotations is narrowed to; empty values let all through."""

    kind: str = ""
    editor: str = ""
    state: str = ""
    document: str = ""

    def lets_through(self, annotation: Annotation) -> bool:
        """Whether an annotation is listed."""
        ends = {end.document for end in annotation.ends}
        pairs = (
            (self.kind, annotation.kind.value),
            (self.editor, annotation.editor),
            (self.state, annotation.state.value),
        )
        narrowed = all(not wanted or wanted == value for wanted, value in pairs)
        return narrowed and (not self.document or self.document in ends)

    def address(self, page: int) -> str:
        """Return the address of a page of the list."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        pairs = [(name, value) for name, value in values.items() if value]
        pairs += [("page", str(page))] if page > 1 else []
        return f"/annotations/?{urlencode(pairs)}" if pairs else "/annotations/"


def annotations_page(
    known: Sequence[Annotation],
    wanted: Filter,
    page: int,
    site: Site,
    *,
    states: tuple[str, ...],
    title_of: Callable[[str], str],
    faulty: tuple[FaultyFile, ...] = (),
) -> AnnotationsPage:
    """Return a page of the list of annotations.

    Args:
        known: all that who asks may see.
        wanted: the filter.
        page: from 1.
        site: the archive.
        states: to filter by; none for readers.
        title_of: from the id of a document to its title.
        faulty: the files that cannot be read.
    """
    found = sorted(
        filter(wanted.lets_through, known), key=lambda one: (one.modified, one.id), reverse=True
    )
    pages = max(1, -(-len(found) // _PAGE_SIZE))
    page = min(page, pages)
    shown = found[(page - 1) * _PAGE_SIZE : page * _PAGE_SIZE]
    editors = sorted({one.editor for one in known})
    return AnnotationsPage(
        site=site,
        title="Annotations",
        listed=tuple(_listed(one, title_of) for one in shown),
        total=len(found),
        kinds=tuple(Choice(kind, kind, kind == wanted.kind) for kind in Kind),
        editors=tuple(Choice(name, name, name == wanted.editor) for name in editors),
        states=tuple(Choice(state, state, state == wanted.state) for state in states),
        document=wanted.document,
        about=title_of(wanted.document) if wanted.document and found else wanted.document,
        paging=None
        if pages == 1
        else Paging(
            page=page,
            pages=pages,
            previous=wanted.address(page - 1) if page > 1 else None,
            next=wanted.address(page + 1) if page < pages else None,
            first=wanted.address(1),
        ),
        waiting=bool(states),
        faulty=faulty,
    )


def _listed(annotation: Annotation, title_of: Callable[[str], str]) -> Listed:
    quote, text = annotation.target.quote, body_text(annotation.body)
    return Listed(
        address=annotation_address(annotation.id),
        kind=annotation.kind.value,
        state=annotation.state.value,
        editor=annotation.editor,
        date=day(annotation.modified),
        document=title_of(annotation.document),
        place=document_address(annotation.document, annotation.target.passage or None),
        quote="" if quote is None else _shortened(quote.exact),
        text=_shortened(text),
    )


def _shortened(text: str) -> str:
    if len(text) <= _SHOWN:
        return text
    return f"{text[:_SHOWN].rpartition(' ')[0] or text[:_SHOWN]} …"
