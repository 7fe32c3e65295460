"""What the authorities say of names: labels of facet values, values by name, abbreviations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from archive.authorities import Authorities
from indexer.analysis import words
from indexer.engine import Facet
from indexer.passages import PassageKind

__all__ = ["KIND_LABELS", "Names"]

KIND_LABELS: Mapping[str, str] = {
    PassageKind.TITLE: "Titles",
    PassageKind.HEADING: "Headings",
    PassageKind.PARAGRAPH: "Paragraphs",
    PassageKind.ITEM: "List items",
    PassageKind.QUOTATION: "Quotations",
    PassageKind.ASIDE: "Boxes",
    PassageKind.NOTE: "Notes",
    PassageKind.ANNOTATION: "Annotations",
}
_KIND_NAMES: Mapping[str, tuple[str, ...]] = {
    "footnote": (PassageKind.NOTE,),
    "endnote": (PassageKind.NOTE,),
    "box": (PassageKind.ASIDE,),
    "text": tuple(
        kind for kind in PassageKind if kind not in {PassageKind.NOTE, PassageKind.ANNOTATION}
    ),
}
# Abbreviations that are also words: they are widened only when typed in capitals.
_WORDS = {
    "act", "aid", "aim", "all", "and", "art", "ask", "bar", "can", "cap", "car", "care", "case",
    "ceo", "core", "cost", "dare", "dim", "end", "fact", "fit", "for", "gap", "has", "hero",
    "hope", "ice", "ill", "in", "is", "it", "led", "list", "map", "mine", "mission", "no", "not",
    "of", "oil", "on", "or", "pact", "past", "peace", "plan", "pro", "safe", "sea", "set", "she",
    "star", "start", "step", "sun", "team", "the", "to", "un", "us", "who", "win",
}  # fmt: skip


@dataclass(frozen=True)
class Names:
    """The names of an archive's authorities."""

    authorities: Authorities

    def label(self, facet: Facet, value: str) -> str:
        """Return what readers see for a value of a facet."""
        if facet is Facet.MISSION:
            return self.authorities.mission_label(value)
        if facet is Facet.THEME:
            return self.authorities.theme_label(value)
        if facet is Facet.KIND:
            return KIND_LABELS.get(value, value)
        return value[:1].upper() + value[1:] if facet is Facet.TYPE else value

    def values(self, facet: Facet, name: str) -> tuple[str, ...]:
        """Return the ids that a name stands for: an id, acronym, label or full name."""
        return self._ids[facet].get(_key(name), ())

    def expansion(self, typed: str) -> str | None:
        """Return what a word as typed is the abbreviation of, if it is one."""
        if typed in self._expansions:
            return self._expansions[typed]
        if typed != typed.lower() or typed in _WORDS:
            return None
        return self._folded_expansions.get(typed)

    @cached_property
    def _expansions(self) -> Mapping[str, str]:
        return {entry.abbr: entry.expansion for entry in self.authorities.abbreviations}

    @cached_property
    def _folded_expansions(self) -> Mapping[str, str]:
        return {abbr.lower(): expansion for abbr, expansion in self._expansions.items()}

    @cached_property
    def _ids(self) -> Mapping[Facet, Mapping[str, tuple[str, ...]]]:
        missions: dict[str, tuple[str, ...]] = {}
        for mission in self.authorities.missions:
            for name in dict.fromkeys(map(_key, (mission.id, mission.acronym, mission.name))):
                missions[name] = (*missions.get(name, ()), mission.id)
        themes = {
            _key(name): (theme.id,)
            for theme in self.authorities.themes
            for name in (theme.id, theme.label)
        }
        kinds = {_key(name): values for name, values in _KIND_NAMES.items()}
        for kind, label in KIND_LABELS.items():
            kinds |= dict.fromkeys((kind, f"{kind}s", _key(label)), (kind,))
        return {Facet.MISSION: missions, Facet.THEME: themes, Facet.KIND: kinds}


def _key(name: str) -> str:
    return " ".join(word.exact for word in words(name))
