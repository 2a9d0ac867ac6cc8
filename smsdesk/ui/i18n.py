"""Languages of the window: its translators, and the sentences of the services in its language.

Strings of the window are English in the code; `resources/translations` holds what they become.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from smsdesk.domain.sentences import Sentence
from smsdesk.services.resources import resource_path
from smsdesk.ui import formats

FOLDER = resource_path("translations")
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


class Translations(QObject):
    """The translators in force; `use` changes them, and widgets made from then on speak the language."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._installed: list[QTranslator] = []
        self.language: Language | None = None

    @classmethod
    def of(cls, app: QCoreApplication) -> Translations:
        """The translations of the program: there is one language, however often a window is opened."""
        return app.findChild(cls) or cls(app)

    def use(self, language: Language) -> None:
        """Speak this language from now on."""
        self.stop()
        self._installed = [translator for translator in map(_load, _files(language)) if translator]
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)
        QLocale.setDefault(_LOCALES[language])
        self.language = language

    def stop(self) -> None:
        """Speak the language of the code again, and write numbers as the system does."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        self.language = None
        QLocale.setDefault(QLocale.system())


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
        return formats.moment(value)
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, int):
        return formats.number(value)
    return formats.phone(str(value))
