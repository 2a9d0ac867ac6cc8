"""What an import did: the numbers, the way back, and the groups that one can write to now."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.import_plan import ImportResult
from smsdesk.domain.people import Group
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import Piece, column, row
from smsdesk.ui.widgets.surfaces import Banner, Card
from smsdesk.ui.widgets.text import ElidedLabel, Label


class ResultView(QWidget):
    """`navigate` carries a Place, `another_wanted` begins again, `undone` takes the whole import back."""

    navigate = Signal(object)
    another_wanted = Signal()
    undone = Signal()

    def __init__(self, result: ImportResult, groups: tuple[Group, ...], rejected: int = 0) -> None:
        """`rejected` cells of the list could not be used."""
        super().__init__()
        self.result = result
        self._rejected = rejected
        self.undo = Button(self.tr("Undo this import"), Icon.UNDO)  # shown only where it can be undone
        self.undo.setObjectName("import_undo")
        self.undo.clicked.connect(self.undone)
        self.banner = Banner(self._told(result), Tone.DELIVERED)
        self.banner.setObjectName("import_result")
        layout = column(self.banner, space=tokens.SPACE_M)
        if groups:
            layout.addWidget(scrolled(self._groups(groups)), 1)
        else:
            layout.addStretch(1)
        another = Button(self.tr("Import another file"), look=Look.QUIET)
        another.setObjectName("import_another")
        another.clicked.connect(self.another_wanted)
        see = Button(self.tr("See the people"), Icon.PEOPLE, Look.PRIMARY)
        self.first = see
        see.clicked.connect(lambda: self.navigate.emit(Place(Route.PEOPLE)))
        undo = (self.undo,) if result.change_set_id is not None else ()
        layout.addLayout(row(*undo, None, another, see))
        self.setLayout(layout)

    def _told(self, result: ImportResult) -> str:
        parts = {
            self.tr("%n people added", "", result.new): result.new,
            self.tr("%n changed", "", result.changed): result.changed,
            self.tr("%n as before", "", result.unchanged): result.unchanged,
            self.tr("%n who left taken care of", "", result.left): result.left,
        }
        told = ", ".join(words for words, count in parts.items() if count)
        done = self.tr("The list is imported: {numbers}.").format(numbers=told)
        return " ".join((done, *self._besides(result)))

    def _besides(self, result: ImportResult) -> Iterator[str]:
        """What did not go the ordinary way is named too."""
        if self._rejected:
            yield self.tr("%n cell(s) could not be used.", "", self._rejected)
        if result.stopped:
            yield self.tr("%n waiting message(s) will not go out: the phone refuses SMS.", "", result.stopped)

    def _groups(self, groups: tuple[Group, ...]) -> QWidget:
        lines: list[Piece] = [Label(self.tr("Groups of the list"), Type.SUBTITLE)]
        around = QWidget()
        around.setLayout(column(Card(*lines, *(self._group(group) for group in groups)), None))
        return around

    def _group(self, group: Group) -> QWidget:
        write = Button(self.tr("Write to %n people", "", group.size), Icon.NOTIFY, Look.QUIET)
        write.setAccessibleName(self.tr("Write to {group}").format(group=visible(group.name)))
        start = Place(Route.NOTIFY, NotifyStart(group_ids=(group.id,)))
        write.clicked.connect(lambda: self.navigate.emit(start))
        line = row()
        line.addWidget(ElidedLabel(visible(group.name)), 1)
        line.addWidget(write)
        widget = QWidget()
        widget.setLayout(line)
        return widget
