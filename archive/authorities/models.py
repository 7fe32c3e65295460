"""What the authorities hold: missions, themes, UN documents and abbreviations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from archive.dates import PartialDate
from archive.symbols import parse_symbol

__all__ = ["Abbreviation", "Authorities", "Mission", "Theme", "UNDocument"]


@dataclass(frozen=True, slots=True)
class Mission:
    """A peace operation, of the UN or of others.

    Attributes:
        id: stable, lower case, such as `unmiss`.
        acronym: what it is called for short; not always unique (ECOMOG).
        name: the full name in English.
        kind: `un-peacekeeping`, `special-political`, `un-support`, `regional` or `coalition`.
        lead: the organization or country in charge.
        location: ISO 3166 alpha-3 codes (and XKX for Kosovo).
        region: of the world.
        start: first day, as exact as is known.
        end: last day, or None while it runs.
        established_by: canonical symbols of the resolutions or statements behind it.
        poc_mandate: whether it was told to protect civilians; None if that is not known.
        poc_first: the symbol of the first resolution to say so.
        predecessor: ids of the missions it took over from.
        successor: ids of the missions that took over from it.
        other_names: other acronyms, names and spellings.
        not_to_confuse_with: ids of missions whose names look alike.
        note: a remark.
        confidence: of whoever compiled the entry: `high` or `medium`.
        verified: the source it was checked against, or None.
        also: further sources.
        checked: what of the entry was checked.
        extra: keys the program does not know.
    """

    id: str
    acronym: str
    name: str
    kind: str = ""
    lead: str = ""
    location: tuple[str, ...] = ()
    region: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    established_by: tuple[str, ...] = ()
    poc_mandate: bool | None = None
    poc_first: str | None = None
    predecessor: tuple[str, ...] = ()
    successor: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    not_to_confuse_with: tuple[str, ...] = ()
    note: str | None = None
    confidence: str | None = None
    verified: str | None = None
    also: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject of the collection.

    Attributes:
        id: stable, lower case, such as `use-of-force`.
        label: what readers see.
        scope: what belongs to it, in a sentence.
        terms: words that speak for the theme wherever they stand.
        weak_terms: words that speak for it only beside others.
        related: ids of neighbouring themes.
        confidence: as in `Mission`.
        verified: as in `Mission`.
        extra: keys the program does not know.
    """

    id: str
    label: str
    scope: str = ""
    terms: tuple[str, ...] = ()
    weak_terms: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    confidence: str | None = None
    verified: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UNDocument:
    """A document of the UN that the collection cites.

    Attributes:
        id: stable, lower case, such as `brahimi-report`.
        symbol: canonical, or None for a paper without a symbol.
        title: the title, or what the document is about.
        kind: such as `security council resolution`.
        date: of adoption or issue, as exact as is known.
        common_names: what authors call it.
        subject: what it says, in a phrase.
        missions: ids of the missions it is about.
        themes: ids of its themes.
        note: a remark.
        confidence: as in `Mission`.
        verified: as in `Mission`.
        also: as in `Mission`.
        checked: as in `Mission`.
        extra: keys the program does not know.
    """

    id: str
    symbol: str | None
    title: str
    kind: str = ""
    date: PartialDate | None = None
    common_names: tuple[str, ...] = ()
    subject: str = ""
    missions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    note: str | None = None
    confidence: str | None = None
    verified: str | None = None
    also: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for.

    Attributes:
        abbr: the short form; capitals matter.
        expansion: what it stands for.
        type: such as `body`, `concept` or `mission`.
        variants: other short forms, or other expansions.
        mission: the id of the mission it names, or None.
        note: a remark.
        confidence: as in `Mission`.
        verified: as in `Mission`.
        extra: keys the program does not know.
    """

    abbr: str
    expansion: str
    type: str = ""
    variants: tuple[str, ...] = ()
    mission: str | None = None
    note: str | None = None
    confidence: str | None = None
    verified: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Authorities:
    """The controlled lists of an archive, with look-ups. Ids are unique within each list.

    Two of them are equal only if they are the same, so that what is derived from one can be kept
    beside it.
    """

    missions: tuple[Mission, ...] = ()
    themes: tuple[Theme, ...] = ()
    un_documents: tuple[UNDocument, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()

    def mission(self, mission_id: str) -> Mission | None:
        """Return the mission with the id, if there is one."""
        return self._missions.get(mission_id)

    def theme(self, theme_id: str) -> Theme | None:
        """Return the theme with the id, if there is one."""
        return self._themes.get(theme_id)

    def un_document(self, document_id: str) -> UNDocument | None:
        """Return the UN document with the id, if there is one."""
        return self._un_documents.get(document_id)

    def missions_with_acronym(self, acronym: str) -> tuple[Mission, ...]:
        """Return the missions of an acronym, several if they share it; capitals do not matter."""
        return self._acronyms.get(acronym.upper(), ())

    def un_document_with_symbol(self, symbol: str) -> UNDocument | None:
        """Return the UN document of a canonical symbol, or of one half of a double symbol."""
        exact = self._symbols.get(symbol)
        if exact is not None:
            return exact
        parsed = parse_symbol(symbol)
        halves = () if parsed is None else parsed.halves
        return next((self._symbols[half] for half in halves if half in self._symbols), None)

    def mission_label(self, mission_id: str) -> str:
        """Return what readers see for a mission: its acronym, or its name if that is shared.

        An unknown id is its own label.
        """
        mission = self.mission(mission_id)
        if mission is None:
            return mission_id
        shared = len(self.missions_with_acronym(mission.acronym)) > 1
        return mission.name if shared else mission.acronym

    def theme_label(self, theme_id: str) -> str:
        """Return what readers see for a theme; an unknown id is its own label."""
        theme = self.theme(theme_id)
        return theme_id if theme is None else theme.label

    @cached_property
    def _missions(self) -> Mapping[str, Mission]:
        return {mission.id: mission for mission in self.missions}

    @cached_property
    def _themes(self) -> Mapping[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def _un_documents(self) -> Mapping[str, UNDocument]:
        return {document.id: document for document in self.un_documents}

    @cached_property
    def _acronyms(self) -> Mapping[str, tuple[Mission, ...]]:
        found: dict[str, tuple[Mission, ...]] = {}
        for mission in self.missions:
            acronym = mission.acronym.upper()
            found[acronym] = (*found.get(acronym, ()), mission)
        return found

    @cached_property
    def _symbols(self) -> Mapping[str, UNDocument]:
        return _by_symbol(self.un_documents)


def _by_symbol(documents: Iterable[UNDocument]) -> dict[str, UNDocument]:
    """UN documents by symbol and by the halves of double symbols; whole symbols go first."""
    whole: dict[str, UNDocument] = {}
    halves: dict[str, UNDocument] = {}
    for document in documents:
        parsed = None if document.symbol is None else parse_symbol(document.symbol)
        if parsed is not None:
            whole.setdefault(parsed.canonical, document)
            for half in parsed.halves:
                halves.setdefault(half, document)
    return halves | whole
