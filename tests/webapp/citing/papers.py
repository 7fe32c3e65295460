"""Made-up papers that cite UN documents and each other."""

from __future__ import annotations

from pathlib import Path

from archive import Document, Note, NoteMark, PartialDate
from tests.factories import make_block, make_document, make_heading
from tests.webapp.factories import write_archive


def harbour_report() -> Document:
    """A paper of 2003: two sentences and a note cite S/RES/1270, one cites S/RES/1265."""
    text = "The Council spoke in resolution 1270 (1999). It was not the first."
    more = "Resolution 1270 (1999) came after S/RES/1265 (1999)."
    return make_document(
        [
            make_heading("h1", "Arrival"),
            make_block("p1", text, marks=(NoteMark(44, "fn1"),)),
            make_block("p2", more),
        ],
        [Note("fn1", "1", "S/RES/1270 (1999), para. 14.")],
        identifier="harbour-report",
        title="Ropes and harbours in time of war",
        authors=("Ada Moreau",),
        date=PartialDate(2003, 5),
        missions=("unexa",),
        themes=("consent",),
    )


def rope_study() -> Document:
    """A paper of 2010: cites S/RES/1270, the first paper, and what nobody knows."""
    return make_document(
        [
            make_block("p1", "They had read S/RES/1270 (1999) and S/RES/1279 (1999)."),
            make_block("p2", "So Ada Moreau, Ropes and harbours in time of war (2003), p. 4."),
            make_block("p3", "Some cite S/RES/1270 (2005), which contradicts itself."),
        ],
        identifier="rope-study",
        title="A study of ropes",
        authors=("Ben Lindt",),
        date=PartialDate(2010),
        missions=("unpart",),
        themes=("poc",),
    )


def resolution() -> Document:
    """The archive's own copy of S/RES/1265."""
    return make_document(
        [make_block("p1", "The Council cares.")],
        identifier="the-resolution",
        title="Resolution on people",
        date=PartialDate(1999, 9, 17),
        extra={"symbol": "S/RES/1265 (1999)"},
    )


def citing_archive(folder: Path) -> Path:
    """Make an archive of the three papers."""
    return write_archive(folder, [harbour_report(), rope_study(), resolution()])
