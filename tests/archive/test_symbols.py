"""The grammar of symbols: what authors write, and what it becomes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.symbols import (
    SymbolKind,
    find_symbols,
    find_unreadable,
    parse_symbol,
    resolution_year,
    symbol_url,
)


def read(text: str) -> list[str]:
    return [match.symbol.canonical for match in find_symbols(text)]


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("S/RES/1270 (1999)", SymbolKind.COUNCIL_RESOLUTION),
        ("S/PRST/1999/6", SymbolKind.PRESIDENTIAL_STATEMENT),
        ("S/PV.4054", SymbolKind.COUNCIL_MEETING),
        ("S/2018/1", SymbolKind.COUNCIL_DOCUMENT),
        ("S/1999/957/Add.2/Corr.1", SymbolKind.COUNCIL_DOCUMENT),
        ("S/24111", SymbolKind.COUNCIL_DOCUMENT),
        ("A/RES/60/1", SymbolKind.ASSEMBLY_RESOLUTION),
        ("A/RES/47/20 B", SymbolKind.ASSEMBLY_RESOLUTION),
        ("A/RES/377 (V)", SymbolKind.ASSEMBLY_RESOLUTION),
        ("A/RES/998 (ES-I)", SymbolKind.ASSEMBLY_RESOLUTION),
        ("A/RES/ES-11/1", SymbolKind.ASSEMBLY_RESOLUTION),
        ("A/RES/S-19/2", SymbolKind.ASSEMBLY_RESOLUTION),
        ("A/60/PV.46", SymbolKind.ASSEMBLY_MEETING),
        ("A/ES-10/PV.39", SymbolKind.ASSEMBLY_MEETING),
        ("A/HRC/RES/44/14", SymbolKind.RIGHTS_COUNCIL_RESOLUTION),
        ("A/HRC/RES/S-17/1", SymbolKind.RIGHTS_COUNCIL_RESOLUTION),
        ("A/HRC/44/14", SymbolKind.RIGHTS_COUNCIL_DOCUMENT),
        ("A/HRC/S-17/2/Add.1", SymbolKind.RIGHTS_COUNCIL_DOCUMENT),
        ("A/CONF.157/23", SymbolKind.CONFERENCE),
        ("A/AC.121/2019/L.3", SymbolKind.ASSEMBLY_BODY),
        ("A/AC.121/17", SymbolKind.ASSEMBLY_BODY),
        ("A/C.4/72/L.5", SymbolKind.ASSEMBLY_COMMITTEE),
        ("A/C.5/60/INF/1", SymbolKind.ASSEMBLY_COMMITTEE),
        ("A/77/CRP.1/Add.8", SymbolKind.ASSEMBLY_CONFERENCE_PAPER),
        ("A/72/19", SymbolKind.ASSEMBLY_DOCUMENT),
        ("A/59/2005", SymbolKind.ASSEMBLY_DOCUMENT),
        ("A/ES-10/186", SymbolKind.ASSEMBLY_DOCUMENT),
        ("A/6730", SymbolKind.ASSEMBLY_DOCUMENT),
        ("ST/SGB/2003/13", SymbolKind.SECRETARIAT),
        ("ST/AI/371", SymbolKind.SECRETARIAT),
        ("E/CN.4/1998/53/Add.2", SymbolKind.FUNCTIONAL_COMMISSION),
        ("E/CN.4/Sub.2/1993/8", SymbolKind.FUNCTIONAL_COMMISSION),
        ("E/2016/66", SymbolKind.ECOSOC_DOCUMENT),
        ("E/2016/L.5", SymbolKind.ECOSOC_DOCUMENT),
        ("E/RES/2005/30", SymbolKind.ECOSOC_RESOLUTION),
        ("SG/SM/7136", SymbolKind.PRESS_RELEASE),
        ("A/67/775-S/2013/110", SymbolKind.DOUBLE),
        ("SG/SM/7136-GA/9596", SymbolKind.DOUBLE),
    ],
)
def test_a_canonical_symbol_is_read_as_it_stands(symbol: str, kind: SymbolKind) -> None:
    parsed = parse_symbol(symbol)
    assert parsed is not None
    assert (parsed.canonical, parsed.kind, parsed.fault) == (symbol, kind, None)


@pytest.mark.parametrize(
    ("written", "symbols"),
    [
        ("resolution 1325 (2000)", ["S/RES/1325 (2000)"]),
        ("Security Council Resolution 2098", ["S/RES/2098 (2013)"]),
        ("UN Security Council Resolution 2098", ["S/RES/2098 (2013)"]),
        ("UNSCR 1325", ["S/RES/1325 (2000)"]),
        ("UNSCR Resolution 1325", ["S/RES/1325 (2000)"]),
        ("UNSC Resolution 1325 (2000)", ["S/RES/1325 (2000)"]),
        ("UNSC resolution 1265", ["S/RES/1265 (1999)"]),
        ("UNSCRs 1325 and 1820", ["S/RES/1325 (2000)", "S/RES/1820 (2008)"]),
        ("Resolutions 1265 (1999) and 1820 (2008)", ["S/RES/1265 (1999)", "S/RES/1820 (2008)"]),
        ("Resolutions 1265 (1999) \nand 1820 (2008)", ["S/RES/1265 (1999)", "S/RES/1820 (2008)"]),
        (
            "resolutions 819, 824 and 836 (1993)",
            ["S/RES/819 (1993)", "S/RES/824 (1993)", "S/RES/836 (1993)"],
        ),
        ("Resolution 1674, 28 April 2006", ["S/RES/1674 (2006)"]),
        ("Resolution 1894 (11 November 2009)", ["S/RES/1894 (2009)"]),
        ("Resolution 2480 (June 28, 2019)", ["S/RES/2480 (2019)"]),
        ("resolution 50 (1948)", ["S/RES/50 (1948)"]),
        ("S/RES/2100, para. 16", ["S/RES/2100 (2013)"]),
        ("S/RES/1540(2004)", ["S/RES/1540 (2004)"]),
        ("UN Doc. S/RES/1313", ["S/RES/1313 (2000)"]),
        ("General Assembly resolution 53/35", ["A/RES/53/35"]),
        ("resolution 70/262", ["A/RES/70/262"]),
        ("resolutions 60/1 and 63/308", ["A/RES/60/1", "A/RES/63/308"]),
        ("GA/Res/67/287", ["A/RES/67/287"]),
        ("resolution 2006 (XIX)", ["A/RES/2006 (XIX)"]),
        ("A/RES/377(V)", ["A/RES/377 (V)"]),
        ("Human Rights Council resolution 44/14", ["A/HRC/RES/44/14"]),
        ("Human Rights Council resolution S-17/1", ["A/HRC/RES/S-17/1"]),
        ("General Assembly resolutions ES-10/5 and S-19/2", ["A/RES/ES-10/5", "A/RES/S-19/2"]),
        ("resolution ES-11/1", ["A/RES/ES-11/1"]),
        ("A/55/305–S/2000/809", ["A/55/305-S/2000/809"]),
        ("A/55/305—S/2000/809", ["A/55/305-S/2000/809"]),
        ("S/2000/809-A/55/305", ["A/55/305-S/2000/809"]),
        ("A/47/277 - S/24111", ["A/47/277", "S/24111"]),
        ("S/1998/318 (1998)", ["S/1998/318"]),
        ("UN DOC, S/2001/331, para 6", ["S/2001/331"]),
        ("S/1999/957/Add. 1", ["S/1999/957/Add.1"]),
        ("A/RES/60/1 A later text", ["A/RES/60/1"]),
        ("https://undocs.org/en/S/RES/1325(2000)", ["S/RES/1325 (2000)"]),
    ],
)
def test_what_authors_write_becomes_canonical(written: str, symbols: list[str]) -> None:
    assert read(f"As {written} says.") == symbols


@pytest.mark.parametrize(
    "text",
    [
        "Call +41 22 917 1234 or 917/12.",
        "printed on A4 paper, A/4 or B/500",
        "S/2 and S/RES/2/19 (2023)",
        "pp. 1325–1327",
        "resolution 50",
        "a resolution of 1999 and 12 votes",
        "Journal of Conflict Resolution 67 (2023), 45 (2001)",
        "an image at resolution 300 dpi",
        "Security Council resolutions 1990–1999",
        "Peace and Security Council resolution 200",
        "General Assembly resolution 3379",
        "African Union resolution 128",
        "http://example.org/A/RES/60/1",
        "his/her and s/he, and/or A/B testing",
        "UNIDIR/2013/3",
        "resolution 9999",
        "resolution S-4/2 of some body",
        "E/4 and E/66, E/CONF, A/CONF 2019, A/ES-paper, room A/AC 12",
        "E/1850/3",
    ],
)
def test_look_alikes_are_not_read(text: str) -> None:
    assert read(text) == []


def test_a_number_after_a_closed_list_is_not_a_resolution() -> None:
    text = "resolutions 1325, 1820 and 1888, 2000 troops"
    assert read(text) == ["S/RES/1325 (2000)", "S/RES/1820 (2008)", "S/RES/1888 (2009)"]


def test_every_number_of_a_list_has_its_own_place() -> None:
    text = "In resolutions 819, 824 and 836 (1993) it did."
    places = [text[match.start : match.end] for match in find_symbols(text)]
    assert places == ["resolutions 819", "824", "836 (1993)"]


def test_a_wrong_year_is_reported_and_not_repaired() -> None:
    (match,) = find_symbols("resolution 1325 (2001)")
    assert match.symbol.canonical == "S/RES/1325 (2001)"
    assert match.symbol.fault == "Resolution 1325 is of 2000, not of 2001."


def test_a_number_that_does_not_exist_yet_keeps_a_possible_year() -> None:
    possible, impossible = parse_symbol("S/RES/2900 (2027)"), parse_symbol("S/RES/2900 (2019)")
    assert possible is not None
    assert possible.fault is None
    assert impossible is not None
    assert impossible.fault == "Resolution 2900 cannot be of 2019: it was adopted in 2025 or later."


@pytest.mark.parametrize(
    ("number", "year"),
    [(0, None), (1, 1946), (15, 1946), (16, 1947), (1265, 1999), (2767, 2024), (2768, 2025)],
)
def test_the_number_fixes_the_year(number: int, year: int | None) -> None:
    assert resolution_year(number) == year


@pytest.mark.parametrize(
    ("text", "written", "explanation"),
    [
        ("In S/RES/2/19 (2023) it did.", "S/RES/2/19 (2023)", "no form that is known"),
        ("See A/CN.9/SR.5.", "A/CN.9/SR.5", "no form that is known"),
        ("General Assembly resolution 3379 fell.", "General Assembly resolution 3379", "session"),
        ("In HRC resolution 12 it did.", "HRC resolution 12", "session"),
        ("The Security Council’s resolution 50.", "Security Council’s resolution 50", "its year"),
        ("UNSCR 9999 is unknown.", "UNSCR 9999", "no resolution 9999"),
        (
            "A Security Council resolution of 3 May 1999 said so.",
            "Security Council resolution of 3 May 1999",
            "no number",
        ),
    ],
)
def test_what_names_no_document_is_shown_to_editors(
    text: str, written: str, explanation: str
) -> None:
    (found,) = find_unreadable(text)
    assert found.text == text[found.start : found.end] == written
    assert explanation in found.explanation


@pytest.mark.parametrize(
    "text",
    [
        "Security Council resolutions are many; a resolution of 1999, resolution 12.",
        "A/67/775-S/2013/110 and S/RES/1325 (2000), resolution 1325 of 31 October 2000",
        "African Union resolution 9999, 300 dpi, S/2, A/B testing, a resolution of 3 May 1999",
        "https://example.org/A/CN.9/SR.5",
    ],
)
def test_what_is_read_or_foreign_is_not_shown_to_editors(text: str) -> None:
    assert find_unreadable(text) == ()


def test_the_address_has_no_blanks() -> None:
    assert symbol_url("S/RES/1325 (2000)") == "https://undocs.org/S/RES/1325(2000)"
    assert symbol_url("A/RES/47/20 B", "fr") == "https://undocs.org/fr/A/RES/47/20B"


numbers = st.integers(min_value=1, max_value=99_999)
sessions = st.integers(min_value=31, max_value=199)
addenda = st.lists(
    st.builds("/{}.{}".format, st.sampled_from(["Add", "Corr", "Rev"]), st.integers(1, 99)),
    max_size=2,
).map("".join)
assembly_documents = st.builds("A/{}/{}{}".format, sessions, numbers, addenda)
council_documents = st.builds("S/{}/{}{}".format, st.integers(1994, 2099), numbers, addenda)
council_resolutions = st.integers(1, 2800).map(lambda n: f"S/RES/{n} ({resolution_year(n)})")
canonical_symbols = st.one_of(
    assembly_documents,
    council_documents,
    council_resolutions,
    st.builds("{}-{}".format, assembly_documents, council_documents),
    st.builds("S/PRST/{}/{}".format, st.integers(1994, 2099), numbers),
    st.builds("A/RES/{}/{}".format, sessions, numbers),
    st.builds("A/HRC/RES/{}/{}".format, st.integers(1, 99), numbers),
    st.builds("A/HRC/{}/{}{}".format, st.integers(1, 99), numbers, addenda),
    st.builds("A/RES/ES-{}/{}".format, st.integers(1, 12), numbers),
    st.builds("A/CONF.{}/{}{}".format, st.integers(1, 250), numbers, addenda),
    st.builds("E/{}/{}{}".format, st.integers(1978, 2099), numbers, addenda),
    st.builds(
        "E/CN.{}/{}/{}{}".format, st.integers(1, 18), st.integers(1946, 2024), numbers, addenda
    ),
)


@given(canonical_symbols)
def test_canonical_forms_read_back_as_themselves(symbol: str) -> None:
    parsed = parse_symbol(symbol)
    assert parsed is not None
    assert parsed.canonical == symbol


@given(canonical_symbols, st.text(alphabet=" .,;(\n", min_size=1), st.sampled_from(" ,;)\n"))
def test_a_symbol_is_found_whatever_stands_around_it(symbol: str, before: str, after: str) -> None:
    text = before + symbol + after
    (match,) = find_symbols(text)
    assert text[match.start : match.end] == symbol


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(text[one.start : one.end] for one in find_unreadable(text))
    matches = find_symbols(text)
    assert all(text[one.start : one.end] for one in matches)
    assert all(first.end <= second.start for first, second in pairwise(matches))
