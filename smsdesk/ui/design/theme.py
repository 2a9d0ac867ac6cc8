"""The look in force: which palette, following the system or a choice, applied to the whole program."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import DARK, LIGHT, Palette
from smsdesk.ui.design.stylesheet import stylesheet


class Appearance(StrEnum):
    """What the person chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the program; `changed` follows each change of palette, for what is painted by hand."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._appearance = Appearance.SYSTEM
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(_base_font())
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @classmethod
    def of(cls, app: QApplication) -> Theme:
        """The theme of the program: there is one, however often a window is opened."""
        return app.findChild(cls) or cls(app)

    def choose(self, appearance: Appearance) -> None:
        """Use this appearance from now on."""
        self._appearance = appearance
        self._apply()

    def _follow_system(self) -> None:
        if self._appearance is Appearance.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        global _active  # noqa: PLW0603  # like QApplication's own palette, there is one for the program
        _active = self._wanted()
        sheet = stylesheet(_active, _base_font().pointSizeF())
        if sheet != self._app.styleSheet():  # dressing every widget anew is what takes time
            self._app.setPalette(_qt_palette(_active))
            self._app.setStyleSheet(sheet)
            self.changed.emit()

    def _wanted(self) -> Palette:
        if self._appearance is Appearance.SYSTEM:
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._appearance is Appearance.DARK else LIGHT


_active: Palette = LIGHT


def active() -> Palette:
    """The palette in force, for code that paints."""
    return _active


def _base_font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(max(font.pointSizeF(), tokens.FONT_MIN_POINT_SIZE))
    return font


def sized(type_: tokens.Type) -> QFont:
    """The system's font in one step of the type scale, for code that paints."""
    font = _base_font()
    font.setPointSizeF(font.pointSizeF() * type_.factor)
    font.setWeight(QFont.Weight(type_.weight))
    return font


def _qt_palette(colors: Palette) -> QPalette:
    """Qt's own palette, for what the style sheet does not reach."""
    role = QPalette.ColorRole
    palette = QPalette()
    for group, text in (
        (QPalette.ColorGroup.Active, colors.text),
        (QPalette.ColorGroup.Inactive, colors.text),
        (QPalette.ColorGroup.Disabled, colors.disabled),
    ):
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(group, which, QColor(text))
    for which, color in (
        (role.Window, colors.window),
        (role.Base, colors.surface),
        (role.AlternateBase, colors.sunken),
        (role.Button, colors.surface),
        (role.ToolTipBase, colors.surface),
        (role.ToolTipText, colors.text),
        (role.PlaceholderText, colors.muted),
        (role.Highlight, colors.accent),
        (role.HighlightedText, colors.on_accent),
        (role.Link, colors.accent),
        (role.LinkVisited, colors.accent),
        (role.Mid, colors.border),
        (role.Dark, colors.border_strong),
        (role.Accent, colors.accent),
    ):
        palette.setColor(which, QColor(color))
    return palette
