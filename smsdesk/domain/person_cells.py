"""What is typed into a cell of the table of people: a name in its halves, the phones with their labels."""

from __future__ import annotations

from smsdesk.domain.errors import InputError
from smsdesk.domain.names import split_name
from smsdesk.domain.own_cells import person_text, read_person
from smsdesk.domain.people import Contact, Phone
from smsdesk.domain.phones import parse_phones


def name_to_edit(person: Contact) -> str:
    """A name whose halves can be told apart: "Martin, Léa"."""
    return person_text(person.first_name, person.last_name)


def typed_name(text: str, before: Contact) -> tuple[str, str]:
    """(first name, last name) as typed; without a comma, who had one half of a name keeps to one."""
    text = " ".join(text.split())
    if ", " in text:
        return read_person(text)
    if not before.first_name:
        return "", text
    split = split_name(text, last_first=True)
    return split.first, split.last


def typed_phones(text: str, before: Contact) -> tuple[Phone, ...]:
    """The phones as typed, the preferred one first; those known keep their labels.

    InputError for the first that cannot be understood.
    """
    read = parse_phones(text) if text.strip() else None
    if read is None:
        return ()
    if read.rejects:
        raise InputError(read.rejects[0].reason)
    labels = {phone.e164: phone.label for phone in before.phones}
    return tuple(Phone(p.e164, p.label or labels.get(p.e164, ""), p.mobile) for p in read.phones)
