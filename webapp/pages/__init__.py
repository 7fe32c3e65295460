"""A typed context for every page: what its template may use, and nothing else."""

from webapp.pages.accounts import AccountPage, AccountsPage, SignInPage
from webapp.pages.annotating import ConflictPage, FormPage, PreviewPage, UnsavedPage
from webapp.pages.annotations import (
    AnnotationPage,
    AnnotationsPage,
    QueuePage,
    SettlePage,
    annotations_page,
)
from webapp.pages.base import Page, Site
from webapp.pages.citations import CitationsPage, UnresolvedPage, citations_page, unresolved_page
from webapp.pages.citing import CitePage, cite_page
from webapp.pages.concordance import ConcordancePage, concordance_page, refused_concordance
from webapp.pages.document import DocumentFacts, DocumentPage, Within, document_page, within
from webapp.pages.feed import FeedPage, feed_page
from webapp.pages.help import HelpPage, help_page
from webapp.pages.home import HomePage, home_page
from webapp.pages.listing import (
    AuthorityPage,
    DocumentsPage,
    authors_page,
    documents_page,
    missions_page,
    themes_page,
)
from webapp.pages.missions import MissionPage, mission_page, naming
from webapp.pages.open_search import OpenSearchPage, open_search_page
from webapp.pages.plain import AboutPage, ErrorPage, about_page, error_page
from webapp.pages.search import SearchPage, refused_page, search_page
from webapp.pages.subjects import SubjectPage, author_page, theme_page, year_page
from webapp.pages.timeline import TimelinePage, timeline_page
from webapp.pages.un_document_list import UNDocumentsPage, un_documents_page
from webapp.pages.un_documents import UNDocumentPage, un_document_page

__all__ = [
    "AboutPage",
    "AccountPage",
    "AccountsPage",
    "AnnotationPage",
    "AnnotationsPage",
    "AuthorityPage",
    "CitationsPage",
    "CitePage",
    "ConcordancePage",
    "ConflictPage",
    "DocumentFacts",
    "DocumentPage",
    "DocumentsPage",
    "ErrorPage",
    "FeedPage",
    "FormPage",
    "HelpPage",
    "HomePage",
    "MissionPage",
    "OpenSearchPage",
    "Page",
    "PreviewPage",
    "QueuePage",
    "SearchPage",
    "SettlePage",
    "SignInPage",
    "Site",
    "SubjectPage",
    "TimelinePage",
    "UNDocumentPage",
    "UNDocumentsPage",
    "UnresolvedPage",
    "UnsavedPage",
    "Within",
    "about_page",
    "annotations_page",
    "author_page",
    "authors_page",
    "citations_page",
    "cite_page",
    "concordance_page",
    "document_page",
    "documents_page",
    "error_page",
    "feed_page",
    "help_page",
    "home_page",
    "mission_page",
    "missions_page",
    "naming",
    "open_search_page",
    "refused_concordance",
    "refused_page",
    "search_page",
    "theme_page",
    "themes_page",
    "timeline_page",
    "un_document_page",
    "un_documents_page",
    "unresolved_page",
    "within",
    "year_page",
]
