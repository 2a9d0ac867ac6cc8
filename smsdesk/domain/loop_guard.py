"""When a machine must not answer: to other machines, to itself, or too often."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from smsdesk.domain.folding import fold
from smsdesk.domain.incoming import Arrived, SenderKind
from smsdesk.domain.phone_kinds import E164
from smsdesk.domain.phones import normalise_phone
from smsdesk.domain.sentences import Sentence, say

MOST_A_DAY = 3
"""Automatic answers to one phone: a person needs no more, and two machines that talk are soon found out."""

MOST_AN_HOUR = 60
"""Automatic answers to all phones together, should many machines or a prank pass the other limits."""

MOST_EVER = 500
"""What can be set for either."""

LONGEST_READ = 1_000

_AUTOMATIC = re.compile(
    r"\b(?:reponse|message|sms|repondeur|notification|accuse de reception) automatique"
    r"|\bautomatiquement\b|\bauto ?re(?:ply|sponse)\b|\bautomat(?:ic|ed) (?:reply|response|message)\b"
    r"|\bne pas repondre\b|\bne repondez pas\b|\bdo not reply\b|\bno ?reply\b|\bsans reponse de votre part\b"
    r"|\bout of office\b|\babsent du bureau\b|\bmessage d absence\b|\bje suis (?:actuellement )?en conges?\b"
    r"|\bje conduis\b|\bje suis au volant\b|\bmode conduite\b|\bi m driving\b|\bne pas deranger\b"
    r"|\bje ne peux pas (?:parler|repondre|prendre votre appel)\b|\bje (?:vous|te) rappelle plus tard\b"
    r"|\bmessagerie vocale\b|\bvous avez (?:\d+ |un )?(?:nouveaux? )?messages? voca(?:l|ux)\b"
    r"|\bcode de (?:verification|confirmation)\b|\bservice client\b|\bnotre secretariat est ferme\b"
    r"|\b(?:votre|ce) (?:message|sms) (?:a bien ete|n a pas (?:pu etre|ete)) (?:recu|transmis|remis)"
    r"|\bnumero (?:n est pas attribue|non attribue|inconnu)"
)
"""What telephones at the wheel, offices on leave, operators and services write by themselves."""

_NO_WORD = re.compile(r"[^a-z0-9]+")


class Withheld(StrEnum):
    """Why an automatic answer was not sent."""

    ALPHANUMERIC = "alphanumeric"
    SHORT_CODE = "short_code"
    NO_PHONE = "no_phone"
    OWN_NUMBER = "own_number"
    AUTOMATIC = "automatic"
    ECHO = "echo"
    PHONE_LIMIT = "phone_limit"
    TOTAL_LIMIT = "total_limit"
    UNSENDABLE = "unsendable"


WHY: Mapping[Withheld, Sentence] = {
    Withheld.ALPHANUMERIC: say("The sender is a name, not a phone: nothing can be answered."),
    Withheld.SHORT_CODE: say("The sender is a short number of a service: it is never answered."),
    Withheld.NO_PHONE: say("The sender is no phone that can be answered."),
    Withheld.OWN_NUMBER: say("The sender is one of our own numbers."),
    Withheld.AUTOMATIC: say("The message looks like the answer of a machine."),
    Withheld.ECHO: say("The message only repeats what was sent to this phone."),
    Withheld.PHONE_LIMIT: say("This phone had its most of automatic answers for a day."),
    Withheld.TOTAL_LIMIT: say("All phones together had the most of automatic answers for an hour."),
    Withheld.UNSENDABLE: say("The text of the answer is empty or too long. Correct it in the settings."),
}


@dataclass(frozen=True)
class GuardLimits:
    """How many automatic answers go out: to one phone within 24 hours, to all within one hour."""

    a_day: int = MOST_A_DAY
    an_hour: int = MOST_AN_HOUR


@dataclass(frozen=True)
class Past:
    """What is known when an answer is about to go: our own numbers (E.164), answers that went, last texts."""

    own: frozenset[str] = frozenset()
    today: int = 0
    last_hour: int = 0
    last_texts: tuple[str, ...] = ()
    """The last ones that were sent to this phone."""


def answerable_phone(arrived: Arrived) -> str | Withheld:
    """The phone (E.164) that an answer goes to, or why there is none."""
    if arrived.sender_kind is SenderKind.ALPHANUMERIC:
        return Withheld.ALPHANUMERIC
    if arrived.sender_kind is SenderKind.SHORT_CODE:
        return Withheld.SHORT_CODE
    if arrived.sender_kind is not SenderKind.PHONE:
        return Withheld.NO_PHONE
    if E164.fullmatch(arrived.sender):
        return arrived.sender
    found = normalise_phone(arrived.sender)
    return Withheld.NO_PHONE if isinstance(found, Sentence) else found.e164


def withheld(arrived: Arrived, past: Past, limits: GuardLimits) -> Withheld | None:
    """Why this message gets no automatic answer; None when it may."""
    phone = answerable_phone(arrived)
    if isinstance(phone, Withheld):
        return phone
    if phone in past.own:
        return Withheld.OWN_NUMBER
    if looks_automatic(arrived.text):
        return Withheld.AUTOMATIC
    if fold(arrived.text) in {fold(text) for text in past.last_texts}:
        return Withheld.ECHO
    if past.today >= limits.a_day:
        return Withheld.PHONE_LIMIT
    return Withheld.TOTAL_LIMIT if past.last_hour >= limits.an_hour else None


def looks_automatic(text: str) -> bool:
    """Whether a text reads as if a telephone, an office on leave or a service had written it by itself."""
    return bool(_AUTOMATIC.search(_NO_WORD.sub(" ", fold(text[:LONGEST_READ])).strip()))
