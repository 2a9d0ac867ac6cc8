"""One text to bare numbers as people type them, and the answer to a phone that wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from smsdesk.domain.audience import LeftOut, why_closed
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.phone_kinds import E164
from smsdesk.domain.phones import normalise_phone
from smsdesk.domain.plan import NotifyPlan, plan_same
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import BroadcastKind
from smsdesk.services.events import Changed, Topic
from smsdesk.services.notify_options import DEFAULT_OPTIONS, SendOptions
from smsdesk.services.queueing import Queueing
from smsdesk.services.wording import part_limits
from smsdesk.storage import consents, inbox

_NUMBER = re.compile(r"\(?\+?[0-9 \u00a0\u202f().\-/]+")
"""How people write one number; anything else beside it is refused, not guessed."""

_NONE_CLOSED: Mapping[str, Sentence] = MappingProxyType({})


class BareNumbers(Queueing):
    """Sends one text, taken literally, to phones."""

    def plan_numbers(
        self, numbers: Sequence[str], text: str, purpose: Purpose = Purpose.INFORMATION
    ) -> NotifyPlan:
        """What `send_numbers` would do. Raises InputError for a number that is none, naming it."""
        e164s = tuple(dict.fromkeys(typed_number(number) for number in numbers))
        closed = self._closed(e164s, purpose)
        plan = self._same([e164 for e164 in e164s if e164 not in closed], text, closed)
        return self._with_objections(plan, purpose)

    def send_numbers(self, numbers: Sequence[str], text: str, options: SendOptions = DEFAULT_OPTIONS) -> int:
        """Send one text, taken literally, to bare numbers, once each however they are written.

        Refuses like `Notify.send`.
        """
        plan = self.plan_numbers(numbers, text, options.purpose)
        return self.queue_plan(plan, text, options, BroadcastKind.DIRECT)

    def reply(self, e164: str, text: str) -> int:
        """Answer one phone, before the notices that wait in the queue; refuses like `Notify.send`."""
        plan = self._same((correspondent(e164),), text)
        sent = self.queue_plan(plan, text, SendOptions(priority=Priority.URGENT), BroadcastKind.REPLY)
        self._events.publish(Changed(Topic.INBOX))
        return sent

    def _closed(self, e164s: Sequence[str], purpose: Purpose) -> Mapping[str, Sentence]:
        """The phones that this purpose may not reach, each with the reason."""
        if purpose is Purpose.ALERT:
            return {}
        connection = self._database.read()
        refused = consents.refused_phones(connection, purpose)
        closed = refused.intersection(e164s)
        if purpose is Purpose.PROMOTION:
            closed = frozenset(e164s) - consents.agreed_phones(connection, purpose)
        return {e164: why_closed((e164,), refused) for e164 in e164s if e164 in closed}

    def _same(
        self, e164s: Sequence[str], text: str, closed: Mapping[str, Sentence] = _NONE_CLOSED
    ) -> NotifyPlan:
        known = inbox.holders(self._database.read(), e164s)
        left_out = [LeftOut(None, e164, reason) for e164, reason in closed.items()]
        phones = [(e164, known.get(e164, ())) for e164 in e164s]
        return plan_same(text, phones, left_out, part_limits(self._database.read()))

    def _with_objections(self, plan: NotifyPlan, purpose: Purpose) -> NotifyPlan:
        """The plan with the phones that it reaches although they refuse SMS: those of a safety alert."""
        refused = self._overridden(self._database.read(), plan, purpose)
        return replace(plan, overridden=tuple(dict.fromkeys(e164 for e164, _ in refused)))


def typed_number(number: str) -> str:
    """One mobile (E.164) typed by a person; InputError for words, control characters and landlines."""
    found = normalise_phone(number) if _NUMBER.fullmatch(number.strip()) else say("It is not a phone number.")
    shown = visible_line(number)
    if isinstance(found, Sentence):
        raise InputError(say("{number} cannot receive SMS: {reason}", number=shown, reason=found))
    if not found.mobile:
        raise InputError(
            say("{number} is a landline and cannot receive SMS. Give a mobile number.", number=shown)
        )
    return found.e164


def correspondent(phone: str) -> str:
    """A phone that wrote to us exists, whatever the numbering plans that we know say."""
    return phone if E164.fullmatch(phone) else typed_number(phone)
