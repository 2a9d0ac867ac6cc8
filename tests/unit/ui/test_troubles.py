"""Errors in the window: one pattern, details without anybody's data, defects told once and survived."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from runpy import run_path

import pytest
from page_desk import child, nameless
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from smsdesk import __version__
from smsdesk.domain.errors import InputError, ModemError, ProfileError
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services import help_pages
from smsdesk.services.defects import Defect, DefectWatch, listen
from smsdesk.ui import trouble_words
from smsdesk.ui.help_topics import BUDGET, MODEM, Topic
from smsdesk.ui.notices import Notice, Notices
from smsdesk.ui.tasks import UNEXPECTED
from smsdesk.ui.trouble_words import told
from smsdesk.ui.troubles import QUIET_S, TroubleDialog, Troubles, details
from smsdesk.ui.window import MainWindow

ROOT = Path(__file__).resolve().parents[3]
log = logging.getLogger("smsdesk.tested")

GONE = say("The modem {name} is not there (any more). Plug it in again.", name="+33639980001")


def labels(dialog: TroubleDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.text()]


def refuse(error: Exception) -> None:
    raise error


def open_details(qtbot: QtBot, window: MainWindow) -> TroubleDialog:
    qtbot.waitUntil(window.toast.isVisible)
    window.toast._button.click()
    dialog = window.findChild(TroubleDialog)
    assert dialog is not None
    return dialog


def test_every_known_error_is_said_somewhere_and_its_help_is_there() -> None:
    tool = run_path(str(ROOT / "resources/translations/update.py"), run_name="tool")
    said = {source.text for source in tool["collect"]() if source.context == "sentences"}
    assert set(trouble_words._TOPIC_OF) - said == set()
    for topic in {*trouble_words._TOPIC_OF.values(), MODEM, BUDGET}:
        page = help_pages.page("fr", topic.page)
        assert page is not None
        assert not topic.anchor or topic.anchor in {section.anchor for section in page.sections}, topic


def test_an_error_says_what_it_means_what_to_do_and_where_to_read(qtbot: QtBot, window: MainWindow) -> None:
    window.tasks.change(window, lambda: refuse(ModemError(GONE)))
    dialog = open_details(qtbot, window)
    said = labels(dialog)
    assert "Rien n’est perdu\u00a0: ce qui attend part dès qu’un modem est prêt." in said
    assert "Ce que cela veut dire" in said
    assert "Que faire" in said
    assert nameless(dialog) == []
    qtbot.mouseClick(child(dialog, "trouble_help"), Qt.MouseButton.LeftButton)
    assert window.help.topic == MODEM
    assert window.help.holds_keyboard


@pytest.mark.parametrize(
    ("kind", "meaning"),
    [
        (InputError, "as they were"),
        (ModemError, "Nothing is lost"),
        (ProfileError, "nothing more can be kept"),
    ],
)
def test_what_an_error_means_follows_from_its_kind(kind: type[InputError], meaning: str) -> None:
    what = told(say("The file {file} is empty.", file="a.b. c.xlsx"), kind)
    assert what.happened == "The file a.b. c.xlsx is empty."
    assert what.todo == ""
    assert meaning in what.means
    assert what.topic == Topic("importer-une-liste", "si-le-fichier-est-refuse")


def test_a_sentence_is_cut_where_what_to_do_begins_whatever_its_values() -> None:
    what = told(say("The file {file} is damaged; save it. Try again.", file="x; y. z"), None)
    assert (what.happened, what.todo) == ("The file x; y. z is damaged.", "Save it. Try again.")
    assert (what.means, what.topic) == ("", None)


def test_the_details_are_as_high_as_their_words(qtbot: QtBot, window: MainWindow) -> None:
    sentence = say(
        "The disk is full: nothing can be kept in {path}. Free some space; nothing was lost.", path="/"
    )
    dialog = TroubleDialog(window, told(sentence, InputError), details(sentence))
    dialog.open()
    needed = dialog.layout().totalHeightForWidth
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.height() == needed(dialog.width()))
    dialog.resize(dialog.width(), 1)
    assert dialog.height() == needed(dialog.width())
    dialog.reject()


def test_the_copied_details_hold_versions_key_and_ids_only(qtbot: QtBot, window: MainWindow) -> None:
    sentence = Sentence("Message {id} of {name} failed.", {"id": 12, "name": "Léa Martin", "ok": True})
    dialog = TroubleDialog(window, told(sentence, None), details(sentence))
    dialog.open()
    qtbot.mouseClick(child(dialog, "trouble_copy"), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert f"SMS desk {__version__}" in copied
    assert "Qt " in copied
    assert "Message {id} of {name} failed." in copied
    assert "id=12" in copied
    assert "Martin" not in copied
    assert "ok" not in copied
    dialog.reject()


@pytest.mark.expects_errors
def test_a_defect_in_a_task_is_told_and_the_window_goes_on(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    stop = listen(DefectWatch(tmp_path, window.troubles.arise))
    window.tasks.change(window, lambda: refuse(ZeroDivisionError("Martin")))
    qtbot.waitUntil(lambda: window.troubles._last is not None)
    dialog = open_details(qtbot, window)
    (report,) = (tmp_path / "reports").glob("*.txt")
    assert any(report.name in line.replace("\u200b", "") for line in labels(dialog))
    dialog.reject()
    done: list[int] = []
    window.tasks.change(window, lambda: 7, done.append)
    qtbot.waitUntil(lambda: done == [7])
    stop()


@pytest.mark.expects_errors
def test_a_defect_on_an_engine_thread_reaches_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    stop = listen(DefectWatch(tmp_path, window.troubles.arise))
    thread = threading.Thread(target=lambda: log.error("a turn of the engine failed"))
    thread.start()
    thread.join()
    qtbot.waitUntil(window.toast.isVisible)
    assert "programme" in window.toast.text
    stop()


class Counted:
    """Troubles on a clock of their own; `told` are the toasts."""

    def __init__(self, window: MainWindow) -> None:
        self.now = 0.0
        self.told: list[Notice] = []
        notices = Notices(window)
        notices.shown.connect(self.told.append)
        self.troubles = Troubles(window, notices, lambda _sentence: None, lambda: self.now)

    def comes(self, defect: Defect) -> int:
        self.troubles._tell(defect)
        return len(self.told)


def test_what_fails_by_itself_again_and_again_is_told_once(window: MainWindow) -> None:
    counted = Counted(window)
    behind = Defect("ValueError", "smsdesk/x.py:1", in_window=False)
    assert counted.comes(behind) == 1
    counted.now += 3600
    assert counted.comes(behind) == 1
    assert counted.comes(Defect("ValueError", "smsdesk/x.py:2", in_window=False)) == 2


def test_what_a_person_does_is_answered_again_but_no_flood_comes(window: MainWindow) -> None:
    counted = Counted(window)
    clicked = Defect("ValueError", "smsdesk/x.py:1", in_window=True)
    assert [counted.comes(clicked) for _ in range(100)][-1] == 1
    counted.now += QUIET_S
    assert counted.comes(clicked) == 2
    assert counted.told[0].trouble == UNEXPECTED
