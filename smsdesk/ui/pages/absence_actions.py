"""On the page of a sent notice about courses: what happens next is one click away, what followed is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from smsdesk.domain.course_notices import NoticeKind, NoticeRecord
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.places import AbsenceStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.flow import FlowLayout
from smsdesk.ui.widgets.layout import clear, column


class CourseBar(QFrame):
    """Shown for a broadcast that told about courses; `chosen` carries the Place to go to."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "well")
        self._shown: NoticeRecord | None = None
        self._links = FlowLayout()
        self._actions = FlowLayout()
        self.setLayout(column(self._actions, self._links, margin=tokens.SPACE_S))
        self.hide()

    def show_record(self, record: NoticeRecord | None) -> None:
        """Offer what can follow this notice, and lead to what it follows; None: nothing about courses."""
        if record == self._shown:  # looked up anew at each SMS: what has the keyboard stays
            return
        self._shown = record
        clear(self._actions)
        clear(self._links)
        self.setVisible(record is not None)
        if record is None:
            return
        told = {record.kind, *(kind for _, kind in record.follow_ups)}
        for kind, words, icon in (
            (NoticeKind.MAINTAINED, self.tr("The courses take place after all"), Icon.UNDO),
            (NoticeKind.POSTPONED, self.tr("Courses moved to another day"), Icon.CLOCK),
            (NoticeKind.ROOM, self.tr("Another room"), Icon.COURSE),
        ):
            if NoticeKind.MAINTAINED not in told:  # a day or a room that was wrong is told anew
                _put(self._actions, self._action(record.broadcast_id, kind, words, icon))
        if record.about is not None:
            words = self.tr("Follows send {id}").format(id=record.about)
            _put(self._links, self._link(words, record.about))
        for number, kind in record.follow_ups:
            words = {
                NoticeKind.MAINTAINED: self.tr("Told since: they take place after all (send {id})"),
                NoticeKind.POSTPONED: self.tr("Told since: another day (send {id})"),
                NoticeKind.ROOM: self.tr("Told since: another room (send {id})"),
            }.get(kind, self.tr("Told since: send {id}"))
            _put(self._links, self._link(words.format(id=number), number))

    def _action(self, about: int, kind: NoticeKind, words: str, icon: Icon) -> Button:
        button = Button(words, icon)
        button.setObjectName(f"broadcast_course_{kind}")
        place = Place(Route.ABSENCE, AbsenceStart(kind=kind, about=about))
        button.clicked.connect(lambda: self.chosen.emit(place))
        return button

    def _link(self, words: str, number: int) -> Button:
        button = Button(words, None, Look.LINK)
        button.setObjectName(f"broadcast_related_{number}")
        button.clicked.connect(lambda: self.chosen.emit(Place(Route.BROADCAST, number)))
        return button


def _put(layout: FlowLayout, button: Button) -> None:
    """Into a bar that is seen already: shown now, not when the event loop comes to it."""
    layout.addWidget(button)
    button.show()
