"""XML parsed strictly and safely: well-formed or refused, no entities of its own, no network."""

from __future__ import annotations

from xml.parsers import expat

from bs4 import BeautifulSoup

from archive.importers.markup.tree import elements

__all__ = ["XmlError", "local_name", "parse_xml"]


class XmlError(Exception):
    """A file is no well-formed XML, or declares entities; `line` is the 1-based place."""

    def __init__(self, problem: str, line: int) -> None:
        self.line = line
        super().__init__(problem)


def parse_xml(content: bytes) -> BeautifulSoup:
    """Return the tree of an XML file, its names without prefixes.

    Raises:
        XmlError: the file is not well formed, or declares entities, which could grow without end.
    """
    _check(content)
    soup = BeautifulSoup(content, "lxml-xml")
    for tag in elements(soup):
        tag.name = local_name(tag.name)
        tag.prefix = None
    return soup


def _check(content: bytes) -> None:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        problem = "it declares entities of its own"
        raise XmlError(problem, parser.CurrentLineNumber)

    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the C function takes no names
    except expat.ExpatError as error:
        raise XmlError(expat.ErrorString(error.code), error.lineno) from error
    except (LookupError, ValueError) as error:
        raise XmlError(str(error), parser.CurrentLineNumber) from error


def local_name(name: str) -> str:
    """Return a name without the prefix of its namespace."""
    return name.rpartition(":")[2]
