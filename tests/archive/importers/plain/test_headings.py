from dataclasses import replace

import pytest

from archive.importers.plain.contents import title_key
from archive.importers.plain.drafts import Draft
from archive.importers.plain.fragments import fragments
from archive.importers.plain.headings import with_headings
from archive.importers.plain.items import with_items
from archive.importers.plain.lines import read_lines, with_places
from archive.importers.plain.words import Vocabulary
from archive.models import BlockKind

PROSE = (
    "The crews of the North have rowed for many years, and they have kept to the rivers in all\n"
    "of them; only in winter did they rest, and then for no more than a few weeks.\n"
)


def read(text: str, *titles: str) -> list[Draft]:
    lines = with_places(read_lines(text))
    vocabulary = Vocabulary.of(line.text for line in lines)
    keys = frozenset(title_key(title) for title in titles)
    return with_headings(with_items(fragments(lines)), keys, vocabulary)


def headings(text: str, *titles: str) -> list[str]:
    return [draft.text for draft in read(text, *titles) if draft.kind is BlockKind.HEADING]


@pytest.mark.parametrize(
    "heading",
    [
        "The Long Way of the Ferry Crews",
        "INTRODUCTION",
        "Conclusion",
        "2. Boats and oars",
        "Section III: What the crews carried",
        "Annex A: Boats",
        "Do the Crews Sleep?",
    ],
)
def test_bare_lines_between_paragraphs_are_headings(heading: str) -> None:
    assert headings(f"{PROSE}\n\n{heading}\n\n{PROSE}") == [heading]


@pytest.mark.parametrize(
    "line",
    [
        "The crew rested.",
        "and the crew rested",
        "They ask for:",
        "12 May 2014",
        "https://rivers.example",
        "Figure 3: Boats of the North",
        "The crew of the",
        "— * —",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert headings(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_a_line_inside_a_sentence_is_no_heading() -> None:
    text = f"{PROSE}\nThe boats are built of the\n\nNorthern Oak\n\nthat grows there.\n"
    assert headings(text) == []


def test_titles_in_the_contents_are_headings() -> None:
    title = "What all the crews carried and how the harbours paid them in the years of the long war"
    assert headings(f"{PROSE}\n{title}\n\n{PROSE}", title) == [title]


def test_a_heading_in_two_halves_is_one() -> None:
    text = f"{PROSE}\n\n\nWhat the Crews Carried to the\n\nHarbours of the North\n\n{PROSE}"
    assert headings(text) == ["What the Crews Carried to the Harbours of the North"]


def test_names_under_a_heading_are_its_by_line() -> None:
    text = f"{PROSE}\n\nWhat the Crews Carried\n\nAnna Moreau and Jon Berg\n\n{PROSE}"
    found = [draft for draft in read(text) if draft.kind is BlockKind.HEADING]
    assert [(draft.text, draft.byline) for draft in found] == [
        ("What the Crews Carried", "Anna Moreau and Jon Berg")
    ]


def test_numbers_give_levels() -> None:
    text = "\n".join(
        f"{title}\n\n{PROSE}\n"
        for title in ("1. Boats", "1.1 Flat boats", "1.2 Long boats", "2. Oars")
    )
    found = [draft for draft in read(text) if draft.kind is BlockKind.HEADING]
    assert [draft.level for draft in found] == [1, 2, 2, 1]


def test_levels_never_jump() -> None:
    text = "\n".join(f"{title}\n\n{PROSE}\n" for title in ("1. Boats", "1.1.1 Flat boats"))
    found = [draft.level for draft in read(text) if draft.kind is BlockKind.HEADING]
    assert found == [1, 2]


def test_a_long_heading_is_known_by_its_narrow_lines() -> None:
    title = "What the crews carried to all of the\nharbours in the years of the long war"
    assert headings(f"{PROSE}\n{title}\n\n{PROSE}") == [title.replace("\n", " ")]


def test_the_contents_may_list_a_heading_of_any_words() -> None:
    title = "2.1 The boat that nobody asked for"
    assert headings(f"{PROSE}\n{title}\n\n{PROSE}", title) == [title]


def test_the_source_of_an_epigraph_is_no_heading() -> None:
    texts = ["Boats in Winter", "A guest who rows is asked to stay.", "Proverb of the Lakes", PROSE]
    lines = read_lines("\n\n".join(texts))
    drafts = with_items(fragments(lines))
    glued = [replace(draft, blanks=0) for draft in drafts]
    found = with_headings(glued, frozenset(), Vocabulary.of(texts))
    assert [draft.kind is BlockKind.HEADING for draft in found] == [True, False, False, False]


def test_a_signature_with_its_place_and_date_is_no_heading() -> None:
    text = f"FOREWORD\n\n{PROSE}\nPetronella Askew\n\nRavensmoor, May 2017\n\nBOATS\n\n{PROSE}"
    assert headings(text) == ["FOREWORD", "BOATS"]


def test_a_title_in_capitals_goes_on_after_its_colon() -> None:
    text = f"FORTY BOATS ON A LAKE:\n\nCREWS AND THE USES OF ICE\n\n{PROSE}"
    assert headings(text) == ["FORTY BOATS ON A LAKE: CREWS AND THE USES OF ICE"]


def test_keywords_are_no_heading() -> None:
    text = f"{PROSE}\nBoats; oars; crews of the North; ice\n\n{PROSE}"
    assert headings(text) == []


def test_a_question_without_its_mark_may_end_in_a_preposition() -> None:
    assert headings(f"{PROSE}\nWhat the boats are built for\n\n{PROSE}") == [
        "What the boats are built for"
    ]
    assert headings(f"{PROSE}\nThe boats were built for\n\n{PROSE}") == []
