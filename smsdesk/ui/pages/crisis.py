"""The page of alerts: the red button behind a second confirmation, what follows, the log sheet, exercises."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from smsdesk.domain.crisis import CrisisPlan, CrisisState, Scenario, Step
from smsdesk.domain.views import Template
from smsdesk.services.events import Topic
from smsdesk.ui.pages.crisis_banner import ExerciseBanner
from smsdesk.ui.pages.crisis_begin import BeginView, Known
from smsdesk.ui.pages.crisis_confirm import CrisisConfirm
from smsdesk.ui.pages.crisis_next import NextView
from smsdesk.ui.pages.crisis_paper import CrisisPaper
from smsdesk.ui.pages.crisis_running import RunningView
from smsdesk.ui.pages.crisis_whom import Places
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.places import Place, Route

_REPLAN_MS = 120
"""A plan is made when typing or ticking pauses, not at every key."""

_RECOUNT_MS = 2000
"""What waits of the earlier steps becomes less while one writes the next: seldom enough to be read."""

_BEGIN, _RUNNING, _NEXT, _CONFIRM = range(4)


class CrisisPage(Page):
    """Begins an alert, and follows it."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CRISIS, Topic.BROADCASTS, Topic.QUEUE, Topic.PEOPLE, Topic.GROUPS, Topic.TEMPLATES}
    )
    back: ClassVar[Place | None] = Place(Route.HOME)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Urgent alert"))
        self._id: int | None = None
        self._state: CrisisState | None = None
        self._plan: CrisisPlan | None = None
        self._asked_from = _BEGIN
        self._settled = True
        self.banner = ExerciseBanner()
        self.begin = BeginView()
        self.running = RunningView()
        self.next = NextView()
        self.confirm = CrisisConfirm()
        self.paper = CrisisPaper(context, self)
        self._views = QStackedWidget()
        for view in (self.begin, self.running, self.next, self.confirm):
            self._views.addWidget(view)
        self.body.addWidget(self.banner)
        self.body.addWidget(self._views, 1)
        self.banner.hide()
        self._replan = QTimer(self)
        self._replan.setSingleShot(True)
        self._replan.setInterval(_REPLAN_MS)
        self._replan.timeout.connect(self._look)
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT_MS)
        self._recount.timeout.connect(self._look)
        self._connect()

    def _connect(self) -> None:
        begin, running, following = self.begin, self.running, self.next
        begin.scenario_chosen.connect(self._choose)
        begin.changed.connect(self._on_change)
        begin.kind_changed.connect(self._show_banner)
        begin.opened.connect(lambda number: self.navigate.emit(Place(Route.CRISIS, number)))
        begin.wanted.connect(self._ask)
        running.told_next.connect(self._compose)
        running.stop_wanted.connect(self._stop)
        running.end_wanted.connect(self._end)
        running.resume_wanted.connect(lambda: self.tasks.change(self, self.services.station.resume))
        running.sheet_wanted.connect(lambda: self._on_paper(self.paper.keep))
        running.print_wanted.connect(lambda: self._on_paper(self.paper.print))
        running.broadcast_opened.connect(lambda number: self.navigate.emit(Place(Route.BROADCAST, number)))
        following.changed.connect(self._on_change)
        following.wanted.connect(self._ask)
        following.gone.connect(lambda: self._show(_RUNNING))
        self.confirm.confirmed.connect(self._confirmed)
        self.confirm.gone.connect(self._went_back)

    def _on_paper(self, act: Callable[[int], None]) -> None:
        if self._id is not None:
            act(self._id)

    # --- where one is

    def open(self, what: object) -> None:
        self._plan = None
        if isinstance(what, int):
            self._id, self._state = what, None
            self._show(_RUNNING)
        else:
            self._id = None
            self.begin.begin()
            self._show(_BEGIN)
        self.refresh()

    def shown(self) -> object:
        return self._id

    def _show(self, view: int) -> None:
        self._views.setCurrentIndex(view)
        self._show_banner()
        if self.isVisible():
            self.take_focus()

    def take_focus(self) -> None:
        view = self._views.currentIndex()
        if view == _CONFIRM:
            self.confirm.take_focus()
            return
        self.first = {
            _BEGIN: self.begin.first,
            _RUNNING: self.running.update_,
            _NEXT: self.next.text.editor,
        }[view]
        super().take_focus()

    @property
    def _exercise(self) -> bool:
        if self._id is None:
            return self.begin.exercise
        return self._state is not None and self._state.crisis.exercise

    def _show_banner(self) -> None:
        self.banner.setVisible(self._exercise)
        self.set_title(self.tr("Exercise") if self._exercise else self.tr("Urgent alert"))

    def refresh(self) -> None:
        number = self._id
        if number is None:
            self.tasks.read(self, "known", self._read_known, self._show_known)
            if self.begin.scenario is not None and self._views.currentIndex() == _BEGIN:
                self._replan.start()
            return
        crises = self.services.crises
        self.tasks.read(self, "state", lambda: crises.state(number), self._show_state)

    def _read_known(self) -> Known:
        services = self.services
        running = services.crises.running()
        going_on = {crisis.id for crisis in running}
        past = tuple(crisis for crisis in services.crises.list() if crisis.id not in going_on)
        return Known(Places(services.people.cities(), services.people.groups()), running, past)

    def _show_known(self, known: Known) -> None:
        self.begin.show_known(known)

    def _show_state(self, state: CrisisState) -> None:
        if state.crisis.id != self._id:
            return
        first = self._state is None
        self._state = state
        self._show_banner()
        self.running.show_state(state)
        if self._views.currentIndex() == _NEXT and not self._recount.isActive():
            self._recount.start()
        if first and self.isVisible():
            self.take_focus()

    # --- what is put together

    def _choose(self, scenario: Scenario) -> None:
        crises = self.services.crises

        def compose(template: Template) -> None:
            self.begin.compose(scenario, template.body)
            self._settled = False
            self._look()

        self.tasks.read(self, "text", lambda: crises.template(scenario, Step.ALERT), compose)

    def _compose(self, step: Step) -> None:
        if self._state is None:
            return
        crisis, crises = self._state.crisis, self.services.crises

        def compose(template: Template) -> None:
            self.next.compose(crisis, step, template.body)
            self._show(_NEXT)
            self._look()

        self.tasks.read(self, "text", lambda: crises.template(crisis.scenario, step), compose)

    def _on_change(self) -> None:
        self._plan = None
        view = self._views.currentIndex()
        if view == _BEGIN:
            self.begin.show_plan(None)
        elif view == _NEXT:
            self.next.show_plan(None)
        self._replan.start()

    def _look(self) -> None:
        """Look up what the red button would do."""
        crises = self.services.crises
        if self._views.currentIndex() == _NEXT:
            step = self.next.draft
            self.tasks.read(self, "plan", lambda: crises.plan_step(step), self._show_plan)
            return
        draft = self.begin.draft
        if draft is not None:
            self.tasks.read(self, "plan", lambda: crises.plan(draft), self._show_plan)

    def _show_plan(self, plan: CrisisPlan) -> None:
        if self._replan.isActive():  # something changed meanwhile: the next look is on its way
            return
        self._plan = plan
        view = self._views.currentIndex()
        if view == _BEGIN:
            self.begin.show_plan(plan)
            if not self._settled:
                self._settled = True
                self._settle()
        elif view == _NEXT:
            self.next.show_plan(plan)

    def _settle(self) -> None:
        """Have the keyboard where one goes on: at a value that is needed, else at the red button."""
        empty = self.begin.text.first_empty()
        ready = self.begin.send.isEnabled()
        (self.begin.send if ready else empty or self.begin.text.editor).setFocus()

    # --- the second confirmation, and what follows

    def _ask(self) -> None:
        if self._plan is None:
            return
        self._asked_from = self._views.currentIndex()
        self.confirm.ask(self._plan, exercise=self._exercise)
        self._show(_CONFIRM)

    def _went_back(self) -> None:
        self._show(self._asked_from)
        self._look()

    def _confirmed(self, pass_limits: bool) -> None:
        crises = self.services.crises
        if self._asked_from == _NEXT:
            step = self.next.draft
            self.tasks.change(
                self,
                lambda: crises.send_step(step, pass_limits=pass_limits),
                lambda _broadcast: self._told(),
                self._refused,
            )
            return
        draft = self.begin.draft
        if draft is None:
            return
        if self.begin.exercise:
            # Copying the people of a town takes seconds: reads and changes go on meanwhile.
            self.tasks.wait_for(self, "rehearse", lambda: crises.rehearse(draft), self._begun, self._refused)
        else:
            self.tasks.change(
                self, lambda: crises.start(draft, pass_limits=pass_limits), self._begun, self._refused
            )

    def _begun(self, number: int) -> None:
        self.navigate.emit(Place(Route.CRISIS, number))

    def _told(self) -> None:
        self._show(_RUNNING)
        self.refresh()

    def _refused(self, sentence: object) -> None:
        self.tasks.failed.emit(sentence)
        self._went_back()

    def _stop(self) -> None:
        number = self._id
        if number is None:
            return
        self.tasks.change(self, lambda: self.services.crises.stop_unsent(number), self._stopped)

    def _stopped(self, count: int) -> None:
        self.notices.toast(self.tr("%n messages were stopped.", "", count))

    def _end(self) -> None:
        number = self._id
        if number is None:
            return
        self.tasks.wait_for(
            self, "end", lambda: self.services.crises.end(number), lambda _none: self._ended()
        )

    def _ended(self) -> None:
        if self._exercise:
            self.notices.toast(self.tr("The exercise is over: its copy is erased, its log sheet is kept."))
        self.refresh()
