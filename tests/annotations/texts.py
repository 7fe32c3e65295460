"""Long invented texts, and what editing does to them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from annotations import Target, select
from archive import Document
from tests.factories import make_block, make_document

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


@dataclass(frozen=True)
class EditedText:
    """A long text of which one paragraph was edited and look-alikes of its words planted."""

    target: Target
    document: Document
    passage: str
    start: int
    end: int


def edited_text(texts: list[str], random: Random, around: int) -> EditedText:
    """Mark words, edit their paragraph, and plant copies with so much of what stood around."""
    before = _document(texts)
    number = random.choice([index for index, text in enumerate(texts) if len(text) > 200])
    text = texts[number]
    start = random.randrange(len(text) - 160)
    end = start + random.randint(12, 160)
    parts = [with_noise(part, random) for part in (text[:start], text[start:end], text[end:])]
    after = [*texts]
    for other in random.sample([index for index in range(len(texts)) if index != number], 3):
        copy = text[max(0, start - around) : end + around]
        after[other] = f"{after[other]} {copy} {after[other]}"
    after[number] = "".join(parts)
    return EditedText(
        select(before, f"p{number + 1}", start, end),
        _document(after),
        f"p{number + 1}",
        len(parts[0]),
        len(parts[0]) + len(parts[1]),
    )


def _document(texts: list[str]) -> Document:
    return make_document([make_block(f"p{n}", text) for n, text in enumerate(texts, 1)])
