"""When a machine keeps silent, and when a text needs no answer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from smsdesk.domain.auto_replies import CLOSED_TEXT, needs_no_answer
from smsdesk.domain.incoming import Arrived, SenderKind
from smsdesk.domain.loop_guard import (
    WHY,
    GuardLimits,
    Past,
    Withheld,
    answerable_phone,
    looks_automatic,
    withheld,
)

ANNE = "+33639980001"


def arrived(text: str = "Concert ?", sender: str = ANNE, kind: SenderKind = SenderKind.PHONE) -> Arrived:
    return Arrived(1, sender, kind, text, datetime(2026, 3, 11, 8, tzinfo=UTC), "sim")


@pytest.mark.parametrize(
    "text",
    [
        "Ceci est une réponse automatique.",
        "Message automatique, merci de ne pas répondre",
        "Je conduis actuellement, je vous répondrai à l'arrivée",
        "Je suis au volant et le mode Ne pas déranger est activé.",
        "I’m driving with Do Not Disturb While Driving turned on.",
        "Auto-reply: out of office until Monday",
        "Je suis actuellement en congés jusqu'au 3",
        "Je ne peux pas répondre pour le moment",
        "Désolé, je ne peux pas parler maintenant. Je vous rappelle plus tard.",
        "Votre message a bien été reçu",
        "Vous avez 2 nouveaux messages vocaux",
        "NO-REPLY Votre code de confirmation est 1234",
        CLOSED_TEXT.format(institution="La mairie", ouverture="lundi 5 janvier à 9h"),
    ],
)
def test_machines_are_known_by_what_they_write(text: str) -> None:
    assert looks_automatic(text)
    assert withheld(arrived(text), Past(), GuardLimits()) is Withheld.AUTOMATIC


@pytest.mark.parametrize(
    "text",
    ["Concert ?", "Bonjour, à quelle heure ?", "Léa est malade", "La voiture est automatique", "Merci", ""],
)
def test_people_are_answered(text: str) -> None:
    assert withheld(arrived(text), Past(), GuardLimits()) is None


@pytest.mark.parametrize(
    ("message", "past", "limits", "reason"),
    [
        (
            arrived(sender="MAIRIE", kind=SenderKind.ALPHANUMERIC),
            Past(),
            GuardLimits(),
            Withheld.ALPHANUMERIC,
        ),
        (arrived(sender="36180", kind=SenderKind.SHORT_CODE), Past(), GuardLimits(), Withheld.SHORT_CODE),
        (arrived(sender="", kind=SenderKind.UNKNOWN), Past(), GuardLimits(), Withheld.NO_PHONE),
        (arrived(sender="12", kind=SenderKind.PHONE), Past(), GuardLimits(), Withheld.NO_PHONE),
        (arrived(), Past(own=frozenset({ANNE})), GuardLimits(), Withheld.OWN_NUMBER),
        (arrived(sender="0639980001"), Past(own=frozenset({ANNE})), GuardLimits(), Withheld.OWN_NUMBER),
        (arrived(), Past(last_texts=("CONCERT  ?",)), GuardLimits(), Withheld.ECHO),
        (arrived(), Past(today=3), GuardLimits(), Withheld.PHONE_LIMIT),
        (arrived(), Past(last_hour=60), GuardLimits(), Withheld.TOTAL_LIMIT),
        (arrived(), Past(), GuardLimits(a_day=0), Withheld.PHONE_LIMIT),
        (arrived(), Past(today=2, last_hour=59), GuardLimits(), None),
    ],
)
def test_who_is_not_answered(
    message: Arrived, past: Past, limits: GuardLimits, reason: Withheld | None
) -> None:
    assert withheld(message, past, limits) is reason


def test_every_reason_is_said_in_a_sentence() -> None:
    assert set(WHY) == set(Withheld)


def test_a_number_of_the_country_is_answered_in_e164() -> None:
    assert answerable_phone(arrived(sender="0639980001")) == ANNE


@pytest.mark.parametrize(
    ("text", "courtesy"),
    [
        ("Ok merci", True),
        ("Merci beaucoup, bonne soirée 👍", True),
        ("Bien reçu, bonne journée à vous", True),
        ("D'accord c'est noté merci pour l'info", True),
        ("👍", True),
        ("Merci, à quelle heure ?", False),
        ("Ok mais elle est malade", False),
        ("Concert ?", False),
    ],
)
def test_thanks_need_no_answer(text: str, courtesy: bool) -> None:
    assert needs_no_answer(text) is courtesy
