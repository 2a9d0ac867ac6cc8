"""Trying without a modem: a second window over the sample world, until one leaves it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from smsdesk.services.bundle import Services
from smsdesk.services.samples import SampleWorld
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import Banner
from smsdesk.ui.window_state import bring_forward

translate = QCoreApplication.translate

Opener = Callable[[Services, Callable[[], None]], QWidget]
"""Makes the window over these services; the function is called when that window has closed."""


class Trial(QObject):
    """The way in and out; the real window waits unseen meanwhile, and its desk goes on working."""

    def __init__(self, window: QWidget, services: Services, tasks: Tasks, opener: Opener) -> None:
        super().__init__(window)
        self._real = window
        self._services = services
        self._tasks = tasks
        self._opener = opener
        self._opening = False
        self.window: QWidget | None = None
        """The window of the sample world, while it is open."""

    def enter(self) -> None:
        """Make a sample world and show it; once, however often it is asked for."""
        if self.window is not None:
            bring_forward(self.window)
        if self._opening or self.window is not None:
            return
        self._opening = True
        services = self._services
        self._tasks.wait_for(
            self,
            "trial",
            lambda: services.samples.open(services.preferences.read()),
            self._show,
            self._cannot,
        )

    def _cannot(self, sentence: object) -> None:
        self._opening = False
        self._tasks.failed.emit(sentence)

    def _show(self, world: SampleWorld) -> None:
        self._opening = False

        def left() -> None:
            self.window = None
            if self._tasks.closed:
                world.close()
                return
            self._real.window().show()
            self._real.window().activateWindow()
            self._tasks.change(
                self, world.close
            )  # its engine ends what it has begun: not in the window's time

        self.window = self._opener(world.services, left)
        self.window.restoreGeometry(self._real.window().saveGeometry())  # maximised where that one is
        self.window.show()
        self._real.window().hide()

    def end(self) -> None:
        """The real window closes: nothing stays open behind it."""
        if self.window is not None:
            self.window.close()


def trial_banner(leave: Callable[[], object]) -> QWidget:
    """What says on every page of the sample world that it is one, with the way out."""
    button = Button(translate("trial", "Leave the trial"), Icon.CLOSE)
    button.setObjectName("trial_leave")
    button.clicked.connect(leave)
    words = translate(
        "trial", "This is a trial with sample people: nobody receives anything, nothing is kept."
    )
    banner = Banner(words, Tone.ACCENT, button)
    banner.setObjectName("trial_banner")
    place = QWidget()
    around = row(banner)
    around.setContentsMargins(tokens.SPACE_L, tokens.SPACE_S, tokens.SPACE_L, 0)
    place.setLayout(around)
    return place
