"""What happens after the yes on the page of absences: sent, called back; and what waits is held meanwhile."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from smsdesk.domain.budget_forecast import Split
from smsdesk.domain.course_notices import AbsenceRequest, FollowUp
from smsdesk.domain.views import CancelResult
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
        self._held: tuple[int, ...] = ()
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
                self._sent(done.broadcast_id, start, done.called_back)
            else:
                self.sent.emit(Place(Route.BROADCAST, asked.about))
            if done.called_back and done.broadcast_id is None:
                words = self.tr("%n messages that had not left were cancelled.", "", done.called_back)
                self._notices.toast(words)

        self._tasks.change(self, lambda: absences.send_follow_up(asked, options), followed, self.refused.emit)

    def _sent(self, number: int, start: AbsenceStart, earlier: int = 0) -> None:
        """`earlier` messages of the notice that this one follows were called back for it."""
        self.sent.emit(Place(Route.BROADCAST, number))
        words = self.tr("The messages leave in 5 seconds.")
        call_back = self.tr("Cancel sending")
        self._notices.countdown(
            words, call_back, lambda: self._call_back(number, start, earlier), UNDO_SECONDS
        )

    def _call_back(self, number: int, start: AbsenceStart, earlier: int) -> None:
        absences = self._services.absences

        def called_back(result: CancelResult) -> None:
            if result.kept:
                stopped = self.tr("%n messages were stopped.", "", result.cancelled)
                self._notices.toast(f"{stopped} {self.tr('%n were already on their way.', '', result.kept)}")
                return
            self.again.emit(Place(Route.ABSENCE, start))
            words = self.tr("Cancelled: nothing was sent.")
            if earlier:
                still = self.tr("%n messages of the earlier send stay cancelled.", "", earlier)
                words = f"{words} {still}"
            self._notices.toast(words)

        self._tasks.change(self, lambda: absences.call_back(number), called_back)

    def hold(self, about: int) -> None:
        """What waits of an earlier notice stays while one decides: the numbers shown are those that count."""
        self._wanted = about
        self._tasks.change(self, lambda: self._services.absences.hold(about), self._on_held)

    def _on_held(self, held: tuple[int, ...]) -> None:
        self._held += held
        if self._wanted is None:  # the person had gone already
            self.let_go()

    def let_go(self) -> None:
        """What was held goes on."""
        held, self._held, self._wanted = self._held, (), None
        if held:
            self._tasks.change(self, lambda: self._services.absences.let_go(held))
