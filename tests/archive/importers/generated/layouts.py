"""The layouts in which documents are printed: what differs from publisher to publisher."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tests.archive.importers.generated.truth import Shape

__all__ = ["LAYOUTS", "Layout", "NotesAt"]


class NotesAt(StrEnum):
    """Where the bodies of notes stand."""

    PAGE = "page"
    CHAPTER = "chapter"
    END = "end"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is printed.

    Attributes:
        name: of the layout.
        notes: where the bodies of notes stand.
        anew: notes are counted anew in each chapter.
        columns: of the text.
        justified: lines end at the margin.
        hyphenated: words are broken at line ends.
        indented: paragraphs start with an indent, not after a gap.
        running_head: title and page number stand at the top of the pages, else only a number
            at the foot.
        numbered: headings have numbers.
        raised_labels: bodies start with a raised figure, else with `12.`.
        drawn_marks: marks are superscript letters of the font itself, not small ones.
        contents: a table of contents follows the title.
        ruled: a rule parts page notes from the text.
        mirrored: margins of odd and even pages differ.
        chapter_heads: the running head names the chapter.
        small_quotations: quotations are set smaller, and to the right edge.
        tinted: boxes stand on a tint, else in a frame.
        floating: boxes stand at the head of a page or column and interrupt paragraphs.
        pull_quotes: some sentences stand once more, large, across a paragraph.
        bylines: chapters have authors of their own.
        outer_numbers: page numbers stand beside the text, in the outer margin.
        plain_heads: headings are as large as the text, and bold or italic.
        large_notes: page notes are as large as the text.
        leading: blank between lines, in ems.
        font: its name.
        size: of the text, in points.
        paper: its name.
    """

    name: str
    notes: NotesAt = NotesAt.PAGE
    anew: bool = False
    columns: int = 1
    justified: bool = False
    hyphenated: bool = False
    indented: bool = False
    running_head: bool = False
    numbered: bool = False
    raised_labels: bool = True
    drawn_marks: bool = False
    contents: bool = False
    ruled: bool = True
    mirrored: bool = False
    chapter_heads: bool = False
    small_quotations: bool = False
    tinted: bool = False
    floating: bool = False
    pull_quotes: bool = False
    bylines: bool = False
    outer_numbers: bool = False
    plain_heads: bool = False
    large_notes: bool = False
    leading: float = 0.65
    font: str = "Libertinus Serif"
    size: float = 10.5
    paper: str = "a5"

    @property
    def shape(self) -> Shape:
        """What documents in this layout are like."""
        return Shape(
            anew=self.anew,
            numbered=self.numbered,
            bylines=self.bylines,
            notes_in_boxes=not self.floating,
        )


LAYOUTS = (
    Layout("page notes, ragged"),
    Layout(
        "page notes, justified, running heads",
        justified=True,
        hyphenated=True,
        indented=True,
        running_head=True,
        contents=True,
    ),
    Layout(
        "page notes anew in each chapter",
        anew=True,
        justified=True,
        numbered=True,
        drawn_marks=True,
        font="New Computer Modern",
    ),
    Layout("page notes, plain labels", raised_labels=False, hyphenated=True, running_head=True),
    Layout(
        "two columns, page notes",
        columns=2,
        justified=True,
        hyphenated=True,
        running_head=True,
        paper="a4",
        size=10,
    ),
    Layout(
        "two columns, ragged, indented",
        columns=2,
        hyphenated=True,
        indented=True,
        numbered=True,
        paper="a4",
        size=9.5,
    ),
    Layout("endnotes", notes=NotesAt.END, justified=True, hyphenated=True, contents=True),
    Layout(
        "endnotes anew after each chapter",
        notes=NotesAt.CHAPTER,
        anew=True,
        indented=True,
        raised_labels=False,
        running_head=True,
    ),
    Layout(
        "two columns, endnotes",
        notes=NotesAt.END,
        columns=2,
        justified=True,
        hyphenated=True,
        raised_labels=False,
        paper="a4",
        size=9.5,
    ),
    Layout(
        "page notes, no rule, mirrored margins",
        ruled=False,
        mirrored=True,
        chapter_heads=True,
        small_quotations=True,
        tinted=True,
        justified=True,
        hyphenated=True,
        drawn_marks=True,
        indented=True,
    ),
    Layout(
        "two columns, floats, pull quotes, by-lines",
        columns=2,
        justified=True,
        hyphenated=True,
        chapter_heads=True,
        tinted=True,
        floating=True,
        pull_quotes=True,
        bylines=True,
        paper="a4",
        size=10,
    ),
    Layout(
        "one column, floats, pull quotes, by-lines",
        floating=True,
        pull_quotes=True,
        bylines=True,
        indented=True,
        contents=True,
        anew=True,
    ),
    Layout(
        "page numbers in the outer margin",
        mirrored=True,
        outer_numbers=True,
        justified=True,
        hyphenated=True,
        numbered=True,
    ),
    Layout(
        "wide leading, headings and notes as large as the text",
        leading=1.4,
        plain_heads=True,
        large_notes=True,
        running_head=True,
        size=12,
        paper="a4",
    ),
    Layout("two narrow columns, ragged", columns=2, indented=True, plain_heads=True, size=9),
)
