"""The command `citations`: the citation graph, and what leads nowhere."""

from __future__ import annotations

from pathlib import Path

import click

from archive.exports import GRAPH_EXPORTS, export_graph, unresolved_csv
from archive.files import write_file
from webapp.cli.common import archive_option, plain_errors
from webapp.workspace import Workspace

__all__ = ["citations"]

_UNRESOLVED = "unresolved"


@click.command()
@click.option(
    "--format",
    "format_name",
    type=click.Choice([*GRAPH_EXPORTS, _UNRESOLVED]),
    default="csv",
    show_default=True,
    help="The form of the graph; 'unresolved' writes what leads nowhere, as CSV.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file.  [default: standard output]",
)
@archive_option
@plain_errors
def citations(format_name: str, output: Path | None, archive: Path) -> None:
    """Write who cites what: every citing sentence with its place."""
    workspace = Workspace.open(archive)
    graph = workspace.citations().graph
    if format_name == _UNRESOLVED:
        text = unresolved_csv(graph.unresolved)
    else:
        text = export_graph(graph, workspace.archive.authorities, format_name)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_file(output, text)
