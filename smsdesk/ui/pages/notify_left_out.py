"""Envoyer, "Résumé": who gets nothing, by reason and by name, each name a way to put it right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.audience import LeftOut
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.widgets.buttons import Button, Look, NameLink
from smsdesk.ui.widgets.flow import FlowLayout
from smsdesk.ui.widgets.layout import clear, column
from smsdesk.ui.widgets.text import Label

_NAMES_FIRST = 12
"""Names of one reason that are read at a glance."""

_NAMES_MOST = 300
"""More than this nobody corrects one by one."""


class LeftOutNames(QWidget):
    """Names under their reasons; `opened` carries the id of somebody to be looked at."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notify_left_out")
        self._shown: tuple[LeftOut, ...] = ()
        self._whole = False
        self._title = Label("", Type.STRONG)
        self._reasons = column(space=tokens.SPACE_S)
        stack = column(self._title, space=tokens.SPACE_XS)
        stack.addLayout(self._reasons)
        self.setLayout(stack)
        self.hide()

    def show_people(self, left_out: Sequence[LeftOut]) -> None:
        """Show these; none hides it all."""
        if tuple(left_out) == self._shown:
            return
        self._shown = tuple(left_out)
        self._whole = False
        self._fill()

    def _fill(self) -> None:
        clear(self._reasons)
        self._title.setText(self.tr("%n left out", "", len(self._shown)))
        by_reason: defaultdict[Sentence, list[LeftOut]] = defaultdict(list)
        for person in self._shown:
            by_reason[person.reason].append(person)
        for reason, people in by_reason.items():
            self._reasons.addWidget(self._reason(translate(reason), people))
        self.setVisible(bool(self._shown))

    def _reason(self, reason: str, people: Sequence[LeftOut]) -> QWidget:
        """One reason and those whom it keeps from getting anything."""
        names = FlowLayout(tokens.SPACE_XS)
        shown = people[: _NAMES_MOST if self._whole else _NAMES_FIRST]
        for person in shown:
            names.addWidget(self._name(person))
        hidden = len(people) - len(shown)
        if hidden:
            more = Button(self.tr("and %n more", "", hidden), look=Look.LINK)
            more.clicked.connect(self._show_whole)
            more.setEnabled(not self._whole)
            names.addWidget(more)
        block = QWidget()
        words = Label(reason, Type.CAPTION, muted=True, wrap=True)
        stack = column(words, space=0)
        stack.addLayout(names)
        block.setLayout(stack)
        return block

    def _name(self, person: LeftOut) -> NameLink:
        link = NameLink(visible(person.name))
        number = person.contact_id
        link.setEnabled(number is not None)
        if number is not None:
            link.setToolTip(self.tr("Open the record to put it right"))
            link.clicked.connect(lambda: self.opened.emit(number))
        return link

    def _show_whole(self) -> None:
        self._whole = True
        self._fill()
