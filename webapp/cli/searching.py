"""Commands about the index: index, search."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from indexer import (
    Facet,
    FilterError,
    Filters,
    SearchRequest,
    SearchResult,
    YearRange,
    search_json,
)
from webapp.cli.common import archive_option, counted, plain_errors
from webapp.workspace import Workspace

__all__ = ["RateColumn", "index", "search", "update_with_progress"]


@click.command()
@click.option("--rebuild", is_flag=True, help="Build the index anew instead of updating it.")
@archive_option
@plain_errors
def index(rebuild: bool, archive: Path) -> None:  # noqa: FBT001 -- click passes a flag by name
    """Bring the index up to date with the documents and annotations.

    Only what changed is indexed again. Other commands and the server do this by themselves; use
    this one before a large archive is served.
    """
    workspace = Workspace.open(archive)
    update_with_progress(workspace, rebuild=rebuild)
    click.echo(f"The index is up to date: {counted(workspace.passage_count(), 'passage')}.")


@click.command()
@click.argument("query")
@click.option("--mission", "missions", multiple=True, help="Only this mission (id); repeatable.")
@click.option("--theme", "themes", multiple=True, help="Only this theme (id); repeatable.")
@click.option("--year", "years", multiple=True, help="Only 1999, or 1999..2005; repeatable.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@archive_option
@plain_errors
def search(
    query: str,
    missions: tuple[str, ...],
    themes: tuple[str, ...],
    years: tuple[str, ...],
    as_json: bool,  # noqa: FBT001 -- click passes a flag by name
    archive: Path,
) -> None:
    """Search text, notes and annotations for QUERY.

    Several values of one facet widen the search, different facets narrow it.
    """
    workspace = Workspace.open(archive)
    _refuse_unknown(workspace, missions, themes, years)
    update_with_progress(workspace, rebuild=False)
    filters = Filters(
        {Facet.MISSION: missions, Facet.THEME: themes, Facet.YEAR: years},
    )
    result = workspace.search(SearchRequest(query=query, filters=filters))
    if as_json:
        click.echo(json.dumps(search_json(result), ensure_ascii=False, indent=2))
    else:
        _print(result)


def _refuse_unknown(
    workspace: Workspace, missions: tuple[str, ...], themes: tuple[str, ...], years: tuple[str, ...]
) -> None:
    """Refuse what can only be a slip; a search for it would find nothing and not say why."""
    authorities = workspace.archive.authorities
    unknown = [("mission", one) for one in missions if authorities.mission(one) is None]
    unknown += [("theme", one) for one in themes if authorities.theme(one) is None]
    for kind, value in unknown:
        raise click.UsageError(
            f"There is no {kind} '{value}'. The ids are in authorities/{kind}s.yaml."
        )
    for year in years:
        try:
            YearRange.parse(year)
        except FilterError as error:
            raise click.UsageError(str(error)) from error


class RateColumn(ProgressColumn):
    """How many are done in a second, once that is known."""

    def render(self, task: Task) -> Text:
        """Return the rate of a task."""
        return Text("" if task.speed is None else f"{task.speed:,.0f}/s")


def update_with_progress(workspace: Workspace, *, rebuild: bool) -> None:
    """Update the index; a bar on standard error shows how far it is, if it takes long."""
    columns = (
        TextColumn("Indexing documents"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    hidden = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        task = progress.add_task("index", total=None)

        def show(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        workspace.update_index(progress=show, rebuild=rebuild)
    _tell_what_is_left_out(workspace)


def _tell_what_is_left_out(workspace: Workspace) -> None:
    """Say on standard error that documents with errors are not in the index."""
    indexed = workspace.search(SearchRequest(page_size=1, passages_shown=1)).documents
    left_out = len(workspace.archive.document_ids()) - indexed
    if left_out > 0:
        number = counted(left_out, "document")
        remedy = f"See what to mend:  peacearchive check --archive {workspace.archive.path}"
        click.echo(f"Left out because of errors: {number}. {remedy}", err=True)


def _print(result: SearchResult) -> None:
    passages = counted(result.passages, "passage")
    click.echo(f"{passages} in {counted(result.documents, 'document')}")
    for hit in result.hits:
        click.echo("")
        facts = ", ".join(part for part in (hit.date, *hit.authors) if part)
        click.secho(f"{hit.title} ({facts})" if facts else hit.title, bold=True)
        for found in hit.passages:
            click.echo(f"  {found.url}")
            click.echo(f"    {_plain(found.snippet)}")
        if hit.found > len(hit.passages):
            click.echo(f"  {hit.found - len(hit.passages)} more in this document")


def _plain(snippet: str) -> str:
    """Return a snippet for a terminal: matched words bold, no HTML."""
    marked = re.sub(r"<mark>(.*?)</mark>", lambda match: click.style(match[1], bold=True), snippet)
    return unescape(marked).replace("\n", " · ")
