"""The words of a document, and those that everybody knows."""

from __future__ import annotations

import pytest
from spellchecker import SpellChecker

from archive.importers.plain.words import Vocabulary, is_common_word


@pytest.mark.parametrize("word", ["development", "Development", "peacekeeping"])
def test_frequent_words_are_common(word: str) -> None:
    assert is_common_word(word)


@pytest.mark.parametrize("word", ["developm", "aardvark", "tions", ""])
def test_rare_words_and_halves_are_not(word: str) -> None:
    assert not is_common_word(word)


def test_the_words_are_those_that_the_list_counts_often() -> None:
    counted = SpellChecker(language="en", distance=1).word_frequency.dictionary
    assert all(is_common_word(word) == (count >= 120) for word, count in counted.items())


def test_a_document_knows_its_words_but_not_the_halves_at_line_ends() -> None:
    vocabulary = Vocabulary.of(["The Brahimi panel on peace-", "keepers met"])
    assert vocabulary.knows("brahimi")
    assert "peace" not in vocabulary.words
    assert "keepers" not in vocabulary.words
