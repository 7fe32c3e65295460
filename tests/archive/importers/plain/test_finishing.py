from hypothesis import given
from hypothesis import strategies as st

from archive.importers.plain.finishing import MarkPlace, finished
from archive.importers.plain.inline import Inline
from archive.text import clean_text


def test_a_mark_goes_with_the_blank_before_it() -> None:
    found = finished(Inline("The crew rested. 3 It slept.", (), ()), [MarkPlace(17, 18, ("fn3",))])
    assert found.text == "The crew rested. It slept."
    assert [mark.offset for mark in found.marks] == [16]


def test_marks_side_by_side_stand_at_one_place_in_order() -> None:
    text = "The crew rested.3,4 It slept."
    found = finished(Inline(text, (), ()), [MarkPlace(16, 19, ("fn3", "fn4"))])
    assert found.text == "The crew rested. It slept."
    assert [(mark.offset, mark.note) for mark in found.marks] == [(16, "fn3"), (16, "fn4")]


@given(st.lists(st.tuples(st.text("ab .“", min_size=1), st.booleans()), max_size=8))
def test_text_is_clean_and_marks_are_inside_it(parts: list[tuple[str, bool]]) -> None:
    text = ""
    marks = []
    for number, (words, marked) in enumerate(parts):
        text += words
        if marked:
            marks.append(MarkPlace(len(text), len(text) + 1, (f"fn{number}",)))
            text += "7"
    found = finished(Inline(text, (), ()), marks)
    assert found.text == clean_text(found.text)
    assert "7" not in found.text
    assert [mark.note for mark in found.marks] == [note for mark in marks for note in mark.notes]
    assert all(0 <= mark.offset <= len(found.text) for mark in found.marks)
