"""What holds other pieces: cards, banners, toasts, empty states, rows, calendars."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import Phone
from smsdesk.domain.schedule import EntryState
from smsdesk.ui.design import icons, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.gallery.specimen import FIELD, OPENING, ROWS, SHOWN, Specimen
from smsdesk.ui.help_topics import Topic
from smsdesk.ui.models.messages import STATE_ROLE
from smsdesk.ui.pages.people_phones import PhoneLines
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.calendar_blocks import Block, DayMark
from smsdesk.ui.widgets.calendar_month import MonthView
from smsdesk.ui.widgets.calendar_view import CalendarView
from smsdesk.ui.widgets.calendar_week import WeekView
from smsdesk.ui.widgets.cells import CellPainter
from smsdesk.ui.widgets.guide_text import GuideText
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.lists import plain_list
from smsdesk.ui.widgets.rows import inks, paint_badge, paint_ground, paint_line
from smsdesk.ui.widgets.search_dialog import SearchDialog
from smsdesk.ui.widgets.skeletons import Overlay
from smsdesk.ui.widgets.state_column import StateDelegate
from smsdesk.ui.widgets.step_card import StepCard
from smsdesk.ui.widgets.surfaces import Banner, Card, ClickableCard, EmptyState, IconLabel, SectionHeader
from smsdesk.ui.widgets.tables import Table
from smsdesk.ui.widgets.text import Label
from smsdesk.ui.widgets.toasts import Toast

_WIDE = 420
_TOLD = "Envoi annulé."
_MONDAY = date(2026, 3, 9)
_NAMES = ("Durand Léa", "Martin Hugo", "Petit Anaël")
_STATES = (PartState.DELIVERED, PartState.UNKNOWN, PartState.FAILED)


def surfaces() -> tuple[Specimen, ...]:
    """Cards, banners, dialogs, toasts."""
    return (
        Specimen("Card", _card, width=_WIDE),
        Specimen("ClickableCard", _clickable, OPENING, width=_WIDE),
        Specimen("SectionHeader", _header, width=_WIDE),
        Specimen("EmptyState", _empty, width=_WIDE),
        *(Specimen(f"Banner, {tone}", partial(_banner, tone), width=_WIDE) for tone in Tone),
        Specimen("Toast", _toast),
        Specimen("SearchDialog", _dialog, FIELD[:2], width=_WIDE, height=180),
        Specimen("StepCard, open", lambda: _step(opened=True), width=_WIDE),
        Specimen("StepCard, answered", lambda: _step(opened=False), FIELD[:2], width=_WIDE),
        Specimen("GuideText", _guide, FIELD[:2], width=_WIDE, height=150),
        Specimen("OrderedLines", _phones, SHOWN, width=_WIDE),
        Specimen("IconLabel", lambda: IconLabel(Icon.MODEM)),
        Specimen("Overlay", _waiting, width=_WIDE, height=150),
    )  # fmt: skip


def rows() -> tuple[Specimen, ...]:
    """Lists, tables, calendars."""
    return (
        Specimen("Table", _table, ROWS, width=_WIDE, height=180),
        Specimen("plain_list", _list, ROWS, width=240, height=140),
        Specimen("MonthView", lambda: _filled(MonthView("Mois")), ROWS[:2], width=640, height=420),
        Specimen("WeekView", lambda: _filled(WeekView("Semaine")), ROWS[:2], width=640, height=420),
    )


def _card() -> QWidget:
    return Card(Label("Aujourd’hui"), Label("Rien n’est prévu.", muted=True))


def _header() -> QWidget:
    return SectionHeader("Réponses", Button("Tout lire", look=Look.LINK))


def _clickable() -> QWidget:
    return ClickableCard("Concert", Label("Concert d’hiver"), Label("26 remis, 2 incertains", muted=True))


def _empty() -> QWidget:
    action = Button("Importer une liste", Icon.IMPORT, Look.PRIMARY)
    return EmptyState(Icon.PEOPLE, "Personne encore", "Importez la liste que vous avez déjà.", action)


def _banner(tone: Tone) -> QWidget:
    return Banner("2 envois incertains attendent votre décision.", tone, Button("Décider", look=Look.LINK))


def _toast() -> QWidget:
    place = QWidget()
    place.setFixedSize(_WIDE, 2 * tokens.CONTROL_HEIGHT_LARGE)
    toast = Toast(place)
    toast.say(_TOLD, "Rétablir", lambda: None)
    return place


class _Finder(SearchDialog):
    """A dialog that offers three names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "gallery_finder", "Aller à", "Une page ou un groupe", Topic())
        self.list.setAccessibleName("Trouvé")
        self.setLayout(column(self.search, self.list, margin=tokens.SPACE_M))
        self.fill()

    def offer(self, wanted: list[str]) -> None:
        for name in _NAMES:
            self.add(icons.make(Icon.PERSON), name, name, tokens.ROW_HEIGHT)


def _dialog() -> QWidget:
    place = QWidget()
    finder = _Finder(place)
    finder.setWindowFlags(Qt.WindowType.Widget)
    place.setLayout(column(finder))
    return place


def _step(*, opened: bool) -> QWidget:
    made = StepCard(
        1, "Comment s’appelle votre établissement ?", Label("Les familles le lisent.", muted=True)
    )
    made.show_state(opened=opened, done=not opened, answer="Conservatoire de Dole")
    return made


def _guide() -> QWidget:
    made = GuideText()
    made.setAccessibleName("Aide")
    made.show_text("# Lire les réponses\n\nChaque réponse est à sa place : [voir la suite](#suite).")
    return made


def _waiting() -> QWidget:
    place = QWidget()
    place.setFixedSize(_WIDE, 3 * tokens.ROW_HEIGHT_TWO_LINES)
    Overlay(place).appear()
    return place


def _phones() -> QWidget:
    return PhoneLines((Phone("+33639980001"), Phone("+33384000000", "maison")))


def _table() -> QWidget:
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["Pour", "Téléphone", "État"])
    for name, state in zip(_NAMES, _STATES, strict=True):
        chip = QStandardItem()
        chip.setData(state, STATE_ROLE)
        model.appendRow([QStandardItem(name), QStandardItem("06 39 98 00 01"), chip])
    made = Table("Destinataires")
    model.setParent(made)
    made.show_model(model, {1: "06 39 98 00 01"})
    made.setItemDelegate(CellPainter(made))
    made.setItemDelegateForColumn(2, StateDelegate(STATE_ROLE, made))
    return made


class _NamePainter(QStyledItemDelegate):
    """A row as every list paints it: ground, words, count."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        paint_ground(painter, option)
        box = option.rect.adjusted(tokens.SPACE_S, 0, -tokens.SPACE_S, 0)
        paint_line(painter, box, str(index.data()), Type.BODY, inks(option)[0])
        paint_badge(painter, box, index.row() + 1)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, tokens.ROW_HEIGHT)


def _list() -> QWidget:
    model = QStringListModel(_NAMES)
    made = plain_list(model, _NamePainter(), "Noms", "gallery_list")
    model.setParent(made)
    return made


def _filled(view: CalendarView) -> QWidget:
    blocks = [
        Block(
            str(at),
            datetime.combine(_MONDAY + timedelta(days=at), time(1 + at)),
            "Cours de piano",
            state,
            movable=True,
            count=26,
        )
        for at, state in enumerate(EntryState)
    ]
    if isinstance(view, MonthView):
        view.show_month(_MONDAY)
    elif isinstance(view, WeekView):
        view.show_week(_MONDAY)
    view.show_blocks({each.day: [each] for each in blocks}, {date(2026, 3, 14): DayMark("Vacances")})
    return view
