"""The archive in a browser: an application factory, and one workspace behind all views."""

from __future__ import annotations

import os

from flask import Flask
from jinja2 import StrictUndefined

from webapp.accounts.sessions import use_accounts
from webapp.assets import static_address
from webapp.coins import coins_of
from webapp.config import Config
from webapp.errors import use_error_pages
from webapp.headers import use_headers
from webapp.rendering import attach
from webapp.views import BLUEPRINTS
from webapp.workspace import Workspace

__all__ = ["create_app"]


def create_app(config: Config | None = None, workspace: Workspace | None = None) -> Flask:
    """Make the web application.

    Args:
        config: the settings; without them the environment is read.
        workspace: an opened archive with its index up to date; without it the archive that the
            settings name is opened and its index brought up to date.

    Raises:
        ConfigError: the environment names no archive or has a wrong value.
        ArchiveError: the archive cannot be opened, or its secret key is damaged.
        IndexerError: its index cannot be built.
    """
    settings = Config.from_environment(os.environ) if config is None else config
    if workspace is None:
        workspace = Workspace.open(settings.archive, settings.cached_documents)
        workspace.update_index()
    app = Flask(__name__, static_folder=None)
    app.extensions.update(attach(workspace, settings))
    app.jinja_env.globals.update(static_address=static_address, coins_of=coins_of)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    use_accounts(app, workspace)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    use_headers(app)
    use_error_pages(app)
    opened = workspace
    app.before_request(lambda: opened.refresh(settings.check_seconds))
    return app
