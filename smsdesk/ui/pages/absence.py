"""The page of absences: who, when, which courses; everything else is filled, and one button sends it.

The same page tells those who got an earlier notice what is new: the course moves, or takes place after all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QStackedWidget, QWidget

from smsdesk.domain.course_notices import AbsenceRequest, FollowUp, NoticeKind
from smsdesk.services.absences import AbsenceNotice
from smsdesk.services.events import Topic
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.i18n import translate
from smsdesk.ui.keyboard import keyboard_at
from smsdesk.ui.pages.absence_reading import (
    Found,
    Offered,
    find,
    find_again,
    find_first_day,
    follow,
    look_around,
)
from smsdesk.ui.pages.absence_sending import AbsenceSending
from smsdesk.ui.pages.absence_what import WhatPanel
from smsdesk.ui.pages.absence_who import WhoPanel
from smsdesk.ui.pages.notify_sending import Outlook
from smsdesk.ui.pages.notify_summary import SummaryPanel
from smsdesk.ui.pages.notify_text import TextPanel
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.places import AbsenceStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.surfaces import Card

_REPLAN_MS = 120
"""A plan is made when ticking or typing pauses, not at every key."""

_THREE_COLUMNS_FROM = 1000
"""Pixels at the usual size of words: below that days and courses are cut in their column."""

DIRECT = (NoticeKind.CANCELLED, NoticeKind.REPLACED, NoticeKind.POSTPONED, NoticeKind.ROOM)
FOLLOWING = (NoticeKind.MAINTAINED, NoticeKind.POSTPONED, NoticeKind.ROOM, NoticeKind.REPLACED)
"""What may become of courses that nobody heard of yet, and of those that families know about."""


class AbsencePage(Page):
    """Home, a teacher, send: three clicks for today's absence, and no key needed."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.GROUPS, Topic.PEOPLE, Topic.TEMPLATES, Topic.SETTINGS, Topic.BUDGET}
    )
    back: ClassVar[Place | None] = Place(Route.HOME)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("A teacher is absent"))
        self.who = WhoPanel(self.tasks, self.services.absences.teaching.search)
        self.what = WhatPanel()
        self.text = TextPanel()
        self.text.kind.hide()  # a course that falls is information, nothing else
        self.summary = SummaryPanel(self.clock)
        self._start = AbsenceStart()
        self._usual: str | None = None
        self._fresh = self._begins = True
        self._asks = False
        self._outlook: Outlook | None = None
        self._sending = AbsenceSending(self, context)
        self._lay_out()
        self._replan = QTimer(self)
        self._replan.setSingleShot(True)
        self._replan.setInterval(_REPLAN_MS)
        self._replan.timeout.connect(self._plan)
        self._connect()

    def _lay_out(self) -> None:
        asking = QWidget()
        self._question = Card(self.who)
        self._question.setMaximumWidth(tokens.CONTENT_MAX_WIDTH)
        self._question.hide()
        asking.setLayout(column(self._question, None))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(tokens.SPACE_M)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._narrow = False
        self._long = [_scrolling(panel) for panel in (self.what, self.text)]
        for part in (*(area for _, area in self._long), self.summary):
            self._columns.addWidget(part, 1)
        content = QWidget()
        content.setLayout(self._columns)
        self._steps = QStackedWidget()
        self._steps.addWidget(scrolled(asking))
        self._area = scrolled(content)
        self._steps.addWidget(self._area)
        self.body.addWidget(self._steps, 1)
        again = Button(self.tr("Start over"), Icon.REFRESH, Look.QUIET)
        again.setObjectName("absence_anew")
        again.clicked.connect(lambda: self.open(AbsenceStart()))
        self.add_action(again)

    def _connect(self) -> None:
        self.who.chosen.connect(self._choose)
        self.who.import_wanted.connect(lambda: self.navigate.emit(Place(Route.IMPORT)))
        self.what.another_teacher.connect(lambda: self.open(AbsenceStart(kind=self._start.kind)))
        self.what.changed.connect(self._on_change)
        self.what.settings_wanted.connect(lambda: self.navigate.emit(Place(Route.SETTINGS, "hours")))
        self.what.called_back.connect(self._send)
        self.text.changed.connect(self._on_change)
        self.summary.taken_out.connect(self.what.exclude)
        self.summary.opened.connect(lambda number: self.navigate.emit(Place(Route.PEOPLE, number)))
        self.summary.confirmed.connect(self._send)
        self._sending.sent.connect(self._sent)
        self._sending.again.connect(self.navigate)
        self._sending.refused.connect(self._refused)
        self.summary.when.hide()  # that a course falls is told at once
        self.summary.test.hide()  # it would show typical values, not a family's courses

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_columns"):
            self._fit()

    def _fit(self) -> None:
        """Where three columns have no room, they stand one under the other."""
        narrow = self.width() < theme.wide(_THREE_COLUMNS_FROM)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)
        if narrow != self._narrow:
            self._narrow = narrow
            self._scroll_apart(apart=not narrow)

    def _scroll_apart(self, *, apart: bool) -> None:
        """Side by side each column scrolls alone: the button stays in sight. Else all scroll together."""
        for panel, area in self._long:
            if apart:
                area.setWidget(panel)
            else:
                self._columns.insertWidget(self._columns.indexOf(area), area.takeWidget())
            area.setVisible(apart)
            panel.show()

    def open(self, what: object) -> None:
        self._sending.let_go()
        self._begin(what if isinstance(what, AbsenceStart) else AbsenceStart())
        if self._start.about is not None:
            self._sending.hold(self._start.about)
        self.refresh()

    def leave(self) -> None:
        self._sending.let_go()

    def shown(self) -> object:
        return self._start

    def _begin(self, start: AbsenceStart) -> None:
        """Forget what was chosen and written before."""
        self._start = start
        self._usual, self._fresh, self._begins = None, True, True
        following = start.about is not None
        self._asks = following and start.kind is NoticeKind.MAINTAINED and start.asked is None
        with QSignalBlocker(self.text), QSignalBlocker(self.what):
            self.text.use("", "")
            self.what.begin(FOLLOWING if following else DIRECT, start, self._today)
        self.summary.begin()
        self._outlook = None
        self.summary.show_outlook(None)
        self.set_title(self.tr("Tell the same families") if following else self.tr("A teacher is absent"))
        self._steps.setCurrentIndex(1 if following or start.teacher_id is not None else 0)

    @property
    def _today(self) -> date:
        return self.clock().astimezone().date()

    def refresh(self) -> None:
        services = self.services
        self.tasks.read(self, "begin", lambda: look_around(services), self._show)

    def _show(self, read: Offered) -> None:
        keyboard = keyboard_at(self)
        self.who.show_teaching(read.teaching)
        self._question.show()
        self.what.ask_for_zone(wanted=not read.zone_chosen)
        self.what.second.show_doubt(translate(read.doubt) if read.doubt else "")
        with QSignalBlocker(self.text):
            self.text.show_templates(read.templates)
        self.first = self.who.first
        if self._steps.currentIndex() == 0:
            lost = keyboard is not keyboard_at(self)  # with a teacher who has no course any more
            if self.isVisible() and (self._begins or lost):
                self.take_focus()  # only then: somebody may be typing whom he looks for
                self._begins = False
        else:
            self._plan()

    def _choose(self, teacher_id: int) -> None:
        """A teacher was chosen: everything is filled, and the question asked when nothing hinders."""
        kind = self._start.kind
        self._begin(AbsenceStart(teacher_id, kind))
        self._asks = kind is NoticeKind.CANCELLED
        self._plan()

    def _on_change(self) -> None:
        self._outlook = None
        self.summary.outdated()
        self._replan.start()

    @property
    def _own_text(self) -> str | None:
        """What a person wrote in the place of the usual text; None when it is that one."""
        written = self.text.written
        return None if self._usual is None or written == self._usual else written

    def _plan(self) -> None:
        start, services = self._start, self.services
        if start.about is not None:
            asked = self._follow_up(start.about)
            self.tasks.read(self, "plan", lambda: follow(services, asked), self._show_found)
        elif start.teacher_id is not None:
            request, look = self._request(start.teacher_id), find_first_day if self._fresh else find
            if self._fresh and isinstance(start.asked, AbsenceRequest):
                request, look = replace(start.asked, text=None), find_again
            self.tasks.read(self, "plan", lambda: look(services, request), self._show_found)

    def _request(self, teacher_id: int) -> AbsenceRequest:
        what = self.what
        return AbsenceRequest(
            teacher_id,
            what.days.first,
            what.days.last,
            what.change.change,
            what.chosen,
            text=self._own_text,
            fields=tuple(self.text.values.items()),
            excluded_contact_ids=what.excluded,
            plain=what.change.plain.isChecked(),
            second_guardian_after=what.second.minutes,
        )

    def _follow_up(self, about: int) -> FollowUp:
        return FollowUp(
            about,
            self.what.change.change,
            self._own_text,
            tuple(self.text.values.items()),
            self.what.excluded,
            self.what.change.plain.isChecked(),
        )

    def _show_found(self, found: Found) -> None:
        if self._replan.isActive():  # something changed meanwhile: the next look is on its way
            return
        notice = found.notice
        own = self._own_text
        with QSignalBlocker(self.what), QSignalBlocker(self.text):
            self.what.show_notice(notice, found.days)
            if own is None and notice.text != self._usual:
                self._usual = notice.text
                self.text.use("", notice.text)
                self.text.template.setCurrentIndex(max(0, self.text.template.findText(notice.template)))
                self.text.text.moveCursor(QTextCursor.MoveOperation.End)
            if self._fresh:
                self._take_up_words()
            self.text.show_plan(notice.plan)
        self._fresh = False
        if found.outlook != self._outlook:  # else somebody else changed something: a question stays open
            self._outlook = found.outlook
            self.summary.show_outlook(found.outlook)
        self._ask_at_once(notice)

    def _take_up_words(self) -> None:
        """What was written before it was called back stands there again, once the usual text is known."""
        asked = self._start.asked
        if asked is not None:
            self.text.set_values(dict(asked.fields))
        if asked is not None and asked.text is not None:
            self.text.text.setPlainText(asked.text)
            self._replan.start()

    def _ask_at_once(self, notice: AbsenceNotice) -> None:
        """The question comes by itself where nothing is left to choose; else the keyboard goes on."""
        asks, self._asks = self._asks, False
        if not self.isVisible() or not asks:
            return
        if self.summary.send.isEnabled():
            self.summary.send.click()
            QTimer.singleShot(0, self, self._bring_into_sight)
        else:
            self.what.take_focus(notice)

    def _bring_into_sight(self) -> None:
        """Where the columns stand one under the other, the question is below what one sees."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # it has just come: its place too
        self._area.ensureWidgetVisible(self.summary.confirmation)

    def _send(self) -> None:
        start, split = self._start, self.summary.budget.split
        self._outlook = None
        self.summary.outdated()
        without = self.what.without
        if start.about is not None:
            asked = self._follow_up(start.about)
            self._sending.follow(asked, split, replace(start, asked=asked, without=without))
        elif start.teacher_id is not None:
            request = self._request(start.teacher_id)
            self._sending.send(request, split, replace(start, asked=request, without=without))

    def _sent(self, place: Place) -> None:
        self._begin(AbsenceStart())
        self.navigate.emit(place)

    def _refused(self, sentence: object) -> None:
        self.tasks.failed.emit(sentence)
        self._on_change()


def _scrolling(panel: Card) -> tuple[QWidget, QScrollArea]:
    """A panel that may be higher than the window, and what scrolls it."""
    holder = QWidget()
    holder.setLayout(column(panel))
    return holder, scrolled(holder)
