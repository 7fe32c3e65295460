"""A typed context for every page: what its template may use, and nothing else."""

from webapp.pages.base import Page, Site
from webapp.pages.document import DocumentFacts, DocumentPage, document_page
from webapp.pages.home import HomePage, home_page
from webapp.pages.listing import (
    AuthorityPage,
    DocumentsPage,
    documents_page,
    missions_page,
    themes_page,
)
from webapp.pages.plain import AboutPage, ErrorPage, about_page, error_page
from webapp.pages.search import SearchPage, refused_page, search_page

__all__ = [
    "AboutPage",
    "AuthorityPage",
    "DocumentFacts",
    "DocumentPage",
    "DocumentsPage",
    "ErrorPage",
    "HomePage",
    "Page",
    "SearchPage",
    "Site",
    "about_page",
    "document_page",
    "documents_page",
    "error_page",
    "home_page",
    "missions_page",
    "refused_page",
    "search_page",
    "themes_page",
]
