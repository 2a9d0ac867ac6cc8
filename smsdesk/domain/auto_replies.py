"""Automatic answers: when the desk is closed, and what a person set about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from smsdesk.domain.folding import fold
from smsdesk.domain.loop_guard import GuardLimits, Withheld
from smsdesk.domain.opening_hours import OpeningHours
from smsdesk.domain.opt_outs import Mode

CLOSED_TEXT = (
    "{institution} - réponse automatique : le secrétariat est fermé. Votre message sera lu à la réouverture, "
    "{ouverture}."
)
"""The text of a fresh profile; its first words are those by which other machines know a machine."""


class ReplyKind(StrEnum):
    """What an automatic answer is about."""

    STOP = "stop"
    START = "start"
    KEYWORD = "keyword"
    SIGN_UP = "sign_up"
    CLOSED = "closed"


@dataclass(frozen=True)
class AutoReplySettings:
    """What a person set. `text` may name {institution} and {ouverture}, when somebody is there again.

    `school_holidays`: nobody is there in them; on public holidays and exceptions of the calendar nobody is
    there in any case. `own_numbers` (E.164) are further phones of ours, beside those of the SIMs.
    """

    out_of_hours: bool = False
    text: str = CLOSED_TEXT
    hours: OpeningHours = field(default_factory=OpeningHours)
    school_holidays: bool = False
    limits: GuardLimits = field(default_factory=GuardLimits)
    own_numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class AutoReply:
    """One automatic answer that went, or that was withheld and why. `received_id` is what it answers."""

    received_id: int
    e164: str
    kind: ReplyKind
    at: datetime
    broadcast_id: int | None = None
    withheld: Withheld | None = None


@dataclass(frozen=True)
class KeywordSettings:
    """What is done with a phone that nobody has and that signs up: proposed as a new resident, or added."""

    unknown: Mode = Mode.PROPOSE


_COURTESY = re.compile(
    r"(?:(?:ok|okay|d accord|merci|beaucoup|bien|c est|recu|note|bonjour|bonsoir|bonne|belle|soiree|journee"
    r"|bon|week|end|weekend|a vous|aussi|de meme|egalement|pour|l info|l information|cordialement|parfait"
    r"|super|top|tres|entendu|compris|vu|avec plaisir|de rien|madame|monsieur|a bientot|infiniment|grand"
    r"|votre|reponse|message|de (?:m |nous )?avoir (?:prevenue?s?|informee?s?|avertie?s?))(?: |$))+"
)
_NO_WORD = re.compile(r"[^a-z0-9]+")


def needs_no_answer(text: str) -> bool:
    """Whether a text only thanks or acknowledges: "Ok merci, bonne soirée 👍"."""
    said = _NO_WORD.sub(" ", fold(text[:200])).strip()
    return not said or _COURTESY.fullmatch(said) is not None
