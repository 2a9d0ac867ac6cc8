"""The plans of the SIM cards: what each one may send, typed in place and kept as it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from smsdesk.domain.budget import LONGEST_MONTH, PROPOSED_RECIPIENTS, Meter, SimPlan, SimSeen
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.choices import WrappedCheckBox
from smsdesk.ui.widgets.fields import Labelled
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.meters import MeterView
from smsdesk.ui.widgets.surfaces import Card, SectionHeader
from smsdesk.ui.widgets.text import ElidedLabel, Label

_LONGEST_NAME: Final = 40
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_PRICE = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?€?")
_DEAREST_CENTS = 1000
_MOST_DIGITS = 6
"""Up to 999,999 SMS a month."""


@dataclass(frozen=True)
class SimsRead:
    """What the section shows: the plans of the SIMs, their names for a person, meters, and where they are."""

    plans: tuple[SimPlan, ...]
    names: dict[str, str]
    meters: tuple[Meter, ...]
    seen: tuple[SimSeen, ...]


class BudgetCard(Card):
    """The section; `changed` carries the SimPlan that was kept, and what a person made of it."""

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(SectionHeader(self.tr("Plans of the SIM cards")), space=tokens.SPACE_M)
        self._forms: dict[str, SimForm] = {}
        self._empty = Label(
            self.tr("The SIM card appears here as soon as it was in a modem that is ready."),
            muted=True,
            wrap=True,
        )
        self._stack = column(space=tokens.SPACE_M)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._stack)

    def show_sims(self, read: SimsRead) -> None:
        """Show the SIMs; forms that are there stay, with what is being typed in them."""
        self._empty.setVisible(not read.plans)
        if list(self._forms) != [plan.sim for plan in read.plans]:
            clear(self._stack)
            self._forms = {plan.sim: self._make(plan) for plan in read.plans}
        places = {each.sim: each for each in read.seen}
        for plan in read.plans:
            form = self._forms[plan.sim]
            form.show_sim(plan, read.names[plan.sim], places.get(plan.sim))
            form.show_meters(tuple(meter for meter in read.meters if meter.sim == plan.sim))

    def _make(self, plan: SimPlan) -> SimForm:
        form = SimForm(plan)
        form.changed.connect(self.changed)
        self._stack.addWidget(form)
        return form


class _Field(QWidget):
    """One line with its name; says in place what is wrong with what is typed."""

    def __init__(self, name: str, object_name: str, hint: str, read: Callable[[str], Any]) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setObjectName(object_name)
        self._read = read
        self._problem = Label("", Type.CAPTION, wrap=True)
        self._problem.set_tone(Tone.FAILED)
        self._problem.hide()
        named = Labelled(name, self.edit, hint)
        named.label.setWordWrap(True)  # larger words go on in the next line
        self.setLayout(column(named, self._problem, space=tokens.SPACE_XS))
        self.edit.textEdited.connect(lambda: self._tell(""))

    def value(self) -> Any:
        """What was typed, as `read` gives it; when that raises ValueError, its words are shown below."""
        try:
            found = self._read(self.edit.text().strip())
        except ValueError as wrong:
            self._tell(str(wrong))
            raise
        self._tell("")
        return found

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.edit.setAccessibleDescription(problem)

    def put(self, text: str) -> None:
        """Show a value, unless the person is typing here."""
        if not self.edit.hasFocus() or not self.edit.isModified():
            self.edit.setText(text)
            self._tell("")


class SimForm(QFrame):
    """The plan of one SIM; `changed` carries it as it was and as it was typed, when that can be."""

    changed = Signal(object, object)

    def __init__(self, plan: SimPlan) -> None:
        super().__init__()
        self.setProperty("look", "well")
        self._plan = plan
        self._title = ElidedLabel("", Type.STRONG)
        self._where = ElidedLabel("", muted=True)
        self._meters = column(space=tokens.SPACE_M)
        self._shown: tuple[Meter, ...] = ()
        self._fields = self._make_fields()
        self._beyond = self._make_choice(
            "budget_beyond", self.tr("SMS beyond the plan leave all the same, at their price")
        )
        self._alerts = self._make_choice(
            "budget_alerts", self.tr("Safety alerts do not wait for these limits")
        )
        self._others = self._make_choice(
            "budget_others", self.tr("When a limit is reached, the other SIM cards send the rest")
        )
        stack = column(self._title, self._where, space=tokens.SPACE_S, margin=tokens.SPACE_M)
        for line in (("name", "number"), ("monthly", "price", "day"), ("recipients", "daily")):
            fields = row(space=tokens.SPACE_M)
            for key in line:
                fields.addWidget(self._fields[key], 1, Qt.AlignmentFlag.AlignTop)
            stack.addLayout(fields)
        stack.addWidget(self._beyond)
        stack.addWidget(self._alerts)
        stack.addWidget(self._others)
        stack.addLayout(self._meters)
        self.setLayout(stack)

    def _make_fields(self) -> dict[str, _Field]:
        count, none = self._count, self.tr("Empty: no limit")
        fair = self.tr("“Unlimited” plans often allow {count}. Empty: no limit")
        fields = {
            "name": _Field(self.tr("Name"), "budget_name", self.tr("As you call it"), self._short),
            "number": _Field(
                self.tr("Phone number"), "budget_number", self.tr("If you know it"), self._short
            ),
            "monthly": _Field(self.tr("SMS a month"), "budget_monthly", none, count),
            "price": _Field(
                self.tr("Price of an SMS"), "budget_price", self.tr("In euros, beyond the plan"), self._price
            ),
            "day": _Field(
                self.tr("The month begins on"), "budget_day", self.tr("Day of the bill, 1 to 31"), self._day
            ),
            "recipients": _Field(
                self.tr("Different phones a month"),
                "budget_recipients",
                fair.format(count=formats.number(PROPOSED_RECIPIENTS)),
                count,
            ),
            "daily": _Field(self.tr("SMS a day"), "budget_daily", none, count),
        }
        fields["recipients"].edit.setPlaceholderText(
            self.tr("for instance {count}").format(count=formats.number(PROPOSED_RECIPIENTS))
        )
        for field in fields.values():
            field.edit.editingFinished.connect(self._keep)
        return fields

    def _make_choice(self, name: str, words: str) -> WrappedCheckBox:
        choice = WrappedCheckBox(words)
        choice.setObjectName(name)
        choice.clicked.connect(self._keep)
        return choice

    def show_sim(self, plan: SimPlan, name: str, seen: SimSeen | None) -> None:
        """Show the plan as it is kept, but not over what is being typed."""
        self._plan = plan
        self._title.setText(visible(name))
        known = (plan.number, seen.modem if seen else "", seen.operator if seen else "", f"SIM {plan.sim}")
        self._where.setText(" · ".join(visible(word) for word in known if word))
        price = plan.price_each_cents
        for key, text in {
            "name": plan.name,
            "number": plan.number,
            "monthly": _shown(plan.monthly_sms),
            "price": formats.euros(price) if price else "",
            "day": str(plan.billing_day),
            "recipients": _shown(plan.recipients_cap),
            "daily": _shown(plan.daily_cap),
        }.items():
            self._fields[key].put(text)
        self._beyond.setChecked(plan.beyond)
        self._alerts.setChecked(plan.alerts_pass)
        self._others.setChecked(plan.others_take)

    def show_meters(self, meters: tuple[Meter, ...]) -> None:
        """Show what was sent of the plan."""
        if meters == self._shown:
            return
        self._shown = meters
        clear(self._meters)
        for meter in meters:
            self._meters.addWidget(MeterView(meter))

    def _keep(self) -> None:
        try:
            values = {key: field.value() for key, field in self._fields.items()}
        except ValueError:
            return
        plan = replace(
            self._plan,
            name=values["name"],
            number=values["number"],
            monthly_sms=values["monthly"],
            recipients_cap=values["recipients"],
            daily_cap=values["daily"],
            price_each_cents=values["price"],
            billing_day=values["day"],
            beyond=self._beyond.isChecked(),
            alerts_pass=self._alerts.isChecked(),
            others_take=self._others.isChecked(),
        )
        if plan != self._plan:
            before, self._plan = self._plan, plan
            for field in self._fields.values():
                field.edit.setModified(False)
            self.changed.emit(before, plan)

    def _short(self, text: str) -> str:
        if len(text) > _LONGEST_NAME:
            raise ValueError(self.tr("At most {count} letters.").format(count=_LONGEST_NAME))
        return " ".join(text.split())

    def _count(self, text: str) -> int | None:
        digits = _SPACES.sub("", text)
        if not digits:
            return None
        if not (digits.isascii() and digits.isdigit()) or len(digits) > _MOST_DIGITS or not int(digits):
            raise ValueError(self.tr("A number from 1 to 999,999, or nothing."))
        return int(digits)

    def _day(self, text: str) -> int:
        if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= LONGEST_MONTH:
            raise ValueError(self.tr("A day from 1 to 31."))
        return int(text)

    def _price(self, text: str) -> int:
        found = _PRICE.fullmatch(_SPACES.sub("", text) or "0")
        cents = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0")) if found else -1
        if not 0 <= cents <= _DEAREST_CENTS:
            raise ValueError(self.tr("A price such as 0.10, at most 10 euros."))
        return cents


def _shown(count: int | None) -> str:
    return "" if count is None else formats.number(count)
