"""What was chosen for the program: the institution's name and phone, language, appearance."""

from __future__ import annotations

import getpass
from dataclasses import dataclass

from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify import INSTITUTION_NAME, INSTITUTION_PHONE
from smsdesk.storage import settings
from smsdesk.storage.database import Database

_LANGUAGE = "window.language"
_APPEARANCE = "window.appearance"


@dataclass(frozen=True)
class Choices:
    """The choices; `language` is "fr" or "en", `appearance` "system", "light" or "dark"."""

    institution: str = ""
    phone: str = ""
    """The institution's phone as families may call it."""
    language: str = "fr"
    appearance: str = "system"


class Preferences:
    """Reads and keeps the choices of one profile."""

    def __init__(self, database: Database, events: Events) -> None:
        self._database = database
        self._events = events

    @property
    def person(self) -> str:
        """Who sits at this computer, as the system names them: written beside decisions."""
        try:
            return getpass.getuser()
        except (OSError, KeyError, ImportError):  # no name in the environment, no entry in the system
            return "?"

    def read(self) -> Choices:
        """The choices as they stand."""
        connection = self._database.read()
        fresh = Choices()
        return Choices(
            settings.get(connection, INSTITUTION_NAME) or fresh.institution,
            settings.get(connection, INSTITUTION_PHONE) or fresh.phone,
            settings.get(connection, _LANGUAGE) or fresh.language,
            settings.get(connection, _APPEARANCE) or fresh.appearance,
        )

    def keep(self, choices: Choices) -> None:
        """Make these the choices from now on."""
        with self._database.write() as connection:
            settings.put(connection, INSTITUTION_NAME, " ".join(choices.institution.split()))
            settings.put(connection, INSTITUTION_PHONE, " ".join(choices.phone.split()))
            settings.put(connection, _LANGUAGE, choices.language)
            settings.put(connection, _APPEARANCE, choices.appearance)
        self._events.publish(Changed(Topic.SETTINGS))
