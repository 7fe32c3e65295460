"""Who wrote and who published: read from a suggested citation, the cover, by-lines, copyrights."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.importers.plain.body_names import names_a_body
from archive.importers.plain.drafts import Draft
from archive.importers.plain.lines import Line
from archive.importers.plain.names import read_names
from archive.importers.plain.publication_date import COPYRIGHT, DATE, shortened
from archive.importers.plain.shapes import is_capitals
from archive.importers.plain.words import Vocabulary
from archive.importers.report import Evidence

__all__ = ["clean", "read_authors", "read_publisher"]

_BY = re.compile(
    r"(?:written|prepared|edited|compiled) by (?P<names>[^.;:]+?)(?:, with\b.*|[.;].*|$)",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"[Pp]ublished (?:in )?(?:\d{4} )?by (?P<who>[A-Z][^,.;:\d]{3,80})")
_HOLDER = re.compile(
    r"(?:©|Copyright)(?: ©)?(?: (?:19|20)\d\d,?)?(?: by)? (?P<who>[A-Z][^.;:\d]{3,90}?)"
    r"(?:,? (?:19|20)\d\d)?(?:\. All rights reserved)?\.?"
)
_OFFICE = re.compile(r"(?:Report|Note|Letter) (?:of|by|from) the (?P<who>[A-Z][\w -]{4,60})")
_SERIES = re.compile(
    r"\s*(?:(?:occasional|policy|working|discussion|research)\s+)?(?:(?:papers?|briefs?|reports?|series)\s*)?"
    r"(?:\bno\.|\bvol\.|\bvolume|\bnumber)?\s*(?:\b[A-Z]{1,4}/[\w./()-]*)?\d.*$",
    re.IGNORECASE,
)
_RAISED = re.compile(r"[*†‡§¹²³⁴-⁹\d]+(?:,[*†‡§\d]+)*(?=$|,|\s)")
_MOST_NAME_LINES = 6
_FIRST = 10


def clean(text: str) -> str:
    """Return words of the source without signs of emphasis, and without signs at their ends."""
    return " ".join(text.replace("*", "").split()).strip(" ,;")


def read_authors(
    cover: Sequence[Draft],
    body: Sequence[Draft],
    cited: tuple[re.Match[str], int] | None,
    vocabulary: Vocabulary,
) -> list[Evidence]:
    """The authors: of the citation, else of the cover, of by-lines, or the office that reports."""
    if cited:
        names = read_names(f"by {cited[0]['authors']}", vocabulary)
        if names:
            return [Evidence("author", name, cited[1], shortened(cited[0][0])) for name in names]
    for position, draft in enumerate(cover[:_FIRST]):
        names = _names_on_cover(cover, position, vocabulary)
        if names:
            more = _names_in_column(cover, position, vocabulary)
            return [
                Evidence("author", name, one.lines[0].number, shortened(one.text))
                for one, read in ((draft, names), *more)
                for name in read
            ]
    found: dict[str, Evidence] = {}
    for draft in body:
        for name in read_names(f"by {draft.byline}", vocabulary) if draft.byline else ():
            known = {key.casefold() for key in found}
            if name.casefold() not in known:
                line = draft.lines[-1].number
                found[name] = Evidence(
                    "author", name, line, f"by-line: {shortened(draft.byline or '')}"
                )
    for draft in cover[:_FIRST] if not found else ():
        office = _OFFICE.fullmatch(draft.text)
        if office:
            line = draft.lines[0].number
            return [Evidence("author", office["who"], line, shortened(draft.text), sure=False)]
    return list(found.values())


def _names_in_column(
    cover: Sequence[Draft], position: int, vocabulary: Vocabulary
) -> list[tuple[Draft, tuple[str, ...]]]:
    """Names on the lines right under a name: two lines of them, as one may be a place."""
    found: list[tuple[Draft, tuple[str, ...]]] = []
    for above, draft in pairwise(cover[position : position + _MOST_NAME_LINES]):
        names = read_names(draft.text, vocabulary)
        if not names or draft.lines[0].number != above.lines[-1].number + 1:
            break
        found.append((draft, names))
    return found if len(found) > 1 else []


def _names_on_cover(
    cover: Sequence[Draft], position: int, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """The names that a line of the cover and those that go on with it hold.

    Letters and signs raised after names lead to affiliations: a letter that makes a name one that
    the document writes without it elsewhere is such a letter.
    """
    draft = cover[position]
    for text in (draft.text, draft.byline or "", _written_by(draft.text)):
        words = _RAISED.sub("", text)
        for after in cover[position + 1 : position + _MOST_NAME_LINES]:
            if not re.match(r"(?:and|&)\s|.*[,&]$|.*\band$", after.text) and words[-1:] != ",":
                break
            words = f"{words} {_RAISED.sub('', after.text)}"
        names = read_names(words, vocabulary)
        if names:
            return tuple(_without_letter(name, vocabulary) for name in names)
    return ()


def _written_by(text: str) -> str:
    match = _BY.match(text)
    return f"by {match['names']}" if match else ""


def _without_letter(name: str, vocabulary: Vocabulary) -> str:
    last = name.rsplit(maxsplit=1)[-1]
    known = vocabulary.words
    raised = last[-1].islower() and known[last.lower()] <= 1 and known[last[:-1].lower()] > 0
    return name[:-1] if raised else name


def read_publisher(
    cover: Sequence[Draft], lines: Sequence[Line], cited: tuple[re.Match[str], int] | None
) -> Evidence | None:
    """The publisher: of the citation, the holder of the copyright, or a body on the cover."""
    if cited:
        parts = [part.strip() for part in DATE.split(cited[0]["rest"])[0].split(",")]
        name = next(
            (part for part in parts if part and not part.lower().startswith(("in ", "no"))), ""
        )
        if name:
            return Evidence("publisher", clean(name.strip("().")), cited[1], shortened(cited[0][0]))
    for line in lines:
        held = _HOLDER.fullmatch(line.text)
        if held:
            return Evidence("publisher", clean(held["who"]), line.number, shortened(line.text))
    for draft in cover:
        for match in (COPYRIGHT.search(draft.text), _PUBLISHED.search(draft.text)):
            if match and match["who"] and match["who"][0].isupper():
                number = draft.lines[0].number
                return Evidence("publisher", clean(match["who"]), number, shortened(draft.text))
    return _body_on_cover(cover)


def _body_on_cover(cover: Sequence[Draft]) -> Evidence | None:
    """The name of a publisher on the first lines of the cover, the number of a series left out."""
    for draft in cover[:_FIRST]:
        name = _SERIES.sub("", " ".join(draft.text.split()))
        if names_a_body(draft.text) and len(name.split()) > 1 and ";" not in name:
            words = clean(name.title() if is_capitals(name) else name)
            line = draft.lines[0].number
            return Evidence("publisher", words, line, shortened(draft.text), sure=False)
    return None
