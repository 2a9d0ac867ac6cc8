"""A person as a vCard 3.0, which every telephone and mail program reads (RFC 2426)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from smsdesk.domain.exports import ExportTable
from smsdesk.domain.folding import fold
from smsdesk.domain.people import Contact, Phone
from smsdesk.domain.vcard_lists import NUMBER, OWN, OWN_FIELDS

_LINE_OCTETS = 75
"""RFC 2426, 2.6."""
_SPECIAL = re.compile(r"[\\,;]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_HOME = frozenset({"domicile", "maison", "home", "fixe", "perso", "personnel"})
_WORK = frozenset({"travail", "bureau", "pro", "work", "business", "professionnel"})


def person_card(table: ExportTable, contact: Contact) -> str:
    """The card of a person, with what the standard has no property for in properties X-SMSDESK-*."""
    return "".join(map(_folded, _lines(table, contact)))


def _lines(table: ExportTable, contact: Contact) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield "PRODID:-//SMS desk//EN"
    yield f"N:{_text(contact.last_name)};{_text(contact.first_name)};;;"
    yield f"FN:{_text(contact.name)}"
    items = iter(range(1, 1_000))
    for position, phone in enumerate(contact.phones):
        kind = f"{_phone_type(phone)}{',PREF' if position == 0 else ''}"
        yield from _labelled(items, f"TEL;TYPE={kind}:{phone.e164}", phone.label)
    if contact.email:
        yield f"EMAIL;TYPE=INTERNET:{_text(contact.email)}"
    if contact.address or contact.postcode or contact.city:
        place = (contact.address, contact.city, "", contact.postcode, "")
        yield f"ADR;TYPE=HOME:;;{';'.join(map(_text, place))}"
    if contact.birth_date:
        yield f"BDAY:{contact.birth_date.isoformat()}"
    if contact.groups:
        yield f"CATEGORIES:{','.join(map(_text, contact.groups))}"
    if contact.notes:
        yield f"NOTE:{_text(contact.notes)}"
    for guardian in contact.guardians:
        label = guardian.relation or "parent"
        yield from _labelled(items, f"X-ABRELATEDNAMES:{_text(guardian.name)}", label)
    yield from _own_lines(table, contact)
    yield "END:VCARD"


def _own_lines(table: ExportTable, contact: Contact) -> Iterator[str]:
    for column, cell in table.facts_of(contact):
        if cell and column.field in OWN_FIELDS:
            number = f";{NUMBER}={column.number}" if column.number > 1 else ""
            text = cell.isoformat() if isinstance(cell, date) else cell
            yield f"{OWN}{column.field.upper()}{number}:{_text(text)}"


def _labelled(items: Iterator[int], line: str, label: str) -> Iterator[str]:
    """A property with the word beside it, as Apple and Google keep words of one's own."""
    if not label:
        yield line
        return
    item = f"item{next(items)}"
    yield f"{item}.{line}"
    yield f"{item}.X-ABLabel:{_text(label)}"


def _phone_type(phone: Phone) -> str:
    words = set(fold(phone.label).split())
    place = "HOME" if words & _HOME else "WORK" if words & _WORK else ""
    return ",".join(filter(None, (place, "CELL" if phone.mobile else "VOICE")))


def _text(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\g<0>", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.sub("", escaped.replace("\t", " ")).replace("\n", r"\n")


def _folded(line: str) -> str:
    """A line cut into pieces of 75 octets, never within a character, each but the first behind a blank."""
    data, pieces, room = line.encode("utf-8", errors="replace"), [], _LINE_OCTETS
    while len(data) > room:
        end = room
        while data[end] & 0xC0 == 0x80:  # the second octet of a character, or a later one
            end -= 1
        pieces.append(data[:end])
        data, room = data[end:], _LINE_OCTETS - 1
    return b"\r\n ".join([*pieces, data]).decode("utf-8") + "\r\n"
