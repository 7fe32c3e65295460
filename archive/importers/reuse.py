"""Keeping the ids of blocks and notes when a document is imported again, so annotations hold.

A passage of the new import takes the id of an older one with the same words, or, between passages
that are the same, of the one most like it. Every other passage gets an id that the older document
did not use.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

from archive.models import BlockKind, Document, Note, NoteMark, Passage

__all__ = ["reuse_ids"]

_ALIKE = 80
"""From this similarity of 100 on, an edited passage is still the same one."""

_LEAST_PART = 40
"""A part of a passage that was split must have so many characters to be known as its part."""

_MOST_PAIRS = 250_000
"""Gaps with more pairs than this are not compared: hardly anything in them is the same."""

_HEADING = "\x00"
"""Begins the key of a heading; clean text never holds it."""

_NUMBERED = re.compile(r"(.*?)(\d+)")


def reuse_ids(new: Document, old: Document) -> Document:
    """Return the new document with the older one's ids wherever a passage is still the same.

    Note marks follow their notes. No id of the older document is given to another passage.
    """
    pairs = _paired(new.blocks, old.blocks)
    note_pairs = _paired(new.notes, old.notes)
    kept = {new.blocks[index].id: old.blocks[other].id for index, other in pairs.items()}
    kept |= {new.notes[index].id: old.notes[other].id for index, other in note_pairs.items()}
    names = _Names(old)
    names.take(kept.values())
    ids = {p.id: kept.get(p.id) or names.give(p.id) for p in new.passages()}
    boxes = _box_ids(new, old, pairs, names)
    return replace(
        new,
        blocks=tuple(
            replace(
                block,
                id=ids[block.id],
                box=None if block.box is None else boxes[block.box],
                marks=_renamed(block, ids),
            )
            for block in new.blocks
        ),
        notes=tuple(
            replace(note, id=ids[note.id], marks=_renamed(note, ids)) for note in new.notes
        ),
    )


def _renamed(passage: Passage, ids: Mapping[str, str]) -> tuple[NoteMark, ...]:
    return tuple(NoteMark(mark.offset, ids[mark.note]) for mark in passage.marks)


def _paired(new: Sequence[Passage], old: Sequence[Passage]) -> dict[int, int]:
    """Return for indexes of new passages the indexes of the older ones they continue."""
    new_keys, old_keys = [_key(p) for p in new], [_key(p) for p in old]
    matcher = SequenceMatcher(None, new_keys, old_keys, autojunk=False)
    pairs: dict[int, int] = {}
    gaps: list[tuple[range, range]] = []
    done = (0, 0)
    for start, other, size in matcher.get_matching_blocks():
        gaps.append((range(done[0], start), range(done[1], other)))
        pairs.update(zip(range(start, start + size), range(other, other + size), strict=True))
        done = (start + size, other + size)
    pairs.update(_moved(new_keys, old_keys, pairs))
    for new_gap, old_gap in gaps:
        free_new = [index for index in new_gap if index not in pairs]
        taken = set(pairs.values())
        free_old = [index for index in old_gap if index not in taken]
        edited = dict(_edited(new_keys, old_keys, free_new, free_old))
        pairs.update(edited)
        kept = set(edited.values())
        pairs.update(
            _parted(
                new_keys,
                old_keys,
                [index for index in free_new if index not in edited],
                [index for index in free_old if index not in kept],
            )
        )
    return pairs


def _key(passage: Passage) -> str:
    """What makes two passages the same: a heading stays a heading, a label its label."""
    if isinstance(passage, Note):
        return f"{passage.label} {passage.text or ''}"
    return (_HEADING if passage.kind is BlockKind.HEADING else "") + passage.text


def _moved(new: Sequence[str], old: Sequence[str], pairs: Mapping[int, int]) -> dict[int, int]:
    """Pair passages that stand elsewhere now; the same words must stand there only once."""
    taken = set(pairs.values())
    free_new = _singles(new, (index for index in range(len(new)) if index not in pairs))
    free_old = _singles(old, (index for index in range(len(old)) if index not in taken))
    return {index: free_old[key] for key, index in free_new.items() if key in free_old}


def _singles(keys: Sequence[str], indexes: Iterable[int]) -> dict[str, int]:
    places: dict[str, list[int]] = defaultdict(list)
    for index in indexes:
        places[keys[index]].append(index)
    return {key: found[0] for key, found in places.items() if len(found) == 1}


def _edited(
    new: Sequence[str], old: Sequence[str], free_new: Sequence[int], free_old: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pair the passages of a gap that are alike, the most alike first."""
    if not free_new or not free_old or len(free_new) * len(free_old) > _MOST_PAIRS:
        return
    scores = process.cdist(
        [new[index] for index in free_new],
        [old[index] for index in free_old],
        scorer=fuzz.ratio,
        score_cutoff=_ALIKE,
    )
    ranked = sorted(
        (-float(scores[row][column]), row, column)
        for row in range(len(free_new))
        for column in range(len(free_old))
        if scores[row][column] >= _ALIKE
        and new[free_new[row]].startswith(_HEADING) == old[free_old[column]].startswith(_HEADING)
    )
    rows: set[int] = set()
    columns: set[int] = set()
    for _, row, column in ranked:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            yield free_new[row], free_old[column]


def _parted(
    new: Sequence[str], old: Sequence[str], free_new: Sequence[int], free_old: Sequence[int]
) -> dict[int, int]:
    """Pair what was split with its longest part, and what was put together likewise."""
    if len(free_new) * len(free_old) > _MOST_PAIRS:
        return {}
    shared = sorted(
        (-min(len(new[index]), len(old[other])), index, other)
        for index in free_new
        for other in free_old
        if min(len(new[index]), len(old[other])) >= _LEAST_PART
        and (new[index] in old[other] or old[other] in new[index])
    )
    pairs: dict[int, int] = {}
    for _, index, other in shared:
        if index not in pairs and other not in pairs.values():
            pairs[index] = other
    return pairs


def _box_ids(
    new: Document, old: Document, pairs: Mapping[int, int], names: _Names
) -> dict[str, str]:
    """Give every box the id of the older box that most of its blocks stood in."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for index, other in pairs.items():
        box, older = new.blocks[index].box, old.blocks[other].box
        if box is not None and older is not None:
            votes[box][older] += 1
    ids: dict[str, str] = {}
    for block in new.blocks:
        if block.box is None or block.box in ids:
            continue
        ranked = [older for older, _ in votes[block.box].most_common() if older not in ids.values()]
        ids[block.box] = ranked[0] if ranked else names.give(block.box)
    return ids


class _Names:
    """Gives ids that continue the numbering of an older document."""

    def __init__(self, old: Document) -> None:
        self._used = {passage.id for passage in old.passages()}
        self._used |= {block.box for block in old.blocks if block.box is not None}
        self._highest: dict[str, int] = defaultdict(int)
        for used in self._used:
            prefix, number = _parts(used)
            self._highest[prefix] = max(self._highest[prefix], number)

    def take(self, ids: Iterable[str]) -> None:
        """Count ids as used."""
        self._used.update(ids)

    def give(self, wanted: str) -> str:
        """Return the id wanted, or the next free one of its kind."""
        if wanted in self._used:
            prefix, _ = _parts(wanted)
            self._highest[prefix] += 1
            wanted = f"{prefix}{self._highest[prefix]}"
            if wanted in self._used:
                return self.give(wanted)
        self._used.add(wanted)
        return wanted


def _parts(identifier: str) -> tuple[str, int]:
    """Split `p12` into `p` and 12; an id without a number at its end has the number 0."""
    match = _NUMBERED.fullmatch(identifier)
    return (match[1], int(match[2])) if match else (identifier, 0)
