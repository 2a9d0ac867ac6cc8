"""Which of several choices an answer takes: by number, by letter or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smsdesk.domain.folding import fold

_LEAD = r"(?:bonjour |bonsoir |alors |donc |pour (?:moi|nous) |plutot |je choisis |on choisit )*"
_CALLED = r"(?:l option |option |le choix |choix |reponse |le |la |n |no |numero |lettre )?"
_TAIL = r"(?: (?:merci|svp|stp|bien sur|pour [a-z]{2,12}|cordialement|si possible|emoji\w*))*"
_BY_SIGN = re.compile(rf"{_LEAD}{_CALLED}(\d|[a-i]){_TAIL}")
_WORD = re.compile(r"[a-z0-9]+")
_REFUSED = re.compile(r"(?:pas|sauf|ni|non|plutot que|hors)(?: (?:le|la|les|celui|celle|ceux|pas|de|du|d))*$")
_TOO_SHORT = 3
"""Words of fewer letters stand in every sentence."""

_TYPO_FROM = 5
"""Letters of a word from which one wrong letter is forgiven."""


def read_choice(plain: str, choices: Sequence[str]) -> tuple[int | None, bool]:
    """The position (from 1) of the choice that a folded text takes, None for none or several; and if sure."""
    words = " ".join(_WORD.findall(plain))
    named = _named(words, choices)
    sign = _by_sign(words, len(choices))
    if len(named) == 1:
        return named[0], sign in (None, named[0])
    if named:
        return None, False
    return sign, sign is not None and not _also_a_name(words, choices)


def _by_sign(words: str, count: int) -> int | None:
    match = _BY_SIGN.fullmatch(words)
    if match is None:
        return None
    sign = match[1]
    position = int(sign) if sign.isdecimal() else ord(sign) - ord("a") + 1
    return position if 1 <= position <= count else None


def _also_a_name(words: str, choices: Sequence[str]) -> bool:
    """Whether a digit may as well be meant for a choice that has it in its words ("2 places")."""
    digits = set(re.findall(r"\b\d\b", words))
    return any(digits & set(_WORD.findall(fold(choice))) for choice in choices)


def _named(words: str, choices: Sequence[str]) -> list[int]:
    """The choices whose words stand in the answer and are not refused there."""
    telling = [_telling_words(choice, choices) for choice in choices]
    return [
        position
        for position, choice in enumerate(choices, 1)
        if _takes(words, " ".join(_WORD.findall(fold(choice))), telling[position - 1])
    ]


def _telling_words(choice: str, choices: Sequence[str]) -> frozenset[str]:
    """Its words that no other choice has."""
    others = {word for other in choices if other is not choice for word in _WORD.findall(fold(other))}
    own = (word for word in _WORD.findall(fold(choice)) if word not in others)
    return frozenset(
        word for word in own if len(word) >= _TOO_SHORT or (word[:1].isdecimal() and len(word) > 1)
    )


def _takes(words: str, label: str, telling: frozenset[str]) -> bool:
    if label and words == label:
        return True
    return any(
        not _REFUSED.search(words[: match.start()].strip())
        for match in _WORD.finditer(words)
        if any(_same(match[0], word) for word in telling)
    )


def _same(typed: str, word: str) -> bool:
    return typed == word or (
        len(word) >= _TYPO_FROM
        and abs(len(typed) - len(word)) <= 1
        and word[:2] == typed[:2]
        and _one_off(typed, word)
    )


def _one_off(typed: str, word: str) -> bool:
    """Whether one letter was left out, put in or mistaken."""
    start = 0
    while start < min(len(typed), len(word)) and typed[start] == word[start]:
        start += 1
    rest = typed[start:], word[start:]
    return rest[0][1:] == rest[1][1:] or rest[0][1:] == rest[1] or rest[0] == rest[1][1:]
