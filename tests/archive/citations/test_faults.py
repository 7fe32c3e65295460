"""Contradictory citations, as `check` tells them."""

from pathlib import Path

from archive import Note, Severity
from archive.authorities import Authorities
from archive.citations import citation_faults
from tests.factories import make_block, make_document

PATH = Path("documents/first-mandate/document.html")


def messages(text: str, *notes: str) -> list[str]:
    document = make_document(
        [make_block("p1", text)],
        [Note(f"fn{number}", str(number), body) for number, body in enumerate(notes, start=1)],
    )
    faults = tuple(citation_faults(document, Authorities(), PATH))
    assert all(fault.path == PATH for fault in faults)
    assert {fault.severity for fault in faults} <= {Severity.WARNING}
    return [str(fault) for fault in faults]


def test_a_wrong_year_is_a_warning_with_place_and_remedy() -> None:
    (message,) = messages("See resolution\n1325 (2001).")
    assert message == (
        f"{PATH}: warning: The text ('p1') cites 'resolution 1325 (2001)'. Resolution 1325 is of"
        " 2000, not of 2001. Compare the original: correct the text, or leave it if the author"
        " erred. [contradictory-citation]"
    )


def test_two_symbols_for_one_resolution_are_a_warning() -> None:
    (message,) = messages("A text.", "Resolution 1325 (2000), UN Doc. S/RES/1270.")
    assert "Note 1 ('fn1')" in message
    assert "The text says S/RES/1325 (2000), the symbol beside it S/RES/1270 (1999)." in message


def test_what_agrees_is_no_fault() -> None:
    assert messages("Resolution 1325 (2000), UN Doc. S/RES/1325. S/2018/1.", "Ibid.") == []
