"""Faults of line, modem, SIM and network, as little specifications that tests and people write.

    NAME[=VALUE][,to=NUMBER][,on=COMMAND][,at=POINT][@WHEN]

WHEN counts the events the fault looks at, from the moment it was added: `@2` the second only, `@2-4`,
`@3+` from the third on, `@10%` by (seeded) chance; without it, every time. `to` looks only at SMS to that
number; `on` looks at another command than the sending ones (`on=CMGL`). POINT is when it strikes: `start`
(the command line has come), `prompt` (just after the `>`), `body` (Ctrl-Z has come, the network knows
nothing), `taken` (all is done, only the answer is missing).

Events:

    refuse=CODE           the command fails: cms:38, cme:14, error, no-carrier (at=taken: yet it was done)
    bare-error            the same as refuse=error
    lose-answer           it is done, but no answer ever comes
    late-answer=SECONDS   it is done, the modem is free, the answer comes that much later
    slow=SECONDS          the answer takes that much longer, and the modem is busy until then
    no-prompt             no `>` comes
    late-prompt=SECONDS   the `>` comes late
    garbage[=BYTES]       random bytes before the answer (at=start: before anything)
    corrupt               a byte of the answer is changed
    unplug                the modem is pulled out
    hang[=SECONDS]        the modem says nothing any more (until it is plugged in again, or for that long)
    report=ST[/ST...]     delivery reports: TP-ST in hex (20/00: temporary, then done); lost: none comes

Conditions, true until cleared:

    prompt-no-space       `>` without the space behind it
    urc-anywhere[=BURST]  unsolicited lines in the middle of answers, between prompt and body, in bursts
    no-urc                nothing is announced
    wrong-line-ends[=HOW] missing, doubled, cr, lf, or mixed (the default): by chance one of these
    split-lines[=BYTES]   the line arrives in pieces of that many bytes (1)
    unsupported=A,B...    these commands are not known (say=WORDS: told so in these words)
    no-cmms               the same as unsupported=CMMS
    boot-noise            boot lines and stray bytes whenever the port is opened
    echo-stuck            ATE0 changes nothing
    chains=HOW            several commands in one line: only the first is done and OK said (first), or ERROR
                          behind that (first-error), half are done before ERROR (half), each is answered by a
                          code of its own (each), none is done and ERROR said (refuse) or nothing (silent)
    marks-nothing         what was listed or read stays "unread"
    esc=HOW               ESC at the prompt is answered by nothing (silent) or ERROR (error) instead of OK
    reports-early         a delivery report comes before the answer to its SMS
    reports-twice         each delivery report comes twice
    sim-full              no room on the SIM: the network keeps what comes
    sim=STATE             absent, busy, failure or wrong
    registration=STATE    off, home, searching, denied, unknown or roaming
    signal=N              what +CSQ answers (0-31, 99)
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.modem.virtual.errors import AtError, CmeError, CmsError, NoCarrierError

SENDING = ("+CMGS", "+CMSS")
"""The commands that give an SMS to the network."""

POINTS = ("start", "prompt", "body", "taken")
SIM_STATES = ("absent", "busy", "failure", "wrong")
REGISTRATIONS = ("off", "home", "searching", "denied", "unknown", "roaming")
LINE_ENDS = ("missing", "doubled", "cr", "lf", "mixed")

_SECONDS = r"\d+(\.\d+)?"
_EVENTS = {
    "refuse": ("body", r"(cms|cme):\d{1,3}|error|no-carrier", None),
    "bare-error": ("body", "", ""),
    "lose-answer": ("taken", "", ""),
    "late-answer": ("taken", _SECONDS, None),
    "slow": ("taken", _SECONDS, None),
    "no-prompt": ("start", "", ""),
    "late-prompt": ("late", _SECONDS, None),
    "garbage": ("taken", r"[1-9]\d{0,4}", "16"),
    "corrupt": ("taken", "", ""),
    "unplug": ("taken", "", ""),
    "hang": ("taken", _SECONDS, ""),
    "report": ("report", r"[0-9a-fA-F]{2}(/[0-9a-fA-F]{2})*|lost", None),
}
"""Name to where it strikes, the shape of its value, and the value when none is written (None: it must be)."""

_CONDITIONS = {
    "prompt-no-space": ("", ""),
    "urc-anywhere": (r"[1-9]\d?", "1"),
    "no-urc": ("", ""),
    "wrong-line-ends": ("|".join(LINE_ENDS), "mixed"),
    "split-lines": (r"[1-9]\d{0,3}", "1"),
    "unsupported": (r"[+^A-Za-z0-9]+(,[+^A-Za-z0-9]+)*", None),
    "no-cmms": ("", ""),
    "boot-noise": ("", ""),
    "echo-stuck": ("", ""),
    "chains": ("first|first-error|half|each|refuse|silent", None),
    "marks-nothing": ("", ""),
    "esc": ("silent|error", None),
    "reports-early": ("", ""),
    "reports-twice": ("", ""),
    "sim-full": ("", ""),
    "sim": ("|".join(SIM_STATES), None),
    "registration": ("|".join(REGISTRATIONS), None),
    "signal": (r"\d{1,2}", None),
}
"""Name to the shape of its value, and the value when none is written (None: it must be)."""

_KEYS = {
    "to": r"\+?[\w*#]+",
    "on": r"[+^]?[A-Za-z][A-Za-z0-9]*",
    "at": "|".join(POINTS),
    "say": r"[A-Z +:0-9]+",
}
_WHEN = re.compile(r"@(?:(?P<chance>\d{1,3})%|(?P<first>[1-9]\d*)(?P<open>\+)?(?:-(?P<last>[1-9]\d*))?)$")
_NEVER_ENDS = 10**9


@dataclass(frozen=True)
class Fault:
    """One specification, understood."""

    spec: str
    name: str
    value: str = ""
    point: str = ""
    to: str = ""
    commands: tuple[str, ...] = SENDING
    words: str = ""
    first: int = 1
    last: int = _NEVER_ENDS
    chance: int | None = None

    @property
    def seconds(self) -> float:
        """The value of a fault that takes seconds."""
        return float(self.value)

    def error(self) -> AtError:
        """The failure that a `refuse` or `bare-error` means."""
        kind, _, number = self.value.partition(":")
        if kind == "cms":
            return CmsError(int(number))
        if kind == "cme":
            return CmeError(int(number))
        return NoCarrierError() if kind == "no-carrier" else AtError()


def parse(spec: str) -> Fault:
    """Understand one specification; InputError says what is wrong with it."""
    when = _WHEN.search(spec)
    body = spec[: when.start()] if when else spec
    name, value, keys = _pieces(spec, body)
    shape, default = _shape(spec, name)
    if not value and default is not None:
        value = default
    elif not shape or not re.fullmatch(shape, value):
        raise InputError(
            say('The fault "{spec}" lacks its value, or has a wrong one. See "smsdesk virtual-modem --help".',
                spec=spec)
        )  # fmt: skip
    if name == "no-cmms":
        name, value = "unsupported", "CMMS"
    commands = (_command(keys["on"]),) if "on" in keys else SENDING
    point = keys.get("at") or _EVENTS.get(name, ("",))[0]
    if point == "body" and commands != SENDING:
        point = "start"
    if name not in _EVENTS and (when or keys.keys() - {"say"}):
        raise _unclear(spec, when[0] if when else ",".join(keys))
    if name in ("no-prompt", "late-prompt", "late-answer", "slow", "report") and "at" in keys:
        raise _unclear(spec, f"at={keys['at']}")
    first, last, chance = _when(spec, when)
    return Fault(
        spec, name, value, point, keys.get("to", ""), commands, keys.get("say", ""), first, last, chance
    )


def _pieces(spec: str, body: str) -> tuple[str, str, dict[str, str]]:
    """Name, value and keys; a piece without "=" belongs to the value before it (unsupported=A,B)."""
    head, *rest = body.split(",")
    name, _, value = head.partition("=")
    keys: dict[str, str] = {}
    for piece in rest:
        key, equals, word = piece.partition("=")
        if not equals:
            value += "," + piece
        elif key not in _KEYS or not re.fullmatch(_KEYS[key], word):
            raise _unclear(spec, piece)
        else:
            keys[key] = word
    return name.strip(), value, keys


def _unclear(spec: str, piece: str) -> InputError:
    return InputError(
        say('In the fault "{spec}", "{piece}" is not understood. See "smsdesk virtual-modem --help".',
            spec=spec, piece=piece)
    )  # fmt: skip


def _shape(spec: str, name: str) -> tuple[str, str | None]:
    if name in _EVENTS:
        return _EVENTS[name][1:]
    if name in _CONDITIONS:
        return _CONDITIONS[name]
    raise InputError(
        say('There is no fault "{name}" (in "{spec}"). The known ones are: {known}.',
            name=name, spec=spec, known=", ".join(sorted([*_EVENTS, *_CONDITIONS])))
    )  # fmt: skip


def _when(spec: str, when: re.Match[str] | None) -> tuple[int, int, int | None]:
    if when is None:
        return 1, _NEVER_ENDS, None
    if when["chance"]:
        return 1, _NEVER_ENDS, int(when["chance"])
    first = int(when["first"])
    last = _NEVER_ENDS if when["open"] else int(when["last"] or first)
    if last < first or (when["open"] and when["last"]):
        raise _unclear(spec, when[0])
    return first, last, None


def _command(name: str) -> str:
    name = name.upper()
    return name if name[0] in "+^" or len(name) == 1 else "+" + name


class Faults:
    """The faults in force. Strikes are asked for under the modem's lock; `add` and `clear` from anywhere."""

    def __init__(self, chance: random.Random, changed: Callable[[], None]) -> None:
        self._chance = chance
        self._changed = changed
        self._active: tuple[tuple[Fault, list[int]], ...] = ()

    def add(self, *specs: str) -> None:
        """Put faults in force; InputError when one is not understood, and then none is added."""
        self.load(specs)
        self._changed()

    def load(self, specs: Iterable[str]) -> None:
        """Put faults in force without telling the modem: for the time before it runs."""
        self._active += tuple((parse(spec), [0]) for spec in specs)

    def clear(self) -> None:
        """End all faults; what they held back goes on."""
        self._active = ()
        self._changed()

    @property
    def active(self) -> tuple[str, ...]:
        """The specifications in force."""
        return tuple(fault.spec for fault, _ in self._active)

    @property
    def none(self) -> bool:
        """Whether nothing is wrong at all: the fast path."""
        return not self._active

    def value(self, name: str) -> str | None:
        """The value of a condition in force (the latest one), None when there is none."""
        return next((fault.value for fault, _ in reversed(self._active) if fault.name == name), None)

    def has(self, name: str) -> bool:
        """Whether a condition is in force."""
        return bool(self._active) and self.value(name) is not None

    def unsupported(self, command: str) -> Fault | None:
        """The fault that makes a command unknown, if one does."""
        for fault, _ in self._active:
            if fault.name == "unsupported" and command in map(_command, fault.value.split(",")):
                return fault
        return None

    def report_statuses(self, command: str, to: str) -> tuple[int, ...] | None:
        """TP-ST of the reports of an SMS as a `report` fault wants them; None when none says anything."""
        for fault in self.strikes("report", command, to):
            return () if fault.value == "lost" else tuple(bytes.fromhex(fault.value.replace("/", "")))
        return None

    def strikes(self, point: str, command: str, to: str = "") -> list[Fault]:
        """The faults that strike at this event; each one's count grows when it looks at such events."""
        struck = []
        for fault, count in self._active:
            if fault.point != point or command not in fault.commands or (fault.to and fault.to != to):
                continue
            count[0] += 1
            if fault.chance is not None:
                if self._chance.random() * 100 < fault.chance:
                    struck.append(fault)
            elif fault.first <= count[0] <= fault.last:
                struck.append(fault)
        return struck
