"""Who is to be called: a list to tick off, with every phone of the family of the one who is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from smsdesk.domain.calling_list import CallingList, CallPhone, ToCall
from smsdesk.domain.people import Phone
from smsdesk.domain.phone_kinds import PhoneKind
from smsdesk.domain.untrusted import visible, visible_line
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.models.calls import CallColumn, CallsModel, call_name, is_called
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.people_words import phone_kind_word
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Card, EmptyState, IconLabel
from smsdesk.ui.widgets.tables import Table
from smsdesk.ui.widgets.text import Label

_COLUMNS_SHOWN_FROM = 900
"""Under this width in pixels, names and phones need the room of reasons and notes."""

_LONGEST_NOTE = 500
"""What the services keep of it."""

_PHONE_ICONS = {PhoneKind.MOBILE: Icon.PHONE, PhoneKind.LANDLINE: Icon.LANDLINE, PhoneKind.OTHER: Icon.PHONE}


class CallsPane(QWidget):
    """Shows a calling list; `kept` carries the line's name (ToCall.who), whether called, and the note.

    `printing`, `saving_pdf` and `saving` ask for the list on paper, as PDF and as a table.
    """

    kept = Signal(str, bool, str)
    printing = Signal()
    saving_pdf = Signal()
    saving = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self.listed = CallingList()
        self.model = CallsModel()
        self.model.ticked.connect(self._tick)
        self._count = Label("", muted=True, wrap=True)
        self._count.setObjectName("calls_count")
        self.table = self._make_table()
        self.card = CallCard()
        self.card.kept.connect(self.kept)
        self._stack = QStackedWidget()
        self._beside = QWidget()
        beside = row(space=tokens.SPACE_M)
        beside.addWidget(self.table, 1)
        beside.addWidget(self.card)
        self._beside.setLayout(beside)
        self._stack.addWidget(self._beside)
        self._stack.addWidget(
            EmptyState(
                Icon.SUCCESS,
                self.tr("Nobody to call"),
                self.tr("Whoever no SMS reaches appears here, with the landlines and the other guardians."),
            )
        )
        above = row()
        above.addWidget(self._count, 1)
        for button in self._make_actions():
            above.addWidget(button)
        layout = column(above, space=tokens.SPACE_S)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)
        self.show_list(CallingList())

    def _make_table(self) -> Table:
        table = Table(self.tr("People to call"))
        table.setObjectName("calls_table")
        table.show_model(self.model, {int(CallColumn.PHONES): "06 00 00 00 00 Beaumont M"})
        table.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now.row()))
        return table

    def _make_actions(self) -> list[Button]:
        self._actions = []
        for words, icon, name, signal in (
            (self.tr("Print"), Icon.PRINT, "calls_print", self.printing),
            (self.tr("PDF"), Icon.SAVE, "calls_pdf", self.saving_pdf),
            (self.tr("Table"), Icon.EXPORT, "calls_save", self.saving),
        ):
            button = Button(words, icon, Look.QUIET)
            button.setObjectName(name)
            button.clicked.connect(signal)
            self._actions.append(button)
        return self._actions

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Reasons and notes stand in the card too; a column of notes that are all empty takes their room."""
        narrow = theme.usual(self.width()) < _COLUMNS_SHOWN_FROM
        noted = any(entry.call is not None and entry.call.note for entry in self.listed.entries)
        self.table.setColumnHidden(int(CallColumn.REASON), narrow)
        self.table.setColumnHidden(int(CallColumn.NOTE), narrow or not noted)
        self.card.setFixedWidth(theme.wide(tokens.SIDE_WIDTH if narrow else tokens.PANE_WIDTH))

    def show_list(self, listed: CallingList) -> None:
        """Show whom to call."""
        self.listed = listed
        self._make_room()
        self.model.show(listed.entries)
        self._count.setText(self._count_words(listed))
        self._stack.setCurrentIndex(0 if listed.entries else 1)
        for button in self._actions:
            button.setEnabled(bool(listed.entries))
        if listed.entries and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._choose(self.table.currentIndex().row())

    def _count_words(self, listed: CallingList) -> str:
        words = []
        if listed.entries:
            words.append(self.tr("%n people to call", "", len(listed.entries)))
            words.append(self.tr("%n called", "", listed.called))
        if listed.partly:
            words.append(self.tr("for %n others, another phone of the family has it", "", listed.partly))
        return " · ".join(words)

    def _choose(self, at: int) -> None:
        entries = self.listed.entries
        self.card.show_entry(entries[at] if 0 <= at < len(entries) else None)

    def _tick(self, entry: ToCall, called: bool) -> None:
        self.kept.emit(entry.who, called, entry.call.note if entry.call is not None else "")


class CallCard(Card):
    """One line of the list: every phone, whose it is, the tick and the note; `kept` as CallsPane has it."""

    kept = Signal(str, bool, str)

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._entry: ToCall | None = None
        self.setFixedWidth(theme.wide(tokens.PANE_WIDTH))
        self.name = Label("", Type.SUBTITLE, wrap=True)
        self._about = Label("", muted=True, wrap=True)
        self._phones = column(space=tokens.SPACE_S)
        self.called = QCheckBox(self.tr("Called"))
        self.called.setObjectName("call_called")
        self.called.clicked.connect(self._keep)
        self.note = QLineEdit()
        self.note.setObjectName("call_note")
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Note: what was said"))
        self.note.setAccessibleName(self.tr("Note about the call"))
        self.note.editingFinished.connect(self._keep_note)
        self._when = Label("", Type.CAPTION, muted=True, wrap=True)
        content = QWidget()
        content.setLayout(column(self.name, self._about, self._phones, None, space=tokens.SPACE_S))
        self.body.addWidget(scrolled(content), 1)
        line = row(self.called, space=tokens.SPACE_S)
        line.addWidget(self.note, 1)
        self.body.addLayout(line)
        self.body.addWidget(self._when)

    def show_entry(self, entry: ToCall | None) -> None:
        """Show this line; what is being typed about the same person stays."""
        before, self._entry = self._entry, entry
        self.setVisible(entry is not None)
        if entry is None or entry == before:
            return
        same = before is not None and before.who == entry.who
        self.name.setText(call_name(entry))
        self._about.setText(" · ".join(filter(None, (", ".join(entry.groups), translate(entry.reason)))))
        if not same or before is None or before.phones != entry.phones:
            self._show_phones(entry)
        self.called.setChecked(is_called(entry))
        if not (same and self.note.hasFocus()):
            self.note.setText(visible(entry.call.note) if entry.call is not None else "")
        self._when.setText(self._when_words(entry))

    def _when_words(self, entry: ToCall) -> str:
        call = entry.call
        if call is None or not (call.called or call.note):
            return ""
        return self.tr("written down {moment} by {person}").format(
            moment=formats.moment(call.at), person=visible_line(call.by)
        )

    def _show_phones(self, entry: ToCall) -> None:
        clear(self._phones)
        for phone in entry.phones:
            self._phones.addLayout(self._phone(phone))
        if not entry.phones:
            self._phones.addWidget(Label(self.tr("No phone of this family is known."), muted=True, wrap=True))

    def _phone(self, phone: CallPhone) -> QHBoxLayout:
        kind = Phone(phone.e164, mobile=phone.mobile).kind
        number = Label(formats.phone(phone.e164), Type.SUBTITLE, muted=phone.tried)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = [visible_line(phone.owner)]
        if phone.relation:
            words.append(visible_line(phone.relation))
        words.append(self.tr("tried by SMS") if phone.tried else phone_kind_word(kind))
        whose = Label(" · ".join(filter(None, words)), Type.CAPTION, muted=True, wrap=True)
        line = row(IconLabel(_PHONE_ICONS[kind], Ink.MUTED), space=tokens.SPACE_S)
        line.addLayout(column(number, whose, space=0), 1)
        return line

    def _keep_note(self) -> None:
        entry = self._entry
        if entry is not None and self.note.text().strip() != (entry.call.note if entry.call else ""):
            self._keep()

    def _keep(self) -> None:
        if self._entry is not None:
            self.kept.emit(self._entry.who, self.called.isChecked(), self.note.text().strip())
