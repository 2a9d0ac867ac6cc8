"""Command lines (ITU-T V.250, 5.2 and 5.4) cut into single requests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from smsdesk.modem.virtual.errors import AtError


class Kind(Enum):
    """The four shapes of a command (V.250, 5.4.3 and 5.4.4)."""

    RUN = "run"
    SET = "set"
    READ = "read"
    TEST = "test"


@dataclass(frozen=True)
class Request:
    """One command: name in upper case ("+CMGS", "E", "&F", "S3"), shape, parameters as written."""

    name: str
    kind: Kind
    raw: str = ""

    @property
    def params(self) -> list[str]:
        """The parameters, quotes taken away; an omitted one is ""."""
        return split_params(self.raw) if self.kind is Kind.SET else []

    def param(self, index: int, default: str = "") -> str:
        """One parameter, or `default` when it is missing or empty."""
        params = self.params
        return params[index] if index < len(params) and params[index] else default

    def number(self, index: int, default: int | None = None) -> int:
        """One parameter as a number; AtError when it is none, or missing without default."""
        text = self.param(index)
        if not text and default is not None:
            return default
        if not is_digits(text) or len(text) > 9:
            raise AtError
        return int(text)

    def numbers(self, defaults: list[int]) -> list[int]:
        """All parameters as numbers, missing ones as they were; AtError when there are too many."""
        if len(self.params) > len(defaults):
            raise AtError
        return [self.number(index, default) for index, default in enumerate(defaults)]


def is_digits(text: str) -> bool:
    """Whether a text is made of the digits 0 to 9 alone."""
    return text.isascii() and text.isdigit()


_EXTENDED = re.compile(r"([+^*$%#_][A-Z][A-Z0-9!%\-./:_]*)(=\?|\?|=|)", re.IGNORECASE)
_BASIC = re.compile(r"(&?[A-Z]|\\[A-Z])(\d*)", re.IGNORECASE)
_REGISTER = re.compile(r"(S\d+)(=\?|\?|=|)(\d*)", re.IGNORECASE)
_SPACES = " ;"


def split_line(body: str) -> list[Request]:
    """The requests of a command line without its "AT"; AtError where it cannot be read."""
    requests: list[Request] = []
    at = 0
    while at < len(body):
        if body[at] in _SPACES:
            at += 1
            continue
        request, at = _next_request(body, at)
        requests.append(request)
    return requests


def _next_request(body: str, at: int) -> tuple[Request, int]:
    if match := _EXTENDED.match(body, at):
        end = _end_of_extended(body, match.end())
        return _request(match[1], match[2], body[match.end() : end].strip(" ")), end
    if match := _REGISTER.match(body, at):
        return _request(match[1], match[2], match[3]), match.end()
    if body[at] in "Dd":
        end = body.find(";", at) + 1 or len(body)
        return Request("D", Kind.SET, body[at + 1 : end]), end
    if match := _BASIC.match(body, at):
        return Request(match[1].upper(), Kind.SET if match[2] else Kind.RUN, match[2]), match.end()
    raise AtError


def _request(name: str, mark: str, rest: str) -> Request:
    kind = {"=?": Kind.TEST, "?": Kind.READ, "=": Kind.SET, "": Kind.RUN}[mark]
    if rest and kind is not Kind.SET:
        raise AtError
    return Request(name.upper(), kind, rest)


def _end_of_extended(body: str, at: int) -> int:
    """Where an extended command ends: at a semicolon outside quotes, or at the end of the line."""
    quoted = False
    for index in range(at, len(body)):
        if body[index] == '"':
            quoted = not quoted
        elif body[index] == ";" and not quoted:
            return index
    return len(body)


def split_params(raw: str) -> list[str]:
    """Cut at commas outside quotes; AtError when a quote is left open."""
    if not raw:
        return []
    if '"' not in raw:
        return [part.strip(" ") for part in raw.split(",")]
    params, current, quoted = [], "", False
    for char in raw:
        if char == '"':
            quoted = not quoted
        elif char == "," and not quoted:
            params.append(current)
            current = ""
        elif quoted or char != " ":
            current += char
    if quoted:
        raise AtError
    return [*params, current]
