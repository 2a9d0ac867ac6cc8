"""Personnes, the register of consent: who agreed or objected to what, since when, and how that is known."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget

from smsdesk.domain.consents import ConsentRow
from smsdesk.domain.outgoing import Purpose
from smsdesk.services.events import Topic
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.consents import PHONE, PURPOSE, SINCE, SOURCE, STATE, ConsentsModel, state_text
from smsdesk.ui.pages.consent_form import ConsentDraft, ConsentForm
from smsdesk.ui.pages.consent_panel import ConsentPainter, ConsentPanel, PhoneHistory, look_up
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.pages.people_doing import Doing
from smsdesk.ui.pages.saving_files import ask_path
from smsdesk.ui.people_words import purpose_word
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets import chips
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Card, EmptyState
from smsdesk.ui.widgets.tables import Table
from smsdesk.ui.widgets.text import Label

_ALL = "all"
_SIDE = tokens.SIDE_WIDTH + tokens.SPACE_XXL
_BRIEF_BELOW = 880
"""Under this width in pixels of the table, how it was said is told by the panel alone."""


class ConsentsPage(Page):
    """The register with a search and a filter, and on the right the history of one phone."""

    topics = frozenset({Topic.PEOPLE})
    back = Place(Route.PEOPLE)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self.tr("Consent register"))
        self.doing = Doing(self.services, self.tasks, self.notices, self)
        self.model = ConsentsModel()
        self.search = SearchField(self.tr("Name or phone"))
        self.search.setObjectName("consents_search")
        self.search.searched.connect(lambda _text: self.refresh())
        purposes = [(_ALL, self.tr("All"))] + [(str(each), purpose_word(each)) for each in Purpose]
        self.purposes = Segments(purposes, self.tr("For what"))
        self.purposes.chosen.connect(lambda _key: self.refresh())
        self.count = Label("", Type.CAPTION, muted=True)
        self.view = self._make_view()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(
            EmptyState(
                Icon.CONSENT,
                self.tr("Nothing written down here"),
                self.tr("Each agreement and each objection is kept with its date and how it was said."
                        " Write them down here or in the panel of a person."),
            )
        )  # fmt: skip
        self._shown: str | None = None
        self._side = scrolled(Card())
        self._side.setFixedWidth(theme.wide(_SIDE))
        self._side.hide()
        middle = column(row(self.search, self.purposes), self.count)
        middle.addWidget(self._stack, 1)
        panes = row(space=tokens.SPACE_M)
        panes.addLayout(middle, 1)
        panes.addWidget(self._side)
        self.body.addLayout(panes, 1)
        self.first = self.search
        self._make_actions()

    def _make_actions(self) -> None:
        export = Button(self.tr("Export…"), Icon.EXPORT)
        export.setObjectName("consents_export")
        export.clicked.connect(self._export)
        note = Button(self.tr("Write down an answer"), Icon.ADD, Look.PRIMARY)
        note.setObjectName("consents_note")
        note.clicked.connect(self._begin)
        for button in (export, note):
            self.add_action(button)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._close)

    def _make_view(self) -> Table:
        view = Table(self.tr("Consent register"))
        view.setObjectName("consents_table")
        view.show_model(self.model, {PHONE: "+33 6 00 00 00 00", SINCE: "00/00/0000 "})
        view.setItemDelegateForColumn(STATE, ConsentPainter(view))
        widest = max(view.fontMetrics().horizontalAdvance(purpose_word(each)) for each in Purpose)
        view.set_width(PURPOSE, widest + tokens.SPACE_XL)
        view.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        return view

    def open(self, what: object) -> None:
        """Show what one phone (E.164) said."""
        if isinstance(what, str) and what:
            self.search.setText(formats.phone(what))
            self._show_phone(what)

    def refresh(self) -> None:
        """Read the register, and the phone that is shown."""
        consents, search, key = self.services.consents, self.search.text().strip(), self.purposes.current
        purpose = None if key == _ALL else Purpose(key)
        self.tasks.read(
            self,
            "rows",
            lambda: _looks(consents.register(search, purpose)),
            lambda read: self._show_rows(*read),
        )
        if self._shown is not None:
            self._show_phone(self._shown)

    def _show_rows(self, rows: tuple[ConsentRow, ...], looks: tuple[ConsentRow, ...]) -> None:
        """`looks` has one row for each state that there is."""
        selection = self.view.selectionModel()
        current = self.view.currentIndex()
        kept = self.model.rows[current.row()] if current.isValid() else None
        selection.blockSignals(True)
        self.model.show_rows(rows)
        for at, each in enumerate(rows):
            if kept is not None and (each.e164, each.purpose) == (kept.e164, kept.purpose):
                self.view.selectRow(at)
        selection.blockSignals(False)
        widest = max((chips.chip_width(state_text(each)) for each in looks), default=tokens.RAIL_WIDTH)
        self.view.set_width(STATE, min(int(widest), theme.wide(tokens.PANE_WIDTH)) + tokens.SPACE_M)
        self.count.setText(self.tr("%n answers", "", len(rows)))
        self._stack.setCurrentIndex(0 if rows else 1)

    def _choose(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self._show_phone(self.model.rows[index.row()].e164)

    def _show_phone(self, e164: str) -> None:
        services = self.services
        self._shown = e164
        self.tasks.read(self, "phone", lambda: look_up(services, e164), self._show_history)

    def _show_history(self, history: PhoneHistory) -> None:
        if history.e164 != self._shown:
            return
        panel = ConsentPanel(history)
        panel.closed.connect(self._close)
        panel.navigate.connect(self.navigate)
        panel.note_wanted.connect(lambda: self._open_form([(history.e164, ", ".join(history.names))]))
        self._put(panel)

    def _begin(self) -> None:
        self._open_form([])

    def _open_form(self, phones: list[tuple[str, str]]) -> None:
        form = ConsentForm(phones)
        form.saved.connect(lambda draft: self._save(form, draft))
        form.closed.connect(self._close)
        self._shown = None
        self._put(Card(Label(self.tr("Write down an answer"), Type.SUBTITLE), form, None))
        form.take_focus()

    def _save(self, form: ConsentForm, draft: ConsentDraft) -> None:
        self.doing.record(draft, lambda _stopped: self._show_phone(draft.e164), form.refuse, form)

    def _put(self, card: Card) -> None:
        self._side.setWidget(card)
        card.setAutoFillBackground(False)
        self._side.show()
        self._place()

    def _close(self) -> None:
        self._shown = None
        self._side.hide()
        self.view.setFocus()
        self._place()

    def _export(self) -> None:
        title = self.tr("Consent register")
        ask_path(self, title, title, (".xlsx", ".csv"), self._write)

    def _write(self, path: Path) -> None:
        rows = self.model.rows
        write = self.services.exporting.write_register
        self.tasks.work(
            self,
            self.tr("The register is being written…"),
            lambda work: write(path, rows, work),
            lambda count: self.notices.toast(
                self.tr("%n answers written to {file}.", "", count).format(file=path.name)
            ),
            apart=True,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        taken = 0 if self._side.isHidden() else theme.wide(_SIDE)
        self.view.setColumnHidden(SOURCE, theme.usual(self.width() - taken) < _BRIEF_BELOW)


def _looks(rows: tuple[ConsentRow, ...]) -> tuple[tuple[ConsentRow, ...], tuple[ConsentRow, ...]]:
    """The rows, and one for each state among them; off the GUI thread, since there may be very many."""
    return rows, tuple({(row.state, row.overrides): row for row in rows}.values())
