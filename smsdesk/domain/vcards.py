"""vCards 2.1, 3.0 and 4.0 read into values, whatever program wrote them; nothing in a file makes this fail.

RFC 2426 (3.0), RFC 6350 (4.0) and the versit specification of 1996 (2.1), with what telephones really write:
lines without END, quoted-printable in any version, Apple's grouped labels, photos of megabytes.
"""

from __future__ import annotations

import codecs
import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

MOST_CARDS = 100_000
"""Cards that are read of a file; the rest is left unread, and the caller says so."""
_LONGEST_VALUE = 50_000
_MOST_LINES = 2_000
"""Lines of one property without its photo; more are no text of a person."""
_BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "AGENT", "X-ABCROP-RECTANGLE"})
_HEAD = re.compile(r'((?:[^:"]|"[^"]*")*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';((?:[^;"]|"[^"]*")*)')
_NAME = re.compile(r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z][A-Za-z0-9-]*)")
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_UNESCAPED_SEMICOLON = re.compile(r"(?:[^;\\]|\\.)*", re.DOTALL)
_UNESCAPED_COMMA = re.compile(r"(?:[^,\\]|\\.)*", re.DOTALL)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")


@dataclass(frozen=True)
class Property:
    """One property: its name in capitals, its group ("item1"), types and other parameters, value and line."""

    name: str
    value: str
    line: int
    group: str = ""
    types: frozenset[str] = frozenset()
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value as one text."""
        return unescaped(self.value)

    def parts(self) -> list[str]:
        """The components of a structured value (N, ADR), each as a text."""
        return [unescaped(part) for part in _split(self.value, _UNESCAPED_SEMICOLON)]

    def listed(self) -> list[str]:
        """The values of a list (CATEGORIES)."""
        return [text for part in _split(self.value, _UNESCAPED_COMMA) if (text := unescaped(part).strip())]


@dataclass(frozen=True)
class Card:
    """The properties of one card in order; `line` is where it begins, from 1."""

    line: int
    properties: tuple[Property, ...]

    def all(self, name: str) -> list[Property]:
        """Every property of a name."""
        return [found for found in self.properties if found.name == name]

    def first(self, name: str) -> Property | None:
        """The first property of a name."""
        return next((found for found in self.properties if found.name == name), None)

    def label(self, of: Property) -> str:
        """The word that a person gave to a property (X-ABLabel of its group)."""
        if not of.group:
            return ""
        named = (p for p in self.properties if p.name == "X-ABLABEL" and p.group == of.group)
        text = next((p.text for p in named), "")
        apple = _APPLE_LABEL.fullmatch(text)
        return apple[1] if apple else text


def is_vcard(head: str) -> bool:
    """Whether a text begins as a vCard does."""
    return head.lstrip("\ufeff \t\r\n").upper().startswith("BEGIN:VCARD")


def parse_cards(text: str) -> Iterator[Card]:
    """Every card of a file in order; a card without END ends where the next one begins."""
    line, inside, count = 0, False, 0
    properties: list[Property] = []
    for found in _properties(text):
        begins = found.name == "BEGIN" and found.value.strip().upper() == "VCARD"
        ends = found.name == "END" and found.value.strip().upper() == "VCARD"
        if inside and (begins or ends):
            yield Card(line, tuple(properties))
            inside, count = False, count + 1
            if count >= MOST_CARDS:
                return
        if begins:
            line, properties, inside = found.line, [], True
        elif inside and not ends:
            properties.append(found)
    if inside and properties:
        yield Card(line, tuple(properties))


def unescaped(text: str) -> str:
    """A value as a person wrote it."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def _split(text: str, part: re.Pattern[str]) -> list[str]:
    """Cut at separators that no backslash stands before."""
    parts, at = [], 0
    while at <= len(text):
        match = part.match(text, at)
        end = match.end() if match else at
        parts.append(text[at:end])
        at = end + 1
    return parts


def _properties(text: str) -> Iterator[Property]:
    for number, line in _unfolded(text):
        found = _property(line, number)
        if found is not None:
            yield found


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """(number, logical line): a line that begins with a blank goes on the one before it."""
    pieces: list[str] = []
    start, quoted = 0, False
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        goes_on = bool(pieces) and (raw[:1] in (" ", "\t") or (quoted and pieces[-1].endswith("=")))
        if goes_on:
            _go_on(pieces, raw, quoted=quoted)
            continue
        if pieces:
            yield start, "".join(pieces)
        pieces, start = [raw[:_LONGEST_VALUE]], number
        quoted = "QUOTED-PRINTABLE" in raw[:200].upper()
    if pieces:
        yield start, "".join(pieces)


def _go_on(pieces: list[str], raw: str, *, quoted: bool) -> None:
    if len(pieces) > _MOST_LINES or pieces[0][:20].upper().split(";")[0].split(":")[0] in _BINARY:
        return
    if quoted and pieces[-1].endswith("="):
        pieces[-1] = pieces[-1][:-1]
        pieces.append(raw[:_LONGEST_VALUE])
    else:
        pieces.append(raw[1 : 1 + _LONGEST_VALUE])


def _property(line: str, number: int) -> Property | None:
    head = _HEAD.fullmatch(line[:_LONGEST_VALUE])
    named = _NAME.match(head[1].strip()) if head else None
    if head is None or named is None:
        return None
    name = named[2].upper()
    if name in _BINARY:
        return None
    types, parameters = _parameters(head[1])
    value = head[2].strip("\r\n")
    encoding = parameters.get("ENCODING", "").upper()
    if encoding in {"QUOTED-PRINTABLE", "Q"}:
        value = _quoted_printable(value, parameters.get("CHARSET", ""))
    elif encoding in {"BASE64", "B"}:
        return None
    return Property(name, value, number, (named[1] or "").lower(), types, parameters)


def _parameters(head: str) -> tuple[frozenset[str], dict[str, str]]:
    """Types in capitals, and the other parameters; a bare word is a type or an encoding (2.1)."""
    types: list[str] = []
    parameters: dict[str, str] = {}
    for text in _PARAMETER.findall(head):
        key, sign, value = text.partition("=")
        key, value = key.strip().upper(), value.strip().strip('"')
        if sign and key == "TYPE":
            types += [word.strip().upper() for word in value.replace('"', "").split(",")]
        elif sign:
            parameters[key] = value
        elif key in {"QUOTED-PRINTABLE", "BASE64"}:
            parameters["ENCODING"] = key
        else:
            types.append(key)
    return frozenset(types), parameters


def _quoted_printable(value: str, charset: str) -> str:
    """The text that stands in quoted-printable (RFC 2045, 6.7); line ends in it stay escaped for `text`."""
    data = quopri.decodestring(value.encode("utf-8", errors="replace"))
    for name in (charset, "utf-8", "cp1252"):
        try:
            text = data.decode(codecs.lookup(name).name) if name else None
        except (LookupError, UnicodeError, ValueError):
            continue
        if isinstance(text, str):
            return re.sub(r"\r\n|\r|\n", r"\\n", text)
    return data.decode("latin-1")


def dialled_text(of: Property) -> str:
    """The number of a TEL: a text, or a URI such as tel:+33-6-12-34-56-78;ext=5 (RFC 6350, 6.4.1)."""
    text = of.text.strip()
    if text.lower().startswith("tel:"):
        return unquote(text[4:].partition(";")[0])
    return text
