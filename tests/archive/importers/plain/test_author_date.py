import pytest

from archive.importers.plain.author_date import find_author_dates
from archive.models import Block, BlockKind


def found(text: str) -> list[tuple[str, str, str | None]]:
    block = Block("p1", BlockKind.PARAGRAPH, text)
    return [(cited.author, cited.year, cited.pages) for cited in find_author_dates(block)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They row (Moreau, 2011).", [("Moreau", "2011", None)]),
        ("They row (Moreau 2011, p. 4).", [("Moreau", "2011", "p. 4")]),
        ("They row (see Moreau & Berg, 2011a: 40-42).", [("Moreau & Berg", "2011a", "40-42")]),
        (
            "(Moreau, 2011; Berg et al., 2012)",
            [("Moreau", "2011", None), ("Berg et al.", "2012", None)],
        ),
        ("Moreau (2011) says so.", [("Moreau", "2011", None)]),
        ("They row (in May 2011).", []),
        ("In May (2011) they rowed.", []),
        ("The war (1998) ended.", []),
    ],
)
def test_citations_by_author_and_year(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert found(text) == expected


def test_offsets_are_those_of_the_words() -> None:
    text = "They row at night (Moreau, 2011, p. 4) and rest."
    cited = next(find_author_dates(Block("p1", BlockKind.PARAGRAPH, text)))
    assert text[cited.start : cited.end] == cited.text == "Moreau, 2011, p. 4"
