"""The absence, first question: who is absent? Today's teachers as large choices, anybody by two letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from smsdesk.domain.people import Contact
from smsdesk.domain.untrusted import visible
from smsdesk.services.teaching import TeachingDay
from smsdesk.ui import dates
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.people_finder import Fetch, PersonFinder
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import EmptyState, IconLabel
from smsdesk.ui.widgets.taskbuttons import TaskButton
from smsdesk.ui.widgets.text import ElidedLabel, Label


@dataclass(frozen=True)
class Teaching:
    """Who teaches on the day that is offered first (None: nobody has a course at all), seen from `today`."""

    today: date
    day: date | None
    teachers: tuple[TeachingDay, ...]


class WhoPanel(QWidget):
    """Asks for the teacher; `chosen` carries the contact id, `import_wanted` where nobody teaches."""

    chosen = Signal(int)
    import_wanted = Signal()

    def __init__(self, tasks: Tasks, fetch: Fetch) -> None:
        super().__init__()
        self._heading = Label("", muted=True, wrap=True)
        self._choices = column(space=tokens.SPACE_S)
        self.finder = PersonFinder(tasks, fetch, self.tr("Another teacher: type two letters"))
        self.finder.search.setObjectName("absence_search")
        self.finder.chosen.connect(self._take)
        self.first: QWidget = self.finder.search
        self._buttons: list[TaskButton] = []
        self._shown: Teaching | None = None
        stack = column(self._heading, space=tokens.SPACE_S)
        stack.addLayout(self._choices)
        stack.addWidget(self.finder)
        stack.addStretch(1)
        self.setLayout(stack)

    def show_teaching(self, teaching: Teaching) -> None:
        """Offer those who have courses on this day; the same ones stay as they are."""
        if teaching == self._shown:
            return
        self._shown = teaching
        clear(self._choices)
        self._buttons = [self._button(each) for each in teaching.teachers]
        for button in self._buttons:
            self._choices.addWidget(button)
            button.show()  # now, not from the event loop: the keyboard is to stand there
        if teaching.day is None:
            self._choices.addWidget(self._no_courses())
        self.first = self._buttons[0] if self._buttons else self.finder.search
        self._heading.setText(self._words(teaching))

    def _words(self, teaching: Teaching) -> str:
        if teaching.day is None:
            return ""
        said = dates.long_day(teaching.day, teaching.today)
        if teaching.day == teaching.today:
            return self.tr("Who has courses today:")
        return self.tr("No more courses today. The next ones: {day}.").format(day=said)

    def _no_courses(self) -> EmptyState:
        load = Button(self.tr("Import a list"), Icon.IMPORT)
        load.setObjectName("absence_import")
        load.clicked.connect(self.import_wanted)
        return EmptyState(
            Icon.COURSE,
            self.tr("No course with weekly hours yet"),
            self.tr("Import a list with teachers, days and hours, or write them in the groups of Personnes."),
            load,
        )

    def _button(self, teaching: TeachingDay) -> TaskButton:
        hours = f"{teaching.starts:%H:%M} – {teaching.ends:%H:%M}"
        words = [visible(", ".join(teaching.names)), hours, self.tr("%n pupils", "", teaching.pupils)]
        if teaching.told:
            words.append(self.tr("families already told"))
        button = TaskButton(Icon.PERSON, visible(teaching.teacher), " · ".join(words))
        button.setObjectName(f"absence_teacher_{teaching.teacher_id}")
        button.clicked.connect(lambda _checked=False, number=teaching.teacher_id: self.chosen.emit(number))
        return button

    def _take(self, person: Contact) -> None:
        self.chosen.emit(person.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed while a teacher has the keyboard begin a search; arrows go from one to the next."""
        text = event.text()
        if text.isprintable() and text.strip() and not self.finder.search.hasFocus():
            self.finder.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.finder.search.setText(text)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class ChosenTeacher(QWidget):
    """Who is absent, once that is known; `again` asks for another one."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ElidedLabel("", Type.SUBTITLE)
        self.name.setObjectName("absence_teacher")
        change = Button(self.tr("Change"), None, Look.LINK)
        change.setObjectName("absence_change_teacher")
        change.setAccessibleName(self.tr("Choose another teacher"))
        change.clicked.connect(self.again)
        line = row(IconLabel(Icon.PERSON), space=tokens.SPACE_S)
        line.addWidget(self.name, 1)
        line.addWidget(change)
        self.setLayout(line)
