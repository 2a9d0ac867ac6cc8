"""Text that came from outside, made safe to show: nothing in it can hide, reorder or fake its neighbours."""

from __future__ import annotations

import unicodedata

_KEPT = frozenset("\n\t")
_JOINERS = frozenset("\u200c\u200d")
"""Zero-width (non-)joiners belong to emoji and to several scripts; they reorder nothing."""
_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Control, format (bidirectional overrides too), surrogate, private-use and unassigned characters."""


def visible(text: str) -> str:
    """`text` with each control, bidirectional or otherwise invisible character written as ⟨U+202E⟩.

    Line ends of every kind become a newline; newline and tab stay.
    """
    text = _one_line_end(text)
    return text if text.isprintable() else "".join(map(_shown, text))


def hides(text: str) -> bool:
    """Whether there is anything in a text that nobody sees, or that shows it otherwise than it stands."""
    lines = _one_line_end(text)
    return visible(lines) != lines


def _one_line_end(text: str) -> str:
    for ending, newline in _LINE_ENDS.items():
        text = text.replace(ending, newline)
    return text


def _shown(character: str) -> str:
    if character in _KEPT or character in _JOINERS:
        return character
    if unicodedata.category(character) in _HIDDEN_CATEGORIES:
        return f"⟨U+{ord(character):04X}⟩"
    return character


def visible_line(text: str) -> str:
    """`visible` in one line: every run of white space becomes one space."""
    return " ".join(visible(text).split())
