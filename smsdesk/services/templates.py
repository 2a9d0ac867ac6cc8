"""Texts kept for use again."""

from __future__ import annotations

from smsdesk.domain.clock import Clock
from smsdesk.domain.views import Template
from smsdesk.services.events import Events
from smsdesk.storage.database import Database


class Templates:
    """The institution's message templates; a fresh profile starts with those of `resources/templates`."""

    def __init__(self, database: Database, events: Events, clock: Clock) -> None: ...

    def list(self, search: str = "") -> tuple[Template, ...]:
        """All templates, by category and name; `search` in name, category and text."""
        raise NotImplementedError

    def get(self, name: str) -> Template:
        """The template of this name, without case or accents; InputError lists the candidates."""
        raise NotImplementedError

    def save(self, template: Template) -> Template:
        """Add it (id None) or change it. InputError: no name, no text, or the name is taken."""
        raise NotImplementedError

    def delete(self, template_id: int) -> None:
        """Remove it; messages already made from it stay as they are."""
        raise NotImplementedError
