"""Commands about an archive as a whole: new, check, export."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from annotations import AnnotationStore
from archive import Archive, ArchiveSettings, Severity
from archive.exports import EXPORTS, export_document
from archive.files import write_file
from webapp.cli.common import archive_option, counted, plain_errors
from webapp.sample import sample_authorities

__all__ = ["check", "export", "new"]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="The archive's title.  [default: the folder's name]")
@click.option("--description", default="", help="One or two sentences for the home page.")
@plain_errors
def new(folder: Path, title: str | None, description: str) -> None:
    """Make a new, empty archive in FOLDER.

    It begins with the authorities of the sample archive (missions, themes, UN documents and
    abbreviations of UN peace operations), which you may replace.
    """
    name = title or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    Archive.create(folder, ArchiveSettings(name, description), sample_authorities())
    click.echo(f"Made the archive '{name}' in {folder}.")
    click.echo(f"Import a document:  peacearchive import --archive {folder} FILE")


@click.command()
@archive_option
@plain_errors
def check(archive: Path) -> None:
    """Report every fault of an archive, with file, line and remedy.

    A document with an error is left out of the archive until it is mended; warnings are only
    told. The exit status is 1 if there is an error.
    """
    opened = Archive.open(archive)
    errors = warnings = 0
    for fault in (*opened.check(), *AnnotationStore(opened.annotations_folder).check(opened)):
        errors += fault.severity is Severity.ERROR
        warnings += fault.severity is Severity.WARNING
        click.echo(str(fault))
    documents = counted(len(opened.document_ids()), "document")
    click.echo(f"{documents}, {counted(errors, 'error')}, {counted(warnings, 'warning')}")
    sys.exit(1 if errors else 0)


@click.command()
@click.argument("document")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(EXPORTS)),
    default="json",
    show_default=True,
    help="The form of what is written.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file.  [default: standard output]",
)
@archive_option
@plain_errors
def export(document: str, format_name: str, output: Path | None, archive: Path) -> None:
    """Write one DOCUMENT (its id) with its notes, citations and mentions."""
    opened = Archive.open(archive)
    base_url = opened.settings.base_url
    text = export_document(opened.document(document), opened.authorities, format_name, base_url)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_file(output, text)
