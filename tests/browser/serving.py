"""A server for a browser to visit, and the Chromium of this machine."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from werkzeug.serving import make_server

from webapp import create_app
from webapp.config import Config

__all__ = ["ARGUMENTS", "NAMES", "chromium_path", "serving"]

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""What Chromium may be called."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""How it is started: it asks nobody anything."""


def chromium_path() -> str | None:
    """Return where Chromium is on this machine, or None if there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


@contextmanager
def serving(archive: Path) -> Iterator[str]:
    """Serve an archive as long as the block runs; the value is the address."""
    app = create_app(Config(archive=archive))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
