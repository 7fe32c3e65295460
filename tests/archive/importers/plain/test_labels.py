import pytest

from archive.importers.plain.labels import Label, read_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("12 See Moreau", Label("12", "plain", "See Moreau")),
        ("12See Moreau", Label("12", "plain", "See Moreau")),
        ("12A map hangs in the mess.", Label("12", "plain", "A map hangs in the mess.")),
        ("¹² See Moreau", Label("12", "raised", "See Moreau")),
        ("¹²³⁴ See Moreau", Label("1234", "raised", "See Moreau")),
        ("- ¹² See Moreau", Label("12", "raised", "See Moreau", bulleted=True)),
        ("[12] See Moreau", Label("12", "bracketed", "See Moreau")),
        ("12. See Moreau", Label("12", "dotted", "See Moreau")),
        ("(12) See Moreau", Label("12", "round", "See Moreau")),
        ("12", Label("12", "plain", "")),
        ("271982 figures", Label("27", "plain", "1982 figures")),
        ("* The author rows.", Label("*", "sign", "The author rows.")),
        ("†Deceased.", Label("†", "sign", "Deceased.")),
    ],
)
def test_labels_in_every_style(text: str, label: Label) -> None:
    assert read_label(text) == label


@pytest.mark.parametrize("text", ["2014 was a year", "14(1): 60", "1,200 crews", "12th", "See 12"])
def test_what_is_no_label(text: str) -> None:
    assert read_label(text) is None
