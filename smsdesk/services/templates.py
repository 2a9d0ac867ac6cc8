"""Texts kept for use again."""

from __future__ import annotations

import tomllib
from dataclasses import replace

from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.sentences import say
from smsdesk.domain.text import normalise
from smsdesk.domain.views import Template
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.resources import resource_path
from smsdesk.storage import settings
from smsdesk.storage import templates as table
from smsdesk.storage.database import Database

SEEDED = "templates.seeded"
"""Set once the templates that come with the program are in the profile: deleted ones do not come back."""


class Templates:
    """The institution's message templates; a fresh profile starts with those of `resources/templates`."""

    def __init__(self, database: Database, events: Events, clock: Clock) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self._seed()

    def _seed(self) -> None:
        if settings.get(self._database.read(), SEEDED):
            return
        with self._database.write() as connection:
            table.insert(connection, shipped(), self._clock())
            settings.put(connection, SEEDED, "1")

    def list(self, search: str = "") -> tuple[Template, ...]:
        """All templates, by category and name; `search` in name, category and text."""
        wanted = fold(search)
        return tuple(
            template
            for template in table.all_templates(self._database.read())
            if wanted in fold(f"{template.name} {template.category} {template.body}")
        )

    def get(self, name: str) -> Template:
        """The template of this name, without case or accents; the start of one name alone is enough.

        InputError lists the candidates when several begin so, and all names when none does.
        """
        templates = self.list()
        wanted = fold(name)
        exact = [template for template in templates if fold(template.name) == wanted]
        close = exact or [
            template for template in templates if wanted and fold(template.name).startswith(wanted)
        ]
        if len(close) == 1:
            return close[0]
        raise _not_one(name, close, templates)

    def save(self, template: Template) -> Template:
        """Add it (id None) or change it. InputError: no name, no text, or the name is taken."""
        clean = _checked(template)
        with self._database.write() as connection:
            taken_by = table.id_of(connection, clean.name)
            if taken_by is not None and taken_by != clean.id:
                raise InputError(
                    say("There is already a template named {name}. Choose another name.", name=clean.name)
                )
            if clean.id is None:
                table.insert(connection, [clean], self._clock())
            elif not table.update(connection, clean, self._clock()):
                raise _gone()
            saved = replace(clean, id=table.id_of(connection, clean.name))
        self._events.publish(Changed(Topic.TEMPLATES, saved.id))
        return saved

    def delete(self, template_id: int) -> None:
        """Remove it; messages already made from it stay as they are."""
        with self._database.write() as connection:
            if not table.delete(connection, template_id):
                raise _gone()
        self._events.publish(Changed(Topic.TEMPLATES, template_id))


def _checked(template: Template) -> Template:
    name, category, body = (
        " ".join(normalise(template.name).split()),
        " ".join(normalise(template.category).split()),
        normalise(template.body).strip(),
    )
    if not name:
        raise InputError(say("The template has no name. Give it one."))
    if not body:
        raise InputError(say("The template {name} has no text. Write one.", name=name))
    return replace(template, name=name, category=category, body=body)


def _not_one(name: str, close: list[Template], templates: tuple[Template, ...]) -> InputError:
    if close:
        return InputError(
            say(
                "Several templates match {name}: {candidates}. Write the whole name.",
                name=name,
                candidates=", ".join(template.name for template in close),
            )
        )
    return InputError(
        say(
            "There is no template named {name}. Choose one of: {candidates}.",
            name=name,
            candidates=", ".join(template.name for template in templates),
        )
    )


def _gone() -> InputError:
    return InputError(say("This template no longer exists. Choose another one from the list."))


def shipped() -> tuple[Template, ...]:
    """The templates that come with the program."""
    entries = tomllib.loads(resource_path("templates", "fr.toml").read_text(encoding="utf-8"))["template"]
    return tuple(
        Template(
            None,
            entry["name"],
            entry["category"],
            entry["body"],
            Purpose(entry.get("purpose", "information")),
        )
        for entry in entries
    )
