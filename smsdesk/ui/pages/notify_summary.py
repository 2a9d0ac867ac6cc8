"""Envoyer, third part, "Résumé": what each reads, how many, what it costs, who is left out, the button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.schedule import EntryKind
from smsdesk.domain.wall_time import moment_of
from smsdesk.services.schedule_outlook import WhenOutlook
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.notify_confirm import Confirmation, Numbers
from smsdesk.ui.pages.notify_left_out import LeftOutNames
from smsdesk.ui.pages.notify_sending import Outlook
from smsdesk.ui.pages.notify_when import WhenPanel
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.budget_panel import BudgetPanel
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.recipient_preview import RecipientPreview
from smsdesk.ui.widgets.surfaces import Banner, Card
from smsdesk.ui.widgets.text import Label


class SummaryPanel(Card):
    """Shows a plan; `confirmed` when the person said yes twice, `taken_out` (contact id, name) excludes.

    `opened` carries somebody left out who is to be put right, `test_wanted` asks for a test to oneself,
    `asked` says that the second question stands there.
    """

    confirmed = Signal()
    taken_out = Signal(int, str)
    opened = Signal(int)
    test_wanted = Signal()
    asked = Signal()

    def __init__(self, clock: Clock = system_clock) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._clock = clock
        self._outlook: Outlook | None = None
        self.audience = Label("", Type.STRONG, wrap=True)
        self.audience.setObjectName("notify_audience")
        self.problem = Banner("", Tone.UNCERTAIN)
        self.problem.setObjectName("notify_problem")
        self.overridden = Banner("", Tone.UNCERTAIN)
        self.overridden.setObjectName("notify_overridden")
        self.budget = BudgetPanel()
        self.budget.setObjectName("notify_budget")
        self.when = WhenPanel(clock)
        self._take_out = IconButton(Icon.LEFT_OUT, self.tr("Leave this recipient out"))
        self._take_out.setObjectName("notify_take_out")
        self._take_out.clicked.connect(self._exclude)
        self.preview = RecipientPreview(self._take_out)
        self.send = Button("", Icon.SEND, Look.PRIMARY)
        self.send.setObjectName("notify_send")
        self.send.clicked.connect(self._ask)
        self.test = Button(self.tr("Test to myself"), Icon.PHONE, Look.LINK)
        self.test.setObjectName("notify_test")
        self.test.setToolTip(self.tr("Sends this text to the phones for tests, as the first person reads it"))
        self.test.clicked.connect(self.test_wanted)
        self.confirmation = Confirmation()
        self.confirmation.confirmed.connect(self.confirmed)
        self.confirmation.gone.connect(self._bring_back_send)
        self.left_out = LeftOutNames()
        self.left_out.opened.connect(self.opened)
        self.body.addWidget(Label(self.tr("Summary"), Type.SUBTITLE))
        self._scrolled = scrolled(self._make_content())
        self._scrolled.setMinimumHeight(theme.high(tokens.ROW_HEIGHT) * 3)
        self.when.changed.connect(lambda: QTimer.singleShot(0, self, self._show_when))
        self.body.addWidget(self._scrolled, 1)
        for part in (self.audience, self.overridden, self.problem):
            self.body.addWidget(part)
        self.body.addLayout(row(None, self.send))
        self.body.addWidget(self.confirmation)
        self.show_outlook(None)

    def _make_content(self) -> QWidget:
        content = QWidget()
        read = column(self.preview, row(None, self.test), space=0)
        stack = column(read, space=tokens.SPACE_M)
        for part in (self.budget, self.left_out, self.when):
            stack.addWidget(part)
        stack.addStretch(1)
        content.setLayout(stack)
        return content

    def _show_when(self) -> None:
        """The fields of a later moment are in sight as soon as one asks for them."""
        if self.when.choice.timing is not None:
            self._scrolled.ensureWidgetVisible(self.when)

    @property
    def moment(self) -> datetime | None:
        """The one moment at which to send; None is now, or at several."""
        timing = self.when.choice.timing
        once = timing is not None and timing.kind is EntryKind.ONCE
        return moment_of(timing.first) if timing is not None and timing.first is not None and once else None

    @property
    def _plan(self) -> NotifyPlan | None:
        return self._outlook.plan if self._outlook else None

    def show_outlook(self, outlook: Outlook | None) -> None:
        """Show what would be sent; None while nothing was chosen yet."""
        self._outlook = outlook
        plan = self._plan
        self.confirmation.dismiss()
        self.preview.show_messages(plan.messages if plan else ())
        self._take_out.setEnabled(self._can_take_out())
        self.send.setText(self._send_words())
        self.send.show_icon(Icon.PLANNING if self._times else Icon.SEND)
        self.send.setEnabled(outlook is not None and outlook.sendable)
        self.audience.setText(self.figures() if plan and plan.messages else "")
        self.audience.setVisible(bool(self.audience.text()))
        tone = Tone.UNCERTAIN if plan and plan.messages and plan.worst.units else Tone.NEUTRAL
        problem = outlook.problem if outlook else None
        self.problem.say(translate(problem) if problem else "", tone)
        self.overridden.say(self._overridden_words(), Tone.UNCERTAIN)
        self.budget.show_forecast(outlook.forecast if outlook else None)
        self.when.show_outlook(outlook.when if outlook else WhenOutlook())
        self.left_out.show_people(plan.left_out if plan else ())

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

    def outdated(self) -> None:
        """What is shown no longer fits what was chosen: nothing can be sent until the next plan."""
        self.confirmation.dismiss()
        self.send.setEnabled(False)

    def begin(self) -> None:
        """Begin a new send: now, at the first recipient."""
        self.preview.go(0)
        self.when.begin()

    def figures(self) -> str:
        """The numbers that count: "23 families · 26 phones · 26 SMS · 2,60 €"."""
        outlook = self._outlook
        if outlook is None:
            return ""
        plan = outlook.plan
        figures = [
            self.tr("%n families", "", plan.families)
            if plan.pupils_alone
            else self.tr("%n people", "", plan.people),
            self.tr("%n phones", "", plan.phones),
        ]
        if plan.worst.units:
            figures.append(self.tr("%n SMS", "", plan.parts))
        if outlook.forecast is not None and outlook.forecast.cost_cents is not None:
            figures.append(formats.euros(outlook.forecast.cost_cents))
        return " · ".join(figures)

    def _send_words(self) -> str:
        plan, times = self._plan, self._times
        if plan is None or not plan.messages or not plan.worst.units:
            return self.tr("Plan") if times else self.tr("Send")
        if len(times) > 1:
            return self.tr("Plan %n SMS each time", "", plan.parts)
        if times:
            return self.tr("Plan %n SMS", "", plan.parts)
        return self.tr("Send %n SMS", "", plan.parts)

    @property
    def _times(self) -> Sequence[datetime]:
        """The moments of sending; none for now."""
        return self._outlook.when.times if self._outlook else ()

    def _can_take_out(self) -> bool:
        message = self.preview.message
        return message is not None and any(message.contact_ids)

    def _exclude(self) -> None:
        message = self.preview.message
        if message is None:
            return
        for contact_id, name in zip(message.contact_ids, message.people, strict=False):
            if contact_id is not None:
                self.taken_out.emit(contact_id, name)

    def _ask(self) -> None:
        outlook = self._outlook
        if outlook is None:
            return
        for part in (self.audience, self.send, self.overridden):
            part.hide()  # the question says them
        warnings = [words for words in (self._overridden_words(), self.budget.warning) if words]
        times = outlook.when.times
        numbers = Numbers(self.figures(), self._send_words(), times, outlook.seconds, warnings)
        self.confirmation.ask(numbers, self._clock())
        self.asked.emit()

    def _bring_back_send(self) -> None:
        """The button in place of the question; the keyboard stays where it was."""
        asked = self.confirmation.isAncestorOf(self.focusWidget() or self)
        self.send.show()
        self.audience.setVisible(bool(self.audience.text()))
        self.overridden.setVisible(bool(self._overridden_words()))
        if asked:
            ready = [each for each in (self.send, self.test, self.preview.next) if each.isEnabled()]
            next(iter(ready), self.send).setFocus(Qt.FocusReason.OtherFocusReason)
