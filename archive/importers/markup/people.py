"""Names of authors in the order in which they are read."""

from __future__ import annotations

import re

__all__ = ["people", "person"]

_PARTICLES = frozenset(
    {"al", "da", "de", "del", "der", "di", "dos", "el", "la", "ten", "van", "von"}
)
_MOST_WORDS = 3
_BY = re.compile(r"^(?:written\s+)?by:?\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|&)\s+")


def person(name: str) -> str:
    """Return `Ana Moreau` for `Moreau, Ana`; names of bodies stay as they are."""
    plain = _BY.sub("", " ".join(name.split())).strip(" ,;")
    last, comma, first = plain.partition(", ")
    if comma and _is_name(last) and _is_name(first):
        return f"{first} {last}"
    return plain


def people(text: str) -> list[str]:
    """Return the names in a text such as `Ana Moreau; Ben Ito` or `By Ana Moreau and Ben Ito`."""
    plain = _BY.sub("", " ".join(text.split()))
    names: list[str] = []
    for part in _BETWEEN.split(plain):
        commas = part.split(", ")
        many = len(commas) > 1 and all(" " in name and _is_name(name) for name in commas)
        names += commas if many else [part]
    return [name for name in (person(name) for name in names) if name]


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _MOST_WORDS and all(
        word[0].isupper() or word in _PARTICLES for word in words
    )
