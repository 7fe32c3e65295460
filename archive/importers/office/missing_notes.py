"""Note marks of Markdown whose notes are missing: pandoc leaves them in the text as they stand."""

from __future__ import annotations

import re

from bs4.element import NavigableString, Tag

from archive.importers.markup.tree import new_tag

__all__ = ["mark_missing_notes"]

_MARK = re.compile(r"\[\^([\w-]+)\]")


def mark_missing_notes(root: Tag) -> None:
    """Make a note mark of every `[^5]` in the text; its note will be found to be missing."""
    for string in root.find_all(string=_MARK):
        text, done = str(string), 0
        for match in _MARK.finditer(text):
            mark = new_tag("a", role="doc-noteref", href=f"#missing-{match[1]}")
            mark.string = match[1]
            string.insert_before(NavigableString(text[done : match.start()]), mark)
            done = match.end()
        string.replace_with(NavigableString(text[done:]))
