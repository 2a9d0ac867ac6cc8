"""Envoyer, "Quoi": what would be rewritten so that the text takes fewer SMS; the sender decides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QCheckBox, QFrame, QPlainTextEdit, QWidget

from smsdesk.domain.economy import Rewrite, economised, rewrites
from smsdesk.domain.templates import FIELDS, MergeText, folded
from smsdesk.domain.text import Measure, measure, normalise
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.flow import FlowLayout
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.message_editor import units
from smsdesk.ui.widgets.text import Label

_PREVIEW_LINES = 5


class EconomyPanel(QFrame):
    """Offers the rewrites of a text with what comes of them; `accepted` carries the rewritten text."""

    accepted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "well")
        self.setObjectName("notify_economy")
        self._text = ""
        self._boxes: dict[str, QCheckBox] = {}
        self._choices = FlowLayout(tokens.SPACE_S)
        area = QWidget()
        area.setLayout(self._choices)
        self.values = QCheckBox(self.tr("Also in names and other values"))
        self.values.setObjectName("notify_economy_values")
        self.values.setToolTip(self.tr("Without this, names keep their accents"))
        self.values.toggled.connect(self._show)
        self.preview = self._make_preview()
        self.result = Label("", muted=True, wrap=True)
        self.result.setObjectName("notify_economy_result")
        self._accept = Button(self.tr("Replace"), None, Look.SECONDARY)
        self._accept.setObjectName("notify_economy_accept")
        self._accept.clicked.connect(self._take)
        cancel = Button(self.tr("Leave it"), None, Look.QUIET)
        cancel.setObjectName("notify_economy_cancel")
        cancel.clicked.connect(self.hide)
        title = Label(self.tr("Use fewer SMS by writing"), Type.STRONG)
        self.setLayout(
            column(
                title,
                area,
                self.values,
                self.preview,
                self.result,
                row(None, cancel, self._accept),
                margin=tokens.SPACE_S,
            )
        )
        self.hide()

    def _make_preview(self) -> QPlainTextEdit:
        preview = QPlainTextEdit()
        preview.setReadOnly(True)
        preview.setTabChangesFocus(True)
        preview.setObjectName("notify_economy_preview")
        preview.setAccessibleName(self.tr("The text as it would be"))
        preview.setFixedHeight(preview.fontMetrics().lineSpacing() * _PREVIEW_LINES)
        return preview

    def open(self, text: str, *, values: bool) -> None:
        """Offer what can be rewritten; `values`: the values of people hold dear characters too."""
        self._text = normalise(text)
        found = rewrites(self._text)
        self.values.setChecked(False)
        self.values.setVisible(values)
        self._offer(found)
        self._show()
        self.show()
        first = next(iter(self._boxes.values()), self.values)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, found: Sequence[Rewrite]) -> None:
        clear(self._choices)
        self._boxes = {}
        for rewrite in found:
            box = QCheckBox(self._words(rewrite))
            box.setChecked(True)
            box.toggled.connect(self._show)
            self._boxes[rewrite.character] = box
            self._choices.addWidget(box)

    def _words(self, rewrite: Rewrite) -> str:
        """What is written for what: an invisible character and a space are said in words."""
        near = {"": self.tr("nothing"), " ": self.tr("a space")}.get(rewrite.near, rewrite.near)
        shown = self.tr("no-break space") if rewrite.character.isspace() else visible(rewrite.character)
        words = f"{shown} → {near}"
        return words if rewrite.times == 1 else f"{words} ({rewrite.times})"

    @property
    def rewritten(self) -> str:
        """The text with what is checked."""
        kept = [character for character, box in self._boxes.items() if not box.isChecked()]
        return economised(self._text, kept=kept, values=self.values.isChecked())

    def _show(self) -> None:
        after = self.rewritten
        before_cost, after_cost = _typical_cost(self._text), _typical_cost(after)
        self.preview.setPlainText(after)
        self._mark(after)
        self.result.setText(
            self.tr("{before} → {after} characters to spare").format(
                before=before_cost.limit - before_cost.units, after=after_cost.limit - after_cost.units
            )
            if before_cost.parts == after_cost.parts
            else self.tr("{before} SMS → {after} SMS").format(
                before=before_cost.parts, after=after_cost.parts
            )
        )
        self._accept.setEnabled(after != self._text)

    def _mark(self, after: str) -> None:
        """Colour what is written differently."""
        changed = QTextCharFormat()
        colors = theme.active().tones[Tone.DELIVERED]
        changed.setBackground(QColor(colors.soft))
        changed.setForeground(QColor(colors.text))
        changed.setFontWeight(600)
        cursor = QTextCursor(self.preview.document())
        for start, end in _differing(self._text, after):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(changed)

    def _take(self) -> None:
        self.hide()
        self.accepted.emit(self.rewritten)


def _typical_cost(text: str) -> Measure:
    """What the text costs with typical values in its fields."""
    return measure(normalise(MergeText(text).merge(folded(FIELDS))))


def _differing(before: str, after: str) -> list[tuple[int, int]]:
    """The places of `after`, in UTF-16 units, that `before` writes differently."""
    import difflib  # noqa: PLC0415  # some milliseconds that only this panel needs

    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return [
        (units(after[:start]), units(after[:end]))
        for what, _, _, start, end in matcher.get_opcodes()
        if what in {"replace", "insert"}
    ]
