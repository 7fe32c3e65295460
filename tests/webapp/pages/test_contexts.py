"""Every page has a typed context, and its template uses what is documented there, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import Any

import pytest
from flask import Flask, template_rendered
from jinja2 import Environment, Template, meta, nodes

from tests.webapp.desks import desks_in
from tests.webapp.signing import Editor
from webapp import pages
from webapp.accounts import Accounts, Role
from webapp.pages import Page

PAGES = sorted(
    (
        kind
        for kind in map(vars(pages).get, pages.__all__)
        if isinstance(kind, type) and issubclass(kind, Page) and kind is not Page
    ),
    key=lambda kind: kind.__name__,
)
ADDRESSES = {
    "AboutPage": "/about",
    "AuthorityPage": "/missions",
    "CitationsPage": "/citations",
    "CitePage": "/documents/limits-of-consent/cite?at=p1",
    "ConcordancePage": "/concordance?q=consent",
    "DocumentPage": "/documents/limits-of-consent?q=consent",
    "DocumentsPage": "/documents",
    "ErrorPage": "/no/such/page",
    "FeedPage": "/search.atom?q=consent",
    "HelpPage": "/help",
    "HomePage": "/",
    "MissionPage": "/missions/unexa",
    "OpenSearchPage": "/opensearch.xml",
    "SearchPage": "/search?q=consent",
    "SignInPage": "/sign-in",
    "SubjectPage": "/themes/consent",
    "TimelinePage": "/timeline",
    "UNDocumentPage": "/un-documents/s-res-1270",
    "UNDocumentsPage": "/un-documents",
    "UnresolvedPage": "/citations/unresolved",
}
ASKED_BY_EDITORS = {
    "AccountPage": "/account",
    "AccountsPage": "/accounts",
    "AnnotationPage": "/annotations/on-consent",
    "AnnotationsPage": "/annotations/",
    "FormPage": "/annotations/on-consent/edit",
    "QueuePage": "/queue",
    "SettlePage": "/annotations/on-consent/settle?at=p1&from=0&to=5",
}
SENT_BY_EDITORS = {
    "ConflictPage": ("/annotations/on-consent/withdraw", {"version": "of old"}),
    "PreviewPage": ("/preview", {"body": "Words."}),
    "UnsavedPage": ("/annotations/on-consent/replies", {"csrf_token": "of old", "body": "Words."}),
}
GIVEN_BY_FLASK = {
    "g", "request", "session", "config", "get_flashed_messages", "url_for",
    "csrf_token", "csrf_meta_tag",
}  # fmt: skip


@contextmanager
def _rendered(app: Flask) -> Iterator[list[tuple[Template, dict[str, Any]]]]:
    found: list[tuple[Template, dict[str, Any]]] = []

    def record(_sender: Flask, template: Template, context: dict[str, Any], **_: object) -> None:
        found.append((template, context))

    with template_rendered.connected_to(record, app):
        yield found


def _names(page: type[Page]) -> set[str]:
    return {field.name for field in fields(page)}


def _used(environment: Environment, template: str) -> set[str]:
    """The names that a template, what it extends and what it imports take from the context."""
    assert environment.loader is not None
    source = environment.loader.get_source(environment, template)[0]
    tree = environment.parse(source)
    used = meta.find_undeclared_variables(tree)
    used -= {imported.target for imported in tree.find_all(nodes.Import)}
    used -= {macro.name for macro in tree.find_all(nodes.Macro)}
    for extended in tree.find_all(nodes.Extends):
        assert isinstance(extended.template, nodes.Const)
        used |= _used(environment, extended.template.value)
    return used - set(environment.globals)


def test_every_page_is_tested_here() -> None:
    visited = {**ADDRESSES, **ASKED_BY_EDITORS, **SENT_BY_EDITORS}
    assert {page.__name__ for page in PAGES} == set(visited)


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Editor:
    desks = desks_in(tmp_path_factory.mktemp("contexts") / "archive")
    Accounts(desks.folder).set_role("Rita Reviewer", Role.ADMINISTRATOR)
    return desks.rita


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_the_context_rendered_is_the_context_documented(
    page: type[Page], app: Flask, editor: Editor
) -> None:
    name = page.__name__
    with _rendered(app if name in ADDRESSES else editor.app) as found:
        if name in ADDRESSES:
            app.test_client().get(ADDRESSES[name])
        elif name in ASKED_BY_EDITORS:
            editor.get(ASKED_BY_EDITORS[name])
        else:
            editor.post(*SENT_BY_EDITORS[name])
    ((template, context),) = found
    assert template.name == page.template
    assert set(context) - GIVEN_BY_FLASK == _names(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_a_template_uses_nothing_but_its_page(page: type[Page], app: Flask) -> None:
    assert _used(app.jinja_env, page.template) <= _names(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_every_field_is_documented(page: type[Page]) -> None:
    for name in _names(page) - _names(Page):
        assert f"        {name}: " in str(page.__doc__), name


def test_every_template_is_used(app: Flask) -> None:
    names = set(app.jinja_env.list_templates(extensions=["html", "xml"]))
    assert {page.template for page in PAGES} <= names
    shared = {name for name in names if name.startswith("shared/")} | {
        "documents/parts.html",
        "annotating/pieces.html",
    }
    assert names == {page.template for page in PAGES} | shared
