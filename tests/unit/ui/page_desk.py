"""A page over real services on a real profile, with the executor and the bridge that the window has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from smsdesk.desk import services_of
from smsdesk.domain.clock import stamp
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.people import ContactDraft
from smsdesk.storage import archive_writing, raw_pdus, received
from smsdesk.storage.database import Database
from smsdesk.ui.bridge import Bridge
from smsdesk.ui.design import theme
from smsdesk.ui.i18n import Language, Translations
from smsdesk.ui.notices import Notice, Notices
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.places import Place
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.window import MainWindow


class Ticking:
    """A clock on which each look is a second later, so that nothing is said at the same time."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class PageDesk:
    """Services, tasks and bridge; `told` and `gone_to` keep what a page told and where it navigated."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.clock = Ticking()
        self.database = Database(folder / "desk.sqlite3")
        self.services = services_of(self.database, Events(), self.clock)
        self.tasks = Tasks()
        self.notices = Notices()
        self.bridge = Bridge(self.services.events, QApplication.instance())
        self.told: list[Notice] = []
        self.gone_to: list[Place] = []
        self.notices.shown.connect(self.told.append)
        self.tasks.failed.connect(self.notices.error)
        self.tasks.stopped.connect(lambda sentence: self.notices.toast(str(sentence)))
        self._slot = 0

    def close(self) -> None:
        self.bridge.close()
        self.bridge.deleteLater()
        self.tasks.close()
        self.database.close()

    def show(self, make: Callable[[PageContext], Page]) -> Page:
        """Make a page and show it at the size that it has in a window of 1280 x 720."""
        page = make(PageContext(self.services, self.tasks, self.notices, self.clock))
        self.qtbot.addWidget(page)
        self.bridge.changed.connect(page.on_changed)
        page.navigate.connect(self.gone_to.append)
        page.resize(1096, 616)
        page.show()
        self.qtbot.waitUntil(lambda: self.tasks.idle)
        return page

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until this is so and no pause of typing or of changes is running: see patient_bot."""
        self.qtbot.waitUntil(condition)

    def comes(self, sender: str, text: str | None, kind: SenderKind = SenderKind.PHONE) -> int:
        """A message comes in, as the engine stores and tells it, and as the rules look at it."""
        self._slot += 1
        pdu = f"07{self._slot:06}"
        deliver = Deliver(sender, kind, text, datetime(2026, 3, 11, 7, 59, tzinfo=UTC))
        with self.database.write() as connection:
            (raw_id,) = raw_pdus.store(connection, [RawPdu("sim", pdu, self.clock(), "SM", self._slot)])
            stored = raw_pdus.StoredPdu(raw_id, "sim", pdu, self.clock())
            message_id = received.add_deliver(connection, stored, deliver)
            archive_writing.keep_received(connection, [message_id])
        self.services.events.publish(Changed(Topic.INBOX, message_id))
        self.services.incoming_rules.handle_waiting()
        return message_id

    def garbage(self, pdu: str) -> None:
        """Something comes in that nobody understands."""
        with self.database.write() as connection:
            (raw_id,) = raw_pdus.store(connection, [RawPdu("sim", pdu, self.clock(), "", None)])
            received.add_undecodable(connection, raw_pdus.StoredPdu(raw_id, "sim", pdu, self.clock()))
        self.services.events.publish(Changed(Topic.INBOX))

    def hand_over(self, broadcast_id: int) -> None:
        """The network takes every part of a broadcast, state by state as the engine goes."""
        with self.database.write() as connection:
            for state in ("claimed", "submitting", "accepted"):
                connection.execute(
                    "UPDATE parts SET state = ?, submitted_at = ? WHERE message_id IN"
                    " (SELECT id FROM messages WHERE broadcast_id = ?)",
                    (state, stamp(self.clock()), broadcast_id),
                )
        self.services.events.publish(Changed(Topic.BROADCASTS, broadcast_id))

    def person(self, first: str, last: str, phone: str = "", kind: ContactKind = ContactKind.PUPIL) -> int:
        """Somebody is known; gives his id."""
        phones = (Phone(phone),) if phone else ()
        return self.services.people.save_contact(ContactDraft(first, last, kind, phones)).id


def child(page: QWidget, name: str) -> QWidget:
    """The widget of this object name."""
    found = page.findChild(QWidget, name)
    assert found is not None, f"no widget {name}"
    return found


def pick(picker: QComboBox, data: object) -> None:
    """Choose as a person does."""
    at = picker.findData(data)
    assert at >= 0
    picker.setCurrentIndex(at)
    picker.activated.emit(at)


def typed(field: QLineEdit, text: str) -> None:
    """Write this and go on."""
    field.setText(text)
    field.editingFinished.emit()


def nameless(page: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
    controls = [widget for kind in kinds for widget in page.findChildren(kind) if widget.isVisible()]
    own = [control for control in controls if not control.objectName().startswith("qt_")]
    return [
        f"{type(control).__name__} {control.objectName()}"
        for control in own
        if not (control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()))
    ]


class ShownWindows(QObject):
    """Notes every window that is shown while it watches; pieces without a parent would be some."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@contextmanager
def watched_windows() -> Iterator[ShownWindows]:
    app, shown = QApplication.instance(), ShownWindows()
    app.installEventFilter(shown)
    try:
        yield shown
    finally:
        app.removeEventFilter(shown)


def made_window(desk: PageDesk, language: Language | None = Language.FRENCH, **more: Any) -> MainWindow:
    """The whole window over a desk, not shown as yet; without a language, in the one that is spoken."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if language is not None:
        Translations.of(app).use(language)
    return MainWindow(desk.services, theme.Theme.of(app), Translations.of(app), **more)


@contextmanager
def whole_window(desk: PageDesk, language: Language | None = Language.FRENCH) -> Iterator[MainWindow]:
    """The whole window over a desk, shown and at rest."""
    made = made_window(desk, language)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    desk.until(lambda: made.tasks.idle)
    yield made
    made.close()
    made.deleteLater()
