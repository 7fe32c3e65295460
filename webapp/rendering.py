"""From a page to a response, and from a request to the workspace."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from flask import Response, current_app, render_template

from webapp.config import Config
from webapp.pages import Page, Site
from webapp.workspace import Workspace

__all__ = ["attach", "config", "json_response", "render", "site", "workspace"]

_KEY = "peacearchive"


def attach(workspace: Workspace, config: Config) -> dict[str, tuple[Workspace, Config]]:
    """Return what an application keeps in `extensions` for its views."""
    return {_KEY: (workspace, config)}


def workspace() -> Workspace:
    """The workspace of the application that answers the request."""
    return cast(tuple[Workspace, Config], current_app.extensions[_KEY])[0]


def config() -> Config:
    """The settings of the application that answers the request."""
    return cast(tuple[Workspace, Config], current_app.extensions[_KEY])[1]


def site() -> Site:
    """The archive as every page names it."""
    settings = workspace().archive.settings
    return Site(settings.title, settings.description, settings.rights, settings.base_url)


def render(page: Page) -> str:
    """Return the HTML of a page; its template sees the page's fields and nothing else."""
    return render_template(page.template, **page.context())


def json_response(data: Mapping[str, Any], status: int = 200) -> Response:
    """Return data as JSON that people can read too."""
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return Response(text, status, mimetype="application/json")
