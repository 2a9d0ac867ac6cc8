"""The templates that come with the program, and how they reach a profile: each once, and never over a person.

A profile remembers by key what it was given. A template of a new version is added where its name is free; one
that nobody edited follows its new version; what was edited, renamed or deleted is left alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from smsdesk.domain import digests
from smsdesk.domain.folding import fold
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.views import Template
from smsdesk.services.resources import resource_path
from smsdesk.storage import settings
from smsdesk.storage import templates as table
from smsdesk.storage.database import Connection, Database

SEEDED = "templates.seeded"
"""Set once a profile has the templates of the first version, which kept no keys."""

_LIBRARY = "templates.library"
"""The digest of the whole library that the profile was given last: nothing is to do while it is the same."""


@dataclass(frozen=True)
class ShippedTemplate:
    """A template of the program; `before` are the digests of what earlier versions shipped under its key."""

    key: str
    template: Template
    before: tuple[str, ...] = ()


def shipped() -> tuple[Template, ...]:
    """The templates that come with the program."""
    return tuple(each.template for each in read_library(_octets()))


def template_of_key(connection: Connection, key: str) -> Template:
    """The template that a profile was given under this key, as it is now; deleted: as it was shipped.

    KeyError for a key that the program does not have.
    """
    found = table.with_shipped_key(connection, key)
    if found is not None:
        return found
    return {each.key: each.template for each in read_library(_octets())}[key]


def _octets() -> bytes:
    return resource_path("templates", "fr.toml").read_bytes()


def read_library(octets: bytes) -> tuple[ShippedTemplate, ...]:
    """A library as the program ships it."""
    entries = tomllib.loads(octets.decode("utf-8"))["template"]
    return tuple(
        ShippedTemplate(
            entry["key"],
            Template(
                None,
                entry["name"],
                entry["category"],
                entry["body"],
                Purpose(entry.get("purpose", "information")),
            ),
            tuple(entry.get("before", ())),
        )
        for entry in entries
    )


def digest(template: Template) -> str:
    """What tells one shipped form of a template from another."""
    content = (template.name, template.category, template.body, template.purpose.value)
    return digests.digest("\0".join(content))[:16]


def give(database: Database, now: datetime, octets: bytes | None = None) -> None:
    """Bring the program's templates into a profile that does not have them yet; one transaction."""
    octets = _octets() if octets is None else octets
    library = f"{len(octets)}-{crc32(octets):08x}"  # that it is another file; what differs is looked at then
    if settings.get(database.read(), _LIBRARY) == library:
        return
    with database.write() as connection:
        given = table.given_templates(connection)
        if not given and settings.get(connection, SEEDED):
            given = _given_before(connection, read_library(octets))
        for each in read_library(octets):
            _give_one(connection, each, given, now)
        settings.put(connection, SEEDED, "1")
        settings.put(connection, _LIBRARY, library)


def _given_before(connection: Connection, library: tuple[ShippedTemplate, ...]) -> dict[str, str]:
    """What a profile was given by the version that kept no keys: by name, whatever became of it since."""
    here = {fold(template.name): template for template in table.all_templates(connection)}
    given = {}
    for each in library:
        if not each.before:
            continue
        given[each.key] = each.before[-1]
        found = here.get(fold(each.template.name))
        if found is not None and found.id is not None:
            table.set_shipped_key(connection, found.id, each.key)
    return given


def _give_one(connection: Connection, each: ShippedTemplate, given: Mapping[str, str], now: datetime) -> None:
    current = digest(each.template)
    if each.key not in given:
        table.insert(connection, each.template, now, each.key)
    elif given[each.key] != current:
        found = table.with_shipped_key(connection, each.key)
        if found is not None and digest(found) == given[each.key]:
            table.rewrite(connection, _with_place_of(each.template, found), now)
    table.note_given(connection, each.key, current)


def _with_place_of(template: Template, found: Template) -> Template:
    """The new text in the place of the old one, with the audience that the person chose."""
    return Template(
        found.id, template.name, template.category, template.body, template.purpose, found.audience
    )
