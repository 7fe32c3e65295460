"""Detection: the missions and themes a document is chiefly about, for an editor to confirm."""

from archive.detection.evidence import Evidence
from archive.detection.proposing import Proposal, propose

__all__ = ["Evidence", "Proposal", "propose"]
