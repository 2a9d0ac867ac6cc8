"""What each recipient will read: an SMS in its bubble, with a slider and arrows through all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSlider, QWidget

from smsdesk.domain.plan import PlannedMessage
from smsdesk.domain.text import measure
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.bubbles import Bubble
from smsdesk.ui.widgets.buttons import IconButton
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.text import ElidedLabel, Label

_PAGE = 10
"""How many recipients a click beside the slider's handle, or Page Down, goes on."""


class RecipientPreview(QFrame):
    """Shows the messages of a plan one by one; `stepped` carries the number of the one that is shown.

    The arrow keys step wherever the keyboard is in it; `actions` stand on the right of the arrows.
    """

    stepped = Signal(int)

    def __init__(self, *actions: QWidget) -> None:
        super().__init__()
        self.setProperty("look", "well")
        self._messages: Sequence[PlannedMessage] = ()
        self.bubble = Bubble("", outgoing=True)
        self.whose = ElidedLabel("", muted=True)
        self.whose.setObjectName("preview_whose")
        self.count = Label("", Type.CAPTION, muted=True)
        self.count.setObjectName("preview_count")
        self.previous = IconButton(Icon.BACK, self.tr("Previous recipient"))
        self.previous.setObjectName("preview_previous")
        self.previous.clicked.connect(lambda: self.go(self.at - 1))
        self.next = IconButton(Icon.NEXT, self.tr("Next recipient"))
        self.next.setObjectName("preview_next")
        self.next.clicked.connect(lambda: self.go(self.at + 1))
        self._actions = actions
        self.setLayout(
            column(
                self.whose,
                self.bubble,
                self.count,
                row(self.previous, self._make_slider(), self.next, *actions, space=tokens.SPACE_XS),
                margin=tokens.SPACE_S,
            )
        )
        self._show()

    def _make_slider(self) -> QSlider:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("preview_slider")
        self.slider.setAccessibleName(self.tr("Recipient shown"))
        self.slider.setPageStep(_PAGE)
        self.slider.setMinimumHeight(tokens.SPACE_L)
        self.slider.valueChanged.connect(self._on_value)
        return self.slider

    @property
    def at(self) -> int:
        """The number, from 0, of the message that is shown."""
        return self.slider.value()

    @property
    def message(self) -> PlannedMessage | None:
        """The message that is shown."""
        return self._messages[self.at] if self._messages else None

    def show_messages(self, messages: Sequence[PlannedMessage]) -> None:
        """Show these messages; the place among them stays as far as it can."""
        self._messages = messages
        self.slider.setMaximum(max(0, len(messages) - 1))
        self._show()

    def go(self, number: int) -> None:
        """Show the message of this number, or the first or last one."""
        self.slider.setValue(number)

    def _on_value(self, number: int) -> None:
        self._show()
        self.stepped.emit(number)

    def _show(self) -> None:
        message = self.message
        several = len(self._messages) > 1
        for control in (self.previous, self.slider, self.next):
            control.setVisible(several)
        for part in (*self._actions, self.count):
            part.setVisible(message is not None)
        if message is None:
            self.whose.setText(self.tr("What families will read"))
            self.bubble.show_text("…")
            return
        self.whose.setText(self._heading(message))
        self.bubble.show_text(message.text or "…")
        self.count.setText(self._cost(message))
        self.count.setVisible(bool(message.text))
        self.previous.setEnabled(self.at > 0)
        self.next.setEnabled(self.at < len(self._messages) - 1)

    def _heading(self, message: PlannedMessage) -> str:
        who = visible(", ".join(message.people)) or self.tr("Without a name")
        return self.tr("{number}/{count} for {people} · {phone}").format(
            number=formats.number(self.at + 1),
            count=formats.number(len(self._messages)),
            people=who,
            phone=formats.phone(message.e164),
        )

    def _cost(self, message: PlannedMessage) -> str:
        cost = measure(message.text)
        room = cost.limit if cost.parts <= 1 else cost.per_part * cost.parts
        words = self.tr("%n SMS", "", message.parts)
        return f"{formats.number(cost.units)}/{formats.number(room)} · {words}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.go(self.at + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
