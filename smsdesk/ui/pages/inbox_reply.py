"""The box in which one answers: the text or a template, what it costs, and Ctrl+Enter to send."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.text import Measure, economise, measure, normalise
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.inbox_templates import first_gap
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Banner
from smsdesk.ui.widgets.text import Label

_LINES = 3
"""What fits in one SMS, at the width of the pane."""


class AnswerText(QPlainTextEdit):
    """A text in which Ctrl+Enter ends the writing, and Enter begins a line."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inbox_reply")
        self.setAccessibleName(self.tr("Your answer"))
        self.setPlaceholderText(self.tr("Your answer"))
        self.setTabChangesFocus(True)
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(_LINES * line + 2 * tokens.SPACE_S + tokens.SPACE_XS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class ReplyBox(QStackedWidget):
    """`sent` carries the text to send, `template_wanted` asks for the templates.

    Who cannot be answered gets a sentence in place of the box.
    """

    sent = Signal(str)
    template_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = AnswerText()
        self.text.finished.connect(self._send)
        self.text.textChanged.connect(self._count)
        self.counter = Label("", Type.CAPTION, muted=True, wrap=True)
        self.counter.setObjectName("inbox_counter")
        self.cheaper = Button(self.tr("Write it shorter"), look=Look.LINK)
        self.cheaper.setToolTip(
            self.tr("Replaces the characters that make the SMS longer by the nearest ones.")
        )
        self.cheaper.clicked.connect(self._economise)
        self.gap = Label("", Type.CAPTION, wrap=True)
        self.gap.setObjectName("inbox_gap")
        self.gap.set_tone(Tone.UNCERTAIN)
        self.template = IconButton(Icon.TEMPLATES, self.tr("Answer with a template (Ctrl+M)"))
        self.template.setObjectName("inbox_template")
        self.template.clicked.connect(self.template_wanted)
        self.send = Button("", Icon.SEND, Look.PRIMARY)
        self.send.setObjectName("inbox_reply_send")
        self.send.setToolTip(self.tr("Ctrl+Enter"))
        self.send.clicked.connect(self._send)
        self._refusal = Banner("", Tone.NEUTRAL)
        self._busy = False
        cost = column(self.counter, row(self.cheaper, None), space=0)
        box = QWidget()
        box.setLayout(column(self.text, self.gap, row(cost, None, self.template, self.send)))
        refused = QWidget()
        refused.setLayout(column(None, self._refusal))
        self.addWidget(box)
        self.addWidget(refused)
        self._count()

    def show_for(self, sender: str, kind: SenderKind, draft: str) -> None:
        """Let one answer this sender, with what was being written to him; or say why one cannot."""
        self.text.setPlainText(draft)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        if kind is SenderKind.PHONE:
            self.setCurrentIndex(0)
            return
        self._refusal.say(self._why_not(kind).format(sender=visible(sender)), Tone.NEUTRAL)
        self.setCurrentIndex(1)

    def _why_not(self, kind: SenderKind) -> str:
        if kind is SenderKind.ALPHANUMERIC:
            return self.tr("“{sender}” is a name, not a number: the network carries no answer to it.")
        if kind is SenderKind.SHORT_CODE:
            return self.tr("{sender} is a short number of a service: it does not read answers from here.")
        return self.tr("This message came without a number that one could answer.")

    @property
    def draft(self) -> str:
        """What is being written."""
        return self.text.toPlainText()

    def set_busy(self, busy: bool) -> None:
        """While the answer is put into the queue, it cannot be sent once more."""
        self._busy = busy
        self._count()

    def take_template(self, text: str) -> None:
        """Write a template's text where the cursor is, and mark the first gap to fill in."""
        cursor = self.text.textCursor()
        cursor.insertText(text)
        self.text.setFocus()
        self._mark_gap()

    def _mark_gap(self) -> None:
        gap = first_gap(self.draft)
        if gap is None:
            return
        at, written = (len(part.encode("utf-16-le")) // 2 for part in (self.draft[: gap[0]], gap[1]))
        cursor = self.text.textCursor()
        cursor.setPosition(at)
        cursor.setPosition(at + written, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)

    def _economise(self) -> None:
        self.text.setPlainText(economise(normalise(self.draft)))
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.text.setFocus()

    def _count(self) -> None:
        text = normalise(self.draft)
        cost = measure(text)
        self.counter.setText(self._written(cost))
        self.cheaper.setVisible(measure(economise(text)).parts < cost.parts)
        self.send.setText(self.tr("Send %n SMS", "", cost.parts))
        gap = first_gap(text)
        self.gap.setText(self.tr("{field} is to be filled in.").format(field=gap[1]) if gap else "")
        self.gap.setVisible(gap is not None)
        self.send.setEnabled(bool(text.strip()) and gap is None and not self._busy)

    def _written(self, cost: Measure) -> str:
        room = cost.limit if cost.parts == 1 else cost.parts * cost.per_part
        return self.tr("{used}/{room} · %n SMS", "", cost.parts).format(used=cost.units, room=room)

    def _send(self) -> None:
        if self.send.isEnabled() and self.currentIndex() == 0:
            self.sent.emit(self.draft)
