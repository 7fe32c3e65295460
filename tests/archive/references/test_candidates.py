"""What a text must have to refer to a document."""

from __future__ import annotations

import pytest

from archive import Metadata, PartialDate
from archive.names import fold_letters
from archive.references import could_refer

METADATA = Metadata(
    "The ropes of Bergén harbour",
    authors=("Ådne Moreau", "Ben Lindt"),
    date=PartialDate(2011),
)


@pytest.mark.parametrize(
    "text",
    [
        "As Moreau (2011) says.",
        'See <a href="../the-ropes/document.html">there</a>.',
        "THE ROPES OF BERGEN HARBOUR",
        "As Moreau, Lindt and others (2011) say.",
        "One line.\nSee the ropes of Bergen harbor, a book.",
    ],
)
def test_a_text_with_author_address_or_title_could_refer(text: str) -> None:
    assert could_refer(fold_letters(text), "the-ropes", METADATA)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Lindt (2011) is not the first author.",
        "A rope.",
        "Moreau (2012) is another work.",
        "Of ropes.\nA harbour of the.\nBergen.",
    ],
)
def test_a_text_without_could_not(text: str) -> None:
    assert not could_refer(fold_letters(text), "the-ropes", METADATA)
