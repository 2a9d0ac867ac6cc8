"""What the institution and the person chose for the program: name, language, appearance."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage import settings
from smsdesk.storage.database import Database

_INSTITUTION = "institution.name"
_LANGUAGE = "window.language"
_APPEARANCE = "window.appearance"


@dataclass(frozen=True)
class Choices:
    """The choices; `language` is "fr" or "en", `appearance` "system", "light" or "dark"."""

    institution: str = ""
    language: str = "fr"
    appearance: str = "system"


class Preferences:
    """Reads and keeps the choices of one profile."""

    def __init__(self, database: Database, events: Events) -> None:
        self._database = database
        self._events = events

    def read(self) -> Choices:
        """The choices as they stand."""
        connection = self._database.read()
        fresh = Choices()
        return Choices(
            settings.get(connection, _INSTITUTION) or fresh.institution,
            settings.get(connection, _LANGUAGE) or fresh.language,
            settings.get(connection, _APPEARANCE) or fresh.appearance,
        )

    def keep(self, choices: Choices) -> None:
        """Make these the choices from now on."""
        with self._database.write() as connection:
            settings.put(connection, _INSTITUTION, " ".join(choices.institution.split()))
            settings.put(connection, _LANGUAGE, choices.language)
            settings.put(connection, _APPEARANCE, choices.appearance)
        self._events.publish(Changed(Topic.SETTINGS))
