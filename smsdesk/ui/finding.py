"""Opens the palette over everything that the window can show or do, and goes where one picks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from smsdesk.services.bundle import Services
from smsdesk.ui.frame import Rail
from smsdesk.ui.help_topics import Topic
from smsdesk.ui.notices import Notices
from smsdesk.ui.palette import Entry, Palette
from smsdesk.ui.palette_entries import Acts, by_name, found, known
from smsdesk.ui.places import Place
from smsdesk.ui.tasks import Tasks


class Finding(QObject):
    """`going` carries the Place that was picked, `reading` the Topic of the help."""

    going = Signal(object)
    reading = Signal(object)

    def __init__(self, window: QWidget, services: Services, tasks: Tasks, notices: Notices) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._tasks = tasks
        self._notices = notices

    def open(self, rail: Rail, acts: Acts, language: str) -> None:
        """Show the palette; names are looked up meanwhile."""
        palette = Palette(self._window, known(rail.buttons, self._with_undo(acts)), self._finder())
        palette.chosen.connect(self._take)
        services = self._services
        self._tasks.read(palette, "names", lambda: by_name(services, language), palette.offer_more)
        palette.open()

    def _with_undo(self, acts: Acts) -> Acts:
        undo, redo = self._notices.deeds.last, self._notices.deeds.last_undone
        return replace(
            acts,
            undo=(undo.name, self._notices.undo) if undo is not None else None,
            redo=(redo.name, self._notices.redo) if redo is not None else None,
        )

    def _finder(self) -> Callable[[str, Callable[[Sequence[Entry]], None]], None]:
        services, tasks = self._services, self._tasks

        def find(sought: str, show: Callable[[Sequence[Entry]], None]) -> None:
            tasks.read(self, "found", lambda: found(services, sought), show, lambda _sentence: show(()))

        return find

    def _take(self, what: object) -> None:
        if isinstance(what, Place):
            self.going.emit(what)
        elif isinstance(what, Topic):
            self.reading.emit(what)
        elif callable(what):
            what()
