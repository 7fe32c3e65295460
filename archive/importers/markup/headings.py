"""Headings: the title and its by-line taken off, levels without gaps, by-lines of sections."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from bs4.element import PageElement, Tag

from archive.importers.markup.account import Account
from archive.importers.markup.tree import BLOCKS, HEADINGS, class_words, new_tag, text_of, value_of
from archive.importers.markup.written_dates import read_date

__all__ = [
    "SITE_SEPARATOR",
    "drop_bare_headings",
    "drop_title",
    "join_bylines",
    "level_headings",
    "same_words",
]

_BYLINE_WORDS = frozenset({"byline", "author", "authors", "contributor", "contributors"})
_BYLINE = re.compile(r"[Bb]y [A-Z][^.!?]{2,100}")
_LONGEST_BYLINE = 150
_BEFORE_DATES = re.compile(r"(?:first )?(?:published|posted|dated?)(?: on)?:?\s+", re.IGNORECASE)
SITE_SEPARATOR = re.compile(r"\s+[|–—·»:-]\s+")
"""What stands between the title of an article and the name of its site."""

_PUNCTUATION = re.compile(r"[\W_]+")


def same_words(one: str, other: str) -> bool:
    """Say whether two texts are the same but for capitals, blanks and punctuation."""
    return _PUNCTUATION.sub("", one).casefold() == _PUNCTUATION.sub("", other).casefold()


def drop_title(root: Tag, title: str, known: Collection[str], account: Account) -> None:
    """Take off what the metadata says at the head of the text: title, authors, date.

    Args:
        root: the article.
        title: of the document, as the source has it.
        known: other values of the metadata that may stand under the title.
        account: of the import.
    """
    for block in _first_blocks(root):
        words = text_of(block)
        if any(same_words(words, part) for part in (title, *SITE_SEPARATOR.split(title))):
            why = "title"
        elif _is_byline(block) or any(same_words(_bare(words), value) for value in known):
            why = "title page"
        else:
            return
        if block.find(role="doc-noteref") is not None:
            return
        account.left_out(why, block)
        block.extract()


def _bare(words: str) -> str:
    """A line of a title page without `Published on`; a date in the form that metadata have."""
    bare = _BEFORE_DATES.sub("", words)
    date = read_date(bare)
    return bare if date is None else str(date)


def _first_blocks(root: Tag) -> Iterable[Tag]:
    """The blocks of text from the first on, as long as each is taken out of the tree."""
    for block in root.find_all([*HEADINGS, "p", "address", "li", "div", "span", "time"]):
        if block.find(list(BLOCKS)) is None and text_of(block) and root in block.parents:
            yield block


def _is_byline(block: Tag) -> bool:
    words = text_of(block)
    if len(words) > _LONGEST_BYLINE or words.endswith((".", "!", "?")):
        return False
    return bool(class_words(block) & _BYLINE_WORDS) or _BYLINE.fullmatch(words) is not None


def join_bylines(root: Tag) -> None:
    """Let a by-line that stands right under a heading be that heading's."""
    for heading in root.find_all(HEADINGS):
        below = _next_element(heading)
        if (
            below is not None
            and below.name in ("p", "div", "address")
            and below.find(list(BLOCKS)) is None
            and _is_byline(below)
            and heading.find_parent("hgroup") is None
        ):
            group = heading.wrap(new_tag("hgroup"))
            below.name = "p"
            group.append(below.extract())


def _next_element(tag: Tag) -> Tag | None:
    after: PageElement | None = tag.next_sibling
    while after is not None and not isinstance(after, Tag) and not str(after).strip():
        after = after.next_sibling
    return after if isinstance(after, Tag) else None


def level_headings(root: Tag, account: Account) -> None:
    """Begin with level 1 and leave no gap on the way down."""
    for tag in root.find_all(role="heading"):
        if tag.name not in HEADINGS and tag.find(list(BLOCKS)) is None:
            written = f"h{value_of(tag, 'aria-level')}"
            tag.name = written if written in HEADINGS else "h2"
    headings = root.find_all(HEADINGS)
    above: list[tuple[int, int]] = []
    changed = 0
    for heading in headings:
        depth = int(heading.name[1])
        while above and above[-1][0] >= depth:
            above.pop()
        level = above[-1][1] + 1 if above else 1
        above.append((depth, level))
        changed += level != depth
        heading.name = f"h{level}"
    if changed:
        account.repaired("heading", f"The levels of {changed} headings were closed up.")


def drop_bare_headings(root: Tag, names: re.Pattern[str], account: Account) -> None:
    """Leave out headings such as `Notes` under which nothing is left but further headings."""
    for heading in root.find_all([*HEADINGS, "p", "strong", "b", "div"]):
        if root in heading.parents and names.fullmatch(text_of(heading)):
            below = _bare_section(heading)
            for bare in [heading, *below] if below is not None else []:
                account.left_out("notes heading", bare)
                bare.extract()


def _bare_section(heading: Tag) -> list[Tag] | None:
    """The headings of a section that holds no text but theirs; None if it holds some."""
    below: list[Tag] = []
    for tag in heading.find_all_next([*HEADINGS, "p", "li", "dd", "dt", "td", "pre", "div"]):
        if not text_of(tag) or any(parent is heading for parent in tag.parents):
            continue
        if tag.name in HEADINGS:
            if heading.name not in HEADINGS or tag.name <= heading.name:
                break
            below.append(tag)
        elif tag.find([*HEADINGS, *BLOCKS]) is None:
            return below if _ends_its_group(heading, tag) else None
    return below


def _ends_its_group(heading: Tag, after: Tag) -> bool:
    """Say whether a heading is all that is left of its group, and what follows is of another."""
    group = heading.parent
    return (
        group is not None
        and group.name != "body"
        and not any(parent is group for parent in after.parents)
        and text_of(group) == text_of(heading)
    )
