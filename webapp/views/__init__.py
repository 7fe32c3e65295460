"""The views: a blueprint for every feature, each as thin as it can be."""

from webapp.views.accounts import accounts
from webapp.views.administering import administering
from webapp.views.annotating import annotating
from webapp.views.annotations import annotation_pages
from webapp.views.appearance import appearance
from webapp.views.authorities import authorities
from webapp.views.citations import citations
from webapp.views.documents import documents
from webapp.views.files import kept_files
from webapp.views.home import home
from webapp.views.search import search
from webapp.views.site import about_site
from webapp.views.suggestions import suggestions
from webapp.views.taking import taking
from webapp.views.un_documents import un_documents
from webapp.views.web_annotation import web_annotation

__all__ = ["BLUEPRINTS"]

BLUEPRINTS = (
    home,
    search,
    suggestions,
    taking,
    documents,
    un_documents,
    citations,
    authorities,
    about_site,
    appearance,
    kept_files,
    accounts,
    administering,
    annotation_pages,
    annotating,
    web_annotation,
)
