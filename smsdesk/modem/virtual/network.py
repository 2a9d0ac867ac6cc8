"""The little network behind the modem: takes SMS, reports on them, answers, delivers what others write."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from fnmatch import fnmatchcase
from typing import Protocol

from smsdesk.domain.outgoing import Concat
from smsdesk.modem.virtual import tpdu
from smsdesk.modem.virtual.agenda import Agenda
from smsdesk.modem.virtual.config import VirtualConfig
from smsdesk.modem.virtual.correspondents import Reply, chatty
from smsdesk.modem.virtual.ledger import join_parts
from smsdesk.modem.virtual.tpdu import Coding, Envelope, Submit

DELIVERED = 0x00
"""TP-ST: received by the recipient (23.040, 9.2.3.15)."""
TEMPORARY = 0x20
FAILED = 0x41


class Registration(IntEnum):
    """<stat> of +CREG (27.007, 7.2)."""

    OFF = 0
    HOME = 1
    SEARCHING = 2
    DENIED = 3
    UNKNOWN = 4
    ROAMING = 5

    @property
    def served(self) -> bool:
        """Whether SMS pass."""
        return self in (Registration.HOME, Registration.ROAMING)


@dataclass(frozen=True)
class Incoming:
    """A PDU on its way to the modem, in upper-case hex with its service centre."""

    pdu: str
    is_report: bool = False
    message_class: int | None = None


class Receiver(Protocol):
    """The modem, as the network sees it. All calls are made under the modem's lock."""

    def take(self, incoming: Incoming) -> bool:
        """Take a PDU over; False: keep it, and offer it again when told to."""

    def within(self, action: Callable[[], None]) -> None:
        """Do something under the modem's lock, then let it say what it has to."""


class Network:
    """One modem's network. Public methods may be called from any thread."""

    def __init__(self, config: VirtualConfig, agenda: Agenda, receiver: Receiver) -> None:
        self._config = config
        self._agenda = agenda
        self._receiver = receiver
        self._chance = random.Random(config.seed)  # noqa: S311 - seeded on purpose
        self._waiting: deque[Incoming] = deque()
        self._answers: list[tuple[str, deque[str | Reply], float]] = []
        self._parts: dict[tuple[str, int, int], dict[int, str]] = {}
        self._concat_reference = self._chance.randrange(256)
        self._offering = False
        self.registration = Registration.HOME
        self.signal = 20
        self.operator = config.operator
        self.operator_code = config.operator_code
        self.ussd = dict(config.ussd)
        if config.chatty:
            self.answer("*", chatty(config.chatty, config.seed))
        for pattern, texts in config.answers.items():
            self.answer(pattern, *texts, after=config.answer_after)

    # what tests and the demo do

    def deliver(self, sender: str, text: str, *, after: float = 0.0, message_class: int | None = None,
                at: datetime | None = None) -> None:  # fmt: skip
        """Somebody writes to us: "+336...", a short code or a name; a long text comes in parts."""

        def act() -> None:
            envelope = Envelope(sender, at or self._now(), self._config.card.centre, 0, message_class)
            pdus = tpdu.encode_delivers(envelope, text, self._next_concat_reference())
            self._offer(Incoming(pdu.hex().upper(), message_class=message_class) for pdu in pdus)

        self._later(after, act)

    def deliver_data(self, sender: str, data: bytes, header: bytes = b"") -> None:
        """Binary data, with a user data header when it is for a port."""

        def act() -> None:
            envelope = Envelope(sender, self._now(), self._config.card.centre)
            pdu = tpdu.deliver(envelope, Coding.DATA, data, header)
            self._offer([Incoming(pdu.hex().upper())])

        self._later(0.0, act)

    def deliver_raw(self, pdu_hex: str, *, is_report: bool = False) -> None:
        """Any PDU at all, as it would stand in a slot; nothing of it is checked."""
        self._later(0.0, lambda: self._offer([Incoming(pdu_hex, is_report)]))

    def answer(self, pattern: str, *replies: str | Reply, after: float | None = None) -> None:
        """Numbers that match `pattern` answer from now on: texts in turn, then silence; a function always."""
        delay = self._config.answer_after if after is None else after
        self._answers.insert(0, (pattern, deque(replies), delay))

    def set_registration(self, registration: Registration) -> None:
        """Lose or find the network; what waited comes when it is found."""

        def act() -> None:
            self.registration = registration
            self.offer_waiting()

        self._receiver.within(act)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The PDUs that the network keeps because the modem cannot take them now."""
        pdus: list[str] = []
        self._receiver.within(lambda: pdus.extend(incoming.pdu for incoming in self._waiting))
        return tuple(pdus)

    # what the modem does

    def offer_waiting(self) -> None:
        """The modem may have room again."""
        self._offer(())

    def give_back(self, incoming: Incoming) -> None:
        """A PDU that was not acknowledged is the first to be tried again."""
        self._waiting.appendleft(incoming)

    def took(
        self, sms: Submit, reference: int, statuses: Sequence[int] | None, *, early: bool, twice: bool
    ) -> None:
        """An SMS was accepted: plan its reports (TP-ST each; None: delivered) and its answer."""
        if sms.report and self._config.reports is not None:
            for index, status in enumerate(statuses if statuses is not None else (DELIVERED,), 1):
                for _ in range(2 if twice else 1):
                    self._plan_report(sms, reference, status, self._config.reports * index, early=early)
        self._answer_to(sms)

    def _plan_report(self, sms: Submit, reference: int, status: int, delay: float, *, early: bool) -> None:
        sent = self._now()

        def act() -> None:
            done = sent + timedelta(seconds=delay)
            pdu = tpdu.encode_report(reference, sms.to, sent, done, status, self._config.card.centre)
            self._offer([Incoming(pdu.hex().upper(), is_report=True)])

        if early:
            act()
        else:
            self._agenda.after(delay, act)

    def _answer_to(self, sms: Submit) -> None:
        if not self._answers:
            return
        text = self._whole_text(sms.to, sms.text or "", sms.concat)
        if text is None:
            return
        for pattern, replies, delay in self._answers:
            if fnmatchcase(sms.to, pattern) and replies:
                reply = replies[0] if callable(replies[0]) else replies.popleft()
                answer = reply(text) if callable(reply) else reply
                if answer is not None:
                    self.deliver(sms.to, answer, after=delay)
                return

    def _whole_text(self, to: str, text: str, concat: Concat | None) -> str | None:
        """The text of the message that is complete with this part; None while others are missing."""
        if concat is None:
            return text
        key = (to, concat.ref, concat.total)
        parts = self._parts.setdefault(key, {})
        parts[concat.seq] = text
        if len(parts) < concat.total:
            return None
        return join_parts(self._parts.pop(key))

    def _offer(self, more: Iterable[Incoming]) -> None:
        self._waiting.extend(more)
        if self._offering:
            return
        self._offering = True
        try:
            kept: deque[Incoming] = deque()
            while self._waiting:
                incoming = self._waiting.popleft()
                if not self._receiver.take(incoming):
                    kept.append(incoming)
            self._waiting = kept
        finally:
            self._offering = False

    def _later(self, after: float, act: Callable[[], None]) -> None:
        def plan() -> None:
            self._agenda.after(after, act)

        self._receiver.within(plan)

    def _next_concat_reference(self) -> int:
        self._concat_reference = (self._concat_reference + 1) % 256
        return self._concat_reference

    def _now(self) -> datetime:
        return self._config.clock().astimezone(self._config.zone)
