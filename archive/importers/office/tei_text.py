"""The text of a TEI file as HTML: the same tree under HTML's names, its notes behind it."""

from __future__ import annotations

from bs4.element import NavigableString, Tag

from archive.importers.markup.tree import elements, new_tag, text_of, value_of

__all__ = ["text_to_html"]

_NAMES = {
    "text": "div", "front": "div", "body": "div", "back": "div", "group": "div", "div": "div",
    "p": "p", "ab": "p", "lg": "p", "sp": "div", "speaker": "p", "opener": "p", "closer": "p",
    "trailer": "p", "epigraph": "blockquote", "floatingText": "aside", "item": "li", "cit": "div",
    "listBibl": "ul", "biblStruct": "li", "table": "table", "row": "tr", "cell": "td",
    "figure": "figure", "figDesc": "figcaption", "graphic": "img", "lb": "br", "emph": "em",
    "title": "em", "foreign": "em", "argument": "div", "docTitle": "div", "titlePage": "div",
    "titlePart": "p", "byline": "p", "docImprint": "p", "postscript": "div", "note": "div",
    "ref": "a", "ptr": "a", "label": "strong",
}  # fmt: skip
_HIGHLIGHTS = (("bold", "strong"), ("sup", "sup"), ("sub", "sub"))
_DROPPED = ("fw", "pb", "milestone", "del", "sic", "orig")
_ORDERED = ("ordered", "numbered")
_IN_LINE = frozenset({"p", "ab", "item", "hi", "cell", "l"})
_EMPTY = frozenset({"br", "img"})
_DEEPEST_HEADING = 6


def text_to_html(text: Tag) -> None:
    """Turn the element `text` into HTML, in its place.

    A note that stands in the text leaves a mark and is put at the end; a note that a `ref` or `ptr`
    points to stays where it is, and what points to it becomes its mark.
    """
    for dropped in text.find_all(_DROPPED):
        dropped.extract()
    for note in _take_notes_out(text, _point_at_notes(text)):
        text.append(note)
    for element in elements(text):
        _convert(element)
    text.name = "div"
    text.attrs = {}
    for element in elements(text):
        element.can_be_empty_element = element.name in _EMPTY


def _point_at_notes(text: Tag) -> set[str]:
    """Make marks of what points to notes; return the ids of those notes."""
    notes = {value_of(note, "xml:id"): note for note in text.find_all("note")}
    found: set[str] = set()
    for pointer in text.find_all(["ref", "ptr"]):
        target = value_of(pointer, "target").removeprefix("#")
        note = notes.get(target) if target else None
        if note is not None and all(parent is not note for parent in pointer.parents):
            label = text_of(pointer) or value_of(note, "n") or str(len(found) + 1)
            pointer.replace_with(_mark(target, label))
            found.add(target)
    return found


def _mark(target: str, label: str) -> Tag:
    mark = new_tag("a", role="doc-noteref", href=f"#{target}")
    mark.string = label
    return mark


def _take_notes_out(text: Tag, pointed: set[str]) -> list[Tag]:
    """Leave a mark in the place of every note in the text; return the notes."""
    taken: list[Tag] = []
    for note in text.find_all("note"):
        if value_of(note, "xml:id") not in pointed:
            name = f"footnote-{len(taken) + 1}"
            note.replace_with(_mark(name, value_of(note, "n") or str(len(taken) + 1)))
            note["xml:id"] = name
            taken.append(note)
    return taken


def _convert(element: Tag) -> None:
    if value_of(element, "role") == "doc-noteref":
        return
    attributes = {
        "id": value_of(element, "xml:id"),
        "href": value_of(element, "target"),
        "src": value_of(element, "url"),
        "class": "footnote" if element.name == "note" else "",
    }
    element.name = _html_name(element)
    element.attrs = {}
    for name, value in attributes.items():
        if value:
            element[name] = value


def _html_name(element: Tag) -> str:
    if element.name == "head":
        return _heading(element)
    if element.name == "list":
        return "ol" if value_of(element, "type").startswith(_ORDERED) else "ul"
    if element.name == "hi":
        return _highlight(element)
    if element.name in ("quote", "q", "said"):
        return _quotation(element)
    if element.name == "l":
        element.insert_after(new_tag("br"))
    return _NAMES.get(element.name, "span")


def _heading(element: Tag) -> str:
    """The level of a heading is the depth of its division."""
    if element.find_parent(["figure", "table", "list", "ul", "ol"]) is not None:
        return "p"
    depth = sum(
        parent.name == "div" and value_of(parent, "class") == "" and parent.parent is not None
        for parent in element.parents
    )
    return f"h{min(max(depth - 1, 1), _DEEPEST_HEADING)}"


def _highlight(element: Tag) -> str:
    style = f"{value_of(element, 'rend')} {value_of(element, 'rendition')}".lower()
    return next((name for word, name in _HIGHLIGHTS if word in style), "em")


def _quotation(element: Tag) -> str:
    """A quotation among blocks is displayed; one in a line gets the marks that TEI leaves out."""
    if element.name == "quote" and element.find_parent(_IN_LINE) is None:
        return "blockquote"
    if element.name in ("q", "said") and not text_of(element).startswith(("“", '"', "‘", "'")):
        element.insert(0, NavigableString("“"))
        element.append(NavigableString("”"))
    return "span"
