"""Every string of the program is translated, in French as one prints it, and loaded on request."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtWidgets import QApplication

import smsdesk
from smsdesk.domain.sentences import say
from smsdesk.services.resources import resource_path
from smsdesk.ui import formats
from smsdesk.ui.i18n import Language, Translations, translate

TOOL = Path(smsdesk.__file__).parent.parent / "resources" / "translations" / "update.py"
FRENCH = TOOL.with_name("smsdesk_fr.ts")

PLAIN_SPACE_BEFORE_SIGN = re.compile(r" [:;!?»]|« ")
GLUED_SIGN = re.compile(r"\w[;!?»]|«\w|\w:(?=\s|$)")
COMMAND = re.compile(r"smsdesk --.*|virtual://\S+")
"""What is typed into a terminal stands as it is typed."""
TYPED = re.compile('\\.\\.\\.|["\u201c\u201d]')
"""Signs of a typewriter, or of another language."""
PRINTED = re.compile("[\u00a0\u202f\u00ab\u00bb\u2019\u2026]")
"""French typography, of which each sign makes an SMS dearer."""
FIELD = re.compile(r"\{\w+\}|%n")


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    return runpy.run_path(str(TOOL))


@pytest.fixture
def translations(qapp: QApplication) -> Iterator[Translations]:
    before = QLocale()
    made = Translations.of(qapp)
    yield made
    made.stop()
    QLocale.setDefault(before)


def test_every_string_is_translated_and_compiled(tool: dict[str, Any]) -> None:
    assert tool["differences"]() == []


def test_french_has_no_breakable_space_before_its_signs(tool: dict[str, Any]) -> None:
    forms = [form for each in tool["read"](FRENCH).values() for form in each]
    assert [form for form in forms if PLAIN_SPACE_BEFORE_SIGN.search(form)] == []


def test_french_has_its_own_signs_and_the_room_before_them(tool: dict[str, Any]) -> None:
    forms = [COMMAND.sub("", form) for each in tool["read"](FRENCH).values() for form in each]
    assert [form for form in forms if GLUED_SIGN.search(form)] == []
    assert [form for form in forms if TYPED.search(form)] == []


def test_what_is_sent_is_typed_plainly() -> None:
    written = resource_path("templates", "fr.toml").read_text("utf-8")
    assert PRINTED.findall(written) == []


def test_a_translation_keeps_the_fields_of_its_source(tool: dict[str, Any]) -> None:
    for source, forms in tool["read"](FRENCH).items():
        wanted = set(FIELD.findall(source.text)) - {"%n"}
        for form in forms:
            assert set(FIELD.findall(form)) - {"%n"} == wanted, source.text


def test_a_sentence_is_translated_with_the_sentences_in_it(translations: Translations) -> None:
    inner = say("No phone number.")
    outer = say(
        "Nobody of those chosen can be reached. Choose others, or correct this: {name}: {reason}",
        name="Léa",
        reason=inner,
    )
    translations.use(Language.ENGLISH)
    assert translate(outer) == str(outer)
    translations.use(Language.FRENCH)
    assert translate(inner) != str(inner)
    assert translate(inner) in translate(outer)
    assert "Léa" in translate(outer)


def test_plurals(translations: Translations) -> None:
    def waiting(count: int) -> str:
        return QCoreApplication.translate("status", "%n uncertain messages to decide", "", count)

    translations.use(Language.FRENCH)
    assert waiting(1).startswith("1 envoi incertain ")
    assert waiting(2).startswith("2 envois incertains ")
    translations.use(Language.ENGLISH)
    assert waiting(1).startswith("1 uncertain message ")
    assert waiting(2).startswith("2 uncertain messages ")


def test_qt_itself_speaks_the_language(translations: Translations) -> None:
    translations.use(Language.FRENCH)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"


def test_numbers_and_moments_as_in_france(translations: Translations) -> None:
    translations.use(Language.FRENCH)
    assert re.fullmatch(r"12\s480", formats.number(12480))
    now, yesterday, last_month, long_ago = (
        datetime.fromisoformat(wall).astimezone()  # by the clock of this computer, wherever it stands
        for wall in ("2026-03-12T15:00", "2026-03-11T09:05", "2026-02-03T09:05", "2024-02-03T09:05")
    )
    assert formats.moment(now, now) == formats.clock(now)
    assert formats.moment(yesterday, now) == "hier à 09:05"
    assert formats.moment(last_month, now).startswith("3 février à ")
    assert "2024" in formats.moment(long_ago, now)
    assert formats.duration(12) == "moins d’une minute"
    assert formats.duration(180) == "3 min"
    assert formats.duration(3 * 3600) == "3 h"


def test_phones_in_pairs() -> None:
    assert formats.phone("+33612345678") == "06\u00a012\u00a034\u00a056\u00a078"
    assert formats.phone("+41791234567") == "+41791234567"


def test_strings_of_the_window_are_found_by_their_class(translations: Translations) -> None:
    class Rail(QObject):
        """Named as the rail: Qt looks translations up by the class's name."""

    translations.use(Language.FRENCH)
    assert Rail().tr("Home") == "Accueil"


def test_counts_are_grouped_and_apostrophes_are_printed_ones(
    translations: Translations, tool: dict[str, Any]
) -> None:
    """Typed as on a keyboard in the file, seen as in print in the window."""
    translations.use(Language.FRENCH)
    shown = QCoreApplication.translate("GroupHeading", "%n people", "", 12480)
    assert re.fullmatch(r"12\s480 personnes", shown)
    for source, forms in tool["read"](FRENCH).items():
        assert not any(re.search(r"\w'\w", form) for form in forms), source.text


def test_a_phone_in_a_sentence_is_written_in_pairs() -> None:
    said = say("{phone}: agreement recorded", phone="+33612345678")
    assert translate(said).startswith("06\u00a012\u00a034\u00a056\u00a078")
