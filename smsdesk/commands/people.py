"""Commands for people: list groups, contacts and the register of consent."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from smsdesk.commands.context import Context, table
from smsdesk.commands.documents import clock_time, iso
from smsdesk.domain.consents import ConsentRow
from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import Contact, Group, Guardian, Phone, WeeklySlot
from smsdesk.domain.untrusted import visible_line


@click.command()
@click.pass_obj
def groups(context: Context) -> int:
    """List the groups with their teacher and size."""
    with context.desk() as desk:
        found = desk.services.people.groups()
    names = {group.id: group.name for group in found}
    rows = [
        (visible_line(group.name), _kind_words(group), group.size, visible_line(group.teacher))
        for group in found
    ]
    lines = table(rows, ("Group", "Kind", "People", "Teacher")) if found else ["There are no groups yet."]
    context.emit([_group_document(group, names) for group in found], lines)
    return 0


@click.command()
@click.option("--group", metavar="NAME", help="Only the people of this group.")
@click.option("--search", default="", help="Only those whose name or phone has this.")
@click.option("--archived", is_flag=True, help="Those who were archived, instead of those who are there.")
@click.pass_obj
def contacts(context: Context, group: str | None, search: str, archived: bool) -> int:
    """List the people with their phones and guardians."""
    with context.desk() as desk:
        people = desk.services.people
        group_id = people.group_named(group).id if group is not None else None
        found = people.contacts(group_id, search, limit=None, filters=PeopleFilter(archived=archived))
    lines = [_contact_line(contact) for contact in found] or ["There is nobody yet."]
    context.emit([_contact_document(contact) for contact in found], lines)
    return 0


@click.command()
@click.option("--search", default="", help="Only the phones whose number or people have this.")
@click.option(
    "--purpose", type=click.Choice([purpose.value for purpose in Purpose]), help="Only what concerns this."
)
@click.option("--export", type=click.Path(path_type=Path), metavar="FILE", help="Write them: .xlsx or .csv.")
@click.pass_obj
def consents(context: Context, search: str, purpose: str | None, export: Path | None) -> int:
    """List who agreed or objected to which messages, the newest first."""
    with context.desk() as desk:
        found = desk.services.consents.register(search, Purpose(purpose) if purpose else None)
        if export is not None:
            desk.services.exporting.write_register(export, found)
    head = ("Phone", "Purpose", "State", "Since", "Source", "Alerts", "Whose")
    lines = table(map(_consent_row, found), head) if found else ["Nothing is recorded."]
    context.emit([_consent_document(row) for row in found], lines)
    return 0


def _consent_row(row: ConsentRow) -> tuple[object, ...]:
    return (
        row.e164,
        row.purpose,
        row.state,
        clock_time(row.recorded_at),
        visible_line(row.source),
        row.overrides or "-",
        visible_line(", ".join(row.names)) or "-",
    )


def _consent_document(row: ConsentRow) -> dict[str, object]:
    return {
        "phone": row.e164,
        "names": list(row.names),
        "purpose": str(row.purpose),
        "state": str(row.state),
        "source": row.source,
        "evidence": row.evidence,
        "recorded_at": iso(row.recorded_at),
        "alerts_over_objection": row.overrides,
    }


def _kind_words(group: Group) -> str:
    return f"{group.kind} (smart)" if group.smart else str(group.kind)


def _group_document(group: Group, names: Mapping[int, str]) -> dict[str, object]:
    return {
        "name": group.name,
        "kind": str(group.kind),
        "size": group.size,
        "teacher": group.teacher,
        "id": group.id,
        "smart": group.smart,
        "parent": names.get(group.parent_id) if group.parent_id is not None else None,
        "season": group.season,
        "slots": [_slot_document(slot) for slot in group.slots],
    }


def _slot_document(slot: WeeklySlot) -> dict[str, object]:
    """A weekly hour; `weekday` 0 is Monday."""
    return {
        "weekday": slot.weekday,
        "start": slot.start.isoformat("minutes"),
        "end": slot.end.isoformat("minutes") if slot.end else None,
        "room": slot.room,
        "from": slot.valid_from.isoformat() if slot.valid_from else None,
        "until": slot.valid_until.isoformat() if slot.valid_until else None,
    }


def _contact_document(contact: Contact) -> dict[str, object]:
    return {
        "id": contact.id,
        "name": contact.name,
        "first_name": contact.first_name,
        "last_name": contact.last_name,
        "kind": str(contact.kind),
        "groups": list(contact.groups),
        "phones": _phone_documents(contact.phones),
        "guardians": [_guardian_document(guardian) for guardian in contact.guardians],
        "birth_date": contact.birth_date.isoformat() if contact.birth_date else None,
        "email": contact.email,
        "external_id": contact.external_id,
        "address": contact.address,
        "postcode": contact.postcode,
        "city": contact.city,
        "archived": contact.archived,
    }


def _guardian_document(guardian: Guardian) -> dict[str, object]:
    return {
        "name": guardian.name,
        "phones": _phone_documents(guardian.phones),
        "relation": guardian.relation,
        "receives": guardian.receives,
    }


def _phone_documents(phones: tuple[Phone, ...]) -> list[dict[str, object]]:
    return [
        {"e164": phone.e164, "label": phone.label, "mobile": phone.mobile, "kind": str(phone.kind)}
        for phone in phones
    ]


def _contact_line(contact: Contact) -> str:
    phones = [phone.e164 for phone in contact.phones]
    families = [
        f"{guardian.name}: {' '.join(phone.e164 for phone in guardian.phones) or '-'}"
        for guardian in contact.guardians
    ]
    return visible_line(f"{contact.name}  [{', '.join(contact.groups)}]  {', '.join([*phones, *families])}")
