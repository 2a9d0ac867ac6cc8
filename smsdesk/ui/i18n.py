"""Languages of the window: translators, sentences of the services, numbers and dates as in France.

Strings of the window are English in the code; `resources/translations` holds what they become.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from smsdesk.domain.sentences import Sentence

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"
SENTENCES = "sentences"
"""The translation context of the sentences that services and domain say."""


class Language(StrEnum):
    """The languages of the window."""

    FRENCH = "fr"
    ENGLISH = "en"


_LOCALES = {
    Language.FRENCH: QLocale(QLocale.Language.French, QLocale.Country.France),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Translations:
    """The translators in force; `use` changes them, and widgets made from then on speak the language."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []
        self.language: Language | None = None

    def use(self, language: Language) -> None:
        """Speak this language from now on."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = [translator for translator in map(_load, _files(language)) if translator]
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)
        QLocale.setDefault(_LOCALES[language])
        self.language = language


def _files(language: Language) -> tuple[Path, ...]:
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return (qt / f"qtbase_{language}.qm", FOLDER / f"smsdesk_{language}.qm")


def _load(path: Path) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(str(path)) else None


def translate(sentence: Sentence) -> str:
    """A sentence in the window's language; sentences among its values are translated in their turn."""
    template = QCoreApplication.translate(SENTENCES, sentence.template)
    return template.format(**{name: _shown(value) for name, value in sentence.values.items()})


def _shown(value: object) -> str:
    if isinstance(value, Sentence):
        return translate(value)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, int):
        return number(value)
    return str(value)


def number(value: int) -> str:
    """A whole number with the language's grouping: 12 480."""
    return QLocale().toString(value)


def clock(value: datetime) -> str:
    """The time of day here: 10:42."""
    return value.astimezone().strftime("%H:%M")


def moment(value: datetime, now: datetime | None = None) -> str:
    """A moment as one says it: "10:42" today, "yesterday at 10:42", else "12 March at 10:42"."""
    local = value.astimezone()
    days = ((now or datetime.now().astimezone()).astimezone().date() - local.date()).days
    if days == 0:
        return clock(local)
    if days == 1:
        return QCoreApplication.translate("dates", "yesterday at {time}").format(time=clock(local))
    pattern = "d MMMM" if 0 <= days < _MONTHS_WITHOUT_YEAR_DAYS else "d MMMM yyyy"
    day = QLocale().toString(local.date(), pattern)  # type: ignore[call-overload]  # a date is a QDate
    return QCoreApplication.translate("dates", "{day} at {time}").format(day=day, time=clock(local))


_MONTHS_WITHOUT_YEAR_DAYS = 300
"""Nearer than this, the month alone names the day without doubt."""


def phone(e164: str) -> str:
    """A French number in pairs, 06 12 34 56 78; any other number as it is."""
    if e164.startswith("+33") and len(e164) == len("+33612345678"):
        national = "0" + e164[3:]
        return "\u00a0".join(national[at : at + 2] for at in range(0, len(national), 2))
    return e164
