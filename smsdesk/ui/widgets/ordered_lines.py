"""Lines of a form in an order that a person chooses: phones by preference, guardians as one calls them."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from smsdesk.ui.design import tokens
from smsdesk.ui.widgets.layout import column


class _OrderedLine(Protocol):
    raised: SignalInstance
    removed: SignalInstance
    up: QWidget


Line = TypeVar("Line", bound=_OrderedLine)


class OrderedLines(QWidget, Generic[Line]):
    """Each line can be raised and removed; a subclass says where the keyboard goes then."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.places = column(space=tokens.SPACE_S)
        """Where the lines stand, for the layout of a subclass."""

    def put(self, line: Line) -> Line:
        """Add a line at the end."""
        line.raised.connect(lambda: self._raise(line))
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self.places.addWidget(line)  # type: ignore[arg-type]  # lines are widgets
        self.renumber()
        return line

    def empty(self) -> None:
        """Take every line out."""
        for line in self.lines:
            self._take_out(line)
        self.lines.clear()

    def renumber(self) -> None:
        """Say to each line where it stands."""
        for at, line in enumerate(self.lines):
            line.up.setVisible(at > 0)

    def at_the_top(self, line: Line) -> QWidget:
        """Where the keyboard goes when a line has become the first and cannot be raised any more."""
        raise NotImplementedError

    def after_removal(self, at: int) -> None:
        """Go on where a line was taken out."""
        raise NotImplementedError

    def _raise(self, line: Line) -> None:
        at = self.lines.index(line)
        self.lines.insert(at - 1, self.lines.pop(at))
        self.places.removeWidget(line)  # type: ignore[arg-type]
        self.places.insertWidget(at - 1, line)  # type: ignore[arg-type]
        self.renumber()
        (line.up if at > 1 else self.at_the_top(line)).setFocus()

    def _remove(self, line: Line) -> None:
        at = self.lines.index(line)
        self.lines.remove(line)
        self._take_out(line)
        self.after_removal(at)

    def _take_out(self, line: Line) -> None:
        self.places.removeWidget(line)  # type: ignore[arg-type]
        line.hide()  # type: ignore[attr-defined]
        line.deleteLater()  # type: ignore[attr-defined]
