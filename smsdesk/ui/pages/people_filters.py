"""Filters over the people: what was chosen as chips, and below a panel with everything one can ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from smsdesk.domain.filters import NO_FILTER, ConsentState, PeopleFilter, Reach
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, Group
from smsdesk.domain.untrusted import visible
from smsdesk.ui import filter_words
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.groups import as_tree
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.people_words import consent_look, kind_word, purpose_word
from smsdesk.ui.widgets.buttons import Button, IconButton, Look, PressButton
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.flow import FlowLayout, flow
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.removable import RemovableChip
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label

_OLDEST = 120
_LEAST_LINES = 3
_AGE_WIDTH = tokens.SPACE_XXL + tokens.SPACE_M
_FIELD_WIDTH = tokens.RAIL_WIDTH


class FilterBar(QWidget):
    """`changed` says that the filter is another one; `save_wanted` carries it, to make a group of it."""

    changed = Signal()
    save_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.filters: PeopleFilter = NO_FILTER
        self._names: dict[int, str] = {}
        self.panel = FilterPanel()
        self.panel.changed.connect(self._take)
        self.panel.closed.connect(lambda: self.show_panel(False))
        self.button = Button(self.tr("Filter"), Icon.FILTER)
        self.button.setObjectName("people_filter")
        self.button.setCheckable(True)
        self.button.clicked.connect(lambda: self.show_panel(self.button.isChecked()))
        self._chips = FlowLayout(tokens.SPACE_XS)
        self._chip_area = QWidget()
        self._chip_area.setLayout(self._chips)
        self._area = scrolled(self.panel)
        self.panel.setAutoFillBackground(False)  # its corners are round
        self.panel.setProperty("look", "card")  # it stays one among what scrolls
        self.setLayout(column(self._chip_area, self._area))
        self._area.hide()
        self._show_chips()

    def show_choices(self, groups: Sequence[Group], cities: Sequence[str]) -> None:
        """The groups and towns one can ask for."""
        self._names = {group.id: group.name for group in groups}
        self.panel.show_choices(groups, cities)
        self._show_chips()

    def show_panel(self, shown: bool) -> None:
        """Open or close the panel; the keyboard goes along."""
        self._area.setVisible(shown)
        self.button.setChecked(shown)
        self._show_chips()
        (self.panel.first if shown else self.button).setFocus()

    def set_filters(self, filters: PeopleFilter) -> None:
        """Ask for something else, without telling."""
        self.filters = filters
        self.panel.show_filters(filters)
        self._show_chips()

    def _take(self, filters: PeopleFilter) -> None:
        self.set_filters(filters)
        self.changed.emit()

    def _show_chips(self) -> None:
        clear(self._chips)
        for piece in filter_words.pieces(self.filters, self._names):
            chip = RemovableChip(piece.text)
            chip.clicked.connect(lambda _checked=False, piece=piece: self._take(piece.without))
            self._chips.addWidget(chip)
        if not self.filters.empty:
            save = Button(self.tr("Save this filter as a group"), look=Look.LINK)
            save.setObjectName("people_filter_save")
            save.clicked.connect(lambda: self.save_wanted.emit(self.filters))
            self._chips.addWidget(save)
        self._chip_area.setVisible(not self.filters.empty)
        self.setVisible(not self.filters.empty or self.opened)
        self._fit()

    @property
    def opened(self) -> bool:
        """Whether the panel is open."""
        return not self._area.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the panel is, but half of the room stays for the people."""
        whole = self.parentWidget()
        wanted = self.panel.heightForWidth(self.width())
        room = (whole.height() if whole is not None else wanted) // 2
        self._area.setFixedHeight(max(theme.high(tokens.CONTROL_HEIGHT) * _LEAST_LINES, min(wanted, room)))


class FilterPanel(Card):
    """`changed` carries the filter as it is set now."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._filters = NO_FILTER
        self._kinds = {kind: self._kind(kind) for kind in ContactKind}
        self._least = self._age(self.tr("Age from"), "people_age_from")
        self._most = self._age(self.tr("Age up to"), "people_age_to")
        self._city = self._adder(self.tr("Town"), "people_filter_city", self._add_city)
        self._group = self._adder(self.tr("Class or course"), "people_filter_group", self._add_group)
        self._consent = self._consent_picker()
        self._reach = self._reach_picker()
        self._archived = QCheckBox(self.tr("Show them"))
        self._archived.setObjectName("people_filter_archived")
        self._archived.setAccessibleName(self.tr("Show archived people"))
        self._archived.clicked.connect(lambda on: self._set(archived=on))
        self.first: QWidget = self._kinds[ContactKind.PUPIL]
        self._build()

    def _build(self) -> None:
        close = IconButton(Icon.CLOSE, self.tr("Close the filters"))
        close.clicked.connect(self.closed)
        kinds = QWidget()
        kinds.setLayout(flow(*self._kinds.values(), space=tokens.SPACE_XS))
        heading = row(space=tokens.SPACE_S)
        heading.addWidget(kinds, 1)
        heading.addLayout(column(close, None))
        self.body.addLayout(heading)
        ages = QWidget()
        ages.setLayout(row(self._least, Label(self.tr("to")), self._most))
        fields = QWidget()
        label = Label(self.tr("Age"), Type.STRONG)
        whole = QWidget()
        whole.setLayout(column(label, ages, space=tokens.SPACE_XS))
        fields.setLayout(
            flow(
                whole,
                Labelled(self.tr("Town"), self._city),
                Labelled(self.tr("Class or course"), self._group),
                Labelled(self.tr("Consent"), self._consent),
                Labelled(self.tr("Reached"), self._reach),
                Labelled(self.tr("Archived people"), self._archived),
            )
        )
        self.body.addWidget(fields)

    def _kind(self, kind: ContactKind) -> PressButton:
        button = PressButton(kind_word(kind))
        button.setProperty("look", "segment")
        button.setCheckable(True)
        button.clicked.connect(lambda _on, kind=kind: self._set(kinds=self._filters.kinds ^ {kind}))
        return button

    def _age(self, name: str, object_name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(object_name)
        field.setAccessibleName(name)
        field.setValidator(QIntValidator(0, _OLDEST, field))
        field.setFixedWidth(theme.wide(_AGE_WIDTH))
        field.textEdited.connect(
            lambda: self._set(min_age=_whole(self._least.text()), max_age=_whole(self._most.text()))
        )
        return field

    def _adder(self, name: str, object_name: str, add: Callable[[object], None]) -> Picker:
        """A picker whose choice becomes a chip, and which then is free for the next."""
        picker = _picker(name, object_name)
        picker.activated.connect(lambda at: add(picker.itemData(at)))
        return picker

    def _consent_picker(self) -> Picker:
        picker = _picker(self.tr("Consent"), "people_filter_consent")
        picker.addItem(self.tr("Any"), None)
        for purpose in Purpose:
            for state in ConsentState:
                words = f"{purpose_word(purpose)} : {consent_look(state).text}"
                picker.addItem(words, (purpose, state))
        picker.activated.connect(lambda at: self._set(consent=picker.itemData(at)))
        return picker

    def _reach_picker(self) -> Picker:
        picker = _picker(self.tr("Reached"), "people_filter_reach")
        picker.addItem(self.tr("Any"), None)
        for reach in Reach:
            picker.addItem(filter_words.reach_word(reach), reach)
        picker.activated.connect(lambda at: self._set(reach=picker.itemData(at)))
        return picker

    def show_choices(self, groups: Sequence[Group], cities: Sequence[str]) -> None:
        """The groups and towns one can ask for."""
        self._city.clear()
        self._city.addItem(self.tr("Choose a town") if cities else self.tr("No town known"), None)
        for city in cities:
            self._city.addItem(visible(city), city)
        self._group.clear()
        self._group.addItem(self.tr("Choose a group"), None)
        for group, depth in as_tree(groups):
            if group.filter is None:
                self._group.addItem("\u2003" * depth + visible(group.name), group.id)

    def show_filters(self, filters: PeopleFilter) -> None:
        """Show what is asked for now."""
        self._filters = filters
        for kind, button in self._kinds.items():
            button.setChecked(kind in filters.kinds)
        for field, age in ((self._least, filters.min_age), (self._most, filters.max_age)):
            if _whole(field.text()) != age:
                field.setText("" if age is None else str(age))
        self._city.setCurrentIndex(0)
        self._group.setCurrentIndex(0)
        _choose(self._consent, filters.consent)
        _choose(self._reach, filters.reach)
        self._archived.setChecked(filters.archived)

    def _add_city(self, city: object) -> None:
        if isinstance(city, str) and city not in self._filters.cities:
            self._set(cities=(*self._filters.cities, city))

    def _add_group(self, group_id: object) -> None:
        if isinstance(group_id, int) and group_id not in self._filters.group_ids:
            self._set(group_ids=(*self._filters.group_ids, group_id))

    def _set(self, **pieces: object) -> None:
        self.changed.emit(replace(self._filters, **pieces))  # type: ignore[arg-type]  # names of its fields


def _picker(name: str, object_name: str) -> Picker:
    picker = Picker(name)
    picker.setObjectName(object_name)
    picker.setFixedWidth(theme.wide(_FIELD_WIDTH))
    return picker


def _choose(picker: Picker, wanted: object) -> None:
    at = next((at for at in range(picker.count()) if _same(picker.itemData(at), wanted)), 0)
    picker.setCurrentIndex(at)


def _same(data: object, wanted: object) -> bool:
    """Qt gives tuples back as lists."""
    return (tuple(data) if isinstance(data, list) else data) == wanted


def _whole(text: str) -> int | None:
    return int(text) if text.isdigit() else None
