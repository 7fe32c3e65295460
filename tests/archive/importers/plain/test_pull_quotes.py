from archive.importers.plain.drafts import Draft, draft_of
from archive.importers.plain.fragments import fragments
from archive.importers.plain.lines import read_lines, with_places
from archive.importers.plain.pull_quotes import drop_pull_quotes

FIRST = (
    "The crews of the North have rowed for many years, and the harbours have paid them badly in\n"
    "all of them. What they carried was worth more than the boats in which they carried it, and\n"
    "nobody asked them who had built the boats. In winter they rested"
)
SECOND = "in the harbours, and told each other of the summer."
QUOTE = "What they carried was worth more than the\nboats in which they carried it."


def drafts(text: str) -> list[Draft]:
    return [draft_of(fragment) for fragment in fragments(with_places(read_lines(text)))]


def test_repeated_words_inside_a_sentence_are_dropped_and_recorded() -> None:
    found = drop_pull_quotes(drafts(f"{FIRST}\n\n{QUOTE}\n\n{SECOND}"))
    assert [draft.text[:9] for draft in found.drafts] == ["The crews", "in the ha"]
    assert [(gone.why, gone.lines) for gone in found.omissions] == [("pull quote", (5, 6))]


def test_a_shortened_quote_is_known_too() -> None:
    quote = QUOTE.replace("What they carried", "[It]").replace("than the", "than all of the")
    assert drop_pull_quotes(drafts(f"{FIRST}\n\n{quote}\n\n{SECOND}")).omissions


def test_a_quote_before_its_words_is_known() -> None:
    text = f"The harbours were closed.\n\n{QUOTE}\n\n{FIRST}\n\n{SECOND}"
    assert drop_pull_quotes(drafts(text)).omissions


def test_a_paragraph_of_its_own_words_stays() -> None:
    own = "Nobody in the harbours knew who had built the boats or had asked for them at all."
    assert drop_pull_quotes(drafts(f"{FIRST}\n\n{own}\n\n{SECOND}")).omissions == ()


def test_a_paragraph_with_a_note_mark_stays() -> None:
    marked = QUOTE.replace("it.", "it.¹²")
    assert drop_pull_quotes(drafts(f"{FIRST}\n\n{marked}\n\n{SECOND}")).omissions == ()
