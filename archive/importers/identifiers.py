"""Ids proposed for documents: short, readable, and safe in file names and addresses."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["propose_id"]

_LONGEST = 60
_SPELLED = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ß": "ss",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "ð": "d",
        "þ": "th",
    }
)


def propose_id(title: str, fallback: str = "document") -> str:
    """Return the title in small letters, figures and hyphens, cut after a word.

    Where nothing of the title can be kept, the fallback is used in the same way.
    """
    for text in (title, fallback):
        plain = unicodedata.normalize("NFKD", text.translate(_SPELLED)).encode("ascii", "ignore")
        words = re.findall(r"[a-z0-9]+", plain.decode().lower().replace("'", ""))
        kept = ""
        for word in words:
            longer = f"{kept}-{word}" if kept else word
            if len(longer) > _LONGEST:
                break
            kept = longer
        if kept or words:
            return kept or words[0][:_LONGEST]
    return "document"
