"""The look: contrast in both palettes, one style sheet, icons that exist, states never by colour alone."""

from __future__ import annotations

import ast
import os
import re
import sys
from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import smsdesk.ui
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.schedule import EntryState
from smsdesk.services.preferences import Choices
from smsdesk.ui.design import icons, motion, palettes, theme, tokens
from smsdesk.ui.design.motion import Motion
from smsdesk.ui.design.palettes import (
    DARK,
    LIGHT,
    PALETTES,
    STRONG_DARK,
    STRONG_LIGHT,
    Palette,
    Tone,
    contrast,
)
from smsdesk.ui.look_chosen import look_of
from smsdesk.ui.widgets import calendar_blocks, states
from smsdesk.ui.widgets.bars import OutcomeBar
from smsdesk.ui.widgets.calendar_blocks import Block
from smsdesk.ui.widgets.states import Outcome

READABLE = 4.5
"""WCAG 2.2, 1.4.3 (AA) for text."""
ENHANCED = 7.0
"""WCAG 2.2, 1.4.6 (AAA), which those ask for who choose a high contrast."""
VISIBLE = 3.0
"""WCAG 2.2, 1.4.11 for what is not text."""

UI = Path(smsdesk.ui.__file__).parent


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
class TestContrast:
    def test_text_reads_on_every_ground(self, palette: Palette) -> None:
        for ground in (palette.window, palette.surface, palette.sunken, palette.hover):
            for text in (palette.text, palette.muted, palette.accent):
                assert contrast(text, ground) >= READABLE, (text, ground)

    def test_words_read_on_what_they_are_written_on(self, palette: Palette) -> None:
        pairs = [
            (palette.on_accent, palette.accent),
            (palette.on_accent, palette.accent_hover),
            (palette.on_accent, palette.accent_pressed),
            (palette.on_selection, palette.selection),
            (palette.on_danger, palette.danger),
            (palette.on_alarm, palette.alarm),
            (palette.on_alarm, palette.alarm_hover),
            (palette.danger, palette.surface),
        ]
        assert all(contrast(text, ground) >= READABLE for text, ground in pairs), pairs

    def test_each_tone_reads_on_its_chip_and_on_surfaces(self, palette: Palette) -> None:
        for tone, colors in palette.tones.items():
            for ground in (colors.soft, palette.surface, palette.window):
                assert contrast(colors.text, ground) >= READABLE, (tone, ground)

    def test_what_cannot_be_used_now_can_still_be_read(self, palette: Palette) -> None:
        for ground in (palette.window, palette.surface, palette.sunken, palette.hover):
            assert VISIBLE <= contrast(palette.disabled, ground) < contrast(palette.muted, ground), ground

    def test_bars_and_borders_of_fields_are_seen(self, palette: Palette) -> None:
        solids = [colors.solid for colors in palette.tones.values()]
        for line in (*solids, palette.border_strong):
            assert contrast(line, palette.surface) >= VISIBLE, line


@pytest.mark.parametrize("palette", [STRONG_LIGHT, STRONG_DARK], ids=lambda palette: palette.name)
def test_high_contrast_reads_at_seven_to_one(palette: Palette) -> None:
    for ground in (palette.window, palette.surface, palette.hover, palette.pressed, palette.selection):
        for text in (palette.text, palette.muted, palette.on_selection):
            assert contrast(text, ground) >= ENHANCED, (text, ground)
    for colors in palette.tones.values():
        assert contrast(colors.text, colors.soft) >= ENHANCED
    assert contrast(palette.on_accent, palette.accent) >= ENHANCED
    assert contrast(palette.disabled, palette.surface) >= READABLE
    assert contrast(palette.border, palette.window) >= ENHANCED


def test_contrast_of_black_on_white_is_that_of_the_specification() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_styles_are_set_in_one_place_only() -> None:
    users = [path.name for path in UI.rglob("*.py") if "setStyleSheet(" in path.read_text("utf-8")]
    assert users == ["theme.py"]


STYLE = re.compile(
    r"\bQ[A-Z]\w+(\[.*?\])?(::?[\w-]+)?\s*\{|\b(color|background|border|padding|font-size)\s*:|style="
)


def test_no_style_string_stands_outside_the_design() -> None:
    """Neither a rule nor HTML with a style: what a widget looks like, it says by its property `look`."""
    written = [
        f"{path.name}: {node.value[:60]}"
        for path in UI.rglob("*.py")
        if path.parent.name != "design"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STYLE.search(node.value)
    ]
    assert written == []


def test_colours_are_written_in_the_palettes_only() -> None:
    color = re.compile(r"#[0-9a-fA-F]{6}\b")
    users = {path.name for path in UI.rglob("*.py") if color.search(path.read_text("utf-8"))}
    assert users == {"palettes.py"}


def test_every_icon_is_a_glyph_of_the_font(qapp: QApplication) -> None:
    for icon in icons.Icon:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        icons.make(icon).paint(painter, image.rect())
        painter.end()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), icon


def test_each_state_has_its_own_word_and_icon() -> None:
    looks = [states.state_look(state) for state in PartState]
    assert all(look.text for look in looks)
    icons_of_outcomes = {states.outcome_look(outcome)[0] for outcome in Outcome}
    assert len(icons_of_outcomes) == len(Outcome)
    assert len(set(states.PATTERNS.values())) == len(Outcome)


def test_the_bar_counts_every_message_once(qtbot: QtBot) -> None:
    bar = OutcomeBar()
    qtbot.addWidget(bar)
    bar.show_counts(dict.fromkeys(PartState, 1))
    assert sum(states.tally(dict.fromkeys(PartState, 1)).values()) == len(PartState)
    assert "3 waiting" in bar.accessibleName()
    assert "2 not delivered" in bar.accessibleName()


def test_the_theme_follows_the_choice(qapp: QApplication) -> None:
    dressed = theme.Theme.of(qapp)
    dressed.choose(theme.Appearance.DARK)
    assert theme.active() is DARK
    assert DARK.window in qapp.styleSheet()
    dressed.choose(theme.Appearance.LIGHT)
    assert theme.active() is LIGHT


def test_high_contrast_of_the_system_is_followed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    dressed = theme.Theme.of(qapp)

    class Asked:
        """A system that was asked for high contrast: the one of the test has no such setting."""

        def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802  # Qt's name
            return Qt.ContrastPreference.HighContrast

    monkeypatch.setattr(dressed, "_accessibility", Asked())
    dressed.choose(theme.Appearance.SYSTEM)
    assert theme.active() in (STRONG_LIGHT, STRONG_DARK)
    dressed.choose(theme.Appearance.STRONG_DARK)
    assert theme.active() is STRONG_DARK
    dressed.choose(theme.Appearance.LIGHT)
    assert theme.active() is LIGHT


def test_words_grow_to_twice_their_size(qapp: QApplication) -> None:
    dressed = theme.Theme.of(qapp)
    usual, wide = theme.sized(tokens.Type.BODY).pointSizeF(), theme.wide(tokens.RAIL_WIDTH)
    dressed.dress(theme.Look(theme.Appearance.LIGHT, text_percent=200))
    assert theme.sized(tokens.Type.BODY).pointSizeF() == pytest.approx(2 * usual)
    assert qapp.font().pointSizeF() == pytest.approx(2 * usual)
    assert theme.wide(tokens.RAIL_WIDTH) == 2 * wide
    dressed.choose(theme.Appearance.LIGHT)
    assert qapp.font().pointSizeF() == pytest.approx(usual)


def test_nothing_moves_where_that_was_chosen(qapp: QApplication) -> None:
    dressed, usual = theme.Theme.of(qapp), qapp.styleHints().cursorFlashTime()
    dressed.dress(theme.Look(theme.Appearance.LIGHT, motion=Motion.STILL))
    assert theme.still()
    assert qapp.styleHints().cursorFlashTime() == 0
    dressed.choose(theme.Appearance.LIGHT)
    assert not theme.still()
    assert qapp.styleHints().cursorFlashTime() == usual


@pytest.mark.skipif(sys.platform == "win32", reason="the desktops of Linux")
@pytest.mark.parametrize(("factor", "still"), [("0", True), ("0.5", False), ("?", False), (None, False)])
def test_kde_is_asked_whether_anything_may_move(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, factor: str | None, still: bool
) -> None:
    if factor is not None:
        (tmp_path / "kdeglobals").write_text(f"[KDE]\nAnimationDurationFactor={factor}\n", "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    assert motion.system_is_still.__wrapped__() is still


@pytest.mark.skipif(sys.platform == "win32", reason="the desktops of Linux")
@pytest.mark.parametrize(("answer", "still"), [("echo false", True), ("echo true", False), ("exit 1", False)])
def test_gnome_is_asked_whether_anything_may_move(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str, still: bool
) -> None:
    tool = tmp_path / "gsettings"
    tool.write_text(f"#!/bin/sh\n{answer}\n", "utf-8")
    tool.chmod(0o755)
    monkeypatch.setattr(motion, "_ANSWER_S", 30)  # a busy machine
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    assert motion.system_is_still.__wrapped__() is still


def test_a_look_of_another_version_is_that_of_the_system() -> None:
    look = look_of(Choices(appearance="sepia", text_percent=9999, motion="?"))
    assert look == theme.Look()
    strong = look_of(Choices(appearance="contrast-dark", text_percent=150, motion="still"))
    assert strong == theme.Look(theme.Appearance.STRONG_DARK, 150, Motion.STILL)


def test_icons_take_the_colour_of_the_moment(qapp: QApplication) -> None:
    dressed = theme.Theme.of(qapp)
    icon = icons.make(icons.Icon.SEND, Tone.FAILED)
    seen = []
    for appearance in (theme.Appearance.DARK, theme.Appearance.LIGHT):
        dressed.choose(appearance)
        image = icon.pixmap(48, 48).toImage()
        seen.append(
            max((image.pixelColor(x, y) for x in range(48) for y in range(48)), key=lambda c: c.alpha())
        )
    dark, light = (color.name() for color in seen)
    assert dark == palettes.DARK.tones[Tone.FAILED].text
    assert light == palettes.LIGHT.tones[Tone.FAILED].text


def painted(title: str, width: int) -> QImage:
    """A block of the planning in one line."""
    block = Block("1", datetime.combine(date(2026, 3, 11), time(18)), title, EntryState.PLANNED, movable=True)
    picture = QImage(width, round(calendar_blocks.line_height()), QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    calendar_blocks.paint_block(painter, QRectF(picture.rect()), block)
    painter.end()
    return picture


def test_blocks_of_the_planning_grow_with_the_words_and_keep_their_title(qapp: QApplication) -> None:
    dressed = theme.Theme.of(qapp)
    usual = calendar_blocks.line_height()
    dressed.dress(theme.Look(text_percent=200))
    try:
        assert calendar_blocks.line_height() >= 1.5 * usual
        assert painted("Concert", 150) != painted("Audition", 150)
    finally:
        dressed.dress(theme.Look())
    assert calendar_blocks.line_height() == usual
