"""Made-up collections of any size: Zipf's vocabulary, real-looking facets, the same every time."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from archive.authorities import Abbreviation, Authorities, Mission, Theme
from indexer import IndexedPassage, Names, PassageKind, SourceUnit

__all__ = ["Collection", "names", "passages"]

_VOCABULARY = 60_000
_EXPONENT = 1.07
_WORDS_A_PASSAGE = 90
_PASSAGES_A_DOCUMENT = 60
_ONSETS = (
    "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w",
    "br", "cr", "dr", "fl", "gr", "pl", "pr", "st", "tr",
)  # fmt: skip
_NUCLEI = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"]
_CODAS = ["", "", "n", "r", "s", "t", "l", "nd", "st"]
_ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ly"]
_KINDS = (
    [PassageKind.PARAGRAPH] * 7 + [PassageKind.NOTE] * 2 + [PassageKind.HEADING, PassageKind.ITEM]
)


@dataclass
class Collection:
    """A source of so many passages, about 60 a document and 90 words a passage.

    Attributes:
        size: how many passages, all documents together.
        folder: where the files of changed documents stand.
        seed: another one gives another collection.
    """

    size: int
    folder: Path
    seed: int = 1
    _changed: dict[str, int] = field(default_factory=dict)

    @property
    def shared_files(self) -> Sequence[Path]:
        """There are none."""
        return ()

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return -(-self.size // _PASSAGES_A_DOCUMENT)

    def units(self) -> Iterator[SourceUnit]:
        """Yield every document; one that was changed has a file that says so."""
        for number in range(self.documents):
            name = _name(number)
            files = (self.folder / name,) if name in self._changed else ()
            yield SourceUnit(name, name, files)

    def passages(self, document_id: str) -> Mapping[str, Sequence[IndexedPassage]]:
        """Return the passages of a document, the same at every call."""
        path = self.stored / document_id
        if document_id not in self._changed and path.exists():
            with path.open("rb") as file:
                return {document_id: pickle.load(file)}  # noqa: S301  # written by `prepare`
        return {document_id: self._passages(int(document_id.removeprefix("document-")))}

    def prepare(self) -> None:
        """Make all passages and store them, so that a build measures no making of them."""
        self.stored.mkdir(exist_ok=True)
        for number in range(self.documents):
            with (self.stored / _name(number)).open("wb") as file:
                pickle.dump(self._passages(number), file)

    @property
    def stored(self) -> Path:
        """The folder of stored passages."""
        return self.folder / "passages"

    def change(self, number: int) -> None:
        """Change a document, so that it must be indexed again."""
        name = _name(number)
        self._changed[name] = self._changed.get(name, 0) + 1
        (self.folder / name).write_text(f"{time.time_ns()}", encoding="utf-8")

    def warm_up(self) -> None:
        """Make the vocabulary, which takes a while, before anything is measured."""
        self.word(0)
        self._passages(0)

    def word(self, rank: int) -> str:
        """Return the word of a rank, 0 for the commonest."""
        return self._vocabulary[rank]

    def _passages(self, number: int) -> list[IndexedPassage]:
        name = _name(number)
        random = np.random.default_rng((self.seed, number, self._changed.get(name, 0)))
        title = self._title(number, random)
        count = min(_PASSAGES_A_DOCUMENT, self.size - number * _PASSAGES_A_DOCUMENT)
        passages = [title]
        section: tuple[str, ...] = ()
        for place in range(1, count):
            kind = _KINDS[int(random.integers(len(_KINDS)))]
            length = 5 if kind is PassageKind.HEADING else _WORDS_A_PASSAGE
            text = self._text(random, length)
            section = (text,) if kind is PassageKind.HEADING else section
            mentioned = (self._mission(random),) if random.random() < 0.2 else ()
            passages.append(
                replace(
                    title,
                    id=f"p{place}",
                    kind=kind,
                    text=text,
                    section=section,
                    mentioned=mentioned,
                    anchor=f"p{place}",
                )
            )
        return passages

    def _title(self, number: int, random: np.random.Generator) -> IndexedPassage:
        text = self._text(random, 8)
        return IndexedPassage(
            document=_name(number),
            id="",
            kind=PassageKind.TITLE,
            text=text,
            title=text,
            authors=(f"Author {int(random.zipf(1.5)) % 500}",),
            date=f"{int(random.triangular(1948, 2015, 2025))}",
            type=["report", "essay", "chronicle", "profile"][int(random.integers(4))],
            missions=(self._mission(random),),
            themes=tuple({f"theme-{int(random.integers(30))}" for _ in range(2)}),
        )

    def _mission(self, random: np.random.Generator) -> str:
        return f"mission-{int(random.zipf(1.6)) % 70}"

    def _text(self, random: np.random.Generator, length: int) -> str:
        ranks = np.searchsorted(self._cumulated, random.random(length))
        chosen = [self._vocabulary[rank] for rank in ranks]
        chosen[0] = chosen[0].capitalize()
        for place in range(12, length, 15):
            chosen[place] += "," if place % 2 else "."
        return " ".join(chosen) + "."

    @cached_property
    def _cumulated(self) -> npt.NDArray[np.float64]:
        chances = 1 / np.arange(1, _VOCABULARY + 1) ** _EXPONENT
        return np.cumsum(chances / chances.sum())

    @cached_property
    def _vocabulary(self) -> list[str]:
        """Different words, the common ones short, some of them forms of one stem."""
        random = np.random.default_rng(self.seed)
        found: dict[str, None] = {}
        while len(found) < _VOCABULARY:
            rank = len(found)
            chosen = iter(random.integers(1 << 30, size=10).tolist())
            syllables = 1 + (rank > 30) + (rank > 1000)
            stem = "".join(
                part[next(chosen) % len(part)]
                for _ in range(syllables)
                for part in (_ONSETS, _NUCLEI, _CODAS)
            )
            found[stem + (_ENDINGS[next(chosen) % len(_ENDINGS)] if rank > 100 else "")] = None
        return list(found)


def passages(collection: Collection) -> Iterator[IndexedPassage]:
    """Yield all passages of a collection."""
    for unit in collection.units():
        yield from collection.passages(unit.document)[unit.document]


def names() -> Names:
    """Return the names of the missions and themes of all collections."""
    return Names(
        Authorities(
            missions=tuple(
                Mission(f"mission-{n}", f"MISSION{n}", f"Mission number {n}") for n in range(70)
            ),
            themes=tuple(Theme(f"theme-{n}", f"Theme {n}") for n in range(30)),
            abbreviations=(Abbreviation("ABC", "an abbreviation"),),
        )
    )


def _name(number: int) -> str:
    return f"document-{number:06}"
