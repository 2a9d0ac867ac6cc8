"""How names and texts are compared: without case, accents, ligatures or kinds of apostrophe and space."""

from __future__ import annotations

import unicodedata

_WRITTEN = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "’": "'", "ʼ": "'"})
"""What no Unicode decomposition opens."""


def fold(text: str) -> str:
    """The form under which `text` is found: "  Élèves  de l’ŒUVRE" gives "eleves de l'oeuvre"."""
    text = " ".join(text.casefold().split())
    if text.isascii():
        return text
    opened = unicodedata.normalize("NFKD", text).translate(_WRITTEN)
    return "".join(character for character in opened if not unicodedata.combining(character))
