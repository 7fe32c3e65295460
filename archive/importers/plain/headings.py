"""Headings: numbered, in capitals, bare lines, in two halves, with by-lines under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.importers.plain.bylines import with_bylines_apart
from archive.importers.plain.contents import title_key
from archive.importers.plain.drafts import Draft
from archive.importers.plain.names import read_names
from archive.importers.plain.part_names import is_known_heading
from archive.importers.plain.shapes import (
    ends_open,
    ends_sentence,
    is_address_line,
    is_capitals,
    is_title_case,
    starts_low,
    without_marks,
)
from archive.importers.plain.words import Vocabulary
from archive.models import BlockKind

__all__ = ["with_headings"]

_NUMBER = re.compile(
    r"(?:(?:section|part|chapter|annex|appendix|box|title)\s+(?:\d{1,2}|[IVXLC]{1,6}|[A-Z])\b[.:]?"
    r"|(?P<dots>\d{1,2}(?:\.\d{1,2}){0,4})\.?\)?\s+(?=[^\W\d_]|[“‘\"'])|(?P<roman>[IVXLC]{1,6})\.\s+|(?P<letter>[A-Z])[.)]\s+)",
    re.IGNORECASE,
)
_KEYWORD = re.compile(
    r"(?:section|part|chapter)\s+(?:\d{1,2}|[IVXLC]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|map|chart|graph|photo|source|box|note|credit|image)\b", re.IGNORECASE
)
_DATE = re.compile(
    r"(?:[A-Z][\w -]{2,30}, )?(?:\d{1,2} )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Spring|Summer|Autumn|Winter)(?: \d{1,2},?)? (?:19|20)\d\d|(?:19|20)\d\d"
)
_STRANDED = re.compile(
    r"(?:what|who|whom|which|where|how)\b.+\s(?:on|for|from|to|with|in|by|at|about|of)",
    re.IGNORECASE,
)
_MOST_WORDS = 22
_MOST_CHARACTERS = 170
_MOST_LINES = 4
_NEEDED = 2.0
_NARROW = 0.8
_FEW_LISTED = 3
_ANNOUNCING = 3
_FEWEST_OF_PROSE = 12
_FEWEST_OF_SENTENCE = 8
_LEAST_PROSE = 60
_COVER = 8
_MARKEDLY = 2.0
_SHORT_LINE = 20
_MOST_OF_EPIGRAPH = 40


@dataclass(frozen=True, slots=True)
class _Around:
    above: Draft | None
    before: Draft | None
    after: Draft | None


def with_headings(
    drafts: Sequence[Draft], titles: frozenset[str], vocabulary: Vocabulary
) -> list[Draft]:
    """Return the drafts with headings and their by-lines known as such."""
    whole = with_bylines_apart(_rejoined(drafts, titles), titles, vocabulary)
    result: list[Draft] = []
    names: dict[int, tuple[str, ...]] = {}
    for position, draft in enumerate(whole):
        if position in names:
            continue
        above, before = [None, None, *result][-2:]
        around = _Around(above, before, _next(whole, position))
        listed = title_key(draft.text) in titles
        signed = around.after is None or not _is_prose(around.after.text)
        if (position < _COVER or signed) and not listed and read_names(draft.text, vocabulary):
            result.append(draft)
            continue
        byline = _byline(whole, position, titles, vocabulary)
        if _score(draft, around, titles, has_byline=bool(byline)) >= _NEEDED:
            if byline:
                names[position + 1] = byline
            written = whole[position + 1].text if byline else None
            result.append(replace(draft, kind=BlockKind.HEADING, level=1, byline=written))
        else:
            result.append(draft)
    return _levelled(result, titles)


def _next(drafts: Sequence[Draft], position: int) -> Draft | None:
    return drafts[position + 1] if position + 1 < len(drafts) else None


def _byline(
    drafts: Sequence[Draft], position: int, titles: frozenset[str], vocabulary: Vocabulary
) -> tuple[str, ...]:
    """The names in the draft after this one, if it can be a by-line: text must follow it."""
    after = _next(drafts, position)
    if after is None or after.kind is not BlockKind.PARAGRAPH or not _short(after.text):
        return ()
    if title_key(after.text) in titles or is_known_heading(after.text):
        return ()
    beyond = _next(drafts, position + 1)
    if beyond is None or not _is_prose(beyond.text):
        return ()
    return read_names(after.text, vocabulary)


def _is_prose(text: str) -> bool:
    """Whether text is long, or a sentence, as an epigraph is."""
    return len(" ".join(text.split())) >= _LEAST_PROSE or (ends_sentence(text) and " " in text)


def _short(text: str) -> bool:
    return len(text) <= _MOST_CHARACTERS and len(text.split()) <= _MOST_WORDS


def _rejoined(drafts: Sequence[Draft], titles: frozenset[str]) -> list[Draft]:
    """Put together headings whose second half stands alone after a blank line."""
    result: list[Draft] = []
    for position, draft in enumerate(drafts):
        before = result[-1] if result else None
        if before is not None and _second_half(before, draft, _next(drafts, position), titles):
            result[-1] = replace(before, lines=before.lines + draft.lines)
        else:
            result.append(draft)
    return result


def _second_half(before: Draft, draft: Draft, after: Draft | None, titles: frozenset[str]) -> bool:
    kinds = {before.kind, draft.kind}
    if kinds != {BlockKind.PARAGRAPH} or not (_short(before.text) and _short(draft.text)):
        return False
    if draft.blanks > 2 or draft.page or draft.taken or len(before.lines) > 2:
        return False
    if title_key(f"{before.text} {draft.text}") in titles:
        return True
    if before.text.endswith(":") and is_capitals(before.text) and is_capitals(draft.text):
        return True
    if not draft.blanks or title_key(before.text) in titles:
        return False
    if ends_sentence(before.text) or starts_low(before.text):
        return False
    if _CAPTION.match(draft.text) or _NUMBER.match(draft.text):
        return False
    if ends_sentence(draft.text) or draft.text.endswith((":", ";", ",")):
        return False
    apart = before.blanks > draft.blanks or before.page or before.text[:1].isdigit()
    if not (starts_low(draft.text) or ends_open(before.text)):
        return False
    return (apart or bool(before.blanks)) and after is not None and not starts_low(after.text)


def _score(draft: Draft, around: _Around, titles: frozenset[str], *, has_byline: bool) -> float:
    text = without_marks(draft.text).strip("*_ ")
    listed = title_key(text) in titles
    if not _possible(draft, text, listed=listed):
        return -9.0
    score = 3.0 if listed else 0.0
    number = _NUMBER.match(text)
    score += 2.5 if number else 0.0
    if is_known_heading(text):
        score += 2.5
    if is_capitals(text):
        score += 1.5
    elif is_title_case(text):
        score += 0.7
    score += 1.0 if has_byline else 0.0
    score += 0.7 if len(text.split()) <= 9 or _is_narrow(draft, around.after) else 0.0
    score += _before_score(around.before, draft)
    score -= _MARKEDLY if _names_source(draft, around) else 0.0
    score += _after_score(around.after)
    score += 0.8 if draft.lines[-1].goes_on is False else 0.0
    return score


def _names_source(draft: Draft, around: _Around) -> bool:
    """Whether a line right under a short sentence that a heading precedes says whose it is."""
    above, before = around.above, around.before
    if before is None or above is None or above.kind is not BlockKind.HEADING:
        return False
    short = len(before.text.split()) <= _MOST_OF_EPIGRAPH and before.kind is BlockKind.PARAGRAPH
    return short and not draft.blanks and ends_sentence(before.text)


def _is_narrow(draft: Draft, after: Draft | None) -> bool:
    """Whether several lines all end well before the margin of the text under them."""
    if after is None or len(draft.lines) < 2 or len(after.lines) < 2:
        return False
    margin = max(len(line.text) for line in after.lines)
    return max(len(line.text) for line in draft.lines) <= _NARROW * margin


def _possible(draft: Draft, text: str, *, listed: bool) -> bool:
    """Whether the words can be a heading's at all; the contents may list any words."""
    if draft.kind is not BlockKind.PARAGRAPH or not text or len(draft.lines) > _MOST_LINES:
        return False
    if not _short(text) or starts_low(text) or is_address_line(text):
        return False
    if listed:
        return True
    if any(len(line.text) > _SHORT_LINE and ends_sentence(line.text) for line in draft.lines[:-1]):
        return False
    if text.count(";") > 1:
        return False
    if text.endswith((".", ";", ",", ":")) and not re.search(r"\b(?:[A-Z]\.){2,}$|\.\.\.$", text):
        return False
    if (ends_open(text) and not _STRANDED.fullmatch(text)) or sum(
        sign.isalpha() for sign in text
    ) < 4:
        return False
    if text[0] in "([{•-–—=+<>@" or "@" in text or _DATE.fullmatch(text):
        return False
    return not (_CAPTION.match(text) and re.match(r"\w+\.?\s*(?:\d|:)", text))


def _before_score(before: Draft | None, draft: Draft) -> float:
    if before is None:
        return 0.8
    if before.kind is BlockKind.HEADING:
        return 0.5
    text = without_marks(before.text)
    if ends_sentence(text) or text.endswith((":", ";")) or before.kind is BlockKind.ITEM:
        score = 0.7
    elif len(text.split()) < _FEWEST_OF_PROSE and not ends_open(text):
        score = 0.5
    else:
        score = -1.5 if ends_open(text) else -0.3
    return score + (0.5 if draft.page or draft.blanks > 2 else 0.0)


def _after_score(after: Draft | None) -> float:
    if after is None:
        return -1.0
    text = after.text
    if starts_low(text):
        return -2.0
    if len(text) > 120 or (text.endswith(":") and len(text.split()) >= _ANNOUNCING):
        return 0.8
    if ends_sentence(text) and len(text.split()) >= _FEWEST_OF_SENTENCE:
        return 0.8
    return 0.3 if _short(text) else 0.0


def _levelled(drafts: Sequence[Draft], titles: frozenset[str]) -> list[Draft]:
    """Give every heading its level: by number, by keyword, by capitals, by the contents."""
    signs = _LevelSigns.of(drafts, titles)
    result: list[Draft] = []
    in_part = False
    last = 0
    for draft in drafts:
        if draft.kind is not BlockKind.HEADING:
            result.append(draft)
            continue
        part = bool(_KEYWORD.match(draft.text))
        in_part = in_part or part
        level = min(signs.level(draft.text, part=part, in_part=in_part), last + 1, 6)
        last = level
        result.append(replace(draft, level=level))
    return result


@dataclass(frozen=True, slots=True)
class _LevelSigns:
    """By what the headings of a document show their levels."""

    titles: frozenset[str]
    parts: bool
    capitals: bool
    listed: bool

    @classmethod
    def of(cls, drafts: Sequence[Draft], titles: frozenset[str]) -> _LevelSigns:
        texts = [draft.text for draft in drafts if draft.kind is BlockKind.HEADING]
        plain_parts = any(is_known_heading(text) and not is_capitals(text) for text in texts)
        return cls(
            titles,
            parts=sum(bool(_KEYWORD.match(text)) for text in texts) > 1,
            capitals=len({is_capitals(text) for text in texts}) > 1 and not plain_parts,
            listed=sum(title_key(text) in titles for text in texts) >= _FEW_LISTED,
        )

    def level(self, text: str, *, part: bool, in_part: bool) -> int:
        number = _NUMBER.match(text)
        if number and number["dots"]:
            return number["dots"].count(".") + 1
        if self.parts:
            return 1 if part or not in_part else 2
        if self.capitals:
            return 1 if is_capitals(text) else 2
        unlisted = title_key(text) not in self.titles and not is_known_heading(text)
        return 2 if self.listed and unlisted else 1
