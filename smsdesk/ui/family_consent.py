"""What a family's phones have agreed or objected to, in the one word that a table has room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.filters import ConsentState
from smsdesk.domain.outgoing import Purpose
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.people_words import ConsentLook

translate = QCoreApplication.translate

PhoneStates = Mapping[str, Mapping[Purpose, ConsentState]]
"""The last word of each phone (E.164) for each purpose; a purpose that was never asked may be missing."""


class FamilyConsent(StrEnum):
    """From the strongest word to none at all."""

    OBJECTS = "objects"
    PARTLY = "partly"
    NO_PROMOTION = "no promotion"
    AGREES = "agrees"
    NOT_ASKED = "not asked"
    NO_PHONE = "no phone"


def family_consent(e164s: Sequence[str], states: PhoneStates) -> FamilyConsent:
    """The word for these phones; an objection to information weighs more than one to promotion."""
    if not e164s:
        return FamilyConsent.NO_PHONE
    refusing = [e164 for e164 in e164s if _is(states, e164, Purpose.INFORMATION, ConsentState.REFUSED)]
    if refusing:
        return FamilyConsent.OBJECTS if len(refusing) == len(e164s) else FamilyConsent.PARTLY
    if any(_is(states, e164, Purpose.PROMOTION, ConsentState.REFUSED) for e164 in e164s):
        return FamilyConsent.NO_PROMOTION
    if any(ConsentState.GRANTED in states.get(e164, {}).values() for e164 in e164s):
        return FamilyConsent.AGREES
    return FamilyConsent.NOT_ASKED


def _is(states: PhoneStates, e164: str, purpose: Purpose, state: ConsentState) -> bool:
    return states.get(e164, {}).get(purpose) is state


def family_consent_look(word: FamilyConsent) -> ConsentLook:
    """Icon, word and colour."""
    return {
        FamilyConsent.OBJECTS: ConsentLook(Icon.CANCELLED, translate("people", "Objects"), Tone.FAILED),
        FamilyConsent.PARTLY: ConsentLook(Icon.WARNING, translate("people", "In part"), Tone.UNCERTAIN),
        FamilyConsent.NO_PROMOTION: ConsentLook(
            Icon.LEFT_OUT, translate("people", "No promotion"), Tone.UNCERTAIN
        ),
        FamilyConsent.AGREES: ConsentLook(Icon.SENT, translate("people", "Agrees"), Tone.DELIVERED),
        FamilyConsent.NOT_ASKED: ConsentLook(Icon.UNCERTAIN, translate("people", "Not asked"), Tone.NEUTRAL),
        FamilyConsent.NO_PHONE: ConsentLook(Icon.SIGNAL_OFF, translate("people", "No phone"), Tone.NEUTRAL),
    }[word]
