"""Envoyer, third part, "Résumé": what each will read, how many, who is left out, when, and the button."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QWidget

from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.bubbles import Bubble
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.fields import MomentField
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Banner, Card
from smsdesk.ui.widgets.text import ElidedLabel, Label

_LEFT_OUT_SHOWN = 50
"""More names than this are no longer read one by one."""

_LATER_BY = timedelta(hours=1)
"""What "later" proposes first."""


class SummaryPanel(Card):
    """Shows a plan; `confirmed` when the person said yes twice, `taken_out` (contact id, name) excludes."""

    confirmed = Signal()
    taken_out = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._plan: NotifyPlan | None = None
        self._at = 0
        self.audience = Label("", Type.STRONG, wrap=True)
        self.audience.setObjectName("notify_audience")
        self.problem = Banner("", Tone.UNCERTAIN)
        self.overridden = Banner("", Tone.UNCERTAIN)
        self.overridden.setObjectName("notify_overridden")
        self.send = Button("", Icon.SEND, Look.PRIMARY)
        self.send.setObjectName("notify_send")
        self.send.clicked.connect(self._ask)
        self.confirmation = Confirmation()
        self.confirmation.confirmed.connect(self.confirmed)
        self.confirmation.gone.connect(self._bring_back_send)
        self._left_title = Label("", Type.STRONG)
        self._left = column(space=tokens.SPACE_XS)
        self.body.addWidget(Label(self.tr("Summary"), Type.SUBTITLE))
        content = scrolled(self._make_content())
        content.setMinimumHeight(tokens.ROW_HEIGHT * 5)
        self.body.addWidget(content, 1)
        self.body.addWidget(self.overridden)
        self.body.addWidget(self.problem)
        self.body.addLayout(self._make_when())
        self.body.addLayout(row(None, self.send))
        self.body.addWidget(self.confirmation)
        self.show_plan(None)

    def _make_content(self) -> QWidget:
        content = QWidget()
        stack = column(self._make_phone(), self.audience, self._left_title, space=tokens.SPACE_M)
        stack.addLayout(self._left)
        stack.addStretch(1)
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
        self._moment.hide()
        self._later.toggled.connect(self._offer_moment)
        return row(self._now, self._later, self._moment, None)

    def _offer_moment(self, later: bool) -> None:
        self._moment.setVisible(later)
        if later:
            soon = QDateTime.currentDateTime()
            self._moment.setMinimumDateTime(soon)
            self._moment.setDateTime(soon.addSecs(int(_LATER_BY.total_seconds())))

    @property
    def moment(self) -> datetime | None:
        """When to send; None is now."""
        if not self._later.isChecked():
            return None
        return datetime.fromtimestamp(self._moment.dateTime().toSecsSinceEpoch()).astimezone()

    def show_plan(self, plan: NotifyPlan | None) -> None:
        """Show what would be sent; None while nothing was chosen yet."""
        self._plan = plan
        self.confirmation.dismiss()
        self._at = min(self._at, max(0, len(plan.messages) - 1)) if plan else 0
        self.send.setText(self._send_words())
        self.send.setEnabled(plan is not None and plan.problem is None and bool(plan.messages))
        self.audience.setText(self.figures(plan) if plan and plan.messages else "")
        self.audience.setVisible(bool(self.audience.text()))
        tone = Tone.UNCERTAIN if plan and plan.messages else Tone.NEUTRAL
        self.problem.say(translate(plan.problem) if plan and plan.problem else "", tone)
        self.overridden.say(self._overridden_words(plan), Tone.UNCERTAIN)
        self._show_left_out(plan)
        self._show_message()

    def _overridden_words(self, plan: NotifyPlan | None) -> str:
        """An alert for people's safety goes over objections: said before it does, and noted afterwards."""
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
        self._at = 0
        self._now.setChecked(True)

    def figures(self, plan: NotifyPlan) -> str:
        """The numbers that count: "23 people · 26 phones · 26 SMS"."""
        return " · ".join(
            (
                self.tr("%n people", "", plan.people),
                self.tr("%n phones", "", plan.phones),
                self.tr("%n SMS", "", plan.parts),
            )
        )

    def _send_words(self) -> str:
        if self._plan is None or not self._plan.messages:
            return self.tr("Send")
        return self.tr("Send %n SMS", "", self._plan.parts)

    def _show_left_out(self, plan: NotifyPlan | None) -> None:
        clear(self._left)
        left = plan.left_out if plan else ()
        self._left_title.setText(self.tr("%n left out", "", len(left)))
        self._left_title.setVisible(bool(left))
        for person in left[:_LEFT_OUT_SHOWN]:
            words = f"{visible(person.name)} · {translate(person.reason)}"
            self._left.addWidget(Label(words, muted=True, wrap=True))
        if len(left) > _LEFT_OUT_SHOWN:
            more = self.tr("and %n more", "", len(left) - _LEFT_OUT_SHOWN)
            self._left.addWidget(Label(more, muted=True))

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
        if self._plan is None:
            return
        self.send.hide()
        when = self.moment
        self.confirmation.ask(self.figures(self._plan), self._send_words(), when)

    def _bring_back_send(self) -> None:
        """The button in place of the question; the keyboard stays where it was."""
        asked = self.confirmation.isAncestorOf(self.focusWidget() or self)
        self.send.show()
        if asked:
            self.send.setFocus(Qt.FocusReason.OtherFocusReason)


class Confirmation(QFrame):
    """The second question before something is spent; it stays in the page and blocks nothing."""

    confirmed = Signal()
    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "well")
        self.question = Label("", Type.STRONG, wrap=True)
        self.numbers = Label("", wrap=True)
        self._yes = Button("", Icon.SEND, Look.PRIMARY)
        self._yes.setObjectName("notify_confirm")
        self._yes.clicked.connect(self._confirm)
        self._no = Button(self.tr("Cancel"))
        self._no.clicked.connect(self.dismiss)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.dismiss)
        hint = Label(
            self.tr("Then you have five seconds to call them back."), Type.CAPTION, muted=True, wrap=True
        )
        buttons = flow(self._yes, self._no)
        self.setLayout(column(self.question, self.numbers, hint, buttons, margin=tokens.SPACE_M))
        self.hide()

    def ask(self, figures: str, yes: str, when: datetime | None) -> None:
        """Ask with the numbers of what will happen."""
        if when is None:
            self.question.setText(self.tr("Send now?"))
        else:
            self.question.setText(self.tr("Send on {moment}?").format(moment=formats.moment(when)))
        self.numbers.setText(figures)
        self._yes.setText(yes)
        self.show()
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Take the question away."""
        if not self.isHidden():
            self.gone.emit()
            self.hide()

    def _confirm(self) -> None:
        self.dismiss()
        self.confirmed.emit()
