"""A page of the help to read: Markdown of our own in the type scale and the colours of the moment."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from smsdesk.services.help_pages import anchor_of
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.tokens import Type

_HEADINGS = {1: Type.TITLE, 2: Type.SUBTITLE}
_LINE_PERCENT = 130
"""Of the font's own line: text of many lines is read more easily with some air between them."""

_BEFORE_HEADING = tokens.SPACE_L
_BETWEEN = tokens.SPACE_S


class GuideText(QTextBrowser):
    """`followed` carries the address of a link; Tab goes from link to link, Enter follows one."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "reading")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(lambda link: self.followed.emit(link.toString()))
        self._markdown = ""

    def show_text(self, markdown: str, anchor: str = "") -> None:
        """Show a page from its start, or from the section of this anchor."""
        self._markdown = markdown
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.show_section(anchor)

    def show_section(self, anchor: str) -> None:
        """Go to the section of this anchor; "" is the start."""
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows scroll; a text that is only read has no cursor to move."""
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.MoveToStartOfLine):
            bar.setValue(0)
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfLine):
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._markdown:
            at = self.verticalScrollBar().value()
            self._dress()
            self.verticalScrollBar().setValue(at)

    def _dress(self) -> None:
        document = self.document()
        document.setDocumentMargin(tokens.SPACE_M)
        self.setMarkdown(self._markdown)
        for block in self._blocks():
            _dress_block(block)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)
        document.clearUndoRedoStacks()

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()


def _dress_block(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    shape = block.blockFormat()
    level = shape.headingLevel()
    if level:
        shape.setTopMargin(0 if level == 1 else _BEFORE_HEADING)
        shape.setBottomMargin(_BETWEEN)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_heading(level, anchor_of(block.text())))
    elif shape.hasProperty(QTextFormat.Property.BlockCodeFence) or _is_code(block):
        shape.setBackground(QBrush(QColor(theme.active().sunken)))
        shape.setNonBreakableLines(False)
    else:
        shape.setBottomMargin(_BETWEEN)
        shape.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    QTextCursor(block).setBlockFormat(shape)


def _heading(level: int, anchor: str) -> QTextCharFormat:
    font = theme.sized(_HEADINGS.get(level, Type.STRONG))
    dress = QTextCharFormat()
    dress.setFontPointSize(font.pointSizeF())
    dress.setFontWeight(font.weight())
    dress.setAnchor(True)
    dress.setAnchorNames([anchor])
    dress.setForeground(QBrush(QColor(theme.active().text)))
    return dress


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().nonBreakableLines()


def _dress_table(table: QTextTable) -> None:
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(QBrush(QColor(theme.active().border_strong)))
    shape.setCellPadding(tokens.SPACE_XS)
    shape.setTopMargin(_BETWEEN)
    shape.setBottomMargin(_BETWEEN)
    table.setFormat(shape)
