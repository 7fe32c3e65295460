"""The names of authors as title pages have them: persons with a family name, and bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Author", "read_author"]

_PARTICLE_LIST = (
    "al bin binti da dal de del della den der di dos du el ibn la le ten ter van von zu"
)
_PARTICLES = frozenset(_PARTICLE_LIST.split())
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_BODY_WORD_LIST = (
    "academy african agency alliance and archive assembly association board bureau center"
    " centre centro coalition college commission committee community council department"
    " division editors education embassy europe european faculty for forum foundation fund"
    " government group initiative institut institute institution international league"
    " mission ministry nations network of office organisation organization panel partnership"
    " platform press programme program project research school secretariat security service"
    " society staff team the trust union unit united university watch"
)
_BODY_WORDS = frozenset(_BODY_WORD_LIST.split())


@dataclass(frozen=True, slots=True)
class Author:
    """An author.

    Attributes:
        name: as it stands in the metadata.
        family: the family name of a person with its particle, or None for a body.
        given: given names, or None for a body.
        suffix: `Jr.` and the like, or None.
    """

    name: str
    family: str | None = None
    given: str | None = None
    suffix: str | None = None

    @property
    def inverted(self) -> str:
        """The name with the family name first, or the name of the body."""
        if self.family is None:
            return self.name
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)


def read_author(name: str) -> Author:
    """Read the name of an author; what has not the form of a person's name is a body.

    `Ada Moreau`, `Moreau, Ada`, `Jan van der Berg` and `A. Moreau, Jr.` are persons. A name of one
    word, with a figure, or with a word like `Institute` or `of` is a body.
    """
    name = " ".join(name.split())
    parts = [part.strip() for part in name.split(",")]
    suffix = parts.pop() if len(parts) > 1 and _SUFFIX.fullmatch(parts[-1]) else None
    words = " ".join(parts).split()
    if len(words) < 2 or len(parts) > 2 or _is_body(words):
        return Author(name)
    if len(parts) == 2:
        return Author(name, parts[0], parts[1], suffix) if all(parts) else Author(name)
    if suffix is None and len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        suffix = words.pop()
    first = len(words) - 1
    while first > 1 and words[first - 1] in _PARTICLES:
        first -= 1
    return Author(name, " ".join(words[first:]), " ".join(words[:first]), suffix)


def _is_body(words: list[str]) -> bool:
    plain = [word.strip(".&()") for word in words]
    return (
        "&" in words
        or any(word.casefold() in _BODY_WORDS for word in plain)
        or any(letter.isdigit() for word in words for letter in word)
        or all(len(word) > 1 and word.isupper() for word in plain)
    )
