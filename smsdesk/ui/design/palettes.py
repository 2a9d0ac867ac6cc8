"""The four palettes, light and dark, each usual and of high contrast: colours by role.

Text stands at 4.5:1 or more on its ground (7:1 in high contrast); what is not text, or cannot be used now,
at 3:1 (WCAG 2.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a chip, bar or banner means; the colour follows from it."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    DELIVERED = "delivered"
    SENT = "sent"
    WAITING = "waiting"
    UNCERTAIN = "uncertain"
    FAILED = "failed"


@dataclass(frozen=True)
class ToneColors:
    """One tone: `text` is readable on `soft` and on surfaces; `solid` fills bars (3:1 on surfaces)."""

    text: str
    soft: str
    solid: str


@dataclass(frozen=True)
class Palette:
    """Every colour of the window, as #rrggbb."""

    name: str
    dark: bool
    strong: bool
    """High contrast: what is told by a soft ground elsewhere has a line around it too."""
    window: str
    surface: str
    sunken: str
    hover: str
    pressed: str
    border: str
    border_strong: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    selection: str
    on_selection: str
    shadow: str
    danger: str
    on_danger: str
    alarm: str
    alarm_hover: str
    on_alarm: str
    tones: dict[Tone, ToneColors]


LIGHT = Palette(
    name="light",
    dark=False,
    strong=False,
    window="#f4f5f8",
    surface="#ffffff",
    sunken="#eceef3",
    hover="#e9ebf2",
    pressed="#dde1ec",
    border="#dcdfe7",
    border_strong="#858c9c",
    text="#1b1e27",
    muted="#585f6e",
    disabled="#7e8493",
    accent="#3652c9",
    accent_hover="#2d46b0",
    accent_pressed="#263b96",
    on_accent="#ffffff",
    selection="#dfe5fb",
    on_selection="#1d2f86",
    shadow="#10131c",
    danger="#b3261e",
    on_danger="#ffffff",
    alarm="#b3261e",
    alarm_hover="#97201a",
    on_alarm="#ffffff",
    tones={
        Tone.NEUTRAL: ToneColors("#4a5160", "#e9ebf0", "#858c9c"),
        Tone.ACCENT: ToneColors("#2d46b0", "#e4e9fc", "#3652c9"),
        Tone.DELIVERED: ToneColors("#1a6535", "#dff3e5", "#24874a"),
        Tone.SENT: ToneColors("#0b5b78", "#dcf0f7", "#1284ab"),
        Tone.WAITING: ToneColors("#4a5160", "#e9ebf0", "#858c9c"),
        Tone.UNCERTAIN: ToneColors("#7d4800", "#ffedd0", "#b96c00"),
        Tone.FAILED: ToneColors("#a01f18", "#fde4e2", "#c4352c"),
    },
)

DARK = Palette(
    name="dark",
    dark=True,
    strong=False,
    window="#16181d",
    surface="#1f2228",
    sunken="#121419",
    hover="#2a2e36",
    pressed="#343943",
    border="#343943",
    border_strong="#7b8291",
    text="#eceef3",
    muted="#a9b0be",
    disabled="#767d8b",
    accent="#9db2ff",
    accent_hover="#b4c4ff",
    accent_pressed="#c9d5ff",
    on_accent="#101a45",
    selection="#2c3a73",
    on_selection="#e6ebff",
    shadow="#000000",
    danger="#ff9c94",
    on_danger="#4a0c08",
    alarm="#c5352b",
    alarm_hover="#b02b22",
    on_alarm="#ffffff",
    tones={
        Tone.NEUTRAL: ToneColors("#c5cad5", "#2f343d", "#7b8291"),
        Tone.ACCENT: ToneColors("#b4c4ff", "#28325c", "#7f98f7"),
        Tone.DELIVERED: ToneColors("#86dba3", "#163524", "#3fae6c"),
        Tone.SENT: ToneColors("#86d3f0", "#12323f", "#3a9fc6"),
        Tone.WAITING: ToneColors("#c5cad5", "#2f343d", "#7b8291"),
        Tone.UNCERTAIN: ToneColors("#f5c26b", "#3f2e10", "#d9952b"),
        Tone.FAILED: ToneColors("#ffaaa3", "#471c19", "#e5645b"),
    },
)

STRONG_LIGHT = Palette(
    name="contrast-light",
    dark=False,
    strong=True,
    window="#ffffff",
    surface="#ffffff",
    sunken="#ffffff",
    hover="#e3ecff",
    pressed="#c5d8ff",
    border="#000000",
    border_strong="#000000",
    text="#000000",
    muted="#1f1f1f",
    disabled="#5c5c5c",
    accent="#00258f",
    accent_hover="#001a66",
    accent_pressed="#000f40",
    on_accent="#ffffff",
    selection="#d5e2ff",
    on_selection="#000000",
    shadow="#000000",
    danger="#8a0000",
    on_danger="#ffffff",
    alarm="#8a0000",
    alarm_hover="#5c0000",
    on_alarm="#ffffff",
    tones={
        Tone.NEUTRAL: ToneColors("#1f1f1f", "#ffffff", "#3d3d3d"),
        Tone.ACCENT: ToneColors("#00258f", "#ffffff", "#00258f"),
        Tone.DELIVERED: ToneColors("#00420f", "#ffffff", "#005c16"),
        Tone.SENT: ToneColors("#003a52", "#ffffff", "#004f70"),
        Tone.WAITING: ToneColors("#1f1f1f", "#ffffff", "#3d3d3d"),
        Tone.UNCERTAIN: ToneColors("#573000", "#ffffff", "#7a4400"),
        Tone.FAILED: ToneColors("#8a0000", "#ffffff", "#a00000"),
    },
)

STRONG_DARK = Palette(
    name="contrast-dark",
    dark=True,
    strong=True,
    window="#000000",
    surface="#000000",
    sunken="#000000",
    hover="#1c2a4a",
    pressed="#2b3f6d",
    border="#ffffff",
    border_strong="#ffffff",
    text="#ffffff",
    muted="#e6e6e6",
    disabled="#a6a6a6",
    accent="#8cc8ff",
    accent_hover="#b3daff",
    accent_pressed="#d9edff",
    on_accent="#000000",
    selection="#12335f",
    on_selection="#ffffff",
    shadow="#000000",
    danger="#ffb3ad",
    on_danger="#000000",
    alarm="#ffb3ad",
    alarm_hover="#ffd0cc",
    on_alarm="#000000",
    tones={
        Tone.NEUTRAL: ToneColors("#f0f0f0", "#000000", "#c8c8c8"),
        Tone.ACCENT: ToneColors("#b3daff", "#000000", "#8cc8ff"),
        Tone.DELIVERED: ToneColors("#8dffab", "#000000", "#4fe07a"),
        Tone.SENT: ToneColors("#8fe3ff", "#000000", "#4fc3ea"),
        Tone.WAITING: ToneColors("#f0f0f0", "#000000", "#c8c8c8"),
        Tone.UNCERTAIN: ToneColors("#ffd98a", "#000000", "#ffb52e"),
        Tone.FAILED: ToneColors("#ffb3ad", "#000000", "#ff8a80"),
    },
)

PALETTES = (LIGHT, DARK, STRONG_LIGHT, STRONG_DARK)


def palette_for(*, dark: bool, strong: bool) -> Palette:
    """The palette of this brightness and contrast."""
    return next(each for each in PALETTES if (each.dark, each.strong) == (dark, strong))


def luminance(color: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2), 0 to 1."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2), 1 to 21."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)
