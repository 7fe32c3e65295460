"""Generated documents, printed in every layout and imported as PDFs, are what they were."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from archive import Document
from tests.archive.importers.generated.comparison import Score
from tests.archive.importers.generated.layouts import LAYOUTS, Layout
from tests.archive.importers.generated.measuring import Measured, measure, read_as_pdf
from tests.archive.importers.generated.printing import print_pdf
from tests.archive.importers.generated.truth import make_truth

WANTED = ("marks", "bodies", "headings", "levels", "blocks", "joins")
SEEDS = range(1, 4)


@pytest.fixture(scope="module")
def measured() -> dict[str, Measured]:
    return {found.layout.name: found for found in measure(LAYOUTS, SEEDS, read_as_pdf)}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_structure_is_recovered_in_every_layout(
    layout: Layout, measured: dict[str, Measured]
) -> None:
    scores = measured[layout.name].scores
    for name in ("marks", "bodies", "headings", "levels"):
        assert min(scores[name].recall, scores[name].precision) >= 0.99, (name, scores[name])
    # A paragraph that ends a page with a full line may run into the next: nothing printed tells.
    assert min(scores["blocks"].recall, scores["blocks"].precision) >= 0.97, scores["blocks"]


@pytest.mark.parametrize("name", WANTED)
def test_structure_is_recovered_over_all_layouts(name: str, measured: dict[str, Measured]) -> None:
    total = sum((found.scores[name] for found in measured.values()), Score())
    assert min(total.recall, total.precision) >= 0.99


def _letters(document: Document) -> Counter[str]:
    texts = [passage.text or "" for passage in document.passages()]
    return Counter(re.sub(r"[\W_]", "", "".join(texts)).lower())


@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(seed=st.integers(100, 10_000), layout=st.sampled_from(LAYOUTS))
def test_no_letter_is_lost_or_invented(seed: int, layout: Layout) -> None:
    truth = make_truth(seed, layout.shape)
    assert _letters(read_as_pdf(print_pdf(truth, layout))) == _letters(truth)
