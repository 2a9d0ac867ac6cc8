"""Long work in the window: a line with its words and its end, which goes on whatever page is shown."""

from __future__ import annotations

import threading

from page_desk import PageDesk, child
from PySide6.QtWidgets import QDialog, QProgressBar

from smsdesk.services.long_work import LongWork
from smsdesk.ui.closing import ClosingQuestion
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.work_line import WorkLine
from smsdesk.ui.window import MainWindow

DEADLINE_S = 60.0
WORDS = "La liste est écrite…"


class Slow:
    """Work that is at `share` until it is let go on, and looks whether it was stopped then."""

    def __init__(self, window: MainWindow, share: float = 0.0) -> None:
        self.go_on = threading.Event()
        self.done: list[str] = []
        self._share = share
        window.tasks.work(window, WORDS, self._act, self.done.append, apart=True)

    def _act(self, work: LongWork) -> str:
        work.reach(self._share)
        assert self.go_on.wait(DEADLINE_S)
        work.reach(1.0)
        return "done"


def line(window: MainWindow) -> WorkLine | None:
    return next((each for each in window.findChildren(WorkLine, "window_work") if each.isVisible()), None)


def shown(desk: PageDesk, window: MainWindow) -> WorkLine:
    desk.qtbot.waitUntil(lambda: line(window) is not None)
    found = line(window)
    assert found is not None
    return found


def test_it_is_shown_on_every_page_until_it_is_over(desk: PageDesk, window: MainWindow) -> None:
    work = Slow(window, 0.25)
    seen = shown(desk, window)
    bar = seen.findChild(QProgressBar)
    assert bar is not None
    assert bar.accessibleName() == WORDS
    desk.qtbot.waitUntil(lambda: bar.value() == bar.maximum() // 4 > 0)
    window.go(Place(Route.TEMPLATES))
    assert shown(desk, window) is seen
    second = Slow(window)
    desk.qtbot.waitUntil(lambda: len(window.findChildren(WorkLine, "window_work")) == 2)
    work.go_on.set()
    desk.qtbot.waitUntil(lambda: work.done == ["done"])
    desk.qtbot.waitUntil(lambda: len(window.findChildren(WorkLine, "window_work")) == 1)
    assert line(window) is not None, "the second one has a line of its own"
    second.go_on.set()
    desk.qtbot.waitUntil(lambda: second.done == ["done"])
    assert line(window) is None


def test_it_is_stopped_by_its_button_and_says_so(desk: PageDesk, window: MainWindow) -> None:
    work = Slow(window)
    seen = shown(desk, window)
    bar = seen.findChild(QProgressBar)
    assert bar is not None
    assert bar.maximum() == 0, "nobody knows yet how far it is"
    seen.cancel.click()
    assert not seen.cancel.isEnabled()
    work.go_on.set()
    desk.qtbot.waitUntil(lambda: window.tasks.idle and "comme avant" in window.toast.text)
    assert work.done == []
    assert line(window) is None


def test_another_language_keeps_it_in_sight(desk: PageDesk, window: MainWindow) -> None:
    work = Slow(window)
    before = shown(desk, window)
    preferences = desk.services.preferences
    desk.services.preferences.keep(preferences.read().__class__(language="en"))
    desk.qtbot.waitUntil(lambda: line(window) not in (None, before))
    work.go_on.set()
    desk.qtbot.waitUntil(lambda: work.done == ["done"])
    assert line(window) is None


def test_who_closes_meanwhile_is_asked_and_then_it_is_stopped(desk: PageDesk, window: MainWindow) -> None:
    work = Slow(window)
    shown(desk, window)
    handle = window.windowHandle()
    assert handle is not None
    handle.close()
    desk.qtbot.waitUntil(lambda: window.findChild(ClosingQuestion) is not None)
    question = window.findChild(QDialog, "closing_question")
    assert question is not None
    assert WORDS in question.accessibleDescription()
    assert window.isVisible()
    work.go_on.set()
    child(question, "closing_close").click()  # type: ignore[attr-defined]
    desk.qtbot.waitUntil(lambda: not window.isVisible())
    assert work.done == []
