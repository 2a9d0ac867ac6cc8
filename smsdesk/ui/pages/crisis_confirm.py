"""The second confirmation of an alert: what will happen, in numbers, and one deliberate act.

A key that has to be held, or a word to be typed, costs seconds and shuts people out. What is asked for is
another act than the first: no button has the keyboard when the question appears, so Enter does nothing, and
the button is asleep for a second, so that a double click does nothing either. Then a click, Ctrl+Enter, or
Tab and Enter.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame

from smsdesk.domain.crisis import CrisisPlan, Step
from smsdesk.ui import formats
from smsdesk.ui.crisis_words import alone_words
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.crisis_text import SpokenText
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Banner, IconLabel
from smsdesk.ui.widgets.text import Label

ASLEEP_MS = 1000
"""Longer than a double click (half a second as a rule), shorter than what one needs to read the numbers."""


class CrisisConfirm(QFrame):
    """Asks; `confirmed` is the yes and says whether limits are passed, `gone` that the person went back."""

    confirmed = Signal(bool)
    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setObjectName("crisis_confirmation")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.question = Label("", Type.TITLE, wrap=True)
        self.question.setObjectName("crisis_confirm_question")
        self._facts = column(space=tokens.SPACE_S)
        self._notes = column(space=tokens.SPACE_S)
        self._bubble = SpokenText()
        self.limits = QCheckBox(self.tr("Let this alert pass the limits of the SIM; your name is noted"))
        self.limits.setObjectName("crisis_pass_limits")
        self.yes = Button("", Icon.ALERT, Look.ALARM)
        self.yes.setObjectName("crisis_confirm")
        self.yes.clicked.connect(self._confirm)
        self.no = Button(self.tr("Back to the text"), Icon.BACK)
        self.no.setObjectName("crisis_confirm_no")
        self.no.setMinimumHeight(tokens.SPACE_XXL)
        self.no.clicked.connect(self.gone)
        self._awake = QTimer(self)
        self._awake.setSingleShot(True)
        self._awake.setInterval(ASLEEP_MS)
        self._awake.timeout.connect(lambda: self.yes.setEnabled(True))
        self._lay_out()
        self._shortcut("Ctrl+Return", self.yes.click)
        self._shortcut("Ctrl+Enter", self.yes.click)
        self._shortcut("Escape", self.no.click)

    def _lay_out(self) -> None:
        content = QFrame()
        inside = column(self.question, space=tokens.SPACE_M)
        inside.addLayout(self._facts)
        inside.addLayout(self._notes)  # before the text, which one has just read: nothing hides them
        inside.addWidget(self.limits)
        inside.addWidget(self._bubble)
        inside.addStretch(1)
        content.setLayout(inside)
        stack = column(space=tokens.SPACE_M, margin=tokens.SPACE_L)
        stack.addWidget(scrolled(content), 1)
        # The yes stands on the left: where the first button was, there is nothing to hit.
        stack.addLayout(row(self.yes, self.no, None, space=tokens.SPACE_M))
        keys = Label(
            self.tr("Ctrl+Enter confirms, Esc goes back. Enter alone does nothing."), Type.CAPTION, muted=True
        )
        stack.addWidget(keys)
        self.setLayout(stack)

    def _shortcut(self, keys: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def ask(self, plan: CrisisPlan, *, exercise: bool) -> None:
        """Show what the yes will do."""
        count = plan.notice.phones
        clear(self._facts)
        clear(self._notes)
        self.question.setText(self._question(plan, count, exercise=exercise))
        facts = self._fact_words(plan)
        for icon, words in facts:
            line = row(IconLabel(icon), space=tokens.SPACE_S)
            line.addWidget(Label(words, Type.STRONG, wrap=True), 1)
            self._facts.addLayout(line)
        for note in plan.notes if not exercise else ():
            self._notes.addWidget(Banner(translate(note), Tone.UNCERTAIN))
        if plan.notice.messages:
            self._bubble.show_text(plan.notice.messages[0].text)
        needed = not plan.forecast.fits and not exercise
        self.limits.setVisible(needed)
        self.limits.setChecked(needed)
        self.yes.setText(self._yes(plan, count, exercise=exercise))
        self.yes.setEnabled(False)
        self._awake.start()
        self.setAccessibleName(". ".join((self.question.text(), *(words for _, words in facts))))

    def take_focus(self) -> None:
        """Have the keyboard where Enter does nothing, and the numbers are read aloud."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _question(self, plan: CrisisPlan, count: int, *, exercise: bool) -> str:
        if exercise:
            return self.tr("Rehearse with %n phones? No SMS leaves.", "", count)
        if plan.step is Step.ALL_CLEAR:
            return self.tr("Give the all-clear to %n phones?", "", count)
        if plan.step is Step.UPDATE:
            return self.tr("Send the update to %n phones?", "", count)
        return self.tr("Really alert %n phones?", "", count)

    def _yes(self, plan: CrisisPlan, count: int, *, exercise: bool) -> str:
        if exercise:
            return self.tr("Yes, rehearse")
        if plan.step is Step.ALERT:
            return self.tr("Yes, alert %n phones", "", count)
        return self.tr("Yes, send to %n phones", "", count)

    def _fact_words(self, plan: CrisisPlan) -> list[tuple[Icon, str]]:
        notice = plan.notice
        people = self.tr("%n people", "", notice.people)
        sms = self.tr("%n SMS", "", notice.parts)
        lasts = self.tr("done in {duration}, at the modem's pace").format(
            duration=formats.duration(plan.seconds)
        )
        facts = [(Icon.PEOPLE, f"{people} · {sms}"), (Icon.CLOCK, lasts)]
        if plan.forecast.cost_cents:
            facts[0] = (Icon.PEOPLE, f"{people} · {sms} · {formats.euros(plan.forecast.cost_cents)}")
        if notice.left_out:
            words = self.tr(
                "%n people cannot be reached by SMS: the log sheet lists their phones",
                "",
                len(notice.left_out),
            )
            facts.append((Icon.LANDLINE, words))
        if plan.waiting and plan.stops:
            words = self.tr("%n phones have not had the earlier message yet: it is stopped", "", plan.waiting)
            facts.append((Icon.STOP, ". ".join(filter(None, (words, alone_words(plan))))))
        elif plan.waiting:
            words = self.tr(
                "%n phones have not had the earlier message yet: they get it before", "", plan.waiting
            )
            facts.append((Icon.WAITING, words))
        return facts

    def _confirm(self) -> None:
        self.yes.setEnabled(False)
        self.confirmed.emit(self.limits.isChecked() and not self.limits.isHidden())
