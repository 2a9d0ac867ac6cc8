"""Réglages, what is written back to STOP and START, once for each change."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.opt_outs import START_TEXT, STOP_TEXT
from smsdesk.domain.text import measure, normalise
from smsdesk.ui.design import tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.fields import Labelled
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.leaving_text import LeavingText
from smsdesk.ui.widgets.text import Label


class StopTexts(QWidget):
    """`left` follows when a text was typed; an empty one becomes the usual text again."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.stop = LeavingText(self.tr("Written back to STOP"))
        self.stop.setObjectName("settings_stop_text")
        self.start = LeavingText(self.tr("Written back to START"))
        self.start.setObjectName("settings_start_text")
        self._costs = {field: Label("", Type.CAPTION, muted=True) for field in (self.stop, self.start)}
        self._shown: dict[LeavingText, str] = {}
        pieces: list[QWidget] = []
        for field, usual in ((self.stop, STOP_TEXT), (self.start, START_TEXT)):
            field.left.connect(lambda field=field, usual=usual: self._leave(field, usual))
            field.textChanged.connect(lambda field=field: self._count(field))
            pieces += [Labelled(field.accessibleName(), field), self._costs[field]]
        told = self.tr("{institution} and {quoi} are filled in: who you are, and which SMS are meant.")
        pieces.append(Label(told, Type.CAPTION, muted=True, wrap=True))
        self.setLayout(column(*pieces, space=tokens.SPACE_XS, margin=0))

    def show_texts(self, stop: str, start: str) -> None:
        """What is kept; what somebody types, or what was refused and stays to be corrected, is left alone."""
        for field, text in ((self.stop, stop), (self.start, start)):
            if not field.hasFocus() and self._shown.get(field) != text:
                field.setPlainText(text)
                self._shown[field] = text

    @property
    def texts(self) -> tuple[str, str]:
        """What is written back to STOP and to START."""
        return self.stop.toPlainText().strip(), self.start.toPlainText().strip()

    def _leave(self, field: LeavingText, usual: str) -> None:
        if not field.toPlainText().strip():
            field.setPlainText(usual)
        self.left.emit()

    def _count(self, field: LeavingText) -> None:
        parts = measure(normalise(field.toPlainText())).parts
        self._costs[field].setText(self.tr("%n SMS", "", parts))
