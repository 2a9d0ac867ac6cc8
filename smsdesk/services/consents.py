"""The register of consent: who agreed or objected to what, since when, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from smsdesk.domain.consents import ConsentRow, ConsentWord, Override
from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import ConsentState
from smsdesk.domain.names import words_key
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people_search import Sought, dialled, sought
from smsdesk.domain.phones import normalise_phone
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.changing import Changing
from smsdesk.services.events import QUEUE_CHANGED, Changed, Topic
from smsdesk.services.people_reading import names_of_phones
from smsdesk.storage import consents
from smsdesk.storage.objections import stop_objected


class Consents(Changing):
    """Consent by phone and purpose. Every word is kept; the last one counts."""

    def register(self, search: str = "", purpose: Purpose | None = None) -> tuple[ConsentRow, ...]:
        """The last word of each phone about each purpose, the newest first; `search` as for people."""
        connection = self._database.read()
        rows = consents.register(connection, purpose)
        names = names_of_phones(connection, list({row.e164 for row in rows}))
        named = [replace(row, names=names.get(row.e164, ())) for row in rows]
        wanted = sought(search)
        return tuple(row for row in named if _fits(row, wanted))

    def states(self, e164s: Sequence[str]) -> dict[str, dict[Purpose, ConsentState]]:
        """The last words of some phones; a phone, or a purpose, about which nothing was said is missing."""
        found: dict[str, dict[Purpose, ConsentState]] = {}
        for e164, purpose, state in consents.last_words(self._database.read(), e164s):
            found.setdefault(e164, {})[purpose] = state
        return found

    def history(self, e164: str) -> tuple[ConsentWord, ...]:
        """Everything that was recorded of one phone, the newest first."""
        return tuple(consents.history(self._database.read(), e164))

    def overrides(self, e164: str) -> tuple[Override, ...]:
        """The safety alerts that went to a phone over its objection, the newest first."""
        return tuple(consents.overrides(self._database.read(), e164))

    def record(self, e164: str, purpose: Purpose, granted: bool, source: str, evidence: str = "") -> int:
        """Write down that somebody agreed or objected, how (`source`) and what proves it.

        After an objection what waits for this phone is not sent: answers how many messages that were.
        InputError when the phone is none, or nothing is said about how it is known.
        """
        source = " ".join(source.split())
        if not source:
            raise InputError(say("Say how it is known: a form, a call, an SMS."))
        phone = _phone(e164)
        title = (
            say("{phone}: agreement recorded", phone=phone)
            if granted
            else say("{phone}: objection recorded", phone=phone)
        )
        with self._change(title) as connection:
            consents.add_consent(connection, phone, purpose, granted, source, evidence.strip(), self._now())
            stopped = stop_objected(connection, [phone])
        self._events.publish(Changed(Topic.PEOPLE), *(QUEUE_CHANGED if stopped else ()))
        return stopped


def _phone(text: str) -> str:
    found = normalise_phone(text)
    if isinstance(found, Sentence):
        raise InputError(say("{number} is no phone number: {reason}", number=text, reason=found))
    return found.e164


def _fits(row: ConsentRow, wanted: Sought) -> bool:
    names = f" {words_key(' '.join(row.names))}"
    if not all(f" {word}" in names for word in wanted.words):
        return False
    return not wanted.digits or any(digits in dialled(row.e164) for digits in wanted.digits)
