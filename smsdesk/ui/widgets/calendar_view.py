"""What the month and the week have in common for whoever uses them: opening, dragging, and moving by keys."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.calendar_blocks import Block
from smsdesk.ui.widgets.calendar_grid import CalendarGrid, Placed
from smsdesk.ui.widgets.calendar_words import carried_words, spoken_block
from smsdesk.ui.widgets.text import announce

Key = Qt.Key
_ENTER = frozenset({Key.Key_Return, Key.Key_Enter})
_ARROWS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}


class CalendarView(CalendarGrid):
    """Base of month and week.

    `opened` carries a block's id, `day_opened` a date, `slot_chosen` the moment of an empty place, `moved` an
    id and its new moment, `menu_asked` an id and where on the screen, `beyond` a date that is not shown,
    `stepped` -1 or 1 for the page before or after, `carrying` whether a block is carried by keys.
    """

    opened = Signal(str)
    day_opened = Signal(object)
    slot_chosen = Signal(object)
    moved = Signal(str, object)
    menu_asked = Signal(str, object)
    beyond = Signal(object)
    stepped = Signal(int)
    carrying = Signal(bool)

    def __init__(self, name: str, rows: int) -> None:
        super().__init__(name, rows)
        self._pressed: tuple[QPointF, Placed | None] | None = None
        self._grabbed = QPointF()
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    def target_of(self, block: Block, at: QPointF, grabbed: QPointF) -> datetime:
        """Where a block is put down that is dragged to this place."""
        raise NotImplementedError

    def key_step(self, across: int, down: int) -> timedelta:
        """How far a carried block goes at one arrow."""
        raise NotImplementedError

    # The mouse.

    def hit(self, at: QPointF) -> Placed | None:
        """What stands at a place of the viewport."""
        return next((each for each in reversed(self.placed) if each.box.contains(at)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        found = self.hit(event.position())
        self._pressed = event.position(), found
        self.setCurrentIndex(self.indexAt(event.position().toPoint()))
        self.select(found.block.id if found is not None and found.block is not None else "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._dragged is not None and not self._carried:
            self._drag_to(at)
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._begin_drag(at)
        elif self._pressed is None:
            self._point_at(at)

    def _begin_drag(self, at: QPointF) -> None:
        assert self._pressed is not None
        begun, found = self._pressed
        far = (at - begun).manhattanLength() >= QApplication.startDragDistance()
        if far and found is not None and found.block is not None and found.block.movable:
            self._dragged = found.block
            self._grabbed = begun - found.box.topLeft()
            self._hover = None
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._drag_to(at)

    def _drag_to(self, at: QPointF) -> None:
        if self._dragged is not None:
            self._target = self.target_of(self._dragged, at, self._grabbed)
            self.viewport().update()

    def _point_at(self, at: QPointF) -> None:
        found = self.hit(at)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if found is not None else Qt.CursorShape.ArrowCursor
        )
        slot = self.slot_under(at) if found is None and self.indexAt(at.toPoint()).isValid() else None
        hover = slot if slot is not None and slot > self.now else None
        if hover != self._hover:
            self._hover = hover
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = None
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        if self._dragged is not None:
            self._put_down()
        elif (event.position() - pressed[0]).manhattanLength() < QApplication.startDragDistance():
            self._click(event.position(), pressed[1])

    def _click(self, at: QPointF, found: Placed | None) -> None:
        if found is not None and found.block is not None:
            self.opened.emit(found.block.id)
        elif found is not None:
            self.day_opened.emit(found.day)
        elif self.indexAt(at.toPoint()).isValid():
            slot = self.slot_under(at)
            if slot > self.now:
                self.slot_chosen.emit(slot)
            else:
                self.day_opened.emit(slot.date())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has done it."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        found = None if by_key else self.hit(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        block = self.chosen if by_key else found.block if found is not None else None
        if block is not None:
            self.select(block.id)
            self.menu_asked.emit(block.id, self._menu_place(block) if by_key else event.globalPos())

    def _menu_place(self, block: Block) -> QPoint:
        boxes = [each.box for each in self.placed if each.block is not None and each.block.id == block.id]
        corner = boxes[0].bottomLeft() if boxes else QPointF(self.visualRect(self.currentIndex()).center())
        return self.viewport().mapToGlobal(corner.toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.hit(QPointF(event.pos()))
            text = spoken_block(found.block) if found is not None and found.block is not None else ""
            QToolTip.showText(event.globalPos(), plain_tip(text), self.viewport())
            return True
        return super().viewportEvent(event)

    # The keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._carried:
            self._carry_key(key)
        elif key in _ARROWS and ctrl:
            if self.carry():
                self._carry_key(key)
        elif key in _ARROWS:
            self._go(*_ARROWS[key])
        else:
            self._other_key(key, event)

    def _other_key(self, key: Qt.Key, event: QKeyEvent) -> None:
        if key in _ENTER:
            self._enter()
        elif key == Key.Key_Space:
            self._next_in_cell()
        elif key == Key.Key_M:
            self.carry()
        elif key == Key.Key_N:
            self.slot_chosen.emit(self.current)
        elif key in {Key.Key_PageUp, Key.Key_PageDown}:
            self.stepped.emit(-1 if key == Key.Key_PageUp else 1)
        elif self._dragged is not None and key == Key.Key_Escape:
            self._let_go()
        else:
            QWidget.keyPressEvent(self, event)  # not the table's: it would search for letters

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting go of Ctrl puts down what Ctrl and the arrows have carried."""
        if self._carried and event.key() == Key.Key_Control and self._target != self._home():
            self._put_down()
        else:
            super().keyReleaseEvent(event)

    def _go(self, across: int, down: int) -> None:
        raise NotImplementedError

    def _enter(self) -> None:
        here = self.blocks_in(self.currentIndex().row(), self.currentIndex().column())
        chosen = self.chosen
        if chosen is not None and (len(here) == 1 or chosen.id == self._selected):
            self.select(chosen.id)
            self.opened.emit(chosen.id)
        else:
            self.day_opened.emit(self.current.date())

    def _next_in_cell(self) -> None:
        here = self.blocks_in(self.currentIndex().row(), self.currentIndex().column())
        if not here:
            return
        ids = [each.id for each in here]
        at = ids.index(self._selected) + 1 if self._selected in ids else 0
        self.select(ids[at % len(ids)])
        announce(self, spoken_block(here[at % len(ids)]))

    def carry(self) -> bool:
        """Take up the chosen block to move it by keys; False when there is none that can be moved."""
        block = self.chosen
        if block is None or not block.movable:
            return False
        self.select(block.id)
        self._dragged, self._target, self._carried = block, block.wall, True
        self.carrying.emit(True)
        self.viewport().update()
        return True

    def _home(self) -> datetime | None:
        return self._dragged.wall if self._dragged is not None else None

    def _carry_key(self, key: Qt.Key) -> None:
        if key in _ARROWS and self._target is not None:
            self._target += self.key_step(*_ARROWS[key])
            announce(self, carried_words(self._target, late=self._target < self.now))
            if self.box_of(self._target) is None:
                self.beyond.emit(self._target.date())
            self.show_current(self._target)
            self.viewport().update()
        elif key in _ENTER:
            self._put_down()
        elif key == Key.Key_Escape:
            self._let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._carried:
            self._let_go()

    def _put_down(self) -> None:
        block, target = self._dragged, self._target
        self._let_go()
        if block is not None and target is not None and target != block.wall:
            self.relocate(block, target)
            self.moved.emit(block.id, target)

    def _let_go(self) -> None:
        was_carried = self._carried
        self._dragged, self._target, self._carried = None, None, False
        self.viewport().unsetCursor()
        self.viewport().update()
        if was_carried:
            self.carrying.emit(False)
