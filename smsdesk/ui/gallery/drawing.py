"""Draws the gallery into pictures: one for each sheet and theme, a line for each widget, a column a state."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QMouseEvent, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.theme import Appearance, Theme
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.gallery.sheets import SHEETS
from smsdesk.ui.gallery.specimen import Specimen, State, target

SHARPNESS = 2
"""Pixels of the picture for one of the window."""

_AROUND = tokens.SPACE_S
_NAMES_WIDTH = tokens.SIDE_WIDTH
_LINE = tokens.SPACE_L
_GAP = tokens.SPACE_M


class Stage(QWidget):
    """An open window with the ground of a page, on which one specimen after another is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setGeometry(_AROUND, _AROUND, *tokens.WINDOW_SIZE)
        self.show()

    def bring(self, specimen: Specimen, state: State) -> QWidget:
        """Put a specimen on the stage, as large as it likes to be, in this state."""
        widget = specimen.made(state)
        widget.setParent(self)
        widget.move(_AROUND, _AROUND)
        widget.resize(_liked(widget))
        widget.show()
        self.activateWindow()
        focused = target(widget) if state is State.FOCUS else self
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        QCoreApplication.processEvents()
        widget.resize(_liked(widget))  # words that wrap have done so by now
        _point(widget, target(widget) if state is State.HOVER else None)
        return widget

    def picture(self, widget: QWidget) -> QImage:
        """A widget and a little of the ground around it, in SHARPNESS pixels a point."""
        size = widget.size() + QSize(2 * _AROUND, 2 * _AROUND)
        image = QImage(size * SHARPNESS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SHARPNESS)
        image.fill(QColor(theme.active().window))
        widget.render(image, QPoint(_AROUND, _AROUND), QRegion(), QWidget.RenderFlag.DrawChildren)
        return image

    def clear(self, widget: QWidget) -> None:
        """Take it off now."""
        self.setFocus()
        widget.hide()
        widget.deleteLater()
        QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)

    def shot(self, specimen: Specimen, state: State) -> QImage:
        """One specimen in one state."""
        widget = self.bring(specimen, state)
        try:
            return self.picture(widget)
        finally:
            self.clear(widget)


def _point(widget: QWidget, at: QWidget | None) -> None:
    """Have the mouse be at one part and at no other, wherever it really is."""
    for part in (widget, *widget.findChildren(QWidget)):
        part.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, part is at)
        part.update()
    if at is not None:  # a button wants to have seen it move
        where = QPointF(at.rect().center())
        moved = QMouseEvent(
            QEvent.Type.MouseMove, where, at.mapToGlobal(where),
            Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QCoreApplication.sendEvent(at, moved)


def _liked(widget: QWidget) -> QSize:
    """The size that a layout would give it: its own width, and the height that follows from that."""
    size = widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
    if widget.hasHeightForWidth():
        size.setHeight(max(widget.heightForWidth(size.width()), widget.minimumHeight()))
    return size


def sheet(stage: Stage, specimens: Sequence[Specimen]) -> QImage:
    """A line for each specimen: its name, then its states beside one another."""
    lines = [(each.name, [(state, stage.shot(each, state)) for state in each.states]) for each in specimens]
    widths = [sum(_width(state, shot) + _GAP for state, shot in shots) for _name, shots in lines]
    heights = [max(_size(shot).height() for _state, shot in shots) + _LINE + _GAP for _name, shots in lines]
    image = QImage(QSize(_NAMES_WIDTH + max(widths), sum(heights)) * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    image.fill(QColor(theme.active().window))
    painter = QPainter(image)
    top = 0
    for (name, shots), height in zip(lines, heights, strict=True):
        _draw_line(painter, top, name, shots)
        top += height
    painter.end()
    return image


def _draw_line(painter: QPainter, top: int, name: str, shots: Sequence[tuple[State, QImage]]) -> None:
    _write(painter, QRect(_GAP, top, _NAMES_WIDTH - _GAP, _LINE), name, Type.STRONG, theme.active().text)
    left = _NAMES_WIDTH
    for state, shot in shots:
        room = QRect(left, top, _width(state, shot), _LINE)
        _write(painter, room, state, Type.CAPTION, theme.active().muted)
        painter.drawImage(QPoint(left, top + _LINE), shot)
        left += _width(state, shot) + _GAP


def _write(painter: QPainter, room: QRect, text: str, type_: Type, color: str) -> None:
    painter.setFont(theme.sized(type_))
    painter.setPen(QColor(color))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _width(state: State, shot: QImage) -> int:
    """Room for a picture, and for the name of the state above it."""
    return max(_size(shot).width(), QFontMetrics(theme.sized(Type.CAPTION)).horizontalAdvance(state) + _GAP)


def _size(shot: QImage) -> QSize:
    return shot.size() / SHARPNESS


def draw(app: QApplication, folder: Path, appearances: Sequence[Appearance]) -> list[Path]:
    """Draw every sheet in these looks into a folder that is made where it is missing; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    dressed, before, files = Theme.of(app), Theme.of(app).look, []
    stage = Stage()
    for appearance in appearances:
        dressed.choose(appearance)
        for name, specimens in SHEETS.items():
            files.append(folder / f"{name}-{appearance}.png")
            if not sheet(stage, specimens()).save(str(files[-1])):
                raise OSError(f"{files[-1]} cannot be written")
    stage.close()
    dressed.dress(before)
    return files
