"""Envoyer, third part, "Résumé": what each reads, how many, what it costs, who is left out, the button."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QWidget

from smsdesk.domain.budget_forecast import Forecast
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.notify_confirm import Confirmation, Numbers
from smsdesk.ui.pages.notify_left_out import LeftOutNames
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.bubbles import Bubble
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.fields import MomentField
from smsdesk.ui.widgets.flow import FlowLayout, flow
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Banner, Card
from smsdesk.ui.widgets.text import ElidedLabel, Label

_LATER_BY = timedelta(hours=1)
"""What "later" proposes first."""


@dataclass(frozen=True)
class Outlook:
    """A plan with what it costs and how long the modem needs for it, in seconds."""

    plan: NotifyPlan
    forecast: Forecast | None = None
    seconds: int = 0


class SummaryPanel(Card):
    """Shows a plan; `confirmed` when the person said yes twice, `taken_out` (contact id, name) excludes.

    `opened` carries somebody left out who is to be put right, `test_wanted` asks for a test to oneself.
    """

    confirmed = Signal()
    taken_out = Signal(int, str)
    opened = Signal(int)
    test_wanted = Signal()
    moment_changed = Signal()

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._outlook: Outlook | None = None
        self._at = 0
        self.audience = Label("", Type.STRONG, wrap=True)
        self.audience.setObjectName("notify_audience")
        self.problem = Banner("", Tone.UNCERTAIN)
        self.problem.setObjectName("notify_problem")
        self.overridden = Banner("", Tone.UNCERTAIN)
        self.overridden.setObjectName("notify_overridden")
        self.budget = Banner("", Tone.UNCERTAIN)
        self.budget.setObjectName("notify_budget")
        self.send = Button("", Icon.SEND, Look.PRIMARY)
        self.send.setObjectName("notify_send")
        self.send.clicked.connect(self._ask)
        self.test = Button(self.tr("Test to myself"), Icon.PHONE)
        self.test.setObjectName("notify_test")
        self.test.setToolTip(self.tr("Sends this text to the phones for tests, as the first person reads it"))
        self.test.clicked.connect(self.test_wanted)
        self.confirmation = Confirmation()
        self.confirmation.confirmed.connect(self.confirmed)
        self.confirmation.gone.connect(self._bring_back_send)
        self.left_out = LeftOutNames()
        self.left_out.opened.connect(self.opened)
        self.body.addWidget(Label(self.tr("Summary"), Type.SUBTITLE))
        content = scrolled(self._make_content())
        content.setMinimumHeight(tokens.ROW_HEIGHT * 5)
        self.body.addWidget(content, 1)
        for part in (self.overridden, self.budget, self.problem):
            self.body.addWidget(part)
        self.body.addLayout(self._make_when())
        self._buttons = QWidget()
        self._buttons.setLayout(self._make_buttons())
        self.body.addWidget(self._buttons)
        self.body.addWidget(self.confirmation)
        self.show_outlook(None)

    def _make_buttons(self) -> FlowLayout:
        return flow(self.send, self.test)

    def _make_content(self) -> QWidget:
        content = QWidget()
        stack = column(self._make_phone(), self.audience, self.left_out, None, space=tokens.SPACE_M)
        content.setLayout(stack)
        return content

    def _make_phone(self) -> QFrame:
        self.bubble = Bubble("", outgoing=True)
        self._reader = ElidedLabel("", muted=True)
        self._position = Label("", Type.CAPTION, muted=True)
        self._previous = IconButton(Icon.BACK, self.tr("Previous recipient"))
        self._previous.clicked.connect(lambda: self._step(-1))
        self._next = IconButton(Icon.NEXT, self.tr("Next recipient"))
        self._next.clicked.connect(lambda: self._step(+1))
        self._take_out = IconButton(Icon.LEFT_OUT, self.tr("Leave this recipient out"))
        self._take_out.clicked.connect(self._exclude)
        phone = QFrame()
        phone.setProperty("look", "well")
        stepper = row(self._previous, self._position, self._next, None, self._take_out, space=0)
        phone.setLayout(column(self._reader, self.bubble, stepper, margin=tokens.SPACE_S))
        return phone

    def _make_when(self) -> QHBoxLayout:
        self._now = QRadioButton(self.tr("Now"))
        self._later = QRadioButton(self.tr("Later"))
        self._group = QButtonGroup(self)
        for button in (self._now, self._later):
            self._group.addButton(button)
        self._now.setChecked(True)
        self._moment = MomentField(self.tr("Day and time of sending"))
        self._moment.setObjectName("notify_moment")
        self._moment.hide()
        self._moment.dateTimeChanged.connect(lambda _moment: self.moment_changed.emit())
        self._later.setObjectName("notify_later")
        self._later.toggled.connect(self._offer_moment)
        return row(self._now, self._later, self._moment, None)

    def _offer_moment(self, later: bool) -> None:
        self._moment.setVisible(later)
        if later:
            soon = QDateTime.currentDateTime()
            self._moment.setDateTime(soon.addSecs(int(_LATER_BY.total_seconds())))
        self.moment_changed.emit()

    @property
    def moment(self) -> datetime | None:
        """When to send; None is now."""
        if not self._later.isChecked():
            return None
        return datetime.fromtimestamp(self._moment.dateTime().toSecsSinceEpoch()).astimezone()

    def show_moment(self, moment: datetime | None) -> None:
        """Begin with this moment, now where it is None."""
        (self._later if moment else self._now).setChecked(True)
        if moment is not None:
            self._moment.setDateTime(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())))

    @property
    def _plan(self) -> NotifyPlan | None:
        return self._outlook.plan if self._outlook else None

    def show_outlook(self, outlook: Outlook | None) -> None:
        """Show what would be sent; None while nothing was chosen yet."""
        self._outlook = outlook
        plan = self._plan
        self.confirmation.dismiss()
        self._at = min(self._at, max(0, len(plan.messages) - 1)) if plan else 0
        self.send.setText(self._send_words())
        self.send.setEnabled(plan is not None and plan.problem is None and bool(plan.messages))
        self.audience.setText(self.figures() if plan and plan.messages else "")
        self.audience.setVisible(bool(self.audience.text()))
        tone = Tone.UNCERTAIN if plan and plan.messages else Tone.NEUTRAL
        self.problem.say(translate(plan.problem) if plan and plan.problem else "", tone)
        self.overridden.say(self._overridden_words(), Tone.UNCERTAIN)
        self.budget.say("\n".join(self._budget_words()), Tone.UNCERTAIN)
        self.left_out.show_people(plan.left_out if plan else ())
        self._show_message()

    def _overridden_words(self) -> str:
        """An alert for people's safety goes over objections: said before it does, and noted afterwards."""
        plan = self._plan
        if plan is None or not plan.overridden:
            return ""
        return self.tr(
            "%n phone(s) refuse your SMS, and get this alert all the same. Each is noted in the register.",
            "",
            len(plan.overridden),
        )

    def _budget_words(self) -> list[str]:
        """What the SIM's plan does not hold."""
        forecast = self._outlook.forecast if self._outlook else None
        return [translate(warning) for warning in forecast.warnings] if forecast else []

    def outdated(self) -> None:
        """What is shown no longer fits what was chosen: nothing can be sent until the next plan."""
        self.confirmation.dismiss()
        self.send.setEnabled(False)

    def begin(self) -> None:
        """Begin a new send: now, at the first recipient."""
        self._at = 0
        self._now.setChecked(True)

    def figures(self) -> str:
        """The numbers that count: "23 people · 26 phones · 26 SMS · 2,60 €"."""
        outlook = self._outlook
        if outlook is None:
            return ""
        plan = outlook.plan
        figures = [
            self.tr("%n people", "", plan.people),
            self.tr("%n phones", "", plan.phones),
            self.tr("%n SMS", "", plan.parts),
        ]
        if outlook.forecast is not None and outlook.forecast.cost_cents is not None:
            figures.append(formats.euros(outlook.forecast.cost_cents))
        return " · ".join(figures)

    def _send_words(self) -> str:
        plan = self._plan
        if plan is None or not plan.messages:
            return self.tr("Send")
        return self.tr("Send %n SMS", "", plan.parts)

    def _show_message(self) -> None:
        messages = self._plan.messages if self._plan else ()
        for part in (self._previous, self._next, self._take_out, self._position):
            part.setVisible(bool(messages))
        if not messages:
            self._reader.setText(self.tr("What people will read"))
            self.bubble.show_text("…")
            return
        message = messages[self._at]
        who = visible(", ".join(message.people)) or self.tr("Without a name")
        self._reader.setText(f"{who} · {formats.phone(message.e164)}")
        self.bubble.show_text(message.text)
        self._position.setText(f"{self._at + 1} / {formats.number(len(messages))}")
        self._previous.setEnabled(self._at > 0)
        self._next.setEnabled(self._at < len(messages) - 1)
        self._take_out.setEnabled(any(message.contact_ids))

    def _step(self, by: int) -> None:
        self._at += by
        self._show_message()

    def _exclude(self) -> None:
        if self._plan is None:
            return
        message = self._plan.messages[self._at]
        for contact_id, name in zip(message.contact_ids, message.people, strict=False):
            if contact_id is not None:
                self.taken_out.emit(contact_id, name)

    def _ask(self) -> None:
        outlook = self._outlook
        if outlook is None:
            return
        self._buttons.hide()
        warnings = [words for words in (self._overridden_words(), *self._budget_words()) if words]
        numbers = Numbers(self.figures(), self._send_words(), self.moment, outlook.seconds, warnings)
        self.confirmation.ask(numbers, datetime.now().astimezone())

    def _bring_back_send(self) -> None:
        """The buttons in place of the question; the keyboard stays where it was."""
        asked = self.confirmation.isAncestorOf(self.focusWidget() or self)
        self._buttons.show()
        if asked:
            self.send.setFocus(Qt.FocusReason.OtherFocusReason)
