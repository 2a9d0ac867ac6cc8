"""The tables of message templates, their former versions, and which shipped ones the profile was given."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.folding import fold
from smsdesk.domain.library import category_place
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.views import Template, TemplateVersion
from smsdesk.storage.database import Connection

Row = Any
"""A sqlite3.Row of whichever SQLite is in use."""

_ADD_VERSION = """
    INSERT INTO template_versions (id, template_id, name, category, body, purpose, audience, saved_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""


def all_templates(connection: Connection) -> tuple[Template, ...]:
    """Every template, by category and name."""
    rows = connection.execute("SELECT * FROM templates")
    return tuple(sorted(map(_template, rows), key=_place))


def _place(template: Template) -> tuple[tuple[int, str], str]:
    return category_place(template.category), fold(template.name)


def _template(row: Row) -> Template:
    return Template(
        row["id"],
        row["name"],
        row["category"],
        row["body"],
        Purpose(row["purpose"]),
        tuple(json.loads(row["audience"])),
    )


def find(connection: Connection, template_id: int) -> Template | None:
    """The template of this id."""
    row = connection.execute("SELECT * FROM templates WHERE id = ?", (template_id,)).fetchone()
    return _template(row) if row else None


def insert(
    connection: Connection, template: Template, at: datetime, shipped_key: str | None = None
) -> Template | None:
    """Add a template; gives it with its id (the one it has, if any), or None when its name is taken."""
    row = connection.execute(
        "INSERT INTO templates (id, name, folded, category, body, purpose, audience, updated_at, shipped_key)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (folded) DO NOTHING RETURNING id",
        (template.id, *_values(template), stamp(at), shipped_key),
    ).fetchone()
    return replace(template, id=row["id"]) if row else None


def update(connection: Connection, template: Template, at: datetime) -> bool:
    """Change the template of this id; its former content becomes a version. False when there is none."""
    former = find(connection, template.id) if template.id is not None else None
    if former is None:
        return False
    if former != template:
        connection.execute(_ADD_VERSION, (None, template.id, former.name, *_values(former)[2:], stamp(at)))
        rewrite(connection, template, at)
    return True


def rewrite(connection: Connection, template: Template, at: datetime) -> None:
    """Change the template of this id without keeping what it was."""
    connection.execute(
        "UPDATE templates SET name = ?, folded = ?, category = ?, body = ?, purpose = ?, audience = ?, "
        "updated_at = ? WHERE id = ?",
        (*_values(template), stamp(at), template.id),
    )


def _values(template: Template) -> tuple[str, ...]:
    return (
        template.name,
        fold(template.name),
        template.category,
        template.body,
        template.purpose.value,
        json.dumps(template.audience, ensure_ascii=False),
    )


def id_of(connection: Connection, name: str) -> int | None:
    """The id of the template whose folded name is that of `name`."""
    row = connection.execute("SELECT id FROM templates WHERE folded = ?", (fold(name),)).fetchone()
    return row["id"] if row else None


def delete(connection: Connection, template_id: int) -> bool:
    """Remove a template with its versions; False when there is none of this id."""
    return bool(connection.execute("DELETE FROM templates WHERE id = ?", (template_id,)).rowcount)


def versions(connection: Connection, template_id: int) -> tuple[TemplateVersion, ...]:
    """The former versions of a template, the newest first."""
    rows = connection.execute(
        "SELECT * FROM template_versions WHERE template_id = ? ORDER BY id DESC",
        (template_id,),
    )
    return tuple(
        TemplateVersion(
            row["id"],
            replace(_template(row), id=template_id),
            unstamp(row["saved_at"]),
        )
        for row in rows
    )


def put_versions(connection: Connection, former: Sequence[TemplateVersion]) -> None:
    """Give a template that was brought back its former versions, as they were."""
    connection.executemany(
        _ADD_VERSION,
        [
            (
                version.id,
                version.template.id,
                version.template.name,
                *_values(version.template)[2:],
                stamp(version.saved_at),
            )
            for version in former
        ],
    )


def shipped_key_of(connection: Connection, template_id: int) -> str | None:
    """Under which key the program shipped this template; None for one of the institution's own."""
    row = connection.execute("SELECT shipped_key FROM templates WHERE id = ?", (template_id,)).fetchone()
    return row["shipped_key"] if row else None


def set_shipped_key(connection: Connection, template_id: int, key: str) -> None:
    """Note under which key the program shipped this template."""
    connection.execute("UPDATE templates SET shipped_key = ? WHERE id = ?", (key, template_id))


def with_shipped_key(connection: Connection, key: str) -> Template | None:
    """The template that was shipped under this key, if it is still there."""
    row = connection.execute("SELECT * FROM templates WHERE shipped_key = ?", (key,)).fetchone()
    return _template(row) if row else None


def given_templates(connection: Connection) -> dict[str, str]:
    """The shipped templates that the profile was given: the digest of what it was given, by key."""
    rows = connection.execute("SELECT key, digest FROM shipped_templates")
    return {row["key"]: row["digest"] for row in rows}


def note_given(connection: Connection, key: str, digest: str) -> None:
    """Note that the profile was given a shipped template in this form."""
    connection.execute(
        "INSERT INTO shipped_templates (key, digest) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET digest = excluded.digest",
        (key, digest),
    )
