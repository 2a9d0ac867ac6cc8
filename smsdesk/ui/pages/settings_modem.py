"""How one modem stands, with the field for its PIN when it asks; and one finding of the doctor."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from smsdesk.domain.diagnosis import Finding, Level
from smsdesk.domain.modems import ModemState, ModemStatus
from smsdesk.domain.untrusted import visible
from smsdesk.ui import status
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import IconLabel
from smsdesk.ui.widgets.text import ElidedLabel, Label

_ASKS_FOR_PIN = frozenset({ModemState.PIN_NEEDED, ModemState.PIN_WRONG})


class ModemCard(QFrame):
    """One modem; `pin_entered` carries its name and what was typed."""

    pin_entered = Signal(str, str)

    def __init__(self, modem: ModemStatus) -> None:
        super().__init__()
        self.setProperty("look", "well")
        self._name = modem.name
        icon, tone = status.modem_look(modem.state)
        title = " ".join(word for word in (modem.manufacturer, modem.model) if word) or self.tr("Modem")
        head = row(space=tokens.SPACE_S)
        head.addWidget(ElidedLabel(visible(title), Type.STRONG), 1)
        head.addWidget(Chip(icon, status.state_words(modem.state), tone))
        known = (modem.operator, status.signal_words(modem.signal), modem.name)
        details = " · ".join(visible(word) for word in known if word)
        stack = column(head, Label(translate(modem.sentence), wrap=True), margin=tokens.SPACE_M)
        if details:
            stack.addWidget(ElidedLabel(details, muted=True))
        if modem.state in _ASKS_FOR_PIN:
            stack.addLayout(row(*self._make_pin(), None))
        self.setLayout(stack)

    def _make_pin(self) -> tuple[QWidget, QWidget]:
        field = QLineEdit()
        field.setObjectName("settings_pin")
        field.setAccessibleName(self.tr("PIN code of the SIM card"))
        field.setPlaceholderText(self.tr("PIN code"))
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{4,8}"), field))
        field.setMaximumWidth(theme.wide(tokens.RAIL_WIDTH))
        enter = Button(self.tr("Enter"), Icon.LOCK)
        enter.setObjectName("settings_pin_enter")
        enter.setEnabled(False)
        field.textChanged.connect(lambda: enter.setEnabled(field.hasAcceptableInput()))

        def hand_over() -> None:
            pin = field.text()
            field.clear()
            self.pin_entered.emit(self._name, pin)

        enter.clicked.connect(hand_over)
        field.returnPressed.connect(hand_over)
        return field, enter


_LEVELS = {
    Level.OK: (Icon.SUCCESS, Tone.DELIVERED),
    Level.NOTE: (Icon.INFORMATION, Tone.ACCENT),
    Level.WARNING: (Icon.WARNING, Tone.UNCERTAIN),
    Level.PROBLEM: (Icon.FAILED, Tone.FAILED),
}


def finding_row(finding: Finding) -> QWidget:
    """What was found, what it means, and what to do next."""
    icon, tone = _LEVELS[finding.level]
    title = Label(translate(finding.title), Type.STRONG, wrap=True)
    title.set_tone(None if finding.level is Level.OK else tone)
    words = column(title, space=tokens.SPACE_XS)
    for sentence in (finding.detail, finding.next_step):
        if sentence is not None:
            words.addWidget(Label(translate(sentence), wrap=True, muted=sentence is finding.detail))
    line = row(space=tokens.SPACE_M)
    line.addWidget(IconLabel(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    widget = QWidget()
    widget.setLayout(line)
    return widget
