"""The command `import`: files into the archive, one after the other."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from archive import Archive, ArchiveError, PartialDate
from archive.importers import IMPORTERS, ImportOverrides
from archive.importing import import_into, preview
from webapp.cli.common import archive_option, plain_errors

__all__ = ["import_files"]


class _Date(click.ParamType[PartialDate]):
    """A date as exact as it is known."""

    name = "date"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        try:
            return PartialDate.parse(value)
        except ValueError as error:
            self.fail(f"{error}", param, ctx)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--id", "document_id", help="The document's id; only with one FILE.")
@click.option("--title", help="The title; only with one FILE.")
@click.option("--author", "authors", multiple=True, help="An author; may be repeated.")
@click.option("--date", type=_Date(), help="The date: 2020, 2020-05 or 2020-05-31.")
@click.option("--mission", "missions", multiple=True, help="The id of a mission; repeatable.")
@click.option("--theme", "themes", multiple=True, help="The id of a theme; repeatable.")
@click.option(
    "--as",
    "format_name",
    type=click.Choice(sorted(importer.name for importer in IMPORTERS)),
    help="Read every FILE in this form.  [default: judged by its content]",
)
@click.option("--dry-run", is_flag=True, help="Show what would be imported; write nothing.")
@archive_option
@plain_errors
def import_files(
    files: tuple[Path, ...],
    document_id: str | None,
    title: str | None,
    authors: tuple[str, ...],
    date: PartialDate | None,
    missions: tuple[str, ...],
    themes: tuple[str, ...],
    format_name: str | None,
    dry_run: bool,  # noqa: FBT001 -- click passes a flag by name
    archive: Path,
) -> None:
    """Import FILES as documents, and say what was found in each.

    What the options give takes the place of what the text says of itself. A file that was
    imported before is imported anew: blocks that did not change keep their ids, so annotations
    hold. A file that cannot be imported does not stop the others.
    """
    if len(files) > 1 and (document_id or title):
        raise click.UsageError("--id and --title name one document; give one FILE with them.")
    opened = Archive.open(archive)
    overrides = ImportOverrides(
        id=document_id,
        title=title,
        authors=authors or None,
        date=date,
        missions=missions or None,
        themes=themes or None,
    )
    step = preview if dry_run else import_into
    failed = 0
    for path in files:
        try:
            imported = step(opened, path, overrides, format_name)
        except ArchiveError as error:
            failed += 1
            click.echo(f"Error: {error}", err=True)
            continue
        click.echo(f"{path} -> {imported.document.id}" + (" (nothing written)" * dry_run))
        click.echo(imported.summary)
    sys.exit(1 if failed else 0)
