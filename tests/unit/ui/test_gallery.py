"""The gallery: it holds every widget, it can be drawn, and what is drawn can be read and seen (WCAG 2.2)."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import smsdesk.ui.widgets
from smsdesk.cli import run_command
from smsdesk.ui.design.palettes import contrast
from smsdesk.ui.design.theme import Appearance, Theme
from smsdesk.ui.gallery.drawing import SHARPNESS, Stage
from smsdesk.ui.gallery.sheets import SHEETS
from smsdesk.ui.gallery.specimen import Specimen, State, target
from smsdesk.ui.gallery.window import GalleryWindow

TEXT, LARGE, SEEN = 4.5, 3.0, 3.0
"""WCAG 2.2: 1.4.3 for words and for large ones, 1.4.11 for the line around a control and for focus."""
LARGE_POINTS = 14.0
"""Bold words of this size are large."""
FRAMED = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)
LOOKS = [each for each in Appearance if each is not Appearance.SYSTEM]


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage()
    yield made
    made.close()
    made.deleteLater()


def specimens() -> list[Specimen]:
    return [each for make in SHEETS.values() for each in make()]


def dress(look: Appearance) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Theme.of(app).choose(look)


def pixels(image: QImage, box: QRect) -> list[int]:
    """The colours of a part of a picture, as 0xrrggbb; `box` in pixels of the window."""
    seen = QRect(box.topLeft() * SHARPNESS, box.size() * SHARPNESS).intersected(image.rect())
    part = image.copy(seen)
    part.reinterpretAsFormat(QImage.Format.Format_RGB32)
    return memoryview(part.constBits().tobytes()).cast("I").tolist()


@cache
def apart(one: int, other: int) -> float:
    """The contrast of two colours."""
    return contrast(f"#{one & 0xFFFFFF:06x}", f"#{other & 0xFFFFFF:06x}")


def place(stage: Stage, shown: QWidget, part: QWidget) -> QRect:
    """Where a part stands in the picture of what is shown."""
    around = shown.pos()
    return QRect(part.mapTo(stage, QPoint()) - shown.pos() + around, part.size())


def readable(colors: list[int]) -> float:
    """The contrast of the ink with the ground, which is the most frequent colour."""
    counted = Counter(colors)
    (ground, _much), *_rest = counted.most_common(1)
    inks = [color for color, count in counted.items() if count >= 2 * SHARPNESS and color != ground]
    return max((apart(color, ground) for color in inks), default=1.0)


def words_in(widget: QWidget) -> Iterator[QWidget]:
    for part in (widget, *widget.findChildren(QWidget)):
        if part.isVisible() and isinstance(part, QLabel | QAbstractButton) and part.text().strip():
            yield part


@pytest.mark.parametrize("look", LOOKS)
def test_words_are_read_in_every_state(stage: Stage, look: Appearance) -> None:
    dress(look)
    dim = []
    for each in specimens():
        for state in each.states:
            shown = stage.bring(each, state)
            picture = stage.picture(shown)
            for part in words_in(shown):
                if not part.isEnabled() or (
                    look in (Appearance.LIGHT, Appearance.DARK) and state is State.DISABLED
                ):
                    continue
                box = place(stage, shown, part)
                if isinstance(part, QAbstractButton):
                    box.adjust(4, 4, -4, -4)
                font = part.font()
                large = font.bold() and font.pointSizeF() >= LARGE_POINTS
                found = readable(pixels(picture, box))
                if found < (LARGE if large else TEXT):
                    dim.append((each.name, state, type(part).__name__, round(found, 2)))
            stage.clear(shown)
    assert dim == []


@pytest.mark.parametrize("look", LOOKS)
def test_the_line_around_a_field_is_seen(stage: Stage, look: Appearance) -> None:
    dress(look)
    faint = []
    for each in (each for each in specimens() if State.DISABLED in each.states):
        shown = stage.bring(each, State.REST)
        control = target(shown)
        if isinstance(control, FRAMED):
            box = place(stage, shown, control)
            edge = pixels(stage.picture(shown), QRect(box.left(), box.center().y(), 3, 1))
            ground = pixels(stage.picture(shown), QRect(0, 0, 1, 1))[0]
            if max(apart(color, ground) for color in edge) < SEEN:
                faint.append(each.name)
        stage.clear(shown)
    assert faint == []


def shorter_side(control: QWidget) -> int:
    """Of the control, or of the row or cell in it where the keyboard is."""
    size = control.size()
    if isinstance(control, QAbstractItemView):
        size = control.visualRect(control.currentIndex()).size()
    return min(size.width(), size.height())


@pytest.mark.parametrize("look", LOOKS)
def test_one_sees_where_the_keyboard_is(stage: Stage, look: Appearance) -> None:
    """At least as many pixels change, at 3:1, as a line of one pixel along the shorter sides has."""
    dress(look)
    unseen = []
    for each in (each for each in specimens() if State.FOCUS in each.states):
        shots = {}
        for state in (State.REST, State.FOCUS):
            shown = stage.bring(each, state)
            assert state is State.REST or target(shown).hasFocus(), each.name
            shots[state] = stage.picture(shown)
            wanted = 2 * shorter_side(target(shown)) * SHARPNESS**2
            stage.clear(shown)
        whole = QRect(QPoint(), shots[State.REST].size() / SHARPNESS)
        pairs = Counter(zip(pixels(shots[State.REST], whole), pixels(shots[State.FOCUS], whole), strict=True))
        changed = sum(count for pair, count in pairs.items() if apart(*pair) >= SEEN)
        if changed < wanted:
            unseen.append((each.name, changed, wanted))
    assert unseen == [], "\n".join(map(str, unseen))


def test_a_button_answers_to_the_mouse(stage: Stage) -> None:
    dress(Appearance.LIGHT)
    pressed = [each for each in specimens() if State.PRESSED in each.states]
    silent = [each.name for each in pressed if stage.shot(each, State.REST) == stage.shot(each, State.HOVER)]
    assert len(pressed) > 10
    assert silent == []


def test_every_widget_is_in_the_gallery(stage: Stage) -> None:
    modules = [
        importlib.import_module(f"smsdesk.ui.widgets.{found.name}")
        for found in pkgutil.iter_modules(smsdesk.ui.widgets.__path__)
    ]
    known = {
        kind
        for module in modules
        for name, kind in vars(module).items()
        if inspect.isclass(kind) and kind.__module__ == module.__name__ and not name.startswith("_")
        if issubclass(kind, QWidget)
    }
    shown: set[type] = set()
    for each in specimens():
        widget = stage.bring(each, State.REST)
        for part in (widget, *widget.findChildren(QWidget)):
            shown.update(type(part).__mro__)
        stage.clear(widget)
    assert {kind.__name__ for kind in known - shown} == set()


def test_the_command_draws_every_sheet(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "gallery"
    assert run_command(["--json", "gallery", str(folder), "--look", "contrast-dark"]) == 0
    files = json.loads(capsys.readouterr().out)["files"]
    assert {Path(file).name for file in files} == {f"{name}-contrast-dark.png" for name in SHEETS}
    assert all(QImage(file).width() > 500 for file in files)


def test_the_window_shows_another_look_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    window = GalleryWindow(Theme.of(qapp))
    qtbot.addWidget(window)
    window.show()
    window.sections.show_section("rows")
    window.text.setCurrentIndex(window.text.findData(200))
    window.appearance.setCurrentIndex(window.appearance.findData(Appearance.STRONG_DARK))
    window.appearance.activated.emit(0)
    assert window.sections.current == "rows"
    assert Theme.of(qapp).look.text_percent == 200
    window.close()
