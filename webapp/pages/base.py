"""What every page has: a template, a title, and the site it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, ClassVar

from webapp.appearance import Scheme
from webapp.branding import Branding

__all__ = ["Page", "Site"]


@dataclass(frozen=True, slots=True)
class Site:
    """The archive as every page names it.

    Attributes:
        title: of the archive.
        description: a sentence or two on what it is.
        rights: a statement of rights for the archive as a whole.
        base_url: where it is published, without a final slash; empty if that is not known.
        branding: its own logo and style.
        scheme: light, dark, or as the system says.
        here: the address of the page that is asked for, below the root of the site.
        account: the name of who is signed in; empty for a reader.
    """

    title: str
    description: str
    rights: str
    base_url: str
    branding: Branding = field(default_factory=Branding)
    scheme: Scheme = Scheme.SYSTEM
    here: str = "/"
    account: str = ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page; its fields are all that its template may use.

    Attributes:
        site: the archive.
        title: of the page.
        query: what stands in the search box.
    """

    template: ClassVar[str]
    site: Site
    title: str
    query: str = ""

    def context(self) -> dict[str, Any]:
        """Return the template's context."""
        return {each.name: getattr(self, each.name) for each in fields(self)}
