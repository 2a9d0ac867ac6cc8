"""Envoyer, second part, "Quoi": template, text, merge fields, and what the text costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from smsdesk.domain.folding import fold
from smsdesk.domain.outgoing import Encoding, Purpose
from smsdesk.domain.templates import MergeText
from smsdesk.domain.text import Measure, economise, measure, normalise
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import Template
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.flow import FlowLayout
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label

OFFERED_FIELDS = ("prénom", "nom", "classe", "professeur", "date", "heure")
"""The fields one needs most; any other can be typed."""


class CostHighlighter(QSyntaxHighlighter):
    """Underlines the characters that make a message dearer, and colours the merge fields."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        colors = theme.active().tones
        field = QTextCharFormat()
        field.setForeground(QColor(colors[Tone.ACCENT].text))
        field.setFontWeight(600)
        for name in MergeText(text).names:
            written = f"{{{name}}}"
            start = text.find(written)
            while start >= 0:
                self.setFormat(_units(text[:start]), _units(written), field)
                start = text.find(written, start + 1)
        dear = QTextCharFormat()
        dear.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        dear.setUnderlineColor(QColor(colors[Tone.UNCERTAIN].solid))
        at = 0
        for character in text:
            if measure(character).encoding is Encoding.UCS2:
                self.setFormat(at, _units(character), dear)
            at += _units(character)


def _units(text: str) -> int:
    """How many positions a text takes in a document: Qt counts UTF-16 units, an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def counter_text(cost: Measure, words: str) -> str:
    """What a text costs: "128/160 · 1 SMS"; from two SMS on, against what all of them hold."""
    room = cost.limit if cost.parts <= 1 else cost.per_part * cost.parts
    return f"{cost.units}/{room} · {words}"


class TextPanel(Card):
    """The text of a send; `changed` says that it or a field's value is something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._templates: tuple[Template, ...] = ()
        self._values: dict[str, QLineEdit] = {}
        self.template = Picker(self.tr("Template"))
        self.template.setObjectName("notify_template")
        self.template.activated.connect(self._use_template)
        self.text = self._make_editor()
        self.counter = Label("", muted=True)
        self.counter.setObjectName("notify_counter")
        self.reason = Label("", Type.CAPTION, muted=True, wrap=True)
        self.economise = Button(self.tr("Use fewer SMS"), None, Look.LINK)
        self.economise.setToolTip(
            self.tr("Replace the underlined characters by ones that take less room (ê by e, ’ by ')")
        )
        self.economise.clicked.connect(self._economise)
        self._field_area = QWidget()
        self._field_area.setLayout(column(space=tokens.SPACE_S))
        self._field_area.hide()
        self.body.addWidget(Label(self.tr("What"), Type.SUBTITLE))
        self.body.addWidget(self.template)
        self.body.addWidget(self.text, 4)
        self.body.addLayout(row(self.counter, None, self.economise))
        self.body.addWidget(self.reason)
        self.body.addLayout(self._field_buttons())
        self.body.addWidget(self._field_area)
        self.body.addStretch(1)
        self.body.addWidget(Labelled(self.tr("Kind of message"), self._make_purpose()))
        self._count()

    def _make_editor(self) -> QPlainTextEdit:
        editor = QPlainTextEdit()
        editor.setObjectName("notify_text")
        editor.setAccessibleName(self.tr("Text of the message"))
        editor.setPlaceholderText(self.tr("Write your message, or take a template"))
        editor.setTabChangesFocus(True)
        editor.setMinimumHeight(tokens.ROW_HEIGHT * 3)
        editor.setMaximumHeight(tokens.ROW_HEIGHT * 6)
        self._highlighter = CostHighlighter(editor.document())
        editor.textChanged.connect(self._on_text)
        return editor

    def _make_purpose(self) -> Picker:
        self.purpose = Picker(self.tr("Kind of message"))
        self.purpose.addItem(self.tr("Information"), Purpose.INFORMATION)
        self.purpose.addItem(self.tr("Alert"), Purpose.ALERT)
        self.purpose.addItem(self.tr("Promotion of an event"), Purpose.PROMOTION)
        self.purpose.activated.connect(self.changed)
        return self.purpose

    def _field_buttons(self) -> FlowLayout:
        layout = FlowLayout(tokens.SPACE_XS)
        for name in OFFERED_FIELDS:
            button = Button(f"{{{name}}}")
            button.setProperty("look", "chip")
            button.setAccessibleName(self.tr("Insert the field {name}").format(name=name))
            button.clicked.connect(lambda _checked, name=name: self._insert(name))
            layout.addWidget(button)
        return layout

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Offer these templates."""
        current = self.template.currentText()
        self._templates = tuple(templates)
        self.template.clear()
        self.template.addItem(self.tr("Without a template"))
        for template in templates:
            self.template.addItem(template.name, template)
        self.template.setCurrentIndex(max(0, self.template.findText(current)))

    def use(self, template_name: str, text: str) -> None:
        """Begin with a template by its name, else with a text."""
        index = self.template.findText(template_name) if template_name else -1
        self.template.setCurrentIndex(max(0, index))
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
        return {name: field.text().strip() for name, field in self._values.items() if field.text().strip()}

    def ask_values(self, missing: Sequence[str]) -> None:
        """Ask for the values of these fields, besides those already asked that the text still has."""
        in_text = {fold(name) for name in MergeText(self.text.toPlainText()).names}
        wanted = [name for name in self._values if fold(name) in in_text]
        wanted += [name for name in missing if fold(name) not in {fold(known) for known in wanted}]
        if wanted == list(self._values):
            return
        old = self.values
        layout = self._field_area.layout()
        if layout is not None:
            clear(layout)
            self._values = {}
            for name in wanted:
                field = self._values[name] = QLineEdit(old.get(name, ""))
                field.setObjectName(f"notify_field_{name}")
                field.textChanged.connect(self.changed)
                layout.addWidget(Labelled(name.capitalize(), field))
        self._field_area.setVisible(bool(wanted))

    def show_cost(self, cost: Measure) -> None:
        """Show what the longest merged text costs."""
        words = self.tr("%n SMS", "", cost.parts)
        self.counter.setText(counter_text(cost, words))
        self.counter.set_tone(Tone.UNCERTAIN if cost.parts > 1 else None)
        text = normalise(self.text.toPlainText())
        self.economise.setVisible(bool(cost.offenders) and economise(text) != text)
        seen = ", ".join(dict.fromkeys(visible(offender.character) for offender in cost.offenders))
        self.reason.setText(
            self.tr("Because of {characters}, one SMS holds {limit} characters only.").format(
                characters=seen, limit=formats.number(cost.limit)
            )
        )
        self.reason.setVisible(bool(seen))

    def _use_template(self, index: int) -> None:
        template = self.template.itemData(index)
        if isinstance(template, Template):
            self.text.setPlainText(template.body)
            self.purpose.setCurrentIndex(self.purpose.findData(template.purpose))
            self.changed.emit()

    def _insert(self, name: str) -> None:
        self.text.insertPlainText(f"{{{name}}}")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _economise(self) -> None:
        cursor = self.text.textCursor()
        cheaper = economise(normalise(self.text.toPlainText()))
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(cheaper)

    def _on_text(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        self.show_cost(measure(normalise(self.text.toPlainText())))
