"""What came back: the answers since a broadcast left, with the names of those it was for."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smsdesk.domain.broadcast_views import Answers
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.models.answers import WHEN, WHO, AnswersModel
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.surfaces import EmptyState
from smsdesk.ui.widgets.tables import Table
from smsdesk.ui.widgets.text import Label


class AnswersPane(QWidget):
    """Lists the answers; `opened` carries the phone (E.164) whose conversation is to be shown."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self.model = AnswersModel()
        self.count = Label("", muted=True, wrap=True)
        self.count.setObjectName("answers_count")
        self.table = Table(self.tr("Answers"))
        self.table.setObjectName("answers_table")
        samples = {WHO: "Beaumont Maximilien, Léa", WHEN: "00 septembre, 00:00"}
        self.table.show_model(self.model, samples)
        self.table.activated.connect(self._open)
        self.table.clicked.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        text = self.tr("What these phones write from now on appears here, and in the inbox.")
        self._stack.addWidget(EmptyState(Icon.INBOX, self.tr("No answer yet"), text))
        layout = column(self.count, space=tokens.SPACE_S)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)

    def show_answers(self, answers: Answers) -> None:
        """Show these; the line says how many are still silent."""
        self.model.show(answers.items)
        words = [self.tr("%n phones have answered", "", answers.answered)]
        words.append(self.tr("%n have not", "", answers.silent))
        self.count.setText(" · ".join(words) if answers.asked else "")
        self._stack.setCurrentIndex(0 if answers.items else 1)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.answers[index.row()].phone)
