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
_TEXT_PERCENT = "window.text_percent"
_MOTION = "window.motion"
_STATION = "window.station"
_NOTIFY = "window.notify"
_NOTIFY_TEXT = "window.notify_text"
_NOTIFY_SOUND = "window.notify_sound"


@dataclass(frozen=True)
class Choices:
    """The choices; `language` is "fr" or "en".

    `appearance` is "system", "light", "dark", "contrast-light" or "contrast-dark"; `text_percent` the size of
    the words in the window, 100 to 200; `motion` "system", or "still" where nothing may move by itself.
    """

    institution: str = ""
    phone: str = ""
    """The institution's phone as families may call it."""
    language: str = "fr"
    appearance: str = "system"
    text_percent: int = 100
    motion: str = "system"


@dataclass(frozen=True)
class Notifying:
    """How the desktop tells of a message that came in: at all, with its first words, with a sound."""

    shown: bool = True
    text: bool = True
    sound: bool = False


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
            _percent(settings.get(connection, _TEXT_PERCENT), fresh.text_percent),
            settings.get(connection, _MOTION) or fresh.motion,
        )

    def keep(self, choices: Choices) -> None:
        """Make these the choices from now on."""
        with self._database.write() as connection:
            settings.put(connection, INSTITUTION_NAME, " ".join(choices.institution.split()))
            settings.put(connection, INSTITUTION_PHONE, " ".join(choices.phone.split()))
            settings.put(connection, _LANGUAGE, choices.language)
            settings.put(connection, _APPEARANCE, choices.appearance)
            settings.put(connection, _TEXT_PERCENT, str(choices.text_percent))
            settings.put(connection, _MOTION, choices.motion)
        self._events.publish(Changed(Topic.SETTINGS))

    def is_station(self) -> bool:
        """Whether this computer is the one that sends: the program stays when its window is closed."""
        return settings.get(self._database.read(), _STATION) == "1"

    def keep_station(self, station: bool) -> None:
        """Make this computer the sending station, or an ordinary one."""
        with self._database.write() as connection:
            settings.put(connection, _STATION, str(int(station)))
        self._events.publish(Changed(Topic.SETTINGS))

    def notifying(self) -> Notifying:
        """How the desktop tells of new messages; silent unless a person wants it otherwise."""
        connection, fresh = self._database.read(), Notifying()

        def chosen(name: str, usual: bool) -> bool:
            return (settings.get(connection, name) or str(int(usual))) == "1"

        return Notifying(
            chosen(_NOTIFY, fresh.shown),
            chosen(_NOTIFY_TEXT, fresh.text),
            chosen(_NOTIFY_SOUND, fresh.sound),
        )

    def keep_notifying(self, notifying: Notifying) -> None:
        """Tell of new messages like this from now on."""
        with self._database.write() as connection:
            settings.put(connection, _NOTIFY, str(int(notifying.shown)))
            settings.put(connection, _NOTIFY_TEXT, str(int(notifying.text)))
            settings.put(connection, _NOTIFY_SOUND, str(int(notifying.sound)))
        self._events.publish(Changed(Topic.SETTINGS))


def _percent(written: str | None, usual: int) -> int:
    return int(written) if written and written.isascii() and written.isdigit() else usual
