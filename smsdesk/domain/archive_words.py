"""The words under which a message is found in the archive, and what a person means who types there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from smsdesk.domain.folding import fold
from smsdesk.domain.text import normalise

_WORD = re.compile(r"[^\W_]+")
"""Letters and digits of any script: the index is given nothing that it could cut differently."""

MOST_WORDS = 8
"""Of what is typed: more would only make the search slower, and no sentence is sought by more."""

_KEPT = 4096
"""Texts, some megabytes: a broadcast says the same to everybody, and a class is searched anew at each key."""

LONGEST_WORD = 40
"""Letters of a word that are looked at; what is longer is no word of a person."""


@lru_cache(maxsize=_KEPT)
def archive_words(text: str | None) -> str:
    """The words of a text, folded, with one space between them: "L’école à 16h" gives "l ecole a 16h"."""
    return " ".join(_words(text)) if text else ""


def _words(text: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in _WORD.findall(fold(text))]


@dataclass(frozen=True)
class AskedWords:
    """What was typed: finished words, and the beginning of the one being typed ("" when all are finished)."""

    finished: tuple[str, ...] = ()
    begun: str = ""

    def __bool__(self) -> bool:
        return bool(self.finished or self.begun)

    def fit(self, words: str) -> bool:
        """Whether a text, as `archive_words` gives it, has them all."""
        padded = f" {words} "
        return f" {self.begun}" in padded and all(f" {word} " in padded for word in self.finished)


def asked(text: str) -> AskedWords:
    """Read what stands in a search field; a space behind a word says that it is finished."""
    words = list(dict.fromkeys(_words(normalise(text))))[:MOST_WORDS]
    if not words:
        return AskedWords()
    if text[-1:].isalnum():
        return AskedWords(tuple(words[:-1]), words[-1])
    return AskedWords(tuple(words))
