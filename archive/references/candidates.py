"""Which documents a text could refer to, judged cheaply: to know what a new title concerns."""

from __future__ import annotations

from archive.metadata import Metadata
from archive.references.catalogue import Entry, catalogue_entry

__all__ = ["could_refer"]


def could_refer(folded: str, identifier: str, metadata: Metadata) -> bool:
    """Whether a text has what every reference to a document has.

    That is its id (in a link), the name of its first author, or nearly all words of its title.
    Much that has it does not refer to the document; what has it not, does not.

    Args:
        folded: the text, as `fold_letters` gives it.
        identifier: of the document.
        metadata: of the document.
    """
    entry = catalogue_entry(identifier, metadata)
    return (
        identifier in folded
        or any(name in folded for name in entry.names[:1])
        or _has_title(folded, entry)
    )


def _has_title(folded: str, entry: Entry) -> bool:
    return any(
        sum(word not in folded for word in form.words) <= form.most_missing for form in entry.titles
    )
