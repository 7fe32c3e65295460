"""Which documents a text could refer to, judged cheaply: to know what a new title concerns."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from archive.metadata import Metadata
from archive.references.catalogue import Entry, TitleForm, catalogue_entry
from archive.references.titles import LEAST_ALIGNMENT

__all__ = ["could_refer"]

_LONGEST_NAMES = 300
"""How far the year of a reference may stand behind the first author: there may be others."""


def could_refer(folded: str, identifier: str, metadata: Metadata) -> bool:
    """Whether a text has what every reference to a document has.

    That is its id (in a link), its first author's name and then its year, or its title. Much that
    has it does not refer to the document; what has it not, does not.

    Args:
        folded: the text, a line for each passage, as `fold_letters` gives it.
        identifier: of the document.
        metadata: of the document.
    """
    entry = catalogue_entry(identifier, metadata)
    return identifier in folded or _has_author(folded, entry) or _has_title(folded, entry)


def _has_author(folded: str, entry: Entry) -> bool:
    if entry.year is None or not entry.names or entry.names[0] not in folded:
        return False
    name = re.escape(entry.names[0])
    return bool(re.search(rf"(?<!\w){name}.{{0,{_LONGEST_NAMES}}}{entry.year}", folded))


def _has_title(folded: str, entry: Entry) -> bool:
    likely = [form for form in entry.titles if _lacks_few(folded, form)]
    return bool(likely) and any(_aligned(line, likely) for line in folded.split("\n"))


def _aligned(line: str, forms: Iterable[TitleForm]) -> bool:
    return any(
        _lacks_few(line, form)
        and fuzz.partial_ratio(form.text, line, score_cutoff=LEAST_ALIGNMENT) > 0
        for form in forms
    )


def _lacks_few(text: str, form: TitleForm) -> bool:
    return sum(word not in text for word in form.words) <= form.most_missing
