from archive.importers import ImportResult
from tests.archive.importers.plain.conftest import Importing

COVER = """The Ferry Papers No. 7

BOATS OF THE NORTH

How the Crews Rowed

Anna Moreau and Jon Berg

May 2014

© 2014 Ferry Institute. All rights reserved.

Cover photo: A boat, by Jon Berg.

"""
TEXT = """Introduction

The crews of the North have rowed for many years, and the boats of the harbours have been
theirs in all of them; only in winter did they rest, and then for no more than a few weeks.

The boats are flat. Each of them carries six persons and what they bring with them, be it
corn or wood or stones, and no more than that.
"""
BACK = """
The Ferry Institute is an independent organization that watches over the crews of the North.

Harbour Road 4, Northport

Tel: +00 123 456

www.ferry.example
"""


def texts(found: ImportResult) -> list[str]:
    return [block.text for block in found.document.blocks]


def test_the_text_starts_with_its_first_heading(import_text: Importing) -> None:
    found = import_text(COVER + TEXT)
    assert texts(found)[0] == "Introduction"
    assert len(texts(found)) == 3


def test_a_cover_says_title_subtitle_authors_publisher_and_date(import_text: Importing) -> None:
    metadata = import_text(COVER + TEXT).document.metadata
    assert metadata.title == "Boats of the North"
    assert metadata.subtitle == "How the Crews Rowed"
    assert metadata.authors == ("Anna Moreau", "Jon Berg")
    assert metadata.publisher == "Ferry Institute"
    assert str(metadata.date) == "2014-05"


def test_the_metadata_names_its_lines(import_text: Importing) -> None:
    evidence = import_text(COVER + TEXT).report.evidence
    assert [(found.field, found.line) for found in evidence] == [
        ("title", 3),
        ("subtitle", 5),
        ("author", 7),
        ("author", 7),
        ("publisher", 11),
        ("date", 9),
    ]


def test_a_suggested_citation_says_most(import_text: Importing) -> None:
    cover = (
        "Suggested citation: Anna Moreau, “Boats of the North,” Ferry Institute, June 2015.\n\n\n"
    )
    metadata = import_text(cover + TEXT).document.metadata
    assert metadata.title == "Boats of the North"
    assert metadata.authors == ("Anna Moreau",)
    assert metadata.publisher == "Ferry Institute"
    assert str(metadata.date) == "2015-06"


def test_an_impossible_day_is_left_out(import_text: Importing) -> None:
    found = import_text(COVER.replace("May 2014", "31 June 2014") + TEXT)
    assert str(found.document.metadata.date) == "2014-06"


def test_what_is_no_text_is_recorded(import_text: Importing) -> None:
    report = import_text(COVER + TEXT + BACK).report
    assert {gone.why for gone in report.omissions} == {"front matter", "back matter"}
    assert "Tel: +00 123 456" in [gone.text for gone in report.omissions]


def test_the_text_ends_before_the_publishers_word_about_itself(import_text: Importing) -> None:
    assert texts(import_text(TEXT + BACK)) == texts(import_text(TEXT))


def test_a_last_short_paragraph_is_text(import_text: Importing) -> None:
    assert texts(import_text(TEXT + "\nThey row still\n"))[-1] == "They row still"


def test_without_a_cover_the_title_is_provisional_and_doubted(import_text: Importing) -> None:
    text = TEXT.removeprefix("Introduction\n\n")
    found = import_text(text)
    assert found.document.metadata.title == "The crews of the North have rowed for…"
    assert {remark.text for remark in found.report.doubts if remark.kind == "metadata"} == {
        f"the text does not say its {name}: give it with --{name}"
        for name in ("title", "author", "date")
    }


def test_a_cover_without_blank_lines_is_read_line_by_line(import_text: Importing) -> None:
    cover = """LAKE INSTITUTE Policy Brief 7
Holding the Oar
Crews and Harbours in the Winter of the Long Ice
Prepared by Anna Moreau and Jon Berg
Report 2014/3        May 2014
"""
    prose = TEXT.replace("\n\n", "\n").replace(" few weeks.", " few\nweeks, or for as many days.")
    metadata = import_text(cover + prose * 8).document.metadata
    assert metadata.title == "Holding the Oar"
    assert metadata.subtitle == "Crews and Harbours in the Winter of the Long Ice"
    assert metadata.authors == ("Anna Moreau", "Jon Berg")
    assert metadata.publisher == "Lake Institute"
    assert str(metadata.date) == "2014-05"


def test_of_the_cover_nothing_is_text(import_text: Importing) -> None:
    cover = "FERRY COUNCIL\n\nHolding the Oar\n\nCrews and Harbours\n\n"
    assert texts(import_text(cover + TEXT.replace("Introduction", "Key points")))[0] == "Key points"


def test_raised_letters_lead_from_names_to_their_bodies(import_text: Importing) -> None:
    cover = "Holding the Oar\n\nAnna Moreaua* and Jon Bergb\n\n"
    about = "\nNotes on contributors\n\nAnna Moreau rows. Jon Berg rests, and has done so long.\n"
    metadata = import_text(cover + TEXT + about).document.metadata
    assert metadata.authors == ("Anna Moreau", "Jon Berg")


def test_a_report_of_an_office_has_it_for_author(import_text: Importing) -> None:
    cover = "Holding the Oar\n\nReport of the Harbour Master\n\n"
    assert import_text(cover + TEXT).document.metadata.authors == ("Harbour Master",)


def test_the_day_of_receipt_is_no_date_of_publication(import_text: Importing) -> None:
    cover = "Holding the Oar\n\n(Received 11 April 2013; accepted 3 May 2014)\n\n"
    assert import_text(cover + TEXT).document.metadata.date is None


def test_the_holder_of_the_copyright_may_stand_on_any_page(import_text: Importing) -> None:
    text = TEXT + "\n© 2014 Harbour Press\n\nThe crews rest at night, and mend what is torn.\n"
    assert import_text(f"Holding the Oar\n\n{text}").document.metadata.publisher == "Harbour Press"


def test_names_one_below_the_other_are_all_authors(import_text: Importing) -> None:
    cover = "Report on the Boats of the North\n\nAnna Moreau (Chair)\nJon Berg\nDame Kari Lunde\n\n"
    prose = "".join(
        f"The crew of boat {n} has rowed for many years, and harbour {n} has been its own in all\n"
        f"of them; only in winter {n} did it rest, and then for no more than some {n} weeks, in\n"
        f"which boat {n} was drawn up to its shed and the oars of the crew were mended.\n\n"
        for n in range(21, 33)
    )
    found = import_text(f"{cover}Introduction\n\n{prose}").document.metadata
    assert found.authors == ("Anna Moreau", "Jon Berg", "Kari Lunde")


def test_a_school_of_something_over_a_title_is_its_publisher(import_text: Importing) -> None:
    cover = "Northport School of Rowing Studies\n\nBoats at Rest\n\nAnna Moreau\n\nMay 2014\n\n"
    metadata = import_text(cover + TEXT).document.metadata
    assert (metadata.title, metadata.publisher) == (
        "Boats at Rest",
        "Northport School of Rowing Studies",
    )
