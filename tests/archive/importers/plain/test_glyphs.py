import pytest

from archive.importers.plain.glyphs import repair_glyphs
from archive.importers.plain.lines import Line


def repaired(*texts: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(texts, start=1)]
    return [line.text for line in repair_glyphs(lines).lines]


def test_single_quotes_read_as_double_low_lines() -> None:
    assert repaired("the \u2017right to row\u2018, said the crew\u2018s cook") == [
        "the ‘right to row’, said the crew’s cook"
    ]


def test_double_quotes_read_as_bars() -> None:
    assert repaired("they \u2015row all night\u2016 and rest") == ["they “row all night” and rest"]


def test_a_bar_alone_stays_the_dash_it_may_be() -> None:
    assert repaired("the ferry\u2015late again\u2015left") == [
        "the ferry\u2015late again\u2015left"
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("the o\ufb03ce of \ufb01nance", "the office of finance"),
        ("\uf0b7 a point", "• a point"),
        ("the crew\u00b4s oars", "the crew’s oars"),
        ("``row'' they said", "“row” they said"),
        ("a \u02bbnew\u02bc boat", "a ‘new’ boat"),
        ("har\u00adbour", "harbour"),
        ("twelve\u2060 oars", "twelve oars"),
    ],
)
def test_other_damage(written: str, meant: str) -> None:
    assert repaired(written) == [meant]


def test_a_soft_hyphen_at_a_line_end_is_left_for_the_joining() -> None:
    assert repaired("har\u00ad", "bour") == ["har\u00ad", "bour"]


def test_repairs_and_doubts_name_their_lines() -> None:
    lines = [Line(4, "a \ufb01ne day"), Line(9, "lost \ufffd sign")]
    result = repair_glyphs(lines)
    assert [remark.lines for remark in result.repairs] == [(4,)]
    assert [remark.lines for remark in result.doubts] == [(9,)]
