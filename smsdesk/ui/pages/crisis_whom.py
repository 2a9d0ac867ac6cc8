"""The alert, second question: who? Everyone, or the towns and groups that are ticked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.crisis import EVERYONE
from smsdesk.domain.folding import fold
from smsdesk.domain.people import Group
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import Segments
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label

_EVERYONE, _PART = "everyone", "part"
_TOWN_ROLE = Qt.ItemDataRole.UserRole
_GROUP_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Places:
    """What an area can be made of."""

    towns: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()


class WhomPanel(Card):
    """What the person chose; `changed` says that it is something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self.ways = Segments(
            ((_EVERYONE, self.tr("Everyone")), (_PART, self.tr("An area or groups"))), self.tr("Who?")
        )
        for way in (_EVERYONE, _PART):
            self.ways.button(way).setObjectName(f"crisis_{way}")
        self.ways.chosen.connect(self._switch)
        self.search = SearchField(self.tr("Town or group"))
        self.search.setObjectName("crisis_area_search")
        self.search.searched.connect(self._filter)
        self.list = QListWidget()
        self.list.setObjectName("crisis_area")
        self.list.setAccessibleName(self.tr("Towns and groups"))
        self.list.setMinimumHeight(theme.high(tokens.ROW_HEIGHT) * 3)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.itemActivated.connect(_turn)
        self._hint = Label(
            self.tr("Everybody known here, once for each phone; for a child, the guardians."),
            muted=True,
            wrap=True,
        )
        self.body.addWidget(Label(self.tr("Who?"), Type.SUBTITLE))
        for part in (self.ways, self._hint, self.search):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self._air = Label()
        self.body.addWidget(self._air, 1)
        self._switch(_EVERYONE, tell=False)

    def begin(self) -> None:
        """Everyone, with nothing ticked."""
        self.ways.choose(_EVERYONE)
        with QSignalBlocker(self.list):
            for item in self._items():
                item.setCheckState(Qt.CheckState.Unchecked)
        self._switch(_EVERYONE, tell=False)

    def show_places(self, places: Places) -> None:
        """Offer these; what was ticked stays so."""
        ticked = {self._key(item) for item in self._ticked()}
        with QSignalBlocker(self.list):
            self.list.clear()
            for town in places.towns:
                self._add(visible(town), Icon.TOWN, town, None)
            for group in places.groups:
                self._add(f"{visible(group.name)} ({group.size})", Icon.CLASS, None, group)
            for item in self._items():
                checked = self._key(item) in ticked
                item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        self._filter(self.search.text())

    def _add(self, text: str, icon: Icon, town: str | None, group: Group | None) -> None:
        item = QListWidgetItem(icons.make(icon, Ink.MUTED), text)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(_TOWN_ROLE, town)
        item.setData(_GROUP_ROLE, group)
        self.list.addItem(item)

    def _key(self, item: QListWidgetItem) -> object:
        group = item.data(_GROUP_ROLE)
        return group.id if isinstance(group, Group) else item.data(_TOWN_ROLE)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _ticked(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def _switch(self, way: str, *, tell: bool = True) -> None:
        part = way == _PART
        for widget in (self.search, self.list):
            widget.setVisible(part)
        for words in (self._hint, self._air):
            words.setVisible(not part)
        if tell:
            self.changed.emit()
        if part and tell:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self, words: str) -> None:
        wanted = fold(words)
        for item in self._items():
            item.setHidden(wanted not in fold(item.text()))

    @property
    def request(self) -> AudienceRequest:
        """Whom the alert is for."""
        if self.ways.current == _EVERYONE:
            return EVERYONE
        groups = [data for item in self._ticked() if isinstance(data := item.data(_GROUP_ROLE), Group)]
        towns = [data for item in self._ticked() if isinstance(data := item.data(_TOWN_ROLE), str)]
        return AudienceRequest(group_ids=tuple(group.id for group in groups), areas=tuple(towns))

    @property
    def words(self) -> str:
        """The same in words."""
        if self.ways.current == _EVERYONE:
            return self.tr("Everyone")
        groups = [item.data(_GROUP_ROLE) for item in self._ticked()]
        names = [group.name if isinstance(group, Group) else "" for group in groups]
        towns = [item.data(_TOWN_ROLE) or "" for item in self._ticked()]
        return ", ".join(filter(None, (*towns, *names)))


def _turn(item: QListWidgetItem) -> None:
    """Enter ticks as Space does."""
    ticked = item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
