"""The look in force: which palette, following the system or a choice, applied to the whole program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from smsdesk.ui.design import tokens
from smsdesk.ui.design.motion import Motion, keep_still, system_is_still
from smsdesk.ui.design.palettes import LIGHT, Palette, palette_for
from smsdesk.ui.design.stylesheet import stylesheet


class Appearance(StrEnum):
    """What the person chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    STRONG_LIGHT = "contrast-light"
    STRONG_DARK = "contrast-dark"


_STRONG = frozenset({Appearance.STRONG_LIGHT, Appearance.STRONG_DARK})
_DARK = frozenset({Appearance.DARK, Appearance.STRONG_DARK})


@dataclass(frozen=True)
class Look:
    """The choices about the look; `text_percent` is the size of the words, 100 as the system has them."""

    appearance: Appearance = Appearance.SYSTEM
    text_percent: int = tokens.TEXT_PERCENTS[0]
    motion: Motion = Motion.SYSTEM


class Theme(QObject):
    """Dresses the program; `changed` follows each change of palette, for what is painted by hand."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._look = Look()
        self._sheet = ""
        self._windows: list[QWidget] = []
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        app.setStyle(QStyleFactory.create("Fusion"))
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._accessibility.contrastPreferenceChanged.connect(self._follow_system)
        self._apply()

    @classmethod
    def of(cls, app: QApplication) -> Theme:
        """The theme of the program: there is one, however often a window is opened."""
        return app.findChild(cls) or cls(app)

    @property
    def look(self) -> Look:
        """What was chosen last."""
        return self._look

    def choose(self, appearance: Appearance) -> None:
        """Use this appearance from now on, with words of the usual size."""
        self.dress(Look(appearance))

    def dress(self, look: Look) -> None:
        """Look like this from now on; where the size of the words changes, pages are to be made anew."""
        self._look = look
        self._apply()

    def dwell_in(self, window: QWidget) -> None:
        """Dress this window and what belongs to it, and no longer the whole program, until `leave`.

        Qt matches the style sheet of a program anew with each widget at every nesting while a page is built;
        that of a window once, when the page comes into it: a page is there five times sooner.
        """
        self._windows.append(window)
        self._hang()

    def leave(self, window: QWidget) -> None:
        """This window is closed; with the last of them the whole program is dressed again."""
        self._windows = [each for each in self._windows if each is not window]
        self._hang()

    def _hang(self) -> None:
        whole = "" if self._windows else self._sheet
        if whole != self._app.styleSheet():
            # From one sheet to another Qt goes through all that it ever dressed, and crashes on what is gone.
            self._app.setStyleSheet("")
            self._app.setStyleSheet(whole)
        for window in self._windows:
            window.setStyleSheet(self._sheet)

    def _follow_system(self) -> None:
        if self._look.appearance is Appearance.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        global _active, _percent, _still, _worn  # noqa: PLW0603  # like QApplication's own, there is one for the program
        _active, _percent = self._wanted(), self._look.text_percent
        _still = self._look.motion is Motion.STILL or system_is_still()
        keep_still(self._app, _still)
        font = _base_font()
        sheet = stylesheet(_active, font.pointSizeF(), _percent)
        if sheet != self._sheet:  # dressing every widget anew is what takes time
            self._app.setFont(font)
            self._app.setPalette(_qt_palette(_active))
            self._sheet = _worn = sheet
            self._hang()
            self.changed.emit()

    def _wanted(self) -> Palette:
        chosen = self._look.appearance
        if chosen is not Appearance.SYSTEM:
            return palette_for(dark=chosen in _DARK, strong=chosen in _STRONG)
        return palette_for(
            dark=self._hints.colorScheme() == Qt.ColorScheme.Dark,
            strong=self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast,
        )


_active: Palette = LIGHT
_percent: int = tokens.TEXT_PERCENTS[0]
_still = False
_worn = ""


def active() -> Palette:
    """The palette in force, for code that paints."""
    return _active


def dress_apart(widget: QWidget) -> None:
    """Dress what belongs to no window, such as a list of proposals that pops up."""
    widget.setStyleSheet(_worn)


def still() -> bool:
    """Whether nothing may move by itself."""
    return _still


def wide(pixels: int) -> int:
    """A length that holds words, as long as they need at their size of the moment."""
    return tokens.wide(pixels, _percent)


def high(pixels: int) -> int:
    """A height that holds one line of words at their size of the moment."""
    return tokens.high(pixels, _percent)


def usual(pixels: int) -> int:
    """How much room so many pixels are, counted in pixels around words of the usual size."""
    return pixels * tokens.TEXT_PERCENTS[0] // _percent


def _base_font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    points = max(font.pointSizeF(), tokens.FONT_MIN_POINT_SIZE)
    font.setPointSizeF(points * _percent / tokens.TEXT_PERCENTS[0])
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
