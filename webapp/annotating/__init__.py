"""From what an editor fills in to an annotation, and from that to what pages show of it."""

from webapp.annotating.context import PassageContext, passage_context
from webapp.annotating.faulty import FaultyFile, faulty_files
from webapp.annotating.form import Written, form_of, written_in
from webapp.annotating.history import ShownStep, editors_history, readers_history
from webapp.annotating.queue import Waiting, waiting

__all__ = [
    "FaultyFile",
    "PassageContext",
    "ShownStep",
    "Waiting",
    "Written",
    "editors_history",
    "faulty_files",
    "form_of",
    "passage_context",
    "readers_history",
    "waiting",
    "written_in",
]
