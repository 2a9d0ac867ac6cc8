"""Envoyer, "À qui": only the first guardian at once, the second when the first has not got it in time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from smsdesk.domain.second_guardian import LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES
from smsdesk.ui.design import tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.spins import CountField
from smsdesk.ui.widgets.text import Label


class SecondGuardianChoice(QWidget):
    """Off at first; `changed` says that it is something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self.box = QCheckBox(self.tr("Second guardian only if needed"))
        self.box.setObjectName("notify_second_guardian")
        self.box.setToolTip(
            self.tr("One guardian is written to at once, the next one if the SMS is not delivered in time.")
        )
        self.box.toggled.connect(self._toggled)
        self.field = CountField(
            self.tr("Minutes until the second guardian is told"), MOST_MINUTES, LEAST_MINUTES
        )
        self.field.setObjectName("notify_second_minutes")
        self.field.setSuffix(self.tr(" min"))
        self.field.setValue(USUAL_MINUTES)
        self.field.valueChanged.connect(self.changed)
        self._hint = Label("", Type.CAPTION, muted=True, wrap=True)
        self._hint.setText(
            self.tr("For now the first guardian of each pupil; the second one if that SMS is not delivered.")
        )
        self.doubt = Label("", Type.CAPTION, wrap=True)
        self.doubt.setObjectName("notify_second_doubt")
        self._after = QWidget()
        self._after.setLayout(row(Label(self.tr("after")), self.field, None, space=tokens.SPACE_S))
        below = column(self._after, self._hint, self.doubt, space=tokens.SPACE_XS)
        below.setContentsMargins(tokens.SPACE_L, 0, 0, 0)
        self.setLayout(column(self.box, below, space=tokens.SPACE_XS))
        self._doubted = ""
        self._show()

    @property
    def minutes(self) -> int | None:
        """After how many minutes; None without the rule."""
        return self.field.value() if self.box.isChecked() else None

    def choose(self, minutes: int | None) -> None:
        """Begin with this."""
        self.field.setValue(minutes or USUAL_MINUTES)
        self.box.setChecked(minutes is not None)
        self._show()

    def show_doubt(self, words: str) -> None:
        """Say why the rule may not work well here; "" when nothing speaks against it."""
        self._doubted = words
        self._show()

    def _toggled(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        on = self.box.isChecked()
        self._after.setVisible(on)
        self._hint.setVisible(on)
        self.doubt.setText(self._doubted)
        self.doubt.setVisible(on and bool(self._doubted))
