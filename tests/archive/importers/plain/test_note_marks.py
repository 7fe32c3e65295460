from hypothesis import given
from hypothesis import strategies as st

from archive.importers.plain.expected import Expected
from archive.importers.plain.mark_candidates import Candidate
from archive.importers.plain.note_marks import Placed, choose_marks


def placed(*found: tuple[int, float]) -> list[Placed]:
    """Candidates in order, each with its number and score, one a line."""
    return [
        Placed(0, place, Candidate(place * 10, place * 10 + 2, (number,), score))
        for place, (number, score) in enumerate(found, start=1)
    ]


def numbers(chosen_of: list[Placed], expected: list[Expected]) -> list[int]:
    chosen = choose_marks(chosen_of, expected)
    return [
        note.number for one in sorted(chosen, key=lambda one: one.mark.place) for note in one.notes
    ]


BODIES = [Expected(1, number, body=1000 + number) for number in range(1, 6)]


def test_a_weak_candidate_counts_where_the_sequence_wants_it() -> None:
    assert numbers(placed((1, 2.5), (2, -1.0), (3, 2.5)), BODIES) == [1, 2, 3]


def test_a_strong_one_out_of_the_sequence_does_not_break_it() -> None:
    found = placed((1, 2.5), (5, 2.5), (2, 2.5), (3, 2.5), (4, 2.5), (5, 2.5))
    chosen = [one for one in choose_marks(found, BODIES) if one.sure]
    assert [one.mark.place for one in chosen] == [1, 3, 4, 5, 6]


def test_a_note_may_lack_its_mark() -> None:
    assert numbers(placed((1, 2.5), (3, 2.5), (4, 2.5)), BODIES) == [1, 3, 4]


def test_marks_without_bodies_are_kept_after_the_last_body() -> None:
    expected = [*BODIES, *(Expected(1, number, tail=True) for number in range(6, 20))]
    found = placed(*((number, 2.5) for number in range(1, 9)))
    assert numbers(found, expected) == list(range(1, 9))


def test_without_any_bodies_one_candidate_is_not_enough() -> None:
    expected = [Expected(1, number, tail=True) for number in range(1, 50)]
    assert choose_marks(placed((1, 2.5)), expected) == []


def test_numbering_anew_is_followed_run_by_run() -> None:
    expected = [
        Expected(run, number, body=run * 10 + number) for run in (1, 2) for number in (1, 2)
    ]
    chosen = choose_marks(placed((1, 2.5), (2, 2.5), (1, 2.5), (2, 2.5)), expected)
    assert [(one.notes[0].run, one.notes[0].number) for one in chosen] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 2),
    ]


def test_a_mark_below_its_page_note_is_not_believed() -> None:
    expected = [Expected(1, 1, body=2, page_note=True)]
    assert numbers(placed((7, 0.1), (8, 0.1), (1, 2.5)), expected) == []


def test_a_mark_out_of_order_is_found_and_doubted() -> None:
    chosen = choose_marks(placed((2, 2.5), (1, 2.5)), BODIES[:2])
    assert sorted(one.notes[0].number for one in chosen) == [1, 2]
    assert sorted(one.sure for one in chosen) == [False, True]


@given(st.lists(st.tuples(st.integers(1, 8), st.floats(-4, 4)), max_size=25))
def test_sure_marks_rise_and_no_figure_is_used_twice(found: list[tuple[int, float]]) -> None:
    chosen = choose_marks(placed(*found), [Expected(1, n, body=1000 + n) for n in range(1, 9)])
    in_sequence = [one for one in chosen if one.sure]
    risen = [one.notes[0].number for one in in_sequence]
    assert risen == sorted(set(risen))
    assert len({one.mark.place for one in chosen}) == len(chosen)
