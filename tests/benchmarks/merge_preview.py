"""The preview of a notice to 1,000 phones, every message merged and counted, beside a bare encode of the texts.

    .venv/bin/python -m tests.benchmarks.merge_preview

The promise: under 50 ms, and at most 3 times what it takes only to encode the same 1,000 texts (one charmap
pass into septets, UTF-16 where that is not possible): no merging, no counting, no plan.
"""

from __future__ import annotations

import codecs
import random
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from smsdesk.domain import gsm0338
from smsdesk.domain.agreement import _one_linked, linked
from smsdesk.domain.audience import Audience, Recipient
from smsdesk.domain.people import Contact, ContactKind, Group, GroupKind
from smsdesk.domain.plan import NotifyPlan, plan_notice

RECIPIENTS = 1_000
ROUNDS = 30
FIRST = [
    "Léa",
    "Tom",
    "Zoé",
    "Anaëlle",
    "Chloé",
    "François",
    "Hélène",
    "Maël",
    "Noémie",
    "Raphaël",
    "Inès",
    "Lucas",
    "Jade",
    "Adèle",
    "Jean-Baptiste",
]
LAST = [
    "Martin",
    "Bernard",
    "Lefèvre",
    "Girard",
    "Müller",
    "Nguyen",
    "Gonçalves",
    "Le-Goff",
    "Petit",
    "Lebœuf",
    "Roux",
    "Durand",
]
GROUPS = (
    Group(1, "Piano 2", GroupKind.COURSE, teacher="M. Durand"),
    Group(2, "Formation musicale 1", GroupKind.COURSE, teacher="Mme Roux"),
)
TEXTS = {
    "typical": "{institution} : le cours de {groupe} de {prénom} {nom} avec {professeur} du {date} à {heure}"
    " est annulé. Merci de votre compréhension. Renseignements au {téléphone}.",
    "agreeing": "{institution} : {prénom} {nom|votre enfant} {est//sont} {attendu/attendue} {date} à {heure}"
    " par {professeur}, cours {de groupe}. Merci de confirmer par OUI au {téléphone}.",
    "six of the person": "Bonjour, {cher/chère} {prénom} {nom} : la reprise {de prénom} en {classe} ({groupe}) avec"
    " {professeur} est le {date} à {heure}. {Inscrit/Inscrite} : {prénom sans accent}. Répondez OUI.",
    "the same for all": "{institution} : fermeture exceptionnelle {date}. Renseignements au {téléphone}.",
}
GIVEN = {"date": "jeudi 12 mars", "heure": "17h30"}
KNOWN = {"institution": "Conservatoire", "téléphone": "01 23 45 67 89"}
SEPTETS: dict[int, int | bytes] = {
    **{ord(character): septet for septet, character in enumerate(gsm0338.BASIC)},
    **{ord(character): bytes([0x1B, septet]) for septet, character in gsm0338.EXTENSION.items()},
}

T = TypeVar("T")


def town() -> Audience:
    """1,000 phones, some of them with two or three children, with different names."""
    source = random.Random(20261122)
    recipients = []
    for number in range(RECIPIENTS):
        people = tuple(
            Contact(
                3 * number + child,
                ContactKind.PUPIL,
                source.choice(FIRST),
                f"{source.choice(LAST)}{number}",
                groups=(source.choice(GROUPS).name,),
            )
            for child in range(source.choice((1, 1, 1, 1, 2, 3)))
        )
        recipients.append(Recipient(f"+336399{number:05}", people))
    return Audience(tuple(recipients), ())


def bare_encode(texts: list[str]) -> int:
    """Only encode, one text after the other."""
    octets = 0
    for text in texts:
        try:
            octets += len(codecs.charmap_encode(text, "strict", SEPTETS)[0])
        except UnicodeEncodeError:
            octets += len(text.encode("utf-16-be"))
    return octets


def seconds(work: Callable[[], T]) -> tuple[float, T]:
    """How long it takes on the processor, and its result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def compare(text: str) -> tuple[float, float, float, NotifyPlan]:
    """In ms: the first plan for people whom nobody looked at yet, with nothing remembered; the next one for
    them, as at each key; and only to encode. The least of some rounds in turn: what else runs only adds.
    """
    first = again = bare = float("inf")
    for _ in range(ROUNDS):
        unseen = town()
        linked.cache_clear()
        _one_linked.cache_clear()
        preview = partial(plan_notice, unseen, text, GIVEN, GROUPS, KNOWN)
        took, plan = seconds(preview)
        first = min(first, took)
        again = min(again, seconds(preview)[0])
        texts = [message.text for message in plan.messages]
        bare = min(bare, seconds(partial(bare_encode, texts))[0])
    return first * 1000, again * 1000, bare * 1000, plan


def main() -> None:
    for name, text in TEXTS.items():
        first, again, bare, plan = compare(text)
        assert plan.problem is None, plan.problem
        different = len({message.text for message in plan.messages})
        print(
            f"{name}: {plan.phones} phones, {plan.parts} SMS, {different} different texts: "
            f"first look {first:.1f} ms ({first / bare:.2f} times the bare encode), "
            f"at each key {again:.1f} ms ({again / bare:.2f} times), bare encode {bare:.1f} ms"
        )


if __name__ == "__main__":
    main()
