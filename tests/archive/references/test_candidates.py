"""What a text must have to refer to a document."""

from __future__ import annotations

import pytest

from archive import Metadata
from archive.names import fold_letters
from archive.references import could_refer

METADATA = Metadata("The ropes of Bergén harbour", authors=("Ådne Moreau", "Ben Lindt"))


@pytest.mark.parametrize(
    "text",
    [
        "As Moreau (2011) says.",
        'See <a href="../the-ropes/document.html">there</a>.',
        "THE ROPES OF BERGEN HARBOUR",
        "The Ropes of Bergen, without the last word.",
    ],
)
def test_a_text_with_author_address_or_title_could_refer(text: str) -> None:
    assert could_refer(fold_letters(text), "the-ropes", METADATA)


@pytest.mark.parametrize("text", ["", "Lindt (2011) is not the first author.", "A rope."])
def test_a_text_without_could_not(text: str) -> None:
    assert not could_refer(fold_letters(text), "the-ropes", METADATA)
