"""Envoyer, the first time: a guide of five steps that goes on by itself as one does them."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Signal

from smsdesk.domain.plan import NotifyPlan
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label, announce


class GuideStep(IntEnum):
    """What one does at each step."""

    WHOM = 1
    WHAT = 2
    READ = 3
    CHECK = 4
    SEND = 5


class Guide(Card):
    """Says what comes next; `left` when a person wants to go on alone. Hidden until `begin`."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(margin=tokens.SPACE_S)
        self.setObjectName("notify_guide")
        self.step = GuideStep.WHOM
        self._seen: set[GuideStep] = set()
        self._chosen = self._written = False
        self._plan: NotifyPlan | None = None
        self._marks = flow()
        self._words = Label("", Type.STRONG, wrap=True)
        self._words.setObjectName("notify_guide_words")
        self.next = Button(self.tr("Continue"))
        self.next.setObjectName("notify_guide_next")
        self.next.clicked.connect(self._next)
        leave = Button(self.tr("Leave the guide"), None, Look.LINK)
        leave.setObjectName("notify_guide_leave")
        leave.clicked.connect(self.left)
        top = row(space=tokens.SPACE_M)
        top.addLayout(self._marks, 1)
        top.addWidget(leave)
        bottom = row(space=tokens.SPACE_M)
        bottom.addWidget(self._words, 1)
        bottom.addWidget(self.next)
        self.body.addLayout(column(top, bottom, space=tokens.SPACE_S))
        self.hide()

    def begin(self) -> None:
        """Begin with the first step."""
        self._seen.clear()
        self._plan = None
        self._chosen = self._written = False
        self.show()
        self._show(GuideStep.WHOM)

    def follow(self, *, chosen: bool, written: bool) -> None:
        """Somebody chose people or wrote."""
        self._chosen, self._written = chosen, written
        self._follow()

    def show_plan(self, plan: NotifyPlan | None) -> None:
        """The numbers changed."""
        self._plan = plan
        self._follow()

    def _follow(self) -> None:
        if self.isHidden():
            return
        self._show(self._due())

    def _due(self) -> GuideStep:
        if not self._chosen:
            return GuideStep.WHOM
        if not self._written or self._plan is None or not self._plan.messages:
            return GuideStep.WHAT
        waiting = (step for step in (GuideStep.READ, GuideStep.CHECK) if step not in self._seen)
        return next(waiting, GuideStep.SEND)

    def _next(self) -> None:
        self._seen.add(self.step)
        self._follow()

    def _show(self, step: GuideStep) -> None:
        words = self._what(step)
        if step is self.step and words == self._words.text():
            return
        self.step = step
        self._words.setText(words)
        self.next.setVisible(step in (GuideStep.READ, GuideStep.CHECK))
        clear(self._marks)
        for each, name in self._names().items():
            done = each < step
            icon = Icon.SUCCESS if done else Icon.NEXT if each is step else Icon.WAITING
            tone = Tone.DELIVERED if done else Tone.ACCENT if each is step else Tone.NEUTRAL
            self._marks.addWidget(Chip(icon, f"{each.value}. {name}", tone))
        announce(self, self.tr("Step {number} of 5: {what}").format(number=step.value, what=words))

    def _names(self) -> dict[GuideStep, str]:
        return {
            GuideStep.WHOM: self.tr("To whom"),
            GuideStep.WHAT: self.tr("What"),
            GuideStep.READ: self.tr("Read again"),
            GuideStep.CHECK: self.tr("Check"),
            GuideStep.SEND: self.tr("Send"),
        }

    def _what(self, step: GuideStep) -> str:
        plan = self._plan
        return {
            GuideStep.WHOM: self.tr("Tick a class, or search for a person by name."),
            GuideStep.WHAT: self.tr("Choose a template or write your text."),
            GuideStep.READ: self.tr(
                "The summary shows the text as the first family will read it. Read it once more."
            ),
            GuideStep.CHECK: self._numbers(plan),
            GuideStep.SEND: self.tr(
                "Press the blue button, then confirm. You still have five seconds to cancel."
            ),
        }[step]

    def _numbers(self, plan: NotifyPlan | None) -> str:
        if plan is None:
            return ""
        words = [self.tr("%n SMS will leave.", "", plan.parts)]
        if plan.left_out:
            words.append(self.tr("%n people are left out: the summary says why.", "", len(plan.left_out)))
        else:
            words.append(self.tr("Nobody is left out."))
        return " ".join(words)
