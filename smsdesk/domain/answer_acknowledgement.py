"""Reading the sign that a message was read: whoever thanks for it, or asks about it, has read it."""

from __future__ import annotations

import re
from dataclasses import replace

from smsdesk.domain.answer_reading import AnswerKind, Reading, read_answer
from smsdesk.domain.folding import fold

_READ = re.compile(
    r"\b(?:lue?s?|vue?s?|(?:bien )?recue?s?|(?:c est |bien )?notee?s?|pris(?:e?s)? note|compris|entendu|merci"
    r"|accuse de reception|je confirme|confirmee?s?)\b"
)
_UNREAD = re.compile(r"\b(?:pas|rien|jamais|aucun)\b|\?")
"""Beside these, the same words say the contrary or ask: "je n'ai pas reçu", "c'est confirmé ?"."""


def read_acknowledgement(text: str) -> Reading:
    """How a text answers "confirm that you have read this": a YES is one, in whichever words it comes."""
    reading = read_answer(text)
    if reading.kind is AnswerKind.YES:
        return Reading(AnswerKind.YES)
    plain = re.sub(r"[^a-z0-9?]+", " ", fold(text))
    if reading.kind is AnswerKind.OTHER and _READ.search(plain) and not _UNREAD.search(plain):
        return Reading(AnswerKind.YES)
    return replace(reading, value=None) if reading.kind is AnswerKind.NO else reading
