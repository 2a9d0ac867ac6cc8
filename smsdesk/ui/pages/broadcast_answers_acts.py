"""What a person does with the answers of a broadcast: put right, moved, written down, asked again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from smsdesk.domain.answer_reading import Reading
from smsdesk.domain.answer_views import AnswerRow, Candidate
from smsdesk.domain.follow_ups import Relation
from smsdesk.ui.pages.broadcast_answers import AnswersPane
from smsdesk.ui.pages.page import Page
from smsdesk.ui.pages.papers import Papers, file_name
from smsdesk.ui.pages.saving_files import ask_path
from smsdesk.ui.places import NotifyStart, Place, Route

_TABLES = (".xlsx", ".csv")


class AnswerActs(QObject):
    """Carries out what the pane asks for, on the page that shows a broadcast (`shown` gives its id)."""

    def __init__(self, page: Page, pane: AnswersPane) -> None:
        super().__init__(page)
        self._page, self._pane = page, pane
        self._services, self._tasks, self._notices = page.services, page.tasks, page.notices
        self._papers = Papers(page, page.tasks, page.notices, page.services.exporting)
        pane.opened.connect(lambda phone: page.navigate.emit(Place(Route.INBOX, phone)))
        pane.chosen.connect(self._look_up)
        pane.corrected.connect(self._correct)
        pane.moved.connect(self._move)
        pane.write_wanted.connect(self._write_again)
        pane.saving.connect(self._save)
        pane.card.ending.connect(self._end)

    @property
    def _number(self) -> int | None:
        number = self._page.shown()
        return number if isinstance(number, int) else None

    def _look_up(self, answer: AnswerRow) -> None:
        """The broadcasts that it may be about instead."""
        answers, here = self._services.answers, self._number

        def read() -> tuple[Candidate, ...]:
            return tuple(each for each in answers.candidates(answer.phone) if each.broadcast_id != here)

        self._tasks.read(self, "about", read, lambda found: self._pane.offer(answer.received_id, found))

    def _correct(self, received_id: int, reading: Reading) -> None:
        answers = self._services.answers
        before = next(
            (each.reading for each in self._pane.read.rows if each.received_id == received_id), None
        )
        self._tasks.change(
            self,
            lambda: answers.set_reading(received_id, reading),
            lambda _none: self._corrected(received_id, before, reading),
        )

    def _corrected(self, received_id: int, before: Reading | None, reading: Reading) -> None:
        if before is None:
            return
        answers = self._services.answers
        self._notices.done(
            self.tr("The answer is read as you say."),
            lambda: self._tasks.change(self, lambda: answers.set_reading(received_id, before)),
            lambda: self._tasks.change(self, lambda: answers.set_reading(received_id, reading)),
        )

    def _move(self, received_id: int, broadcast_id: int | None) -> None:
        answers, here = self._services.answers, self._number
        self._tasks.change(
            self,
            lambda: answers.set_about(received_id, broadcast_id),
            lambda _none: self._moved(received_id, here),
        )

    def _moved(self, received_id: int, before: int | None) -> None:
        answers = self._services.answers
        self._notices.done(
            self.tr("The message counts there no longer."),
            lambda: self._tasks.change(self, lambda: answers.set_about(received_id, before)),
        )

    def _end(self, close: bool) -> None:
        """Take no more answers, or take them again; answers that came in between count then."""
        polls, number = self._services.polls, self._number
        if number is not None:
            change = partial(polls.close, number) if close else partial(polls.keep_open, number, None)
            self._tasks.change(self, change)

    def _write_again(self) -> None:
        start = NotifyStart(about=self._number, relation=Relation.NOT_ANSWERED)
        self._page.navigate.emit(Place(Route.NOTIFY, start))

    def _save(self) -> None:
        number = self._number
        if number is not None:
            words = self.tr("Answers as a table")
            name = file_name(self.tr("Answers {title}").format(title=self._page.title))
            ask_path(self._page, words, name, _TABLES, lambda path: self.write(path, number))

    def write(self, path: Path, number: int) -> None:
        """Write the table of the answers and of the silent there."""
        write = self._services.answers.write_answers
        self._papers.write(path, lambda work: write(number, path, work))
