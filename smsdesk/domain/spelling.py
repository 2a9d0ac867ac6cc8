"""How far two words are apart, for what people type with their thumbs."""

from __future__ import annotations


def letters_apart(one: str, other: str) -> int:
    """Letters to put in, take out or change between two words (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        above, row[0] = row[0], at
        for place, its in enumerate(other, 1):
            above, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, above + (letter != its))
    return row[-1]
