"""Proposals: the chief missions and themes, not everything that is named once."""

from archive.authorities import Authorities
from archive.detection import propose
from archive.models import Note
from tests.factories import make_block, make_document, make_heading

IN_PASSING = "MONUC, UNAMSIL, UNMIL, UNOCI, ONUB, UNMIS and MINUSTAH came before."


def test_missions_named_often_are_proposed_and_those_named_once_are_not(
    sample_authorities: Authorities,
) -> None:
    document = make_document(
        blocks=[
            make_heading(text="MONUSCO and its brigade"),
            make_block("p1", "MONUSCO patrols. " * 6),
            make_block("p2", "UNMISS opens its gates. " * 5),
            make_block("p3", "MINUSMA escorts and MINUSCA waits. " * 4),
        ],
        notes=[Note("fn1", "1", IN_PASSING)],
    )
    proposal = propose(document, sample_authorities)
    assert [found.id for found in proposal.missions] == ["monusco", "unmiss", "minusca", "minusma"]
    assert proposal.missions[0].count == 7
    assert dict(proposal.missions[0].terms) == {"MONUSCO": 7}


def test_a_mission_in_the_title_is_proposed(sample_authorities: Authorities) -> None:
    document = make_document(blocks=[make_block()], title="Lessons of UNMIK")
    assert [found.id for found in propose(document, sample_authorities).missions] == ["unmik"]


def test_notes_count_less_than_the_text(sample_authorities: Authorities) -> None:
    blocks, notes = [make_block(text="UNMIL. " * 4)], [Note("fn1", "1", "UNOCI. " * 4)]
    proposal = propose(make_document(blocks=blocks, notes=notes), sample_authorities)
    assert [found.id for found in proposal.missions] == ["unmil"]


def test_themes_need_terms_of_their_own(sample_authorities: Authorities) -> None:
    text = (
        "Security sector reform begins with vetting. Army integration and security sector reform "
        "need money, and so does defence reform. The children and the women waited."
    )
    proposal = propose(make_document(blocks=[make_block(text=text)]), sample_authorities)
    (theme,) = proposal.themes
    assert theme.id == "ssr"
    assert dict(theme.terms) == {
        "security sector reform": 2,
        "vetting": 1,
        "army integration": 1,
        "defence reform": 1,
    }


def test_a_document_that_names_nothing_has_no_proposal(sample_authorities: Authorities) -> None:
    proposal = propose(make_document(blocks=[make_block()]), sample_authorities)
    assert (proposal.missions, proposal.themes) == ((), ())
