"""From a page to a response, and from a request to the workspace."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from flask import Response, current_app, make_response, render_template, request

from webapp.accounts.sessions import current_account
from webapp.appearance import COOKIE, chosen_scheme
from webapp.branding import branding_of
from webapp.config import Config
from webapp.pages import Page, Site
from webapp.pages.twins import page_data
from webapp.workspace import Workspace

__all__ = ["attach", "config", "json_response", "render", "respond", "root", "site", "workspace"]

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
    """The archive as every page names it, and how this reader wants to see it."""
    archive = workspace().archive
    settings, account = archive.settings, current_account()
    return Site(
        settings.title,
        settings.description,
        settings.rights,
        settings.base_url,
        branding_of(archive.path),
        chosen_scheme(request.cookies.get(COOKIE)),
        request.full_path if request.query_string else request.path,
        "" if account is None else account.name,
    )


def root() -> str:
    """Where the site is reached, without a final slash."""
    return workspace().archive.settings.base_url or request.host_url.rstrip("/")


def render(page: Page) -> str:
    """Return the HTML of a page; its template sees the page's fields and nothing else."""
    return render_template(page.template, **page.context())


def respond(page: Page) -> Response:
    """Return a page as HTML, or as data if the address ends in `.json`."""
    if request.path.endswith(".json"):
        return json_response(page_data(page))
    return make_response(render(page))


def json_response(data: Mapping[str, Any], status: int = 200) -> Response:
    """Return data as JSON that people can read too."""
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return Response(text, status, mimetype="application/json")
