"""Long invented texts, and what editing does to them."""

from __future__ import annotations

from random import Random

_SYLLABLES = [
    "ba",
    "co",
    "di",
    "fu",
    "ga",
    "he",
    "jo",
    "la",
    "me",
    "ni",
    "or",
    "pa",
    "ru",
    "se",
    "ta",
    "un",
    "va",
    "wi",
    "el",
    "as",
]


def paragraphs(random: Random, characters: int) -> list[str]:
    """Paragraphs of invented words, some far more frequent than others."""
    words = ["".join(random.choices(_SYLLABLES, k=random.randint(1, 4))) for _ in range(2000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    texts: list[str] = []
    while sum(map(len, texts)) < characters:
        chosen = random.choices(words, weights, k=random.randint(12, 150))
        texts.append(" ".join(chosen).capitalize() + ".")
    return texts


def with_noise(text: str, random: Random, share: float = 0.05) -> str:
    """The text with a share of its characters lost, replaced or followed by another."""
    edited = []
    for character in text:
        chance = random.random() / share
        if chance < 1 / 3:
            continue
        edited.append(random.choice("aeiou ") if chance < 2 / 3 else character)
        if 2 / 3 <= chance < 1:
            edited.append(random.choice("aeiou"))
    return "".join(edited)
