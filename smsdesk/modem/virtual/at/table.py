"""How AT commands are declared, and what their functions may answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING

from smsdesk.modem.virtual.request import Request

if TYPE_CHECKING:
    from smsdesk.modem.virtual.modem import VirtualModem


@dataclass(frozen=True)
class Prompt:
    """The command goes on with `then(body)` when Ctrl-Z has come."""

    then: Callable[[bytes], Answer]
    text_mode: bool = False


@dataclass(frozen=True)
class Wait:
    """The command takes `seconds`, and then goes on; the modem is busy until then."""

    seconds: float
    then: Callable[[], Answer]


@dataclass(frozen=True)
class Sent:
    """Information lines of a command that gave an SMS to `to`: faults may look at the number."""

    lines: Sequence[str]
    to: str


Answer = Sequence[str] | Prompt | Wait | Sent
"""Information lines before OK, or how the command goes on. A failure is raised as AtError."""

Handler = Callable[["VirtualModem", Request], Answer]


class Needs(Flag):
    """What must be there before a command is tried."""

    NOTHING = 0
    SIM = auto()
    """An unlocked SIM; else +CME ERROR."""
    SMS = auto()
    """The same for commands of 27.005; else +CMS ERROR."""


@dataclass(frozen=True)
class Command:
    """One command of the table."""

    run: Handler
    needs: Needs = Needs.NOTHING


class CommandTable(dict[str, Command]):
    """Commands by name in upper case."""

    def command(self, *names: str, needs: Needs = Needs.NOTHING) -> Callable[[Handler], Handler]:
        """Declare a function as the one for these names."""

        def declare(run: Handler) -> Handler:
            for name in names:
                self[name] = Command(run, needs)
            return run

        return declare
