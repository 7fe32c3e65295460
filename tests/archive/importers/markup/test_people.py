import pytest

from archive.importers.markup.people import people, person


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Moreau, Ana", "Ana Moreau"),
        ("van der Berg, Jan P.", "Jan P. van der Berg"),
        ("Ana Moreau", "Ana Moreau"),
        ("By Ana Moreau", "Ana Moreau"),
        ("Centre for Ports, House of Quays", "Centre for Ports, House of Quays"),
    ],
)
def test_a_name_is_written_as_it_is_read(written: str, read: str) -> None:
    assert person(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ana Moreau; Ben Ito", ["Ana Moreau", "Ben Ito"]),
        ("By Ana Moreau and Ben Ito", ["Ana Moreau", "Ben Ito"]),
        ("Ana Moreau, Ben Ito & Cy Lund", ["Ana Moreau", "Ben Ito", "Cy Lund"]),
        ("Moreau, Ana; Ito, Ben", ["Ana Moreau", "Ben Ito"]),
        ("", []),
    ],
)
def test_names_are_told_apart(written: str, read: list[str]) -> None:
    assert people(written) == read
