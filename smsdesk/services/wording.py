"""How the institution writes: the services that sign, and how long a text may be."""

from __future__ import annotations

import json
from dataclasses import dataclass

from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.plan import MOST_PARTS, USUAL_LIMITS, PartLimits
from smsdesk.domain.sentences import say
from smsdesk.domain.signatures import Signature
from smsdesk.domain.text import normalise
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage import settings
from smsdesk.storage.database import Connection, Database

_SIGNATURES = "wording.signatures"
_MANY = "wording.parts_many"
_MOST = "wording.parts_most"

LONGEST_PREFIX = 40
"""A quarter of an SMS."""

_LONGEST_NAME = 60


@dataclass(frozen=True)
class WordingChoices:
    """What was chosen; the first signature is offered first."""

    signatures: tuple[Signature, ...] = ()
    limits: PartLimits = USUAL_LIMITS


def part_limits(connection: Connection) -> PartLimits:
    """How long texts may be in this profile."""
    return PartLimits(
        settings.get_count(connection, _MANY) or USUAL_LIMITS.many,
        min(settings.get_count(connection, _MOST) or USUAL_LIMITS.most, MOST_PARTS),
    )


class Wording:
    """Reads and keeps these choices of one profile."""

    def __init__(self, database: Database, events: Events) -> None:
        self._database = database
        self._events = events

    def read(self) -> WordingChoices:
        """The choices as they stand."""
        connection = self._database.read()
        kept = json.loads(settings.get(connection, _SIGNATURES) or "[]")
        return WordingChoices(
            tuple(Signature(str(name), str(prefix)) for name, prefix in kept), part_limits(connection)
        )

    def signature_named(self, name: str) -> Signature:
        """The service of this name, without case or accents; InputError lists those there are."""
        signatures = self.read().signatures
        for signature in signatures:
            if fold(signature.name) == fold(name):
                return signature
        if not signatures:
            raise InputError(say("No service has a signature yet. Enter one in the settings."))
        raise InputError(
            say(
                "No service is named {name}. Choose one of: {candidates}.",
                name=name,
                candidates=", ".join(signature.name for signature in signatures),
            )
        )

    def keep(self, choices: WordingChoices) -> WordingChoices:
        """Make these the choices from now on. InputError, and nothing changes, for what makes no sense."""
        signatures = _checked_signatures(choices)
        limits = choices.limits
        if not 1 <= limits.most <= MOST_PARTS or limits.many < 1:
            raise InputError(
                say("A text may make 1 to {most} SMS. Choose a number in between.", most=MOST_PARTS)
            )
        kept = [[signature.name, signature.prefix] for signature in signatures]
        with self._database.write() as connection:
            settings.put(connection, _SIGNATURES, json.dumps(kept, ensure_ascii=False))
            settings.put(connection, _MANY, str(limits.many))
            settings.put(connection, _MOST, str(limits.most))
        self._events.publish(Changed(Topic.SETTINGS))
        return WordingChoices(signatures, limits)


def _checked_signatures(choices: WordingChoices) -> tuple[Signature, ...]:
    found: dict[str, Signature] = {}
    for signature in choices.signatures:
        name = " ".join(normalise(signature.name).split())[:_LONGEST_NAME]
        prefix = normalise(signature.prefix).replace("\n", " ").strip()
        if not name or not prefix:
            raise InputError(say("A service needs a name and the words that its messages begin with."))
        if len(prefix) > LONGEST_PREFIX:
            raise InputError(
                say(
                    "The signature {prefix} is too long: {most} characters at most.",
                    prefix=prefix,
                    most=LONGEST_PREFIX,
                )
            )
        if "{" in prefix:
            raise InputError(say("The signature {prefix} has a brace. Write it without.", prefix=prefix))
        if fold(name) in found:
            raise InputError(say("There are two services named {name}. Rename one.", name=name))
        found[fold(name)] = Signature(name, prefix + " ")
    return tuple(found.values())
