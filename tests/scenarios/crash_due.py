"""Makes what is due in a process that can be killed: `python crash_due.py WHAT DATABASE NOW [POINT]`.

WHAT is schedule, escalation, reminder, incoming: what came in, answered by an SMS each; or replies: what came in,
by the rules of the program. POINT counts the moments around each commit and around the mark that what is due was
done, from 1 on; there the process kills itself as hard as the system can.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from smsdesk.desk import services_of
from smsdesk.services.bundle import Services
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.incoming_rules import Arrived, Handler, IncomingRules
from smsdesk.storage import escalations, keywords, opt_outs, questions, replies, schedules, unhandled
from smsdesk.storage.database import Connection, Database

_left = 0


def _pass_point() -> None:
    global _left  # noqa: PLW0603  # one process, one countdown
    _left -= 1
    if _left == 0:
        os.kill(os.getpid(), signal.SIGKILL)


class MortalDatabase(Database):
    @contextmanager
    def write(self) -> Iterator[Any]:
        outermost = not self.read().in_transaction
        with super().write() as connection:
            yield connection
            _pass_point()
        if outermost:
            _pass_point()


def main(what: str, path: str, now: str, point: str = "0") -> int:
    global _left  # noqa: PLW0603
    database = MortalDatabase(Path(path))
    moment = datetime.fromisoformat(now)
    services = services_of(database, Events(), lambda: moment)
    schedules.attach = _mortal(schedules.attach)
    escalations.note = _mortal(escalations.note)
    questions.note_reminded = _mortal(questions.note_reminded)
    unhandled.mark_handled = _mortal(unhandled.mark_handled)
    replies.note = _mortal(replies.note)
    opt_outs.add = _mortal(opt_outs.add)
    keywords.add_sign_up = _mortal(keywords.add_sign_up)
    rules = IncomingRules(database, Events(), [_answering(services)], lambda: None)
    due: dict[str, Callable[[], int]] = {
        "schedule": services.schedule.send_due,
        "escalation": services.escalation.tell_due,
        "reminder": services.polls.remind_due,
        "incoming": rules.handle_waiting,
        "replies": services.incoming_rules.handle_waiting,
    }
    _left = int(point)
    print(due[what]())
    database.close()
    return 0


def _answering(services: Services) -> Handler:
    """A rule that answers each message, saying which one."""

    def answer(connection: Connection, arrived: Arrived) -> list[Changed]:
        _pass_point()
        services.notify.reply(arrived.sender, f"Reçu {arrived.id}")
        _pass_point()
        return [Changed(Topic.QUEUE)]

    return answer


def _mortal(mark: Callable[..., None]) -> Callable[..., None]:
    def mark_and_pass(*args: Any) -> None:
        _pass_point()
        mark(*args)
        _pass_point()

    return mark_and_pass


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
