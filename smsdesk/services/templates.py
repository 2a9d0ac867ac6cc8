"""Texts kept for use again: found, edited, with their former versions, deleted and brought back."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.library import checked
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.views import Template, TemplateVersion
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.shipped_templates import give
from smsdesk.services.template_sharing import TemplateSharing
from smsdesk.storage import templates as table
from smsdesk.storage.database import Connection, Database


@dataclass(frozen=True)
class DeletedTemplate:
    """A template that was deleted, with all that `bring_back` needs."""

    template: Template
    versions: tuple[TemplateVersion, ...] = ()
    shipped_key: str | None = None


class Templates:
    """The institution's message templates; a profile has those of `resources/templates` to begin with."""

    def __init__(self, database: Database, events: Events, clock: Clock) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self.sharing = TemplateSharing(database, events, clock)
        give(database, clock())

    def list(self, search: str = "") -> tuple[Template, ...]:
        """All templates, by category and name; every word of `search` in name, category and text."""
        wanted = fold(search).split()
        return tuple(
            template for template in table.all_templates(self._database.read()) if matches(template, wanted)
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
        """Add it (id None) or change it, its former content becoming a version.

        InputError: no name, no text, too long, or the name is taken.
        """
        clean = checked(template)
        if isinstance(clean, Sentence):
            raise InputError(clean)
        with self._database.write() as connection:
            saved = self._saved(connection, clean)
        self._events.publish(Changed(Topic.TEMPLATES, saved.id))
        return saved

    def _saved(self, connection: Connection, template: Template) -> Template:
        taken_by = table.id_of(connection, template.name)
        if taken_by is not None and taken_by != template.id:
            raise _taken(template.name)
        if template.id is None:
            return table.insert(connection, template, self._clock()) or template
        if not table.update(connection, template, self._clock()):
            raise _gone()
        return template

    def versions(self, template_id: int) -> tuple[TemplateVersion, ...]:
        """How a template was before each time it was saved, the newest first."""
        return table.versions(self._database.read(), template_id)

    def restore(self, version: TemplateVersion) -> Template:
        """Make a former version the template's content again; what it is now becomes a version itself."""
        return self.save(version.template)

    def delete(self, template_id: int) -> DeletedTemplate:
        """Remove it with its versions; messages already made from it stay as they are."""
        with self._database.write() as connection:
            template = table.find(connection, template_id)
            if template is None:
                raise _gone()
            former = table.versions(connection, template_id)
            deleted = DeletedTemplate(template, former, table.shipped_key_of(connection, template_id))
            table.delete(connection, template_id)
        self._events.publish(Changed(Topic.TEMPLATES, template_id))
        return deleted

    def bring_back(self, deleted: DeletedTemplate) -> Template:
        """Undo a deletion, versions included. InputError: its name was taken meanwhile."""
        with self._database.write() as connection:
            template = deleted.template
            back = table.insert(connection, template, self._clock(), deleted.shipped_key)
            if back is None:
                raise _taken(template.name)
            table.put_versions(connection, deleted.versions)
        self._events.publish(Changed(Topic.TEMPLATES, back.id))
        return back


def matches(template: Template, wanted: list[str]) -> bool:
    """Whether a template has each of these folded words."""
    content = fold(f"{template.name} {template.category} {template.body}")
    return all(word in content for word in wanted)


def _taken(name: str) -> InputError:
    return InputError(say("There is already a template named {name}. Choose another name.", name=name))


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
