"""What a document adds to the citation graph as plain data, to be kept beside the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from archive.citations.graph.models import (
    CitingDocument,
    CitingSentence,
    DocumentGraph,
    ReferringSentence,
    UnresolvedCitation,
    UnresolvedReason,
)
from archive.citations.places import SentencePlace
from archive.dates import PartialDate
from archive.references import ReferenceForm

__all__ = ["graph_data", "read_graph_data"]


def graph_data(part: DocumentGraph) -> dict[str, Any]:
    """Return a part of the graph as data that JSON can hold; its document stands there once."""
    date = part.document.date
    return {
        "document": asdict(replace(part.document, date=None))
        | {"date": None if date is None else str(date)},
        "citing": [_plain(sentence) for sentence in part.citing],
        "referring": [_plain(sentence) for sentence in part.referring],
        "unresolved": [_plain(citation) for citation in part.unresolved],
    }


def read_graph_data(data: Mapping[str, Any]) -> DocumentGraph:
    """Return the part of the graph that data were made from.

    Raises:
        KeyError, TypeError, ValueError: the data have another form.
    """
    about = dict(data["document"])
    date = None if about["date"] is None else PartialDate.parse(about["date"])
    document = CitingDocument(**_tuples(about) | {"date": date})
    return DocumentGraph(
        document,
        tuple(CitingSentence(document, **_read(one)) for one in data["citing"]),
        tuple(
            ReferringSentence(document, **_read(one) | {"form": ReferenceForm(one["form"])})
            for one in data["referring"]
        ),
        tuple(
            UnresolvedCitation(document, **_read(one) | {"reason": UnresolvedReason(one["reason"])})
            for one in data["unresolved"]
        ),
    )


def _plain(found: CitingSentence | ReferringSentence | UnresolvedCitation) -> dict[str, Any]:
    values = {each.name: getattr(found, each.name) for each in fields(found)}
    del values["document"]
    return values | {"place": asdict(found.place)}


def _read(data: Mapping[str, Any]) -> dict[str, Any]:
    return _tuples(data) | {"place": SentencePlace(**_tuples(data["place"]))}


def _tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data with tuples for the lists that JSON has in their place."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
