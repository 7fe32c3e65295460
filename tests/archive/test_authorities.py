"""Reading authorities: every entry in its form, every fault with its line."""

from pathlib import Path

import pytest

from archive.authorities import (
    AUTHORITY_FILES,
    COUNTRY_NAMES,
    Authorities,
    Mission,
    Theme,
    UNDocument,
    read_authorities,
)
from archive.dates import PartialDate
from archive.faults import Severity

MISSION = """\
- id: unxx
  acronym: UNXX
  name: United Nations Mission in Examplia
  start: 1999-10
  established_by: [S/RES/1270 (1999)]
  poc_mandate: unknown
  colour: blue
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in AUTHORITY_FILES:
        (tmp_path / name).write_text("")
    return tmp_path


def faults_of(folder: Path, name: str, text: str) -> list[tuple[str, int | None]]:
    (folder / name).write_text(text)
    return [(fault.code, fault.line) for fault in read_authorities(folder)[1]]


def test_an_entry_is_read_with_all_its_fields(folder: Path) -> None:
    (folder / "missions.yaml").write_text(MISSION)
    authorities, faults = read_authorities(folder)
    assert faults == ()
    assert authorities.missions == (
        Mission(
            id="unxx",
            acronym="UNXX",
            name="United Nations Mission in Examplia",
            start=PartialDate(1999, 10),
            established_by=("S/RES/1270 (1999)",),
            extra={"colour": "blue"},
        ),
    )


def test_a_faulty_entry_is_left_out_and_the_rest_kept(folder: Path) -> None:
    (folder / "missions.yaml").write_text("- id: nameless\n  acronym: UNNN\n" + MISSION)
    authorities, (fault,) = read_authorities(folder)
    assert [mission.id for mission in authorities.missions] == ["unxx"]
    assert fault.line == 1
    assert fault.problem == "Entry 'nameless': 'name' is missing."
    assert fault.severity is Severity.ERROR


def test_a_duplicate_id_names_the_first_line(folder: Path) -> None:
    (folder / "missions.yaml").write_text(MISSION + MISSION)
    authorities, (fault,) = read_authorities(folder)
    assert len(authorities.missions) == 1
    assert (fault.code, fault.line) == ("duplicate-authority", 8)
    assert fault.problem == "Entry 'unxx': The same entry stands on line 1."


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("start: in spring", "authority-form"),
        ("location: Examplia", "authority-form"),
        ("poc_mandate: perhaps", "authority-form"),
        ("region: [Africa]", "authority-form"),
        ("established_by: [resolution 1270]", "authority-symbol"),
        ("poc_first: nonsense", "authority-symbol"),
        ("poc_first: S/RES/1270 (2001)", "wrong-resolution-year"),
    ],
)
def test_a_field_of_the_wrong_form_is_reported(folder: Path, field: str, code: str) -> None:
    text = f"- id: unyy\n  acronym: UNYY\n  name: Mission\n  {field}\n"
    assert faults_of(folder, "missions.yaml", text) == [(code, 1)]


def test_a_reference_that_leads_nowhere_is_a_warning_and_dropped(folder: Path) -> None:
    (folder / "missions.yaml").write_text(MISSION)
    (folder / "un-documents.yaml").write_text(
        "- id: report\n  title: A report\n  symbol: A/72/19\n  missions: [unxx, unzz]\n"
    )
    authorities, (fault,) = read_authorities(folder)
    assert authorities.un_documents[0].missions == ("unxx",)
    assert (fault.code, fault.severity) == ("unknown-reference", Severity.WARNING)
    assert "'unzz'" in fault.problem


def test_a_file_that_cannot_be_read_is_reported(folder: Path) -> None:
    assert faults_of(folder, "themes.yaml", "- id: [\n") == [("unreadable-authority", 2)]


def test_a_missing_file_is_a_warning(folder: Path) -> None:
    (folder / "themes.yaml").unlink()
    _, (fault,) = read_authorities(folder)
    assert (fault.code, fault.severity) == ("missing-authority", Severity.WARNING)


def test_look_ups() -> None:
    brahimi = UNDocument("brahimi-report", "A/55/305-S/2000/809", "Report of the Panel")
    liberia = Mission("ecomog", "ECOMOG", "Monitoring Group (Liberia)")
    bissau = Mission("ecomog-bissau", "ECOMOG", "Monitoring Group (Guinea-Bissau)")
    unxx = Mission("unxx", "UNXX", "Mission in Examplia")
    theme = Theme("poc", "Protection of civilians")
    authorities = Authorities((liberia, bissau, unxx), (theme,), (brahimi,))

    assert authorities.mission("unxx") is unxx
    assert authorities.mission("unyy") is None
    assert authorities.missions_with_acronym("ecomog") == (liberia, bissau)
    assert authorities.un_document_with_symbol("S/2000/809") is brahimi
    assert authorities.un_document_with_symbol("A/55/305-S/2000/809") is brahimi
    assert authorities.un_document_with_symbol("S/2000/810") is None
    assert authorities.mission_label("unxx") == "UNXX"
    assert authorities.mission_label("ecomog") == "Monitoring Group (Liberia)"
    assert authorities.theme_label("poc") == "Protection of civilians"
    assert authorities.theme_label("unknown") == "unknown"


def test_the_sample_has_no_fault(sample_authorities_folder: Path) -> None:
    authorities, faults = read_authorities(sample_authorities_folder)
    assert faults == ()
    counts = [
        len(entries)
        for entries in (
            authorities.missions,
            authorities.themes,
            authorities.un_documents,
            authorities.abbreviations,
        )
    ]
    assert counts == [191, 33, 163, 209]


def test_every_country_of_a_mission_has_a_name(sample_authorities: Authorities) -> None:
    codes = {code for mission in sample_authorities.missions for code in mission.location}
    assert codes <= set(COUNTRY_NAMES)


def test_the_sample_is_made_from_the_facts(
    shared_facts: Path, sample_authorities: Authorities
) -> None:
    facts, _ = read_authorities(shared_facts)
    for ours, theirs in (
        (sample_authorities.missions, facts.missions),
        (sample_authorities.un_documents, facts.un_documents),
    ):
        assert [(entry.id, entry.note, entry.confidence) for entry in ours] == [
            (entry.id, entry.note, entry.confidence) for entry in theirs
        ]
        assert [entry.verified is None for entry in ours] == [
            entry.verified is None for entry in theirs
        ]


def test_the_sample_names_no_place_of_a_workshop(sample_authorities_folder: Path) -> None:
    text = "".join((sample_authorities_folder / name).read_text() for name in AUTHORITY_FILES)
    assert "document:" not in text
    assert "code-index:" not in text
