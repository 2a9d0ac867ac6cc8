"""The alert, third question: which text? The prepared one, the values it can take, and its counter."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from smsdesk.domain.crisis_texts import asked_fields
from smsdesk.domain.folding import fold
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.templates import FIELDS, MergeText
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.notify_cost import counter_text
from smsdesk.ui.widgets.fields import Labelled
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.message_editor import MessageEditor
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label


class SpokenText(QFrame):
    """An SMS as a phone shows it, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "bubble")
        self.setProperty("side", "out")
        self._words = Label("", wrap=True)
        self.setLayout(column(self._words, margin=tokens.SPACE_S + tokens.SPACE_XS))

    def show_text(self, text: str) -> None:
        """Show this text; it may hold anything, and is never read as HTML."""
        self._words.setText(visible(text))
        self.setAccessibleName(self._words.text())


class CrisisText(Card):
    """The text of one step; `changed` says that it, or a value, is another one now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self.editor = MessageEditor(self.tr("Text of the alert"))
        self.editor.setObjectName("crisis_text")
        self.editor.setMinimumHeight(theme.high(tokens.ROW_HEIGHT) * 2)
        self.editor.setMaximumHeight(theme.high(tokens.ROW_HEIGHT) * 3)
        self.editor.offer_fields(tuple(FIELDS))
        self.editor.textChanged.connect(self._on_text)
        self.counter = Label("", muted=True)
        self.counter.setObjectName("crisis_counter")
        self._problem = Label("", wrap=True)
        self._problem.setObjectName("crisis_problem")
        self._problem.set_tone(Tone.FAILED)
        self._problem.hide()
        self._fields: dict[str, QLineEdit] = {}
        self._area = row(space=tokens.SPACE_S)
        self._reads = Label(self.tr("As the first person reads it"), Type.CAPTION, muted=True)
        self._bubble = SpokenText()
        self._usual = ""
        self._missing: tuple[str, ...] = ()
        self.body.addWidget(Label(self.tr("Which text?"), Type.SUBTITLE))
        self.body.addLayout(self._area)
        self.body.addWidget(self.editor)
        self.body.addLayout(row(self.counter, None))
        self.body.addWidget(self._problem)
        self.body.addWidget(self._reads)
        self.body.addWidget(self._bubble)
        self.body.addStretch(1)

    def use(self, text: str, values: Mapping[str, str] | None = None) -> None:
        """Begin with a prepared text, and values that are known."""
        self._usual, self._missing = text, ()
        with QSignalBlocker(self):
            self.editor.setPlainText(text)
            self._ask(values or {})
        self._read_aloud("")
        self.counter.setText("")

    @property
    def written(self) -> str:
        """The text as it stands in the editor."""
        return self.editor.toPlainText()

    @property
    def own(self) -> str | None:
        """What a person wrote in the place of the prepared text; None while it is that one."""
        return None if self.written == self._usual else self.written

    @property
    def values(self) -> dict[str, str]:
        """The values that were typed."""
        return {name: field.text().strip() for name, field in self._fields.items() if field.text().strip()}

    def _on_text(self) -> None:
        self._ask(self.values)
        self.changed.emit()

    def _ask(self, values: Mapping[str, str]) -> None:
        """Have a field for each value that the text takes, and for those that turned out to be missing."""
        asked = dict(asked_fields(self.written))
        in_text = {fold(name) for name in MergeText(self.written).names}
        asked |= {name: "" for name in self._missing if fold(name) in in_text and name not in asked}
        if list(asked) == list(self._fields) and values == self.values:
            return
        known = {fold(name): value for name, value in values.items()}
        clear(self._area)
        self._fields = {}
        for name, fallback in asked.items():
            field = self._fields[name] = QLineEdit(known.get(fold(name), ""))
            field.setObjectName(f"crisis_field_{name}")
            field.setPlaceholderText(fallback or self.tr("to be filled in"))
            field.textChanged.connect(self.changed)
            holder = Labelled(name[:1].upper() + name[1:], field)
            self._area.addWidget(holder, 1)
            holder.show()
        self._order_tabs()

    def _order_tabs(self) -> None:
        chain = [*self._fields.values(), self.editor]
        for one, other in pairwise(chain):
            self.setTabOrder(one, other)

    def show_plan(self, plan: NotifyPlan | None) -> None:
        """Show what the plan says about the text; None while it is being made."""
        if plan is None:
            return
        if set(plan.missing) - set(self._fields):
            self._missing = plan.missing
            self._ask(self.values)
        self.counter.setText(counter_text(plan.worst, self.tr("%n SMS", "", plan.worst.parts)))
        self.counter.set_tone(Tone.UNCERTAIN if plan.worst.parts > 1 else None)
        self._problem.setText(translate(plan.problem) if plan.problem else "")
        self._problem.setVisible(plan.problem is not None)
        self._read_aloud(plan.messages[0].text if plan.messages else "")

    def _read_aloud(self, text: str) -> None:
        self._bubble.show_text(text)
        for part in (self._bubble, self._reads):
            part.setVisible(bool(text))

    def first_empty(self) -> QLineEdit | None:
        """The first value that is still to be typed."""
        return next((field for field in self._fields.values() if not field.text().strip()), None)
