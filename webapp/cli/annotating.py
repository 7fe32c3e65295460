"""The commands `annotations`: all annotations of an archive out into one file, and in again."""

from __future__ import annotations

import datetime as dt
import json
import sys
from dataclasses import replace
from pathlib import Path

import click

from annotations import (
    Annotation,
    AnnotationExistsError,
    AnnotationStore,
    State,
    WebAnnotationError,
    reattached,
)
from annotations.webannotation import Addresses, ImportRules, archive_export, import_annotations
from archive import Archive, Document
from archive.errors import DocumentError
from archive.files import write_file
from webapp.cli.common import archive_option, counted, plain_errors

__all__ = ["annotations_group"]

_WITHOUT_ADDRESS = "http://127.0.0.1:8000"
"""What stands for the address of an archive that names none."""


@click.group("annotations")
def annotations_group() -> None:
    """Export and import the annotations of an archive, as W3C Web Annotations."""


@annotations_group.command()
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file.  [default: standard output]",
)
@archive_option
@plain_errors
def export(output: Path | None, archive: Path) -> None:
    """Write all annotations, drafts and history too, as one AnnotationCollection."""
    opened = Archive.open(archive)
    found = AnnotationStore(opened.annotations_folder).load()
    for fault in found.faults:
        click.echo(str(fault), err=True)
    known = [entry.annotation for entry in found.stored]
    collection = archive_export(
        known, _addresses(opened), f"Annotations of {opened.settings.title}"
    )
    text = json.dumps(collection, ensure_ascii=False, indent=2) + "\n"
    if output is None:
        click.echo(text, nl=False)
    else:
        write_file(output, text)
        click.echo(f"Wrote {counted(len(known), 'annotation')} to {output}.")
    sys.exit(1 if found.faults else 0)


@annotations_group.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--editor", default="Import", show_default=True, help="Who, where FILE names nobody.")
@archive_option
@plain_errors
def import_file(file: Path, editor: str, archive: Path) -> None:
    """Import annotations from FILE: an AnnotationCollection, or Hypothesis' API export.

    What comes from elsewhere is submitted for review. What the archive has already stays as it
    is. What cannot be taken is told; the exit status is then 1.
    """
    opened = Archive.open(archive)
    rules = ImportRules(editor, dt.datetime.now(dt.UTC).replace(microsecond=0), State.SUBMITTED)
    imported = import_annotations(_parsed(file), _addresses(opened), rules)
    store, documents = AnnotationStore(opened.annotations_folder), _Documents(opened)
    made = kept = 0
    for annotation in imported.annotations:
        try:
            store.create(documents.attached(annotation))
            made += 1
        except AnnotationExistsError:
            kept += 1
    for problem in imported.problems:
        click.echo(str(problem), err=True)
    left_out = len(imported.problems)
    click.echo(f"{made} imported, {kept} there already, {left_out} left out")
    sys.exit(1 if left_out else 0)


class _Documents:
    """The documents of an archive, each read once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._read: dict[str, Document | None] = {}

    def attached(self, annotation: Annotation) -> Annotation:
        """Return an annotation whose passage was not known at the place found for its words."""
        document = self._document(annotation.document)
        if annotation.target.passage or document is None:
            return annotation
        return replace(annotation, target=reattached(annotation.target, document))

    def _document(self, document_id: str) -> Document | None:
        if document_id not in self._read:
            try:
                self._read[document_id] = self._archive.document(document_id)
            except DocumentError:
                self._read[document_id] = None
        return self._read[document_id]


def _parsed(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise WebAnnotationError(
            "The file is not JSON.", path=file, remedy="Give a file that holds annotations."
        ) from error


def _addresses(archive: Archive) -> Addresses:
    """Know documents by their addresses here, and by those they were published at."""
    published: dict[str, str] = {}
    for document_id in archive.document_ids():
        document, _ = archive.read(document_id)
        if document is not None and document.metadata.source.get("url"):
            published[str(document.metadata.source["url"])] = document_id
    return Addresses(f"{archive.settings.base_url or _WITHOUT_ADDRESS}/", published)
