from collections.abc import Callable

import pytest

from archive.importers.plain.joints import join_lines
from archive.importers.plain.lines import Line
from archive.importers.plain.words import Vocabulary


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["the crew", "rowed"], "the crew rowed"),
        (["the ferries—", "unwatched"], "the ferries—unwatched"),
        (["the ferries", "—unwatched"], "the ferries—unwatched"),
        (["rivers –", "and lakes"], "rivers – and lakes"),
        (["boats/", "ferries"], "boats/ferries"),
    ],
)
def test_what_stands_between_lines(pieces: list[str], text: str, vocabulary: Vocabulary) -> None:
    lines = [Line(number, piece) for number, piece in enumerate(pieces, start=1)]
    assert join_lines(lines, vocabulary).text == text


def test_every_line_keeps_its_place(vocabulary: Vocabulary) -> None:
    joined = join_lines([Line(3, "the har-"), Line(4, ""), Line(5, "bour")], vocabulary)
    assert [(offset, line.number) for offset, line in joined.origins] == [(0, 3), (7, 5)]


def test_words_split_by_columns(lines_of: Callable[[str], tuple[Line, ...]]) -> None:
    assert join_lines(lines_of("one\n\ntwo"), Vocabulary.of([])).text == "one two"
