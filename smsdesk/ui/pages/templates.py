"""The page Modèles: texts kept for use again, with what they cost and a preview."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from smsdesk.domain.folding import fold
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.templates import FIELDS, MergeText, folded
from smsdesk.domain.text import measure, normalise
from smsdesk.domain.views import Template
from smsdesk.services.events import Topic
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.notify_cost import counter_text
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.bubbles import Bubble
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.fields import Labelled, Picker, SearchField
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.message_editor import CostHighlighter
from smsdesk.ui.widgets.surfaces import Banner, Card
from smsdesk.ui.widgets.text import Label

_TEMPLATE = Qt.ItemDataRole.UserRole
_NEW = Template(None, "", "", "")


class TemplatesPage(Page):
    """The list on the left, the editor on the right."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.TEMPLATES})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "")
        self.set_title(self.tr("Templates"))
        self._templates: tuple[Template, ...] = ()
        self._current = _NEW
        self._filling = False
        new = Button(self.tr("New template"), Icon.ADD)
        new.setObjectName("template_new")
        new.clicked.connect(lambda: self._edit(_NEW))
        self.add_action(new)
        both = QHBoxLayout()
        both.setSpacing(tokens.SPACE_M)
        both.addWidget(self._make_list(), 2)
        both.addWidget(self._make_editor(), 3)
        self.body.addLayout(both, 1)
        self.first = self._search
        self._edit(_NEW)

    def _make_list(self) -> Card:
        self._search = SearchField(self.tr("Search a template"))
        self._search.setObjectName("templates_search")
        self._search.searched.connect(lambda _text: self._fill())
        self.list = QListWidget()
        self.list.setObjectName("templates_list")
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.setProperty("look", "plain")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentItemChanged.connect(self._pick)
        card = Card(self._search)
        card.body.addWidget(self.list, 1)
        return card

    def _make_editor(self) -> Card:
        self.name = QLineEdit()
        self.name.setObjectName("template_name")
        self.category = QLineEdit()
        self.category.setObjectName("template_category")
        self.purpose = Picker(self.tr("Kind of message"))
        self.purpose.addItem(self.tr("Information"), Purpose.INFORMATION)
        self.purpose.addItem(self.tr("Alert"), Purpose.ALERT)
        self.purpose.addItem(self.tr("Promotion of an event"), Purpose.PROMOTION)
        self.text = QPlainTextEdit()
        self.text.setObjectName("template_text")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(tokens.ROW_HEIGHT * 3)
        self._highlighter = CostHighlighter(self.text.document())
        self.text.textChanged.connect(self._preview)
        self._counter = Label("", muted=True)
        self._bubble = Bubble("", outgoing=True)
        self._problem = Banner("", Tone.FAILED)
        self._use = Button(self.tr("Use"), Icon.NOTIFY)
        self._use.clicked.connect(self._write)
        self._delete = Button(self.tr("Delete"), Icon.DELETE, Look.QUIET)
        self._delete.setObjectName("template_delete")
        self._delete.clicked.connect(self._remove)
        self._save = Button(self.tr("Save"), Icon.SAVE, Look.PRIMARY)
        self._save.setObjectName("template_save")
        self._save.clicked.connect(self._keep)
        kinds = row(space=tokens.SPACE_M)
        kinds.addWidget(Labelled(self.tr("Category"), self.category), 1)
        kinds.addWidget(Labelled(self.tr("Kind of message"), self.purpose), 1)
        fields = column(Labelled(self.tr("Name"), self.name), kinds, space=tokens.SPACE_M)
        fields.addWidget(Labelled(self.tr("Text"), self.text))
        fields.addWidget(self._counter)
        fields.addLayout(
            column(Label(self.tr("As a family may read it"), Type.CAPTION, muted=True), self._bubble)
        )
        fields.addStretch(1)
        content = QWidget()
        content.setLayout(fields)
        card = Card()
        card.body.addWidget(scrolled(content), 1)
        card.body.addWidget(self._problem)
        card.body.addLayout(row(self._delete, None, self._use, self._save))
        return card

    def refresh(self) -> None:
        self.tasks.read(self, "templates", self.services.templates.list, self._show)

    def _show(self, templates: tuple[Template, ...]) -> None:
        self._templates = templates
        self._fill()

    def _fill(self) -> None:
        """List the templates that the search finds, under their categories."""
        wanted = fold(self._search.text())
        self._filling = True
        self.list.clear()
        category: str | None = None
        for template in self._templates:
            if wanted not in fold(f"{template.name} {template.category} {template.body}"):
                continue
            if template.category != category:
                category = template.category
                self._add_heading(category or self.tr("Without a category"))
            self._add(template)
        self._filling = False
        if self._current.id is None and not self.name.text() and not self.text.toPlainText():
            self._pick_first()

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.list.font()
        font.setWeight(font.Weight.DemiBold)
        item.setFont(font)
        self.list.addItem(item)

    def _add(self, template: Template) -> None:
        cost = measure(normalise(template.body))
        count = self.tr("%n SMS", "", cost.parts)
        item = QListWidgetItem(f"{template.name} · {count}" if cost.parts > 1 else template.name)
        item.setData(_TEMPLATE, template)
        item.setToolTip(template.body)
        self.list.addItem(item)
        if template.id == self._current.id:
            self.list.setCurrentItem(item)

    def _pick_first(self) -> None:
        for number in range(self.list.count()):
            if self.list.item(number).data(_TEMPLATE) is not None:
                self.list.setCurrentRow(number)
                return

    def _pick(self, item: QListWidgetItem | None) -> None:
        template = item.data(_TEMPLATE) if item is not None else None
        if isinstance(template, Template) and not self._filling:
            self._edit(template)

    def _edit(self, template: Template) -> None:
        self._current = template
        self.name.setText(template.name)
        self.category.setText(template.category)
        self.purpose.setCurrentIndex(self.purpose.findData(template.purpose))
        self.text.setPlainText(template.body)
        self._problem.say("", Tone.FAILED)
        for button in (self._delete, self._use):
            button.setVisible(template.id is not None)
        if template.id is None:
            self.list.setCurrentRow(-1)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _preview(self) -> None:
        text = normalise(self.text.toPlainText())
        shown = MergeText(text).merge(folded(FIELDS))
        cost = measure(shown)
        self._counter.setText(counter_text(cost, self.tr("%n SMS", "", cost.parts)))
        self._counter.set_tone(Tone.UNCERTAIN if cost.parts > 1 else None)
        self._bubble.show_text(shown or "…")

    def _keep(self) -> None:
        template = replace(
            self._current,
            name=self.name.text(),
            category=self.category.text(),
            body=self.text.toPlainText(),
            purpose=Purpose(self.purpose.currentData()),
        )
        self.tasks.change(self, lambda: self.services.templates.save(template), self._kept, self._refused)

    def _kept(self, template: Template) -> None:
        self._edit(template)
        self.notices.toast(self.tr("“{name}” is saved.").format(name=template.name))

    def _refused(self, sentence: Sentence) -> None:
        self._problem.say(translate(sentence), Tone.FAILED)

    def _remove(self) -> None:
        template = self._current
        if template.id is not None:
            number = template.id
            self.tasks.change(
                self, lambda: self.services.templates.delete(number), lambda _none: self._removed(template)
            )

    def _removed(self, template: Template) -> None:
        self._edit(_NEW)
        again = partial(self._bring_back, replace(template, id=None))
        self.notices.toast(
            self.tr("“{name}” was deleted.").format(name=template.name), self.tr("Undo"), again
        )

    def _bring_back(self, template: Template) -> None:
        self.tasks.change(self, lambda: self.services.templates.save(template), self._edit)

    def _write(self) -> None:
        self.navigate.emit(Place(Route.NOTIFY, NotifyStart(template=self._current.name)))
