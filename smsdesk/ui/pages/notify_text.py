"""Envoyer, second part, "Quoi": template, signature, text, merge fields, and what the text costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.economy import economised
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.signatures import Signature, signature_of, signed
from smsdesk.domain.templates import FIELDS, with_fallback
from smsdesk.domain.text import Measure, measure, normalise
from smsdesk.domain.views import Template
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.notify_cost import CostPanel
from smsdesk.ui.pages.notify_economy import EconomyPanel
from smsdesk.ui.pages.notify_fields import FieldBar, FieldButtons
from smsdesk.ui.pages.notify_values import ValueFields
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.message_editor import MessageEditor
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label

_SIGNATURE_LETTERS = 6
"""At least so many are seen of a signature: beside it, the template's name needs the room."""


class TextPanel(Card):
    """The text of a send; `changed` says that it or a field's value is something else.

    `template_used` carries the Template that was chosen, whose default audience somebody may want, `opened`
    a part that has just opened and should be seen.
    """

    changed = Signal()
    template_used = Signal(object)
    opened = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._signatures: tuple[Signature, ...] = ()
        self._dear_values = False
        self.template = Picker(self.tr("Template"))
        self.template.setObjectName("notify_template")
        self.template.activated.connect(self._use_template)
        self.signature = Picker(self.tr("Signature"))
        self.signature.setObjectName("notify_signature")
        self.signature.setMinimumContentsLength(_SIGNATURE_LETTERS)
        self.signature.activated.connect(self._sign)
        self.text = self._make_editor()
        self.cost = CostPanel()
        self.cost.economise.connect(self._open_economy)
        self.economy = EconomyPanel()
        self.economy.accepted.connect(self.text.replace_all)
        self.buttons = FieldButtons()
        self.buttons.chosen.connect(self.text.insert_field)
        self.buttons.call_chosen.connect(self.text.append_words)
        self._values = ValueFields()
        self._values.changed.connect(self.changed)
        self._values.fallback_given.connect(self._give_fallback)
        self._lay_out()
        self.show_signatures(())
        self._count()

    def _lay_out(self) -> None:
        pieces: tuple[QWidget, ...] = (
            self.text,
            self.cost,
            self.economy,
            FieldBar(self.text),
            self.buttons,
            self._values,
        )
        pickers = row(space=tokens.SPACE_S)
        pickers.addWidget(self.template, 2)
        pickers.addWidget(self.signature, 1)
        self.body.addWidget(Label(self.tr("What"), Type.SUBTITLE))
        self.body.addLayout(pickers)
        for piece in pieces:
            self.body.addWidget(piece, 4 if piece is self.text else 0)
        self.body.addStretch(1)
        self.kind = Labelled(self.tr("Kind of message"), self._make_purpose())
        self.body.addWidget(self.kind)

    def _make_editor(self) -> MessageEditor:
        editor = MessageEditor(self.tr("Text of the message"))
        editor.setObjectName("notify_text")
        editor.setPlaceholderText(self.tr("Write your message, or take a template"))
        editor.setToolTip(self.tr("Type { to choose a field"))
        editor.setMinimumHeight(theme.high(tokens.ROW_HEIGHT) * 3)
        editor.setMaximumHeight(theme.high(tokens.ROW_HEIGHT) * 6)
        editor.offer_fields(tuple(FIELDS))
        editor.textChanged.connect(self._on_text)
        return editor

    def _make_purpose(self) -> Picker:
        self.purpose = Picker(self.tr("Kind of message"))
        self.purpose.addItem(self.tr("Information"), Purpose.INFORMATION)
        self.purpose.addItem(self.tr("Alert"), Purpose.ALERT)
        self.purpose.addItem(self.tr("Promotion of an event"), Purpose.PROMOTION)
        self.purpose.activated.connect(self.changed)
        return self.purpose

    @property
    def counter(self) -> Label:
        """The words of the counter."""
        return self.cost.counter

    @property
    def economise(self) -> Button:
        """The button that offers a cheaper text."""
        return self.cost.button

    @property
    def written(self) -> str:
        """The text as it stands in the editor."""
        return self.text.toPlainText()

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Offer these templates."""
        current = self.template.currentText()
        self.template.clear()
        self.template.addItem(self.tr("Without a template"))
        category = ""
        for template in templates:
            if category and template.category != category:
                self.template.insertSeparator(self.template.count())
            category = template.category
            self.template.addItem(template.name, template)
        self.template.setCurrentIndex(max(0, self.template.findText(current)))

    def show_signatures(self, signatures: Sequence[Signature]) -> None:
        """Offer the services that sign; without any there is nothing to choose."""
        self._signatures = tuple(signatures)
        self.signature.clear()
        self.signature.addItem(self.tr("Without a signature"))
        for signature in signatures:
            self.signature.addItem(signature.name, signature)
        self.signature.setVisible(bool(signatures))
        self._follow_signature()

    def use(self, template_name: str, text: str) -> None:
        """Begin with a template by its name, else with a text."""
        index = self.template.findText(template_name) if template_name else -1
        self.template.setCurrentIndex(max(0, index))
        self._values.set_values({})
        if index > 0:
            self._use_template(index)
        else:
            self.text.setPlainText(text)

    @property
    def purpose_chosen(self) -> Purpose:
        """What the message is for."""
        return Purpose(self.purpose.currentData())

    @property
    def values(self) -> Mapping[str, str]:
        """The values typed for fields that people do not have themselves."""
        return self._values.values

    def set_values(self, values: Mapping[str, str]) -> None:
        """Begin with these values, as of a draft."""
        self._values.set_values(values)

    def show_plan(self, plan: NotifyPlan | None) -> None:
        """Show what the plan says about the text: its cost, what is dear, and which values it lacks."""
        if plan is None:
            self._count()
            return
        partly = {name: names for name, names in plan.missing_for.items() if len(names) < plan.people}
        self._dear_values = bool(plan.dear_values)
        self._values.ask(self.written, plan.missing, partly)
        self.cost.show_plan(plan, cheaper=self._can_economise())

    def ask_values(self, missing: Sequence[str]) -> None:
        """Ask for the values of these fields, besides those already asked that the text still has."""
        self._values.ask(self.written, missing)

    def show_cost(self, cost: Measure) -> None:
        """Show what the longest merged text costs."""
        self.cost.show_cost(cost, cheaper=self._can_economise())

    def _can_economise(self) -> bool:
        text = normalise(self.written)
        return economised(text) != text

    def _use_template(self, index: int) -> None:
        template = self.template.itemData(index)
        if isinstance(template, Template):
            chosen = self.signature.currentData()
            body = template.body
            if isinstance(chosen, Signature):
                body = signed(body, chosen, self._signatures)
            self.text.setPlainText(body)
            self.purpose.setCurrentIndex(self.purpose.findData(template.purpose))
            self.template_used.emit(template)
            self.changed.emit()

    def _sign(self, index: int) -> None:
        chosen = self.signature.itemData(index)
        signature = chosen if isinstance(chosen, Signature) else None
        text = signed(self.written, signature, self._signatures)
        if text != self.written:
            self.text.replace_all(text)

    def _follow_signature(self) -> None:
        """The picker shows whose signature the text has."""
        found = signature_of(self.written, self._signatures)
        if found is not None:
            self.signature.setCurrentText(found.name)

    def _give_fallback(self, name: str, words: str) -> None:
        text = with_fallback(self.written, name, words)
        if text != self.written:
            self.text.replace_all(text)

    def _open_economy(self) -> None:
        self.economy.open(self.written, values=self._dear_values)
        self.opened.emit(self.economy)

    def _on_text(self) -> None:
        self.economy.hide()
        self._follow_signature()
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        self._dear_values = False
        self.show_cost(measure(normalise(self.written)))
