"""What a virtual modem is made of: given when it is made, or written in a virtual:// URL."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta, timezone, tzinfo
from pathlib import Path
from urllib.parse import unquote

from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.modem.virtual import faults
from smsdesk.modem.virtual.sim import SimCard

ACK_TIMEOUT_S = 15.0
"""How long a pushed message waits for +CNMA before the modem stops pushing (27.005, 3.4.4)."""

CENTRAL_EUROPEAN = timezone(timedelta(hours=1))
"""Where the service centre's clock stands: a fixed distance, so that it never depends on the machine."""


@dataclass(frozen=True)
class Identity:
    """How the modem names itself. Nobody's: the TAC of the IMEI is one kept for tests."""

    manufacturer: str = "SMS desk"
    model: str = "Virtual Modem"
    revision: str = "1.0"
    imei: str = "001010123456786"


@dataclass(frozen=True)
class VirtualConfig:
    """A modem, its SIM and the network behind it. Times are in seconds."""

    latency: float = 0.0
    """What the network takes to accept an SMS."""
    link_setup: float = 0.0
    """What it takes on top of that when the radio link was not kept by AT+CMMS."""
    reports: float | None = 0.0
    """When a delivery report comes after that, where one was asked for; None: never."""
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Number or pattern ("+3363998*", "*") to what it answers, one text for each message it gets."""
    chatty: float = 0.0
    """The share of all other numbers, from 0 to 1, that answer each message as families do."""
    answer_after: float = 0.0
    """How long a correspondent takes to answer."""
    card: SimCard = field(default_factory=SimCard)
    identity: Identity = field(default_factory=Identity)
    faults: tuple[str, ...] = ()
    seed: int = 0
    operator: str = "Virtuel F"
    operator_code: str = "20899"
    ussd: Mapping[str, str] = field(default_factory=lambda: {"#123#": "Crédit : 12,34 €. Forfait illimité."})
    equipment_capacity: int = 100
    """Slots of the modem's own memory (ME)."""
    first_slot: int = 1
    """Number of the first slot: 1 as most do, or 0."""
    report_memory: str = "SM"
    """Where +CNMI's <ds> 2 stores delivery reports: SM, ME or SR."""
    first_reference: int = 1
    ack_timeout: float = ACK_TIMEOUT_S
    zone: tzinfo = CENTRAL_EUROPEAN
    clock: Clock = system_clock
    monotonic: Callable[[], float] = time.monotonic
    ledger_file: Path | None = None


def config_from_query(query: str) -> VirtualConfig:
    """Read `latency=0.2&reports=1&pin=1234&fault=SPEC&answer=NUMBER:TEXT`; InputError where it is wrong.

    `reports=never` means no delivery reports. `+` is a plus sign, other signs may be percent-encoded.
    `fault` and `answer` may stand there several times.
    """
    options: dict[str, list[str]] = {}
    for pair in filter(None, query.split("&")):
        key, _, value = pair.partition("=")
        options.setdefault(key, []).append(unquote(value))
    known = {"latency", "reports", "pin", "fault", "answer", "answer-after", "seed", "slots", "first-slot",
             "operator", "imei", "iccid", "ledger", "link-setup", "chatty"}  # fmt: skip
    for key in options.keys() - known:
        raise InputError(
            say('A virtual modem has no option "{key}". The known ones are: {known}.',
                key=key, known=", ".join(sorted(known)))
        )  # fmt: skip
    return _config({key: values[-1] for key, values in options.items()}, options)


def _config(last: Mapping[str, str], every: Mapping[str, list[str]]) -> VirtualConfig:
    plain = VirtualConfig()
    reports = None if last.get("reports") == "never" else _seconds(last, "reports", plain.reports or 0.0)
    return VirtualConfig(
        latency=_seconds(last, "latency", plain.latency),
        link_setup=_seconds(last, "link-setup", plain.link_setup),
        reports=reports,
        answers=answers_from(every.get("answer", []), ":"),
        chatty=_share(last, "chatty", plain.chatty),
        answer_after=_seconds(last, "answer-after", plain.answer_after),
        card=SimCard(
            pin=check_pin(last.get("pin", "")),
            capacity=_whole(last, "slots", plain.card.capacity),
            iccid=last.get("iccid", plain.card.iccid),
        ),
        identity=Identity(imei=last.get("imei", plain.identity.imei)),
        faults=check_faults(every.get("fault", [])),
        seed=_whole(last, "seed", plain.seed),
        operator=last.get("operator", plain.operator),
        first_slot=_whole(last, "first-slot", plain.first_slot),
        ledger_file=Path(last["ledger"]) if "ledger" in last else None,
    )


def answers_from(written: Sequence[str], mark: str) -> dict[str, list[str]]:
    """Read NUMBER<mark>TEXT several times; InputError when the mark or one of the sides is missing."""
    answers: dict[str, list[str]] = {}
    for pair in written:
        number, _, text = pair.partition(mark)
        if not number or not text:
            raise InputError(
                say('"{pair}" is no answer: write the number, "{mark}" and the text.', pair=pair, mark=mark)
            )
        answers.setdefault(number, []).append(text)
    return answers


def check_pin(pin: str) -> str:
    """A PIN of 4 to 8 digits, or none; InputError otherwise."""
    if pin and not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 8):
        raise InputError(say("The PIN of a virtual modem has 4 to 8 digits."))
    return pin


def check_faults(specs: Sequence[str]) -> tuple[str, ...]:
    """The same specifications, each one understood; InputError otherwise."""
    for spec in specs:
        faults.parse(spec)
    return tuple(specs)


def _seconds(options: Mapping[str, str], key: str, default: float) -> float:
    try:
        seconds = float(options.get(key, default))
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < 86_400:
        raise InputError(say('"{key}" of a virtual modem is a number of seconds, from 0 to a day.', key=key))
    return seconds


def _share(options: Mapping[str, str], key: str, default: float) -> float:
    share = _seconds(options, key, default)
    if share > 1:
        raise InputError(say('"{key}" of a virtual modem is a share from 0 to 1.', key=key))
    return share


def _whole(options: Mapping[str, str], key: str, default: int) -> int:
    text = options.get(key, str(default))
    if not (text.isascii() and text.isdigit()) or len(text) > 6:
        raise InputError(say('"{key}" of a virtual modem is a whole number.', key=key))
    return int(text)
