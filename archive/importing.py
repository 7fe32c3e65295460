"""Bringing a file into an archive: import, proposals, ids kept from an earlier import, saving.

Everything that can fail fails before the archive is written to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from archive.detection import Evidence, Proposal, propose
from archive.errors import ImportFailedError
from archive.folder import Archive, SourceFile
from archive.importers import (
    ImportOverrides,
    ImportReport,
    import_file,
    report_yaml,
    reuse_ids,
)
from archive.metadata import Metadata
from archive.models import Document
from archive.yaml_files import dump_yaml

__all__ = ["Imported", "import_into", "preview"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made.

    Attributes:
        document: as it is, or would be, in the archive.
        report: what the importer repaired and doubts.
        proposal: the missions and themes it seems to be about.
        renewed: whether the archive had the document before.
    """

    document: Document
    report: ImportReport
    proposal: Proposal
    renewed: bool

    @property
    def report_text(self) -> str:
        """The text of import.yaml: the report, and what speaks for each proposal."""
        proposed = {
            "missions": [_evidence(found) for found in self.proposal.missions],
            "themes": [_evidence(found) for found in self.proposal.themes],
        }
        return report_yaml(self.report) + dump_yaml({"proposed": proposed})

    @property
    def summary(self) -> str:
        """A few lines for the command line."""
        lines = [self.report.summary]
        for name, found in (("missions", self.proposal.missions), ("themes", self.proposal.themes)):
            if found:
                counted = (f"{evidence.id} ({evidence.count})" for evidence in found)
                lines.append(f"{name} proposed: {', '.join(counted)}")
        return "\n".join(lines)


def _evidence(found: Evidence) -> dict[str, object]:
    return {"id": found.id, "count": found.count, "terms": dict(found.terms)}


def import_into(
    archive: Archive, path: Path, overrides: ImportOverrides, format_name: str | None = None
) -> Imported:
    """Import a file and save it as a document of the archive.

    A document that is imported again keeps the ids of blocks that did not change, and what its
    metadata.yaml says; only what `overrides` gives takes the place of that.

    Args:
        archive: where to.
        path: the file.
        overrides: what a person says of the document.
        format_name: the importer to use; without it the content decides.

    Raises:
        ImportFailedError: the file cannot be imported, or another file has the document's id.
        ArchiveError: the document that stands there cannot be read, or the archive is busy.
        OSError: the disk refused. Whatever was raised, the archive is as it was.
    """
    imported = preview(archive, path, overrides, format_name)
    source = SourceFile(path.name, path.read_bytes())
    archive.save(imported.document, imported.report_text, source)
    return imported


def preview(
    archive: Archive, path: Path, overrides: ImportOverrides, format_name: str | None = None
) -> Imported:
    """Do all that `import_into` does but saving; arguments and errors are the same."""
    _refuse_unknown(archive, "mission", overrides.missions or ())
    _refuse_unknown(archive, "theme", overrides.themes or ())
    result = import_file(path, overrides, format_name)
    document = result.document
    renewed = document.id in archive.document_ids()
    if renewed:
        if overrides.id is None:
            _refuse_other_source(archive, document.id, path)
        older = archive.document(document.id)
        document = replace(
            reuse_ids(document, older),
            metadata=_merged(document.metadata, older.metadata, overrides),
        )
    proposal = propose(document, archive.authorities)
    document = replace(document, metadata=_with_proposal(document.metadata, proposal))
    return Imported(document, result.report, proposal, renewed)


def _refuse_unknown(archive: Archive, kind: str, identifiers: Iterable[str]) -> None:
    find = archive.authorities.mission if kind == "mission" else archive.authorities.theme
    for identifier in identifiers:
        if find(identifier) is None:
            raise ImportFailedError(
                f"There is no {kind} '{identifier}' in the archive's authority.",
                remedy=f"The ids are in authorities/{kind}s.yaml.",
            )


def _refuse_other_source(archive: Archive, document_id: str, path: Path) -> None:
    folder = archive.document_folder(document_id) / "source"
    names = sorted(source.name for source in folder.iterdir()) if folder.is_dir() else []
    if path.name not in names:
        origin = f", imported from '{names[0]}'" if names else ""
        raise ImportFailedError(
            f"The archive already has a document '{document_id}'{origin}.",
            path=path,
            remedy=f"Choose another id with --id, or replace it with --id {document_id}.",
        )


def _merged(new: Metadata, older: Metadata, overrides: ImportOverrides) -> Metadata:
    """What the older metadata says stays, unless a person overrides it now."""
    return replace(
        older,
        title=overrides.title or older.title,
        authors=overrides.authors or older.authors or new.authors,
        date=overrides.date or older.date or new.date,
        publisher=older.publisher or new.publisher,
        subtitle=older.subtitle or new.subtitle,
        missions=overrides.missions or older.missions,
        themes=overrides.themes or older.themes,
        source=new.source,
        abbreviations=new.abbreviations or older.abbreviations,
    )


def _with_proposal(metadata: Metadata, proposal: Proposal) -> Metadata:
    """Keep as proposed what nobody has confirmed yet."""
    return replace(
        metadata,
        proposed_missions=_without(proposal.missions, metadata.missions),
        proposed_themes=_without(proposal.themes, metadata.themes),
    )


def _without(proposed: Iterable[Evidence], confirmed: Iterable[str]) -> tuple[str, ...]:
    known = set(confirmed)
    return tuple(evidence.id for evidence in proposed if evidence.id not in known)
