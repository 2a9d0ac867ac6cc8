"""The alert as it is put together: what happens, who is told, which text, and the red button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from smsdesk.domain.crisis import Crisis, CrisisDraft, CrisisPlan, Scenario
from smsdesk.ui import formats
from smsdesk.ui.crisis_words import scenario_words
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.crisis_scenarios import ScenarioGrid
from smsdesk.ui.pages.crisis_text import CrisisText
from smsdesk.ui.pages.crisis_whom import Places, WhomPanel
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import ClickableCard, IconLabel, SectionHeader
from smsdesk.ui.widgets.text import ElidedLabel, Label

_TWO_COLUMNS_FROM = 760
"""Pixels: below that the two questions stand one under the other."""

_REAL, _EXERCISE = "real", "exercise"

_PAST_SHOWN = 5


@dataclass(frozen=True)
class Known:
    """What the page begins with."""

    places: Places
    running: tuple[Crisis, ...]
    past: tuple[Crisis, ...]


class BeginView(QWidget):
    """Three questions and the red button.

    `changed`: the plan is to be made anew; `wanted`: the red button was pressed; `scenario_chosen` carries
    the Scenario, `opened` the id of a crisis, `kind_changed` that it is an exercise now, or real.
    """

    changed = Signal()
    wanted = Signal()
    scenario_chosen = Signal(object)
    opened = Signal(int)
    kind_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scenario: Scenario | None = None
        self._known: Known | None = None
        self.kinds = Segments(
            ((_REAL, self.tr("Real alert")), (_EXERCISE, self.tr("Exercise"))), self.tr("Real or exercise")
        )
        for kind in (_REAL, _EXERCISE):
            self.kinds.button(kind).setObjectName(f"crisis_{kind}")
        self.kinds.chosen.connect(lambda _kind: self._show_kind())
        self._running = column(space=tokens.SPACE_S)
        self.grid = ScenarioGrid()
        self.grid.chosen.connect(self.scenario_chosen)
        self._past = column(space=tokens.SPACE_S)
        self.whom = WhomPanel()
        self.whom.changed.connect(self.changed)
        self.text = CrisisText()
        self.text.changed.connect(self.changed)
        self.send = Button("", Icon.ALERT, Look.ALARM)
        self.send.setObjectName("crisis_send")
        self.send.clicked.connect(self.wanted)
        self._figures = Label("", Type.STRONG, wrap=True)
        self._figures.setObjectName("crisis_figures")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_choice())
        self._stack.addWidget(self._make_composing())
        stack = column(self.kinds, space=tokens.SPACE_M)
        stack.addWidget(self._stack, 1)
        self.setLayout(stack)
        self.show_plan(None)

    def _make_choice(self) -> QWidget:
        content = QWidget()
        inside = column(space=tokens.SPACE_M)
        inside.addLayout(self._running)
        inside.addWidget(Label(self.tr("What happens?"), Type.SUBTITLE))
        inside.addWidget(self.grid)
        inside.addLayout(self._past)
        inside.addStretch(1)
        content.setLayout(inside)
        return scrolled(content)

    def _make_composing(self) -> QWidget:
        self._picture = IconLabel(Icon.ALERT, Tone.FAILED, tokens.ICON_L)
        self._name = ElidedLabel("", Type.SUBTITLE)
        self._name.setObjectName("crisis_scenario_name")
        another = Button(self.tr("Change"), None, Look.LINK)
        another.setObjectName("crisis_scenario_change")
        another.setAccessibleName(self.tr("Choose another scenario"))
        another.clicked.connect(self.ask_scenario)
        head = row(self._picture, space=tokens.SPACE_S)
        head.addWidget(self._name, 1)
        head.addWidget(another)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(tokens.SPACE_M)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self.whom, 2)
        self._columns.addWidget(self.text, 3)
        questions = QWidget()
        questions.setLayout(self._columns)
        foot = row(space=tokens.SPACE_M)
        foot.addWidget(self._figures, 1)
        foot.addWidget(self.send)
        whole = column(head, space=tokens.SPACE_M)
        whole.addWidget(scrolled(questions), 1)
        whole.addLayout(foot)
        composing = QWidget()
        composing.setLayout(whole)
        return composing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = theme.usual(self.width()) < _TWO_COLUMNS_FROM
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)

    @property
    def exercise(self) -> bool:
        """Whether it is to be rehearsed only."""
        return self.kinds.current == _EXERCISE

    @property
    def draft(self) -> CrisisDraft | None:
        """What was chosen; None while there is no scenario."""
        if self.scenario is None:
            return None
        words = self.whom.words
        return CrisisDraft(self.scenario, self.whom.request, self.text.written, self.text.values, words)

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts."""
        return self.grid.first if self.scenario is None else self.send

    def _show_kind(self) -> None:
        self.show_plan(None)
        self.kind_changed.emit()
        self.changed.emit()

    def begin(self) -> None:
        """Forget what was chosen before: a real alert, to everyone."""
        self.kinds.choose(_REAL)
        self.whom.begin()
        self.ask_scenario()
        self.kind_changed.emit()

    def ask_scenario(self) -> None:
        """Ask the first question."""
        self.scenario = None
        self._stack.setCurrentIndex(0)
        self.grid.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_known(self, known: Known) -> None:
        """Offer towns and groups; lead to what goes on, and to what was."""
        if known == self._known:  # looked up anew at each SMS: what has the keyboard stays
            return
        self._known = known
        self.whom.show_places(known.places)
        clear(self._running)
        clear(self._past)
        for crisis in known.running:
            self._add(self._running, crisis, going_on=True)
        if known.past:
            self._past.addWidget(SectionHeader(self.tr("Alerts and exercises of before")))
        for crisis in known.past[:_PAST_SHOWN]:
            self._add(self._past, crisis, going_on=False)

    def _add(self, layout: QBoxLayout, crisis: Crisis, *, going_on: bool) -> None:
        """Shown once it is in its place: before, it would be a window of its own and take the keyboard."""
        card = self._card(crisis, going_on=going_on)
        layout.addWidget(card)
        card.show()

    def _card(self, crisis: Crisis, *, going_on: bool) -> ClickableCard:
        words = scenario_words(crisis.scenario)
        kind = self.tr("Exercise") if crisis.exercise else self.tr("Alert")
        state = self.tr("going on") if going_on else self.tr("over")
        title = f"{kind} · {words.name} · {state}"
        when = formats.moment(crisis.started_at)
        icon = Icon.EXERCISE if crisis.exercise else words.icon
        line = row(IconLabel(icon, Tone.FAILED if going_on else Tone.NEUTRAL), space=tokens.SPACE_S)
        line.addWidget(ElidedLabel(title, Type.STRONG), 1)
        line.addWidget(Label(when, Type.CAPTION, muted=True))
        card = ClickableCard(f"{title}, {when}", line)
        card.setObjectName(f"crisis_open_{crisis.id}")
        card.activated.connect(lambda: self.opened.emit(crisis.id))
        return card

    def compose(self, scenario: Scenario, text: str) -> None:
        """Ask the other questions about this scenario, with its prepared text."""
        self.scenario = scenario
        words = scenario_words(scenario)
        self._picture.show_icon(words.icon, Tone.FAILED)
        self._name.setText(words.name)
        self.text.use(text)
        self._stack.setCurrentIndex(1)
        self.show_plan(None)

    def show_plan(self, plan: CrisisPlan | None) -> None:
        """Show what the red button would do; None while that is being looked up."""
        self.text.show_plan(plan.notice if plan else None)
        count = plan.notice.phones if plan else 0
        ready = plan is not None and plan.notice.problem is None
        had_keyboard = self.send.hasFocus()
        self.send.setEnabled(ready)
        if self.exercise:
            self.send.setText(self.tr("Rehearse: %n phones", "", count) if ready else self.tr("Rehearse"))
        else:
            self.send.setText(self.tr("Alert %n phones", "", count) if ready else self.tr("Alert"))
        if plan is not None:
            self._figures.setText(self._figure_words(plan))
        if had_keyboard and not ready:
            self.text.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _figure_words(self, plan: CrisisPlan) -> str:
        notice = plan.notice
        words: Sequence[str] = (
            self.tr("%n people", "", notice.people),
            self.tr("%n phones", "", notice.phones),
            self.tr("%n SMS", "", notice.parts),
            formats.duration(plan.seconds) if notice.parts else "",
            self.tr("%n not reached by SMS", "", len(notice.left_out)) if notice.left_out else "",
        )
        return " · ".join(filter(None, words))
