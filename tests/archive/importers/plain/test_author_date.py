import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
        ("They row (Moreau, 2011, 2014a).", [("Moreau", "2011", None), ("Moreau", "2014a", None)]),
        (
            "They row (Moreau, 2011, p. 4; cf. Berg 2012).",
            [("Moreau", "2011", "p. 4"), ("Berg", "2012", None)],
        ),
        ("They row\n(Moreau,\n2011).", [("Moreau", "2011", None)]),
        ("Drawing on Moreau’s (2011) oars, they row.", [("Moreau", "2011", None)]),
        (
            "See Ana Moreau and Jan da Berg (2011) Oars.",
            [("Ana Moreau and Jan da Berg", "2011", None)],
        ),
        ("See Ana Moreau (forthcoming 2015) Oars.", [("Ana Moreau", "forthcoming 2015", None)]),
        (
            "Ana Moreau, Li Berg and O. van der Oar (eds.) (2007) Oars.",
            [("Ana Moreau, Li Berg and O. van der Oar", "2007", None)],
        ),
        ("The Board of Rowing (BORW) (2009, p.21) rows.", [("BORW", "2009", "p.21")]),
        ("Oars of the North (Oslo: Harbour University Press, 2011), p. 4.", []),
        ("Oars (Harbour Publishing, 2011).", []),
        ("A. Moreau, “Oars,” River Crafts (2011), p. 4.", []),
        ("Report of the Committee on Rowing Operations (2011), p. 4.", []),
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


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["Ana", "de", "and", ",", "(", ")", ";", "2011", "Berg", "al-", "et al.", "See"]
        ),
        max_size=80,
    )
)
def test_words_are_what_stands_at_the_offsets(words: list[str]) -> None:
    text = " ".join(words)
    for cited in find_author_dates(Block("p1", BlockKind.PARAGRAPH, text)):
        assert text[cited.start : cited.end] == cited.text
        assert cited.author in text
        assert cited.year in cited.text
