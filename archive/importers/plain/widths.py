"""How wide text is when printed: estimated from the widths of letters in common book types.

Extraction leaves no positions, but lines were filled by width and not by count: a line of `m` and
`w` is full long before one of `i` and `l`. Types differ in how wide they run, much less in how
wide their letters are to each other, so that one table tells whether a word had room on a line.
"""

from __future__ import annotations

from functools import lru_cache

from archive.importers.plain.shapes import mark_at_end

__all__ = ["printed_width", "width"]

_PER_EM = 1000
_USUAL = 500
_RAISED = 0.2
_BY_WIDTH = {
    250: " .,\u00a0",
    278: "ijlt:;/|",
    300: "⁰¹²³⁴⁵⁶⁷⁸⁹",
    333: "frI!()[]-\u00ad\u2010‘’'",
    389: "sJ",
    420: '"*?“”',
    444: "acez",
    500: "bdghknopquvxy0123456789$–_",
    556: "FPS#",
    611: "ELTZ+=<>",
    667: "BCRVX&",
    722: "ADGHKNOQUYw",
    778: "m%",
    889: "M",
    944: "W",
    1000: "—…@",
}
_WIDTHS = {sign: wide for wide, signs in _BY_WIDTH.items() for sign in signs}


@lru_cache(maxsize=1 << 11)
def width(text: str) -> float:
    """Return the estimated width of a text, in ems."""
    return sum(_WIDTHS.get(sign, _USUAL) for sign in text) / _PER_EM


def printed_width(text: str) -> float:
    """Return the width of a line, a note mark at its end taken for raised and small."""
    figures = sum(sign.isdigit() for sign in mark_at_end(text))
    return width(text) - _RAISED * figures
