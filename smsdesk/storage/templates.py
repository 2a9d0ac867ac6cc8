"""The table of message templates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from smsdesk.domain.clock import stamp
from smsdesk.domain.folding import fold
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.views import Template
from smsdesk.storage.database import Connection


def all_templates(connection: Connection) -> tuple[Template, ...]:
    """Every template, by category and name."""
    rows = connection.execute("SELECT id, name, category, body, purpose FROM templates")
    found = (
        Template(row["id"], row["name"], row["category"], row["body"], Purpose(row["purpose"]))
        for row in rows
    )
    return tuple(sorted(found, key=lambda template: (fold(template.category), fold(template.name))))


def insert(connection: Connection, templates: Sequence[Template], at: datetime) -> None:
    """Add templates; those whose folded name exists already are left as they are."""
    connection.executemany(
        "INSERT INTO templates (name, folded, category, body, purpose, updated_at) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (folded) DO NOTHING",
        [(*_values(template), stamp(at)) for template in templates],
    )


def update(connection: Connection, template: Template, at: datetime) -> bool:
    """Change the template of this id; False when there is none."""
    done = connection.execute(
        "UPDATE templates SET name = ?, folded = ?, category = ?, body = ?, purpose = ?, updated_at = ? "
        "WHERE id = ?",
        (*_values(template), stamp(at), template.id),
    )
    return bool(done.rowcount)


def _values(template: Template) -> tuple[str, ...]:
    return template.name, fold(template.name), template.category, template.body, template.purpose.value


def id_of(connection: Connection, name: str) -> int | None:
    """The id of the template whose folded name is that of `name`."""
    row = connection.execute("SELECT id FROM templates WHERE folded = ?", (fold(name),)).fetchone()
    return row["id"] if row else None


def delete(connection: Connection, template_id: int) -> bool:
    """Remove a template; False when there is none of this id."""
    return bool(connection.execute("DELETE FROM templates WHERE id = ?", (template_id,)).rowcount)
