"""The look: contrast in both palettes, one style sheet, icons that exist, states never by colour alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import smsdesk.ui
from smsdesk.domain.outgoing import PartState
from smsdesk.ui.design import icons, palettes, theme
from smsdesk.ui.design.palettes import DARK, LIGHT, Palette, Tone, contrast
from smsdesk.ui.widgets import states
from smsdesk.ui.widgets.bars import OutcomeBar
from smsdesk.ui.widgets.states import Outcome

READABLE = 4.5
"""WCAG 2.2, 1.4.3 (AA) for text."""
VISIBLE = 3.0
"""WCAG 2.2, 1.4.11 for what is not text."""

UI = Path(smsdesk.ui.__file__).parent


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
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

    def test_bars_and_borders_of_fields_are_seen(self, palette: Palette) -> None:
        solids = [colors.solid for colors in palette.tones.values()]
        for line in (*solids, palette.border_strong):
            assert contrast(line, palette.surface) >= VISIBLE, line


def test_contrast_of_black_on_white_is_that_of_the_specification() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_styles_are_set_in_one_place_only() -> None:
    users = [path.name for path in UI.rglob("*.py") if "setStyleSheet(" in path.read_text("utf-8")]
    assert users == ["theme.py"]


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
