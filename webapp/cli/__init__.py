"""The command `peacearchive`: one module a group of commands.

Errors are one line without a traceback. Exit status: 0 for success, 1 when something failed or
faults were found, 2 when the command was called wrongly.
"""

from __future__ import annotations

import click

from webapp.cli.annotating import annotations_group
from webapp.cli.archives import check, export, new
from webapp.cli.citations import citations
from webapp.cli.editors import editors
from webapp.cli.importing import import_files
from webapp.cli.searching import index, search
from webapp.cli.serving import serve

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="peacearchive", prog_name="peacearchive")
def main() -> None:
    """Make, search and serve an archive of footnoted publications.

    Every command works on one archive: the folder named with --archive, else the one in the
    variable PEACEARCHIVE, else a copy of the bundled sample archive in your data folder.
    """


for _command in (
    new,
    import_files,
    index,
    search,
    serve,
    export,
    citations,
    check,
    editors,
    annotations_group,
):
    main.add_command(_command)
