"""Envoyer, "Quoi": what the text costs, and which characters make it dearer, whose, and by how much."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.dear import DearCharacter
from smsdesk.domain.plan import NotifyPlan, named
from smsdesk.domain.text import Measure
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Banner
from smsdesk.ui.widgets.text import Label

_LINES = 4
"""More characters than this are no longer read one by one."""


def counter_text(cost: Measure, words: str) -> str:
    """What a text costs: "128/160 · 1 SMS"; from two SMS on, against what all of them hold."""
    room = cost.limit if cost.parts <= 1 else cost.per_part * cost.parts
    return f"{cost.units}/{room} · {words}" if cost.units else f"0/{room}"


class CostPanel(QWidget):
    """The counter, the reasons, and the way to a cheaper text (`economise`)."""

    economise = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.counter = Label("", muted=True)
        self.counter.setObjectName("notify_counter")
        self.button = Button(self.tr("Use fewer SMS"), None, Look.LINK)
        self.button.setObjectName("notify_economise")
        self.button.setToolTip(
            self.tr("Replace the underlined characters by ones that take less room (ê by e, ’ by ')")
        )
        self.button.clicked.connect(self.economise)
        self.reason = Label("", Type.CAPTION, muted=True, wrap=True)
        self.reason.setObjectName("notify_dear")
        self._warning = Banner("", Tone.UNCERTAIN)
        self._warning.setObjectName("notify_warning")
        self.setLayout(
            column(row(self.counter, None, self.button), self.reason, self._warning, space=tokens.SPACE_XS)
        )

    def show_cost(self, cost: Measure, *, cheaper: bool) -> None:
        """Show what the longest merged text costs; `cheaper` says that it could be rewritten."""
        self.counter.setText(counter_text(cost, self.tr("%n SMS", "", cost.parts)))
        self.counter.set_tone(Tone.UNCERTAIN if cost.parts > 1 else None)
        self.button.setVisible(cheaper)
        seen = ", ".join(dict.fromkeys(visible(offender.character) for offender in cost.offenders))
        self._say(
            [
                self.tr("Because of {characters}, one SMS holds {limit} characters only.").format(
                    characters=seen, limit=formats.number(cost.limit)
                )
            ]
            if seen
            else []
        )
        self._warning.say("", Tone.UNCERTAIN)

    def show_plan(self, plan: NotifyPlan, *, cheaper: bool) -> None:
        """Show what the texts of all recipients cost."""
        self.show_cost(plan.worst, cheaper=cheaper or bool(plan.dear_values))
        lines = [*self._of_text(plan.dear), *map(self._of_values, plan.dear_values)]
        if lines:
            self._say(lines)
        self._warning.say(" ".join(translate(warning) for warning in plan.warnings), Tone.UNCERTAIN)

    def say_also(self, words: str) -> None:
        """Say something more about the cost."""
        self.reason.setText("\n".join(filter(None, (self.reason.text(), words))))
        self.reason.show()

    def _say(self, lines: Sequence[str]) -> None:
        shown = list(lines[:_LINES])
        if len(lines) > _LINES:
            shown.append(self.tr("and %n more", "", len(lines) - _LINES))
        self.reason.setText("\n".join(shown))
        self.reason.setVisible(bool(shown))

    def _of_text(self, dear: Sequence[DearCharacter]) -> list[str]:
        """A line for all characters of the text that cost the same: mostly all of them."""
        quoted: dict[tuple[int, int], list[str]] = {}
        for each in dear:
            words = self.tr("“{character}”").format(character=_shown(each.character))
            quoted.setdefault((each.sms, each.instead_of), []).append(words)
        costs = {(each.sms, each.instead_of): each for each in dear}
        return [self._cost(costs[cost], " ".join(words)) for cost, words in quoted.items()]

    def _of_values(self, dear: DearCharacter) -> str:
        words = self.tr("“{character}” ({names})").format(
            character=_shown(dear.character), names=visible(named(dear.names))
        )
        return self._cost(dear, words)

    def _cost(self, dear: DearCharacter, words: str) -> str:
        if dear.costs:
            return self.tr("{what}: {sms} SMS instead of {instead}").format(
                what=words, sms=formats.number(dear.sms), instead=formats.number(dear.instead_of)
            )
        return self.tr("{what}: the SMS holds 70 characters instead of 160").format(what=words)


def _shown(character: str) -> str:
    """A character as one can see it."""
    return "\u2423" if character.isspace() else visible(character)
