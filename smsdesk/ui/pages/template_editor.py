"""Modèles, right part: one template with its text, purpose and usual groups, and what a family may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smsdesk.domain.economy import economised
from smsdesk.domain.library import CATEGORIES
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.templates import FIELDS, LONG_VALUES, MergeText, folded
from smsdesk.domain.text import measure, normalise
from smsdesk.domain.views import Template, TemplateVersion
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.notify_cost import CostPanel
from smsdesk.ui.pages.notify_economy import EconomyPanel
from smsdesk.ui.pages.notify_fields import FieldBar, FieldButtons
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.pages.template_versions import VersionsPanel
from smsdesk.ui.widgets.bubbles import Bubble
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.message_editor import MessageEditor
from smsdesk.ui.widgets.surfaces import Banner, Card
from smsdesk.ui.widgets.text import Label

NEW = Template(None, "", "", "")


class TemplateEditor(Card):
    """Edits one template; the signals are the wishes of the buttons."""

    saved = Signal()
    used = Signal()
    deleted = Signal()
    versions_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.template = NEW
        self.name = QLineEdit()
        self.name.setObjectName("template_name")
        self.category = QComboBox()
        self.category.setObjectName("template_category")
        self.category.setEditable(True)
        self.category.addItems(CATEGORIES)
        written = self.category.lineEdit()
        if written is not None:
            written.setAccessibleName(self.tr("Category"))
        self.purpose = self._make_purpose()
        self.audience = QLineEdit()
        self.audience.setObjectName("template_audience")
        self.audience.setPlaceholderText(self.tr("Names of groups, with commas between them"))
        self.text = self._make_text()
        self.cost = CostPanel()
        self.economy = EconomyPanel()
        self.cost.economise.connect(lambda: self.economy.open(self.text.toPlainText(), values=False))
        self.economy.accepted.connect(self.text.replace_all)
        self.bubble = Bubble("", outgoing=True)
        self.versions = VersionsPanel()
        self.problem = Banner("", Tone.FAILED)
        content = QWidget()
        content.setLayout(self._fields())
        self._area = scrolled(content)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.problem)
        self.body.addLayout(self._buttons())

    def _make_purpose(self) -> Picker:
        purpose = Picker(self.tr("Kind of message"))
        purpose.addItem(self.tr("Information"), Purpose.INFORMATION)
        purpose.addItem(self.tr("Alert"), Purpose.ALERT)
        purpose.addItem(self.tr("Promotion of an event"), Purpose.PROMOTION)
        return purpose

    def _make_text(self) -> MessageEditor:
        text = MessageEditor(self.tr("Text"))
        text.setObjectName("template_text")
        text.setFixedHeight(theme.high(tokens.ROW_HEIGHT) * 3)
        text.offer_fields(tuple(FIELDS))
        text.textChanged.connect(self._preview)
        return text

    def _fields(self) -> QVBoxLayout:
        kinds = row(space=tokens.SPACE_M)
        kinds.addWidget(Labelled(self.tr("Category"), self.category), 1)
        kinds.addWidget(Labelled(self.tr("Kind of message"), self.purpose), 1)
        insert = FieldButtons()
        insert.chosen.connect(self.text.insert_field)
        insert.call_chosen.connect(self.text.append_words)
        preview = column(Label(self.tr("As a family may read it"), Type.CAPTION, muted=True), self.bubble)
        fields = column(
            Labelled(self.tr("Name"), self.name),
            kinds,
            Labelled(self.tr("Text"), self.text),
            self.cost,
            self.economy,
            preview,
            FieldBar(self.text),
            insert,
            Labelled(self.tr("Usually for"), self.audience),
            self.versions,
            space=tokens.SPACE_M,
        )
        fields.addStretch(1)
        return fields

    def _buttons(self) -> QHBoxLayout:
        self.use = Button(self.tr("Use"), Icon.NOTIFY)
        self.use.clicked.connect(self.used)
        self.delete = Button(self.tr("Delete"), Icon.DELETE, Look.QUIET)
        self.delete.setObjectName("template_delete")
        self.delete.clicked.connect(self.deleted)
        self.history = Button(self.tr("Versions"), Icon.HISTORY, Look.QUIET)
        self.history.setObjectName("template_versions")
        self.history.clicked.connect(self.versions_wanted)
        self.save = Button(self.tr("Save"), Icon.SAVE, Look.PRIMARY)
        self.save.setObjectName("template_save")
        self.save.setShortcut("Ctrl+S")
        self.save.clicked.connect(self.saved)
        return row(self.delete, self.history, None, self.use, self.save)

    def show_template(self, template: Template) -> None:
        """Edit this one."""
        self.template = template
        self.name.setText(template.name)
        self.category.setEditText(template.category)
        self.purpose.setCurrentIndex(self.purpose.findData(template.purpose))
        self.audience.setText(", ".join(template.audience))
        self.text.setPlainText(template.body)
        self.problem.say("", Tone.FAILED)
        self.versions.hide()
        for button in (self.delete, self.use, self.history):
            button.setVisible(template.id is not None)
        if template.id is None:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_versions(self, versions: Sequence[TemplateVersion]) -> None:
        """List the former versions, and bring them into sight."""
        self.versions.show_versions(versions)
        QTimer.singleShot(0, self.versions, lambda: self._area.ensureWidgetVisible(self.versions))

    def offer_groups(self, names: Sequence[str]) -> None:
        """Complete the names of groups as they are typed."""
        self.audience.setCompleter(QCompleter(list(names), self.audience))

    @property
    def edited(self) -> Template:
        """The template as it stands in the fields."""
        return replace(
            self.template,
            name=self.name.text(),
            category=self.category.currentText(),
            body=self.text.toPlainText(),
            purpose=Purpose(self.purpose.currentData()),
            audience=tuple(filter(None, map(str.strip, self.audience.text().split(",")))),
        )

    @property
    def changed(self) -> bool:
        """Whether something was written that is not saved."""
        return self.edited != self.template

    def _preview(self) -> None:
        self.economy.hide()
        text = normalise(self.text.toPlainText())
        merge = MergeText(text)
        shown = merge.merge(folded(FIELDS))
        longest = measure(merge.merge(folded(LONG_VALUES)))
        self.cost.show_cost(measure(shown), cheaper=economised(text) != text)
        if longest.parts > measure(shown).parts:
            self.cost.say_also(self.tr("With long names: %n SMS", "", longest.parts))
        self.bubble.show_text(shown or "…")
