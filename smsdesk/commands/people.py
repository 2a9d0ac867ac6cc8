"""Commands for people: list groups and contacts."""

from __future__ import annotations

import click

from smsdesk.commands.context import Context, table
from smsdesk.domain.people import Contact, Group, Guardian, Phone
from smsdesk.domain.untrusted import visible_line


@click.command()
@click.pass_obj
def groups(context: Context) -> int:
    """List the groups with their teacher and size."""
    with context.desk() as desk:
        found = desk.services.people.groups()
    rows = [
        (visible_line(group.name), group.kind, group.size, visible_line(group.teacher)) for group in found
    ]
    lines = table(rows, ("Group", "Kind", "People", "Teacher")) if found else ["There are no groups yet."]
    context.emit([_group_document(group) for group in found], lines)
    return 0


@click.command()
@click.option("--group", metavar="NAME", help="Only the people of this group.")
@click.option("--search", default="", help="Only those whose name or phone has this.")
@click.pass_obj
def contacts(context: Context, group: str | None, search: str) -> int:
    """List the people with their phones and guardians."""
    with context.desk() as desk:
        people = desk.services.people
        group_id = people.group_named(group).id if group is not None else None
        found = people.contacts(group_id, search, limit=-1)
    lines = [_contact_line(contact) for contact in found] or ["There is nobody yet."]
    context.emit([_contact_document(contact) for contact in found], lines)
    return 0


def _group_document(group: Group) -> dict[str, object]:
    return {"name": group.name, "kind": str(group.kind), "size": group.size, "teacher": group.teacher}


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
    }


def _guardian_document(guardian: Guardian) -> dict[str, object]:
    return {
        "name": guardian.name,
        "phones": _phone_documents(guardian.phones),
        "relation": guardian.relation,
        "receives": guardian.receives,
    }


def _phone_documents(phones: tuple[Phone, ...]) -> list[dict[str, object]]:
    return [{"e164": phone.e164, "label": phone.label, "mobile": phone.mobile} for phone in phones]


def _contact_line(contact: Contact) -> str:
    phones = [phone.e164 for phone in contact.phones]
    families = [
        f"{guardian.name}: {' '.join(phone.e164 for phone in guardian.phones) or '-'}"
        for guardian in contact.guardians
    ]
    return visible_line(f"{contact.name}  [{', '.join(contact.groups)}]  {', '.join([*phones, *families])}")
