"""`smsdesk demo`: the whole way from a class list to delivered SMS and answers, on a virtual modem."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Self

import click

from smsdesk.commands.context import Context
from smsdesk.desk import Desk
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import Group
from smsdesk.modem import virtual
from smsdesk.services import sample_world
from smsdesk.services.bundle import Services
from smsdesk.services.events import Changed, Topic
from smsdesk.services.resources import resource_path

MODEM = "demo"
MODEM_URL = f"virtual://{MODEM}"
PACE = virtual.VirtualConfig(latency=0.25, reports=0.8, answer_after=1.5)
"""Slow enough to be watched; a real network takes three to five seconds for each SMS."""

LONGEST_S = 50.0
"""The demonstration ends within a minute, whatever happens."""


@click.command()
@click.option("--window", is_flag=True, help="Show the same world in the window.")
@click.pass_obj
def demo(context: Context, window: bool) -> int:
    """Import a sample list, notify a course through the virtual modem, show reports and answers."""
    with tempfile.TemporaryDirectory(prefix="smsdesk-demo-", ignore_cleanup_errors=True) as folder:
        virtual.create(MODEM, PACE)
        try:
            return _in_window(Path(folder)) if window else _in_terminal(context, Path(folder))
        finally:
            virtual.forget(MODEM)


def _in_terminal(context: Context, folder: Path) -> int:
    tell = _quiet if context.json else click.echo
    with Desk.open(folder, [MODEM_URL], engine=True) as desk:
        import_sample(desk.services, tell)
        broadcast = notify_course(desk.services, tell)
        with _Progress(desk.services, broadcast, tell) as progress:
            assert desk.engine is not None
            desk.engine.wait_idle(LONGEST_S, settle=LONGEST_S)
            progress.wait_answers(len(sample_world.ANSWERS), LONGEST_S)
        _tell_answers(desk.services, tell)
        summary = desk.engine.summary()
    context.emit(
        asdict(summary),
        [
            "",
            f"Sent {summary.sent}, delivered {summary.delivered}, failed {summary.failed}, "
            f"uncertain {summary.unknown}; {summary.received} answers; {summary.seconds:.0f} seconds.",
            "The same in the window: python3 main.py demo --window",
        ],
    )
    return 1 if summary.failed or summary.unknown else 0


def _in_window(folder: Path) -> int:
    with Desk.open(folder) as desk:
        now = datetime.now().astimezone()
        sample_world.fill(desk.services, desk.services.preferences.read(), virtual.network_of(MODEM), now)
    # Qt is for the window alone.
    from smsdesk.app import run  # noqa: PLC0415

    return run(["--profile", str(folder), "--modem", MODEM_URL])


Tell = Callable[[str], object]


def _quiet(_line: str) -> None:
    """Say nothing: the window or the JSON document shows it."""


def import_sample(services: Services, tell: Tell) -> Group:
    """Import the sample list and answer the course that the demonstration is about."""
    path = resource_path(*sample_world.SAMPLE)
    tell(f"1. The class list {path.name}")
    plan = services.importing.plan(path)
    result = services.importing.apply(plan, accept_warnings=True)
    tell(f"   {result.new} people in {len(result.groups)} groups: {', '.join(result.groups)}")
    for rejected in plan.rejected:
        tell(f"   Not used: {rejected.sheet} {rejected.cell} ({rejected.value}): {rejected.reason}")
    return services.people.group_named(sample_world.COURSE)


def notify_course(services: Services, tell: Tell) -> int:
    """Queue the notice of the teacher's absence; two families will answer. Gives the broadcast's id."""
    services.preferences.keep(replace(services.preferences.read(), institution=sample_world.INSTITUTION))
    absent = sample_world.absence(services)
    plan = services.absences.find(absent.request).plan
    tell(f"2. {absent.course.teacher} is absent on {absent.request.first}: the course {absent.course.name}")
    tell(f"   {plan.people} pupils, {plan.phones} phones, {plan.parts} SMS")
    tell(f"   « {plan.messages[0].text} »")
    for left in plan.left_out:
        tell(f"   Left out: {left.name}: {left.reason}")
    sample_world.answer_each(virtual.network_of(MODEM), [message.e164 for message in plan.messages])
    tell("3. Through the virtual modem")
    return services.absences.send(absent.request)


def _tell_answers(services: Services, tell: Tell) -> None:
    tell("4. The answers")
    for received in reversed(services.inbox.list()):
        tell(f"   {', '.join(received.contacts) or received.sender}: {received.text}")


class _Progress:
    """Tells how a broadcast stands whenever that changes, on the thread where it happened."""

    def __init__(self, services: Services, broadcast: int, tell: Tell) -> None:
        self._services = services
        self._broadcast = broadcast
        self._tell = tell
        self._last = ""
        self._changes = threading.Condition()

    def __enter__(self) -> Self:
        self._end = self._services.events.subscribe(self._changed)
        return self

    def __exit__(self, *_error: object) -> None:
        self._end()

    def wait_answers(self, count: int, seconds: float) -> None:
        """Wait until so many answers have come."""
        with self._changes:
            self._changes.wait_for(lambda: self._services.inbox.unread_count() >= count, seconds)

    def _changed(self, event: Changed) -> None:
        if event.topic not in (Topic.BROADCASTS, Topic.INBOX):
            return
        line = self._line()
        with self._changes:
            if line != self._last:
                self._last = line
                self._tell(line)
            self._changes.notify_all()

    def _line(self) -> str:
        summary = self._services.broadcasts.get(self._broadcast).summary
        delivered = summary.counts.get(PartState.DELIVERED, 0)
        sent = delivered + summary.counts.get(PartState.ACCEPTED, 0)
        return f"   {sent:2} of {summary.messages} sent, {delivered:2} delivered"
