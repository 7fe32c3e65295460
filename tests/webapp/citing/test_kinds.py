"""What an address names, and what is known of it."""

from __future__ import annotations

import pytest

from archive.authorities import Authorities, UNDocument
from archive.citations.graph import citation_graph
from archive.dates import PartialDate
from webapp.citing.kinds import known_as, un_document_asked_for

AUTHORITIES = Authorities(
    un_documents=(
        UNDocument("women", "S/RES/1325 (2000)", "Women and peace", "security council resolution"),
        UNDocument("panel", "A/55/305-S/2000/809", "A panel", "panel or inquiry report"),
        UNDocument("doctrine", None, "A doctrine", date=PartialDate(2008)),
    )
)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("women", "women"),
        ("S/RES/1325 (2000)", "women"),
        ("S/RES/1325", "women"),
        ("S/2000/809", "panel"),
        ("doctrine", "doctrine"),
        ("S/RES/1265", "S/RES/1265 (1999)"),
    ],
)
def test_ids_and_symbols_lead_to_one_page(name: str, key: str) -> None:
    known = un_document_asked_for(name, citation_graph(()), AUTHORITIES)
    assert known is not None
    assert known.key == key


@pytest.mark.parametrize("name", ["", "nothing", "S/RES/1325 (1999)", "<script>"])
def test_what_is_neither_leads_nowhere(name: str) -> None:
    assert un_document_asked_for(name, citation_graph(()), AUTHORITIES) is None


@pytest.mark.parametrize(
    ("key", "symbol", "shown"),
    [
        ("women", None, ("S/RES/1325 (2000)", "Security Council resolution", 2000)),
        ("panel", None, ("A/55/305-S/2000/809", "Panel or inquiry report", 2000)),
        ("doctrine", None, ("A doctrine", "Document", 2008)),
        ("S/PRST/2009/24", "S/PRST/2009/24", ("S/PRST/2009/24", "Presidential statement", 2009)),
        ("A/RES/47/20 B", "A/RES/47/20 B", ("A/RES/47/20 B", "General Assembly resolution", None)),
    ],
)
def test_kind_and_year_come_from_the_authority_or_the_symbol(
    key: str, symbol: str | None, shown: tuple[str, str, int | None]
) -> None:
    known = known_as(key, symbol, AUTHORITIES)
    assert (known.label, known.kind, known.year) == shown
