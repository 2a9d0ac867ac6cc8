"""What happens after the yes on the page of absences: sent, called back; and what waits is held meanwhile."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from smsdesk.domain.budget_forecast import Split
from smsdesk.domain.course_notices import AbsenceRequest, FollowUp
from smsdesk.services.absences import Sent
from smsdesk.services.notify import SendOptions
from smsdesk.ui.pages.notify_sending import UNDO_SECONDS
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.places import AbsenceStart, Place, Route


class AbsenceSending(QObject):
    """Sends for the page; `sent` carries the Place where it is seen, `again` the one to go back to."""

    sent = Signal(object)
    again = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject, context: PageContext) -> None:
        super().__init__(parent)
        self._services, self._tasks = context.services, context.tasks
        self._notices, self._clock = context.notices, context.clock
        self._held: int | None = None
        self._wanted: int | None = None

    def _options(self, split: Split | None) -> SendOptions:
        return SendOptions(not_before=self._clock() + timedelta(seconds=UNDO_SECONDS), split=split)

    def send(self, request: AbsenceRequest, split: Split | None, start: AbsenceStart) -> None:
        """Tell the families; `start` is where to begin again when it is called back."""
        absences, options = self._services.absences, self._options(split)
        self._tasks.change(
            self,
            lambda: absences.send(request, options),
            lambda number: self._sent(number, start),
            self.refused.emit,
        )

    def follow(self, asked: FollowUp, split: Split | None, start: AbsenceStart) -> None:
        """Tell those who got an earlier notice, or only call back what had not left of it."""
        absences, options = self._services.absences, self._options(split)

        def followed(done: Sent) -> None:
            if done.broadcast_id is not None:
                self._sent(done.broadcast_id, start)
            else:
                self.sent.emit(Place(Route.BROADCAST, asked.about))
            if done.called_back and done.broadcast_id is None:
                words = self.tr("%n messages that had not left were called back.", "", done.called_back)
                self._notices.toast(words)

        self._tasks.change(self, lambda: absences.send_follow_up(asked, options), followed, self.refused.emit)

    def _sent(self, number: int, start: AbsenceStart) -> None:
        self.sent.emit(Place(Route.BROADCAST, number))
        words = self.tr("The messages leave in 5 seconds.")
        call_back = self.tr("Call back")
        self._notices.countdown(words, call_back, lambda: self._call_back(number, start), UNDO_SECONDS)

    def _call_back(self, number: int, start: AbsenceStart) -> None:
        def called_back(_result: object) -> None:
            self.again.emit(Place(Route.ABSENCE, start))
            self._notices.toast(self.tr("Called back: nothing was sent."))

        self._tasks.change(self, lambda: self._services.broadcasts.cancel(number), called_back)

    def hold(self, about: int) -> None:
        """What waits of an earlier notice stays while one decides: the numbers shown are those that count."""
        broadcasts = self._services.broadcasts
        self._wanted = about

        def hold() -> int | None:
            if broadcasts.get(about).summary.paused:
                return None
            broadcasts.pause(about)
            return about

        self._tasks.change(self, hold, self._on_held)

    def _on_held(self, number: int | None) -> None:
        self._held = number
        if self._wanted is None:  # the person had gone already
            self.let_go()

    def let_go(self) -> None:
        """What was held goes on."""
        held, self._held, self._wanted = self._held, None, None
        if held is not None:
            self._tasks.change(self, lambda: self._services.broadcasts.resume(held))
