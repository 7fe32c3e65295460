"""Title, authors, publisher and date, as far as the text supports them, with the lines that do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archive.dates import PartialDate
from archive.importers.plain.body_names import names_a_body
from archive.importers.plain.contents import title_key
from archive.importers.plain.credits import clean, read_authors, read_publisher
from archive.importers.plain.drafts import Draft
from archive.importers.plain.front_matter import is_imprint
from archive.importers.plain.joints import join_lines
from archive.importers.plain.lines import Line
from archive.importers.plain.names import read_names
from archive.importers.plain.part_names import is_known_heading
from archive.importers.plain.publication_date import (
    DATE_LINE,
    date_on_cover,
    latest_year,
    shortened,
)
from archive.importers.plain.shapes import (
    ends_sentence,
    is_address_line,
    is_capitals,
    without_marks,
)
from archive.importers.plain.words import Vocabulary
from archive.importers.report import Evidence
from archive.models import BlockKind

__all__ = ["TitlePage", "read_title_page", "respelled"]

_CITATION = re.compile(
    r"(?P<authors>[^“\"]{3,200}?),?\s*[“\"](?P<title>[^”\"]{5,250}?),?[”\"],?\s*(?P<rest>.{4,200})"
)
_BODY_NAME = re.compile(
    r"\b(?:institute|institution|university|press|centre|center|foundation|department|ministry|office|network|"
    r"programme|program|agency|commission|council|association|society|academy|series|papers?|briefs?|reports?|no\.|"
    r"number|volume|vol\.)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = re.compile(
    "a|an|the|of|and|or|in|on|to|for|at|by|with|from|as|through", re.IGNORECASE
)
_NUMBERED = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]|section\b|part\b|chapter\b)", re.IGNORECASE)
_LONGEST = 250
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What the text says of itself; None or nothing where it says nothing."""

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    date: PartialDate | None = None
    evidence: tuple[Evidence, ...] = ()


def read_title_page(
    cover: Sequence[Draft],
    body: Sequence[Draft],
    heads: Sequence[Line],
    lines: Sequence[Line],
    vocabulary: Vocabulary,
) -> TitlePage:
    """Read the metadata.

    Args:
        cover: the drafts before the text.
        body: the drafts of the text.
        heads: lines that were running heads.
        lines: all lines, for the spelling of words and the years.
        vocabulary: of the document.
    """
    found: list[Evidence] = []
    cited = _cited(cover)
    title = _title(cover, body, heads, cited, vocabulary)
    if title:
        found.append(respelled(title, lines))
    subtitle = _subtitle(cover, title, vocabulary) if title else None
    found += [subtitle] if subtitle else []
    authors = read_authors(cover, body, cited, vocabulary)
    found += authors
    publisher = read_publisher(cover, lines, cited)
    found += [publisher] if publisher else []
    date = date_on_cover(cover, cited) or latest_year(lines)
    found += [date] if date else []
    return TitlePage(
        title=found[0].value if title else None,
        subtitle=subtitle.value if subtitle else None,
        authors=tuple(evidence.value for evidence in authors),
        publisher=publisher.value if publisher else None,
        date=PartialDate.parse(date.value) if date else None,
        evidence=tuple(found),
    )


def _cited(cover: Sequence[Draft]) -> tuple[re.Match[str], int] | None:
    """The suggested citation on the cover, and its line."""
    for position, draft in enumerate(cover):
        before = cover[position - 1].text if position else ""
        hinted = re.search(r"citation|cite", f"{before[-40:]} {draft.text[:40]}", re.IGNORECASE)
        words = re.sub(r"^\s*[\w ]*\bcit\w+[^:]*:\s*", "", draft.text, flags=re.IGNORECASE)
        match = _CITATION.match(words) if hinted else None
        if match:
            return match, draft.lines[0].number
    return None


def _title(
    cover: Sequence[Draft],
    body: Sequence[Draft],
    heads: Sequence[Line],
    cited: tuple[re.Match[str], int] | None,
    vocabulary: Vocabulary,
) -> Evidence | None:
    if cited:
        return Evidence("title", clean(cited[0]["title"]), cited[1], shortened(cited[0][0]))
    candidates = [
        draft for draft in cover if _may_be_title(draft) and not read_names(draft.text, vocabulary)
    ]
    if candidates:
        known = frozenset(title_key(line.text.strip(" |–-0123456789")) for line in heads)
        best = max(
            candidates, key=lambda draft: _title_score(draft, known) - 2 * candidates.index(draft)
        )
        return _evidence("title", best, vocabulary)
    running = _from_heads(heads)
    if running and len(heads) >= _OFTEN:
        return running
    first = body[0] if body else None
    if first is not None and first.kind is BlockKind.HEADING and not _names_a_part(first.text):
        return _evidence("title", first, vocabulary, sure=False)
    return running


def _may_be_title(draft: Draft) -> bool:
    text = draft.text
    if not 4 < len(text) <= _LONGEST or is_imprint(text) or _names_a_part(text):
        return False
    return not (
        is_address_line(text) or DATE_LINE.fullmatch(text) or ends_sentence(text.rstrip("?!"))
    )


def _names_a_part(text: str) -> bool:
    return is_known_heading(text) or bool(_NUMBERED.match(text))


def _title_score(draft: Draft, heads: frozenset[str]) -> float:
    """How much words are like a title: long enough, no publisher's name, a running head."""
    words = len(draft.text.split())
    score = min(words, 8) * 0.5 - max(0, words - 22) * 0.5
    if (_BODY_NAME.search(draft.text) and words <= 6) or names_a_body(draft.text):
        score -= 6.0
    key = title_key(draft.text)
    if key in heads or any(len(key) > 15 and key in head for head in heads):
        score += 4.0
    if draft.kind is BlockKind.HEADING:
        score += 1.5
    return score + (0.5 if is_capitals(draft.text) else 0.0)


def _evidence(field: str, draft: Draft, vocabulary: Vocabulary, *, sure: bool = True) -> Evidence:
    text = clean(without_marks(join_lines(draft.lines, vocabulary).text))
    return Evidence(field, text, draft.lines[0].number, shortened(draft.text), sure)


def _from_heads(heads: Sequence[Line]) -> Evidence | None:
    """The running head that comes most often, its lines put together."""
    groups: list[list[Line]] = []
    for line in heads:
        if groups and line.number == groups[-1][-1].number + 1:
            groups[-1].append(line)
        else:
            groups.append([line])
    titles = Counter(
        " ".join(line.text for line in group).strip(" |–-0123456789") for group in groups
    )
    if not titles:
        return None
    title, _ = max(titles.items(), key=lambda item: (item[1], len(item[0])))
    first = next(group[0] for group in groups if title in " ".join(line.text for line in group))
    if len(title.split()) < 2:
        return None
    return Evidence(
        "title", clean(title), first.number, f"running head: {shortened(title)}", sure=False
    )


def respelled(found: Evidence, lines: Sequence[Line]) -> Evidence:
    """A title in capitals, spelled as the text spells its words."""
    if not is_capitals(found.value):
        return found
    spelled: dict[str, Counter[str]] = {}
    for line in lines:
        if is_capitals(line.text):
            continue
        for word in re.findall(r"[^\W\d_]+", line.text):
            spelled.setdefault(word.upper(), Counter())[word] += 1

    def respell(match: re.Match[str]) -> str:
        word = match[0]
        usual = spelled.get(word)
        written = usual.most_common(1)[0][0] if usual else word.lower()
        if match.start() and _SMALL_WORDS.fullmatch(written):
            return written.lower()
        return written[0].upper() + written[1:]

    value = re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", respell, found.value)
    return Evidence(found.field, value, found.line, found.words, found.sure)


def _subtitle(cover: Sequence[Draft], title: Evidence, vocabulary: Vocabulary) -> Evidence | None:
    for position, draft in enumerate(cover[:-1]):
        if draft.lines[0].number != title.line:
            continue
        after = cover[position + 1]
        short = len(after.text.split()) <= 16 and not read_names(after.text, vocabulary)
        if short and _may_be_title(after) and not _BODY_NAME.search(after.text):
            return _evidence("subtitle", after, vocabulary)
    return None
