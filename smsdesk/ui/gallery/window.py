"""The gallery in a window: turn the look, hover, press and Tab through every widget."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.theme import Appearance, Look, Theme
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.gallery.sheets import SHEETS
from smsdesk.ui.gallery.specimen import Specimen, State
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.sections import Sections
from smsdesk.ui.widgets.text import Label


class GalleryWindow(QWidget):
    """One sheet at a time; the widgets are made anew when the look changes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle("SMS desk – gallery")
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.appearance = Picker("Appearance")
        for appearance in Appearance:
            self.appearance.addItem(str(appearance), appearance)
        self.text = Picker("Text size")
        for percent in tokens.TEXT_PERCENTS:
            self.text.addItem(f"{percent} %", percent)
        for picker in (self.appearance, self.text):
            picker.activated.connect(self._dress)
        head = row(
            Labelled("Appearance", self.appearance), Labelled("Text size", self.text), None,
            space=tokens.SPACE_M,
        )  # fmt: skip
        self._place = column(space=0)
        whole = column(head, margin=tokens.SPACE_M)
        whole.addLayout(self._place, 1)
        self.setLayout(whole)
        self.resize(*tokens.WINDOW_SIZE)
        self.sections = self._hang()

    def _dress(self) -> None:
        self._theme.dress(Look(self.appearance.currentData(), self.text.currentData()))
        shown = self.sections.current
        clear(self._place)
        self.sections = self._hang()
        self.sections.show_section(shown)

    def _hang(self) -> Sections:
        entries = [(name, Icon.STAR, name, scrolled(_sheet(make()))) for name, make in SHEETS.items()]
        sections = Sections("Sheets", entries)
        self._place.addWidget(sections)
        return sections

    def closeEvent(self, event: QCloseEvent) -> None:
        """The look of the program stays what it was."""
        self._theme.choose(Appearance.SYSTEM)
        super().closeEvent(event)


def _sheet(specimens: tuple[Specimen, ...]) -> QWidget:
    """A line for each specimen; the keyboard brings its own state."""
    content = QWidget()
    grid = QGridLayout()
    grid.setSpacing(tokens.SPACE_M)
    for line, each in enumerate(specimens):
        grid.addWidget(Label(each.name, Type.STRONG), 2 * line, 0, 1, len(State))
        shown = [state for state in each.states if state is not State.FOCUS]
        for at, state in enumerate(shown):
            grid.addLayout(
                column(Label(str(state), Type.CAPTION, muted=True), each.made(state), None), 2 * line + 1, at
            )
    grid.setColumnStretch(len(State), 1)
    content.setLayout(grid)
    return content
