"""What a bibliography says of a document, or of one paragraph or note in it.

All scholarly formats and the metadata in pages are written from this one description.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten
from urllib.parse import quote

from archive.authorities import Authorities
from archive.authors import Author, read_author
from archive.dates import PartialDate
from archive.metadata import Metadata
from archive.models import Block, BlockKind, Document
from archive.text import clean_text

__all__ = ["Item", "Locator", "document_item", "metadata_item", "passage_item"]

_LONGEST_HEADING = 100


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a document, as a citation gives it.

    Attributes:
        label: `paragraph`, `note` or `section`.
        value: the number of the paragraph, the label of the note, the heading of the section.
    """

    label: str
    value: str

    @property
    def short(self) -> str:
        """Such as `para. 12`, `note 3`, `sec. Arrival`."""
        names = {"paragraph": "para.", "note": "note", "section": "sec."}
        return f"{names[self.label]} {self.value}"


@dataclass(frozen=True, slots=True)
class Item:
    """A document as a bibliography has it; every text is one line without control characters.

    Attributes:
        key: unique among items: the id of the document, with that of the passage after a colon.
        title: with the subtitle.
        short_title: without it.
        authors: in the order of the title page.
        institution: who published it, or None.
        place: of publication, or None.
        date: of publication, or None.
        kind: what kind of publication, such as `report`.
        number: of the report, or None.
        series: it appeared in, or None.
        doi: without a prefix, or None.
        isbn: or None.
        language: a BCP 47 tag.
        abstract: or None.
        keywords: labels of its missions and themes.
        rights: a statement of rights, or None.
        url: where it is read, down to the passage, or None.
        locator: the passage, or None for the whole.
    """

    key: str
    title: str
    short_title: str
    authors: tuple[Author, ...] = ()
    institution: str | None = None
    place: str | None = None
    date: PartialDate | None = None
    kind: str = "document"
    number: str | None = None
    series: str | None = None
    doi: str | None = None
    isbn: str | None = None
    language: str = "en"
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    rights: str | None = None
    url: str | None = None
    locator: Locator | None = None


def document_item(
    document: Document, authorities: Authorities | None = None, base_url: str = ""
) -> Item:
    """Describe a document; see `metadata_item`."""
    return metadata_item(document.id, document.metadata, authorities, base_url)


def metadata_item(
    document_id: str,
    metadata: Metadata,
    authorities: Authorities | None = None,
    base_url: str = "",
) -> Item:
    """Describe a document of which no more than the metadata is read.

    What metadata.yaml gives beyond the keys of the program counts too: `number`, `series`,
    `place`, `doi` and `isbn`.

    Args:
        document_id: of the document.
        metadata: of the document.
        authorities: for the labels of missions and themes.
        base_url: the address of the archive without a final slash; if it is empty, the address
            of the source is given instead.
    """
    title = _line(metadata.title)
    whole = f"{title}: {_line(metadata.subtitle)}" if _line(metadata.subtitle) else title
    return Item(
        document_id,
        whole,
        title,
        tuple(read_author(name) for name in map(_line, metadata.authors) if name),
        _line(metadata.publisher) or None,
        _extra(metadata, "place"),
        metadata.date,
        _line(metadata.type) or "document",
        _extra(metadata, "number"),
        _extra(metadata, "series"),
        _doi(_extra(metadata, "doi")),
        _extra(metadata, "isbn"),
        _line(metadata.language) or "en",
        _line(metadata.abstract) or None,
        tuple(_labels(metadata, authorities)),
        _line(metadata.rights) or None,
        _address(base_url, document_id) or _web_address(metadata.source.get("url", "")),
    )


def passage_item(
    document: Document, passage: str, authorities: Authorities | None = None, base_url: str = ""
) -> Item:
    """Describe a block or note of a document.

    Raises:
        KeyError: the document has no such passage.
    """
    whole = document_item(document, authorities, base_url)
    locator = _locator(document, passage)
    values = {name: getattr(whole, name) for name in Item.__slots__}
    address = _address(base_url, document.id, passage)
    values |= {"key": f"{whole.key}:{passage}", "locator": locator, "url": address or whole.url}
    return Item(**values)


def _locator(document: Document, passage: str) -> Locator:
    """Paragraphs go by their id, for that is what their address has and what never changes."""
    found = document.by_id[passage]
    if not isinstance(found, Block):
        return Locator("note", _line(found.label))
    if found.kind is BlockKind.HEADING:
        return Locator("section", shorten(_line(found.text), _LONGEST_HEADING, placeholder=" …"))
    number = passage.removeprefix("p")
    return Locator("paragraph", number if number[:1].isdigit() else passage)


def _labels(metadata: Metadata, authorities: Authorities | None) -> Iterable[str]:
    if authorities is None:
        return (*metadata.missions, *metadata.themes)
    missions = (authorities.mission_label(mission) for mission in metadata.missions)
    return (*missions, *(authorities.theme_label(theme) for theme in metadata.themes))


def _extra(metadata: Metadata, key: str) -> str | None:
    value = metadata.extra.get(key)
    known = isinstance(value, str | int) and not isinstance(value, bool)
    return (_line(str(value)) or None) if known else None


def _doi(written: str | None) -> str | None:
    return None if written is None else written[written.find("10.") :] if "10." in written else None


def _address(base_url: str, document_id: str, passage: str | None = None) -> str | None:
    if not base_url:
        return None
    page = f"{base_url.rstrip('/')}/documents/{quote(document_id, safe='')}"
    return page if passage is None else f"{page}#{quote(passage)}"


def _web_address(url: str) -> str | None:
    """The address, if it is one of the web, with what no format could hold escaped."""
    if not url.lower().startswith(("http://", "https://")):
        return None
    return quote(url.strip(), safe="%/:=&?~#+!$,;'@()*[]")


def _line(text: str | None) -> str:
    return " ".join(clean_text(text or "").split())
