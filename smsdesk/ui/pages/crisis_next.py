"""What is told next to the same people: the text of an update or of the all-clear, and what still waits."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from smsdesk.domain.crisis import Crisis, CrisisPlan, Step, StepDraft
from smsdesk.domain.crisis_texts import kept_fields
from smsdesk.ui.crisis_words import alone_words, step_words
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.crisis_text import CrisisText
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.text import Label


class NextView(QWidget):
    """Puts a step together; `wanted`: its red button was pressed, `gone`: back without telling anything."""

    changed = Signal()
    wanted = Signal()
    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._crisis_id = 0
        self._step = Step.UPDATE
        self._title = Label("", Type.TITLE)
        self._same = Label(self.tr("To exactly the same people, those not reached included."), muted=True)
        self.text = CrisisText()
        self.text.changed.connect(self.changed)
        self.stops = QCheckBox(self.tr("Stop what has not left yet of the earlier messages"))
        self.stops.setObjectName("crisis_stop_unsent")
        self.stops.toggled.connect(self.changed)
        self._waiting = Label("", muted=True, wrap=True)
        back = Button(self.tr("Cancel"), Icon.BACK)
        back.setObjectName("crisis_next_cancel")
        back.setMinimumHeight(tokens.SPACE_XXL)
        back.clicked.connect(self.gone)
        self.send = Button("", Icon.SEND, Look.ALARM)
        self.send.setObjectName("crisis_next_send")
        self.send.clicked.connect(self.wanted)
        content = QWidget()
        content.setLayout(column(self.text, self.stops, self._waiting, None, space=tokens.SPACE_S))
        stack = column(self._title, self._same, space=tokens.SPACE_S)
        stack.addWidget(scrolled(content), 1)
        stack.addLayout(row(None, back, self.send, space=tokens.SPACE_M))
        self.setLayout(stack)

    def compose(self, crisis: Crisis, step: Step, text: str) -> None:
        """Begin with the prepared text of a step, and with what was said before and still holds."""
        self._crisis_id, self._step = crisis.id, step
        usual = StepDraft(crisis.id, step)
        with QSignalBlocker(self.stops):
            self.stops.setChecked(usual.stops)
        self.text.use(text, kept_fields(crisis.fields))
        self.show_plan(None)

    @property
    def draft(self) -> StepDraft:
        """What was chosen."""
        return StepDraft(
            self._crisis_id, self._step, self.text.written, self.text.values, self.stops.isChecked()
        )

    def show_plan(self, plan: CrisisPlan | None) -> None:
        """Show what the red button would do; None while that is being looked up."""
        self.text.show_plan(plan.notice if plan else None)
        ready = plan is not None and plan.notice.problem is None
        had_keyboard = self.send.hasFocus()
        self.send.setEnabled(ready)
        count = plan.notice.phones if plan else 0
        self.send.setText(self.tr("Send to %n phones", "", count) if ready else self.tr("Send"))
        self._title.setText(step_words(self._step, plan.number if plan else 0) if plan else "")
        self.stops.setVisible(plan is not None and bool(plan.waiting))
        self._waiting.setText(self._waiting_words(plan) if plan and plan.waiting else "")
        if had_keyboard and not ready:
            self.text.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _waiting_words(self, plan: CrisisPlan) -> str:
        if not plan.stops:
            return self.tr(
                "%n phones have not had the earlier message yet: they get it before.", "", plan.waiting
            )
        words = self.tr("%n phones have not had the earlier message yet.", "", plan.waiting)
        return " ".join(filter(None, (words, alone_words(plan))))
