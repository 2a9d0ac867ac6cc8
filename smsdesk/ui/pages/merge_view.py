"""Two entries side by side, field by field, and what a merge would make of them."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from smsdesk.domain.merging import MergedField, MergePreview
from smsdesk.domain.people import Contact, ContactKind
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.people_words import contact_field_word, day, kind_word
from smsdesk.ui.widgets.buttons import Button, Choice, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import ElidedLabel, Label, Line, breakable

_WORD, _KEPT, _OTHER, _RESULT = range(4)


class MergeView(Card):
    """`choices` names whose value of a field stays (contact id); the signals say what is wanted."""

    choices_changed = Signal()
    merge_wanted = Signal()
    apart_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_M)
        self.choices: dict[str, int] = {}
        self._reasons: tuple[Sentence, ...] = ()
        self._groups: list[QButtonGroup] = []
        self._results: dict[str, Label] = {}
        self._shown: tuple[int, int] | None = None
        self._content = QWidget()
        self._lines = column(space=tokens.SPACE_M)
        self._content.setLayout(column(self._lines, None))
        self.body.addWidget(scrolled(self._content), 1)
        self.merge = Button(self.tr("Merge"), Icon.MERGE, Look.PRIMARY)
        self.merge.setObjectName("duplicates_merge")
        self.merge.clicked.connect(self.merge_wanted)
        self.apart = Button(self.tr("These are two people"))
        self.apart.setObjectName("duplicates_apart")
        self.apart.clicked.connect(self.apart_wanted)
        self.body.addLayout(row(None, self.apart, self.merge))

    def begin(self, reasons: tuple[Sentence, ...]) -> None:
        """Another pair comes; `reasons` speak for one person."""
        self.choices = {}
        self._reasons = reasons
        self._shown = None
        self.merge.setEnabled(False)

    def show_preview(self, preview: MergePreview) -> None:
        """Show the pair, or what the choices made of it."""
        self.merge.setEnabled(True)
        pair = (preview.keep.id, preview.other.id)
        if self._shown == pair:
            for field in preview.fields:
                if field.field in self._results:
                    self._results[field.field].setText(breakable(_shown(field.field, field.result)))
            return
        self._shown = pair
        self._fill(preview)

    def _fill(self, preview: MergePreview) -> None:
        clear(self._lines)
        self._groups, self._results = [], {}
        if self._reasons:
            chips = (Chip(Icon.INFORMATION, translate(each), Tone.ACCENT) for each in self._reasons)
            reasons = QWidget()
            reasons.setLayout(flow(*chips, space=tokens.SPACE_XS))
            self._lines.addWidget(reasons)
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.SPACE_M)
        grid.setVerticalSpacing(tokens.SPACE_S)
        for at in (_KEPT, _OTHER, _RESULT):
            grid.setColumnStretch(at, 1)
        self._head(grid, preview)
        for field in preview.fields:
            if field.kept or field.other:
                self._field(grid, grid.rowCount(), field, preview)
        for name, one, other, both in _together(preview):
            at = grid.rowCount()
            grid.addWidget(Label(name, Type.CAPTION, muted=True), at, _WORD)
            for place, text in ((_KEPT, one), (_OTHER, other), (_RESULT, both)):
                grid.addWidget(_value(text), at, place)
        area = QWidget()
        area.setLayout(grid)
        self._lines.addWidget(area)
        if preview.pupils:
            pupils = self.tr("Guardian of {names}").format(names=visible(", ".join(preview.pupils)))
            self._lines.addWidget(Label(pupils, muted=True, wrap=True))
        self._lines.addWidget(
            Label(self.tr("Messages and consent stay with their phones. The merge can be undone."),
                  Type.CAPTION, muted=True, wrap=True)
        )  # fmt: skip

    def _head(self, grid: QGridLayout, preview: MergePreview) -> None:
        titles = (visible(preview.keep.name), visible(preview.other.name), self.tr("After the merge"))
        for place, title in zip((_KEPT, _OTHER, _RESULT), titles, strict=True):
            grid.addWidget(ElidedLabel(title, Type.STRONG), 0, place)
        grid.addWidget(Line(), 1, 0, 1, _RESULT + 1)

    def _field(self, grid: QGridLayout, at: int, field: MergedField, preview: MergePreview) -> None:
        word = contact_field_word(field.field)
        grid.addWidget(Label(word, Type.CAPTION, muted=True), at, _WORD)
        sides = ((_KEPT, preview.keep, field.kept), (_OTHER, preview.other, field.other))
        group = QButtonGroup(self)
        for place, person, value in sides:
            text = _shown(field.field, value)
            if field.differs:
                grid.addWidget(self._choice(group, field, person, text, word), at, place)
            else:
                grid.addWidget(_value(text), at, place)
        self._groups.append(group)
        result = _value(_shown(field.field, field.result))
        self._results[field.field] = result
        grid.addWidget(result, at, _RESULT)

    def _choice(
        self, group: QButtonGroup, field: MergedField, person: Contact, text: str, word: str
    ) -> Choice:
        button = Choice(text, f"{word}: {text}")
        button.setObjectName(f"merge_{field.field}_{person.id}")
        button.setChecked(_shown(field.field, field.result) == text)
        button.clicked.connect(partial(self._choose, field.field, person.id))
        group.addButton(button)
        return button

    def _choose(self, field: str, contact_id: int, _checked: bool = True) -> None:
        self.choices[field] = contact_id
        self.choices_changed.emit()


def _value(text: str) -> Label:
    return Label(breakable(text), wrap=True)


def _shown(field: str, value: object) -> str:
    if isinstance(value, date):
        return day(value)
    if field == "kind" and value:
        return kind_word(ContactKind(str(value)))
    return visible(str(value)) if value else "–"


def _together(preview: MergePreview) -> list[tuple[str, str, str, str]]:
    """What comes together: its name, what each has, what both have."""
    keep, other = preview.keep, preview.other
    phones = [
        ", ".join(formats.phone(phone.e164) for phone in each)
        for each in (keep.phones, other.phones, preview.phones)
    ]
    groups = [visible(", ".join(each)) for each in (keep.groups, other.groups, preview.groups)]
    guardians = [
        visible(", ".join(guardian.name for guardian in each))
        for each in (keep.guardians, other.guardians, preview.guardians)
    ]
    named = (("phones", phones), ("groups", groups), ("guardians", guardians))
    return [
        (contact_field_word(name), values[0] or "–", values[1] or "–", values[2] or "–")
        for name, values in named
        if any(values)
    ]
