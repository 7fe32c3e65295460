"""Tables as paragraphs, a row each: documents of the archive hold no tables."""

from __future__ import annotations

from bs4.element import NavigableString, Tag

from archive.importers.markup.account import Account
from archive.importers.markup.tree import BLOCKS, HEADINGS, new_tag, text_of, value_of

__all__ = ["write_out_tables"]

_BETWEEN_CELLS = " | "
_PARTS = ("thead", "tbody", "tfoot", "tr", "td", "th", "caption")
_PAGE_PARTS = ("table", "ul", "ol", "blockquote", *HEADINGS)
_PARAGRAPHS_OF_A_LAYOUT = 3


def write_out_tables(root: Tag, account: Account) -> None:
    """Write tables row by row as paragraphs; those that only lay out a page are looked through."""
    for table in reversed(root.find_all("table")):
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        if _is_layout(table, rows):
            for part in [table, *table.find_all([*_PARTS, "colgroup"])]:
                part.name = "div"
        else:
            _write_out(table, rows, account)
    for part in root.find_all(_PARTS):
        part.name = "div"


def _is_layout(table: Tag, rows: list[Tag]) -> bool:
    if value_of(table, "role") in ("presentation", "none"):
        return True
    cells = [cell for row in rows for cell in _cells(row)]
    if not cells or all(len(_cells(row)) == 1 for row in rows):
        return True
    return any(
        cell.find(_PAGE_PARTS) is not None or len(cell.find_all("p")) >= _PARAGRAPHS_OF_A_LAYOUT
        for cell in cells
    )


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _write_out(table: Tag, rows: list[Tag], account: Account) -> None:
    written = new_tag("div")
    caption = table.find("caption")
    if caption is not None and text_of(caption):
        caption.name = "p"
        written.append(_paragraph([caption]))
    kept = 0
    for row in rows:
        cells = [cell for cell in _cells(row) if text_of(cell) or cell.find("a") is not None]
        if cells:
            written.append(_paragraph(cells))
            kept += 1
    columns = max(len(_cells(row)) for row in rows)
    account.repaired(
        "table",
        f"A table of {kept} rows and {columns} columns was written as paragraphs, a row each.",
        table,
    )
    table.replace_with(written)


def _paragraph(cells: list[Tag]) -> Tag:
    paragraph = new_tag("p")
    for index, cell in enumerate(cells):
        if index:
            paragraph.append(NavigableString(_BETWEEN_CELLS))
        for part in cell.find_all(list(BLOCKS)):
            part.insert_before(NavigableString(" "))
            part.unwrap()
        for child in list(cell.contents):
            paragraph.append(child)
    return paragraph
