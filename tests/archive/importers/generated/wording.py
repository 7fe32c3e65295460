"""Sentences of no meaning in the manner of the field, with what misleads an importer in them."""

from __future__ import annotations

from random import Random

__all__ = ["body_text", "heading_text", "name", "sentence", "sentences"]


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_NOUNS = _listed(
    "agreement ambush armistice assembly battalion boundary brigade budget caravan ceasefire "
    "checkpoint coalition commander commission community compound convoy corridor council cousin "
    "custom delegation deployment district donor election embargo envoy escort factory faction "
    "ferry frontier garrison governor granary harbour harvest headquarters hospital household "
    "incident inquiry instrument interpreter judiciary lagoon landowner liaison logistics mandate "
    "market massacre mediator militia ministry monitor municipality negotiation neighbour observer "
    "outpost parliament patrol pension plateau police precinct prefect prisoner procession quarry "
    "referendum refugee regiment registry reporter resident river rotation sanction secretariat "
    "sector settlement shelter shepherd signatory stabilization surveillance telegram territory "
    "tribunal truce turnout valley vehicle village vineyard volunteer warehouse watchtower "
    "withdrawal witness workshop"
)
_ADJECTIVES = _listed(
    "abandoned adjacent ambitious armed bilateral cautious central civilian coastal competent "
    "considerable contested credible customary defensive deliberate diplomatic displaced divided "
    "eastern electoral experienced external fragile fragmented generous hesitant humanitarian "
    "impartial independent informal integrated international legitimate lengthy limited logistical "
    "military multinational municipal neighbouring northern numerous operational ordinary "
    "permanent persistent political powerful preliminary provincial provisional regional reluctant "
    "remote restrained robust seasonal southern sovereign strategic subsequent substantial "
    "temporary traditional transitional uncertain unarmed uneasy vulnerable western"
)
_VERBS = _listed(
    "abandoned accepted acknowledged administered advised answered approached authorized balanced "
    "challenged circulated completed condemned consulted contradicted coordinated criticized "
    "defended delayed demonstrated described discouraged encountered endorsed escorted established "
    "evacuated examined exhausted financed followed guaranteed ignored inspected interrupted "
    "investigated justified maintained misunderstood monitored negotiated observed obstructed "
    "outnumbered overlooked persuaded postponed prevented protected questioned reassured recalled "
    "reinforced replaced requested resisted restored supervised surrounded tolerated transformed "
    "undermined verified welcomed"
)
_COMPOUNDS = (
    "decision-making", "peace-making", "long-term", "troop-contributing", "power-sharing",
    "policy-making", "inter-agency", "civil-military", "well-known", "non-governmental",
    "host-state", "cross-border", "rule-of-law", "follow-up", "quick-impact",
)  # fmt: skip
_PLACES = (
    "Ardavan", "Belmora", "Casterny", "Dorvale", "Eskaria", "Fenmark", "Gorandi", "Halvany",
    "Istrel", "Jorvana", "Kesmira", "Lorbek", "Marundi", "Nerava", "Ostrava Bay", "Pelagonda",
)  # fmt: skip
_FIRST = ("Adela", "Bruno", "Clara", "Dario", "Edith", "Farid", "Greta", "Hugo", "Irma", "Joao")
_LAST = (
    "Abernethy", "Bonavita", "Castellan", "Drummond", "Eriksen", "Fontaine", "Grunewald",
    "Hollander", "Ibarra", "Jankowski", "Karlovic", "Lindqvist",
)  # fmt: skip
_MISLEADING = (
    "in {year}",
    "under resolution {resolution}",
    "({year})",
    "against the M23",
    "in the name of R2P",
    "in {small} districts",
    "with {small} per cent of the vote",
    "after {year}",
    "within {small} days",
    "for the G77",
    "on {small} March {year}",
    "in paragraph {small} of resolution {resolution} ({year})",
)
_LINKS = (
    "while", "because", "although", "so that", "and", "but", "after", "before", "until",
    "as soon as",
)  # fmt: skip
_PREPOSITIONS = ("near", "in", "beyond", "outside", "around", "across", "behind")
_OPENINGS = (
    "However,",
    "Moreover,",
    "In the end,",
    "By then,",
    "For years,",
    "At first,",
    "Later,",
)
_CITING = (
    "{year}, {title} (Belmora: {publisher}), p. {small}.",
    "{name}, {title}, {publisher}, {year}, pp. {small}-{more}.",
    "See {name}, “{title}”, {publisher} {small}, no. {few} ({year}): {more}.",
    "S/RES/{resolution} ({year}), para. {small}.",
    "A/{few}/{more}, paras {small}-{more}.",
    "Interview with an {adjective} {noun}, {place}, {few} May {year}.",
    "Ibid., p. {small}.",
    "{year} figures; the {noun} gives {small} for {place}.",
    "{name} {year}, available at https://example.org/{noun}/{small}.",
)  # fmt: skip


def name(random: Random) -> str:
    """Return the name of a person."""
    return f"{random.choice(_FIRST)} {random.choice(_LAST)}"


def heading_text(random: Random, words: int) -> str:
    """Return the words of a heading, with small letters but for the first."""
    parts = [_adjective_noun(random)]
    while sum(len(part.split()) for part in parts) < words:
        joint = random.choice(("and the", "of the", "in the", "against the"))
        parts.append(f"{joint} {_adjective_noun(random)}")
    text = " ".join(parts)
    return text[0].upper() + text[1:]


def sentence(random: Random) -> str:
    """Return one sentence."""
    text = _clause(random)
    if random.random() < 0.25:
        text = f"{random.choice(_OPENINGS)} {text}"
    while random.random() < 0.35:
        text += f"{random.choice(('', ','))} {random.choice(_LINKS)} {_clause(random)}"
    return text[0].upper() + text[1:] + random.choice("......?.")


def sentences(random: Random, least: int, most: int) -> list[str]:
    """Return a number of sentences between two bounds, both included."""
    return [sentence(random) for _ in range(random.randint(least, most))]


def body_text(random: Random, least: int = 0, most: int = 2) -> str:
    """Return the body of a note: a reference and perhaps a remark."""
    reference = _filled(random, random.choice(_CITING))
    remarks = sentences(random, least, most) if least or random.random() < 0.4 else []
    parts = [reference, *remarks] if random.random() < 0.6 else [*remarks, reference]
    return " ".join(parts)


def _adjective_noun(random: Random) -> str:
    return f"{random.choice(_ADJECTIVES)} {random.choice(_NOUNS)}"


def _thing(random: Random) -> str:
    article = random.choice(("the", "the", "every", "no", "another"))
    chance = random.random()
    if chance < 0.12:
        return f"{article} {random.choice(_COMPOUNDS)} {random.choice(_NOUNS)}"
    if chance < 0.2:
        return random.choice(_PLACES)
    if chance < 0.6:
        return f"{article} {_adjective_noun(random)}"
    return f"{article} {random.choice(_NOUNS)}"


def _clause(random: Random) -> str:
    text = f"{_thing(random)} {random.choice(_VERBS)} {_thing(random)}"
    if random.random() < 0.5:
        text += f" {random.choice(_PREPOSITIONS)} {_thing(random)}"
    if random.random() < 0.22:
        text += " " + _filled(random, random.choice(_MISLEADING))
    if random.random() < 0.07:
        text += f" (the “{_adjective_noun(random)}”)"
    return text


def _filled(random: Random, pattern: str) -> str:
    small = random.randint(2, 40)
    values: dict[str, object] = {
        "year": random.randint(1960, 2019),
        "resolution": random.randint(700, 2400),
        "small": small,
        "more": small + random.randint(1, 60),
        "few": random.randint(1, 28),
        "title": heading_text(random, 4).title(),
        "publisher": f"{random.choice(_PLACES)} {random.choice(('Press', 'Review', 'Papers'))}",
        "name": name(random),
        "adjective": random.choice(_ADJECTIVES),
        "noun": random.choice(_NOUNS),
        "place": random.choice(_PLACES),
    }
    return pattern.format(**values)
