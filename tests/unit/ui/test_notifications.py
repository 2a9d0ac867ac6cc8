"""Told outside of the window: what, when, to whom one gets by a click; nothing twice, nothing as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from page_desk import PageDesk
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.domain.incoming import SenderKind
from smsdesk.services.preferences import Notifying
from smsdesk.ui import tray
from smsdesk.ui.i18n import Language, Translations
from smsdesk.ui.notifications import Notifier, plain
from smsdesk.ui.places import Place, Route
from smsdesk.ui.tray import TrayDesktop, counted_icon

ANNE, PAUL = "+33639980001", "+33639980002"


@dataclass
class Screen:
    """A desktop that keeps what it was asked to show: the tests run without one."""

    told: list[tuple[str, str]] = field(default_factory=list)
    counts: list[tuple[int, str]] = field(default_factory=list)
    sounds: int = 0
    ended: bool = False

    def show_count(self, count: int, words: str) -> None:
        self.counts.append((count, words))

    def tell(self, title: str, text: str) -> None:
        self.told.append((title, text))

    def sound(self) -> None:
        self.sounds += 1

    def end(self) -> None:
        self.ended = True


class World:
    """A profile with a window that is not in front, and a notifier over both."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.desk = PageDesk(qtbot, folder)
        self.desk.person("Anne", "Martin", ANNE)
        self.screen = Screen()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.notifier = self.make(quiet_ms=1)

    def make(self, quiet_ms: int) -> Notifier:
        desk = self.desk
        notifier = Notifier(
            self.window, desk.services, desk.tasks, self.screen, desk.clock, quiet_ms=quiet_ms
        )
        desk.bridge.changed.connect(notifier.follow)
        return notifier

    def until_told(self, count: int) -> None:
        self.desk.until(lambda: len(self.screen.told) >= count)

    def until_quiet(self) -> None:
        """Everything that was published has been looked at."""
        seen: list[object] = []
        self.desk.bridge.changed.connect(seen.append)
        self.desk.services.preferences.keep_notifying(self.desk.services.preferences.notifying())
        self.desk.until(lambda: bool(seen) and self.desk.tasks.idle)

    def close(self) -> None:
        self.notifier.stop()
        self.desk.close()


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path) -> Iterator[World]:
    Translations.of(QApplication.instance()).use(Language.FRENCH)
    made = World(qtbot, tmp_path)
    yield made
    made.close()


def test_one_message_says_who_and_what_and_leads_to_the_conversation(world: World) -> None:
    world.desk.comes(ANNE, "Léa est malade,\nelle ne viendra pas.")
    world.until_told(1)
    assert world.screen.told == [("Message de Anne Martin", "Léa est malade, elle ne viendra pas.")]
    went: list[Place] = []
    world.notifier.opened.connect(went.append)
    world.notifier.open()
    assert went == [Place(Route.INBOX, ANNE)]


def test_what_is_real_is_told_apart_from_a_trial(world: World) -> None:
    world.notifier.beside_trial = lambda: True
    world.desk.comes(ANNE, "Oui pour jeudi")
    world.desk.until(lambda: bool(world.screen.told))
    assert world.screen.told == [("Hors de l’essai\u00a0: Message de Anne Martin", "Oui pour jeudi")]


def test_what_comes_together_is_told_together(world: World) -> None:
    world.notifier.stop()
    world.desk.bridge.changed.disconnect(world.notifier.follow)
    later = world.make(quiet_ms=400)
    world.desk.comes(ANNE, "Un")
    world.until_told(1)
    for text in ("Deux", "Trois"):
        world.desk.comes(PAUL, text)
    world.desk.comes("20999", "Info", SenderKind.PHONE)
    world.until_told(2)
    title, text = world.screen.told[1]
    assert title == "3 nouveaux messages"
    assert "06 39 98 00 02" in text
    later.stop()


def test_no_message_is_told_twice_nor_one_from_before(world: World) -> None:
    world.desk.comes(ANNE, "Un")
    world.until_told(1)
    world.desk.services.inbox.mark_read(ANNE)
    world.desk.comes(PAUL, "Deux")
    world.until_told(2)
    world.until_quiet()
    assert [title for title, _ in world.screen.told] == [
        "Message de Anne Martin",
        "Message de 06 39 98 00 02",
    ]
    world.notifier.stop()
    world.desk.bridge.changed.disconnect(world.notifier.follow)
    again = world.make(quiet_ms=1)  # the program starts anew: both are unread still, and neither is news
    world.desk.comes(ANNE, "Trois")
    world.until_told(3)
    assert world.screen.told[2][1] == "Trois"
    again.stop()


def test_a_sound_only_where_somebody_asked_for_it(world: World) -> None:
    world.desk.comes(ANNE, "Un")
    world.until_told(1)
    assert world.screen.sounds == 0
    world.desk.services.preferences.keep_notifying(Notifying(shown=False, sound=True))
    world.desk.comes(ANNE, "Deux")
    world.desk.until(lambda: world.screen.sounds == 1)
    assert len(world.screen.told) == 1


def test_without_the_text_where_others_see_the_screen(world: World) -> None:
    world.desk.services.preferences.keep_notifying(Notifying(text=False))
    world.desk.comes(ANNE, "Léa a la varicelle")
    world.until_told(1)
    assert "varicelle" not in "".join(world.screen.told[0])


def test_data_and_the_count_have_words(world: World) -> None:
    world.desk.comes(ANNE, None)
    world.until_told(1)
    assert world.screen.told[0][1] == "Message sans texte lisible"
    world.notifier.show_unread(2)
    world.notifier.show_unread(0)
    assert world.screen.counts == [(2, "2 messages non lus"), (0, "Aucun message non lu")]


HOSTILE = '<b>OUI</b> <a href="http://x">ici</a> &#x202E; \u202egnp.exe\x1b[2J\n\nfin'


def test_nothing_in_a_notification_is_html_or_hides(world: World) -> None:
    world.desk.comes("<i>ECOLE</i>", HOSTILE, SenderKind.ALPHANUMERIC)
    world.until_told(1)
    said = " ".join(world.screen.told[0])
    assert not set("<>&\u202e\x1b\n") & set(said)
    assert "⟨U+202E⟩" in said


def test_a_long_text_is_cut() -> None:
    assert plain("a" * 500) == "a" * 120 + "…"


def test_the_icon_of_the_tray_counts(qapp: QApplication) -> None:
    pictures = [counted_icon(count).pixmap(64).toImage() for count in (0, 3, 12, 40)]
    assert pictures[0] != pictures[1] != pictures[2]
    assert pictures[2] == pictures[3]


def test_a_sample_beside_the_desk_has_no_icon_of_its_own(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    monkeypatch.setattr(tray, "QSystemTrayIcon", _Counted(made))
    quiet = TrayDesktop(qapp, lambda: None, quiet=True)
    quiet.show_count(3, "three")
    quiet.tell("Somebody", "wrote")
    assert not quiet.present
    assert made == []


class _Counted:
    """A desktop with a tray that counts the icons put there."""

    def __init__(self, made: list[object]) -> None:
        self._made = made

    def isSystemTrayAvailable(self) -> bool:  # noqa: N802  # Qt's name
        return True

    def __call__(self, *parts: object) -> object:
        self._made.append(parts)
        raise AssertionError("a second icon")
