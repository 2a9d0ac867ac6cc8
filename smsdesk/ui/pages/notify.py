"""The page Envoyer: to whom, what, and the summary with the one button that spends something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.people import Contact, Group
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.views import Template
from smsdesk.services.events import Topic
from smsdesk.services.notify import SendOptions
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.pages.notify_audience import AudiencePanel
from smsdesk.ui.pages.notify_summary import SummaryPanel
from smsdesk.ui.pages.notify_text import TextPanel
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, Look

UNDO_SECONDS = 5
"""How long a send that has just been confirmed waits, so that it can be called back."""

_REPLAN_MS = 120
"""A plan is made when choosing or typing pauses, not at every key."""

_PEOPLE_FOUND = 20
"""More people than this are found better with another letter."""

_THREE_COLUMNS_FROM = 880
"""Pixels: below that a column holds no SMS that one could read."""


@dataclass(frozen=True)
class _Offered:
    """What there is to choose from, and the people a start chose."""

    groups: tuple[Group, ...]
    templates: tuple[Template, ...]
    chosen: tuple[Contact, ...]


class NotifyPage(Page):
    """Plans a send as it is put together, and sends it once it is confirmed."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.GROUPS, Topic.PEOPLE, Topic.TEMPLATES})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Send"))
        self.audience = AudiencePanel()
        self.text = TextPanel()
        self.summary = SummaryPanel()
        self.first = self.audience.search
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(tokens.SPACE_M)
        self._columns.setContentsMargins(0, 0, 0, 0)
        for panel, share in ((self.audience, 3), (self.text, 4), (self.summary, 4)):
            self._columns.addWidget(panel, share)
        content = QWidget()
        content.setLayout(self._columns)
        self.body.addWidget(scrolled(content), 1)
        self._start: NotifyStart | None = None
        self._urgent = False
        self._replan = QTimer(self)
        self._replan.setSingleShot(True)
        self._replan.setInterval(_REPLAN_MS)
        self._replan.timeout.connect(self._plan)
        self.audience.changed.connect(self._on_change)
        self.audience.searched.connect(self._search)
        self.audience.import_wanted.connect(lambda: self.navigate.emit(Place(Route.IMPORT)))
        self.text.changed.connect(self._on_change)
        self.summary.taken_out.connect(self.audience.exclude)
        self.summary.confirmed.connect(self._send)
        again = Button(self.tr("Begin anew"), Icon.REFRESH, Look.QUIET)
        again.clicked.connect(lambda: self._begin(NotifyStart()))
        self.add_action(again)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where three columns have no room, they stand one under the other."""
        super().resizeEvent(event)
        narrow = self.width() < _THREE_COLUMNS_FROM
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)

    def open(self, what: object) -> None:
        if isinstance(what, NotifyStart):
            self._start = what
            self.refresh()

    def shown(self) -> object:
        """What was chosen and written so far."""
        request, text = self.audience.request, self.text.text.toPlainText()
        if not (request.group_ids or request.contact_ids or text):
            return None
        return NotifyStart(request.group_ids, request.contact_ids, text=text, urgent=self._urgent)

    def refresh(self) -> None:
        start = self._start or NotifyStart()
        people, templates = self.services.people, self.services.templates

        def read() -> _Offered:
            chosen = tuple(people.contact(number) for number in start.contact_ids)
            return _Offered(people.groups(), templates.list(), chosen)

        self.tasks.read(self, "offered", read, self._show)

    def _show(self, offered: _Offered) -> None:
        self.audience.show_groups(offered.groups)
        self.text.show_templates(offered.templates)
        start, self._start = self._start, None
        if start is not None:
            self._begin(start, offered.chosen)

    def _begin(self, start: NotifyStart, people: Sequence[Contact] = ()) -> None:
        """Begin a new send."""
        self._urgent = start.urgent
        self.summary.begin()
        purpose = Purpose.ALERT if start.urgent else Purpose.INFORMATION
        self.text.purpose.setCurrentIndex(self.text.purpose.findData(purpose))
        self.text.use(start.template, start.text)
        self.audience.choose(start.group_ids, people)

    def _search(self, text: str) -> None:
        if len(text) < 2:
            return
        self.tasks.read(
            self,
            "people",
            lambda: self.services.people.contacts(search=text, limit=_PEOPLE_FOUND),
            self.audience.show_people,
        )

    def _on_change(self) -> None:
        self.summary.outdated()
        self._replan.start()

    def _plan(self) -> None:
        request, text = self.audience.request, self.text.text.toPlainText()
        values, purpose = dict(self.text.values), self.text.purpose_chosen
        if not text.strip() and not request.group_ids and not request.contact_ids:
            self.summary.show_plan(None)
            return
        self.tasks.read(
            self,
            "plan",
            lambda: self.services.notify.plan(request, text, values, purpose),
            self._show_plan,
        )

    def _show_plan(self, plan: NotifyPlan) -> None:
        if self._replan.isActive():  # something changed meanwhile: the next plan is on its way
            return
        self.text.ask_values(plan.missing)
        self.text.show_cost(plan.worst)
        self.summary.show_plan(plan)

    def _send(self) -> None:
        request, text = self.audience.request, self.text.text.toPlainText()
        values = dict(self.text.values)
        options = SendOptions(
            purpose=self.text.purpose_chosen,
            priority=Priority.URGENT if self._urgent else Priority.NORMAL,
            not_before=self.summary.moment or self.clock() + timedelta(seconds=UNDO_SECONDS),
            title=self._title(),
        )
        self.summary.outdated()
        self.tasks.change(
            self,
            lambda: self.services.notify.send(request, text, fields=values, options=options),
            self._sent,
            self._refused,
        )

    def _title(self) -> str:
        """The template's name before the groups' names; without a template the text names the send."""
        template = self.text.template.currentData()
        if not isinstance(template, Template):
            return ""
        return " · ".join((template.name, ", ".join(self.audience.names)))

    def _sent(self, broadcast_id: int) -> None:
        self._begin(NotifyStart())
        self.navigate.emit(Place(Route.BROADCAST, broadcast_id))

    def _refused(self, sentence: object) -> None:
        self.tasks.failed.emit(sentence)
        self._replan.start()
