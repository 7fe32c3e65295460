"""Who cites what in an archive, kept beside it and made again only where something changed."""

from webapp.citing.keeping import CitationKeeper
from webapp.citing.models import Citations

__all__ = ["CitationKeeper", "Citations"]
