"""Authorities: the controlled lists of missions, themes, UN documents and abbreviations."""

from archive.authorities.countries import COUNTRY_NAMES
from archive.authorities.models import Abbreviation, Authorities, Mission, Theme, UNDocument
from archive.authorities.reading import AUTHORITY_FILES, read_authorities

__all__ = [
    "AUTHORITY_FILES",
    "COUNTRY_NAMES",
    "Abbreviation",
    "Authorities",
    "Mission",
    "Theme",
    "UNDocument",
    "read_authorities",
]
