"""The command `serve`: the archive in a browser."""

from __future__ import annotations

import errno
import socket
from pathlib import Path

import click
from waitress import create_server

from webapp import create_app
from webapp.cli.common import archive_option, plain_errors
from webapp.cli.searching import update_with_progress
from webapp.config import Config
from webapp.workspace import Workspace

__all__ = ["serve"]


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@archive_option
@plain_errors
def serve(host: str, port: int, archive: Path) -> None:
    """Serve an archive in the browser until Ctrl+C.

    Documents and annotations that change while it runs are noticed.
    """
    _refuse_taken_port(host, port)
    workspace = Workspace.open(archive)
    update_with_progress(workspace, rebuild=False)
    app = create_app(Config(archive=archive), workspace)
    server = create_server(app, host=host, port=port, threads=8)
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 -- only shown
    click.echo(f"Serving '{workspace.archive.settings.title}' from {archive}")
    click.echo(f"Read it at           http://{shown}:{port}")
    click.echo(f"Import a document:   peacearchive import --archive {archive} FILE")
    click.echo(f"Annotate documents:  peacearchive editors add --archive {archive} NAME")
    click.echo("Stop with Ctrl+C.")
    try:
        server.run()
    finally:
        server.close()


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise click.ClickException(
                    f"Cannot listen on {host}:{port}: {error.strerror}. Choose another --host."
                ) from error
            raise click.ClickException(
                f"Port {port} is taken by another program."
                f" Choose another: --port {port + 1} (make serve PORT={port + 1})."
            ) from error
