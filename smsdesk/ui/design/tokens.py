"""The measures of the window: an 8-pixel grid, a type scale and radii. Every length comes from here."""

from __future__ import annotations

from enum import Enum

# Distances in device-independent pixels, all on the 8-pixel grid or half of it.
SPACE_XS = 4
SPACE_S = 8
SPACE_M = 16
SPACE_L = 24
SPACE_XL = 32
SPACE_XXL = 48

RADIUS_S = 4
RADIUS_M = 8
RADIUS_L = 12

CONTROL_HEIGHT = 32
"""Buttons and fields; a target of at least 24 px, as WCAG 2.2 (2.5.8) asks."""
CONTROL_HEIGHT_LARGE = 40
ROW_HEIGHT = 40
"""One line of a table."""
ROW_HEIGHT_TWO_LINES = 56

ICON_S = 16
ICON_M = 20
ICON_L = 24
ICON_XL = 48

RAIL_WIDTH = 184
RAIL_WIDTH_COLLAPSED = 64
RAIL_COLLAPSE_BELOW = 1100
"""Under this window width the rail shows icons only."""

HEADER_HEIGHT = 64
STATUS_HEIGHT = 40
CONTENT_MAX_WIDTH = 1120
"""Lists wider than this are hard to read across."""
PANE_WIDTH = 320
SIDE_WIDTH = 256
"""A pane beside the content that tells more about what is chosen."""

ACCENT_ROOM = 2
"""Above a line of text: many fonts draw the accent of a capital (É, À) higher than they say they do."""

BAR_HEIGHT = 8
BAR_HEIGHT_LARGE = 16

WINDOW_SIZE = (1280, 800)
WINDOW_MIN_SIZE = (800, 560)
"""What is left of a 1600 x 1200 screen at 200 %, with room for the desktop's own bars."""

FONT_MIN_POINT_SIZE = 10.0
"""Some systems without a desktop give 9 points, which is too small for a working day."""

TEXT_PERCENTS = (100, 125, 150, 175, 200)
"""Sizes of the words that one can choose; up to twice, as WCAG 2.2 (1.4.4) asks."""

LINE_HEIGHT = 18
"""A line of words of the usual size."""


def wide(pixels: int, percent: int) -> int:
    """A length that holds words or is an icon beside them, where these have `percent` of their usual size."""
    return pixels * percent // TEXT_PERCENTS[0]


def high(pixels: int, percent: int) -> int:
    """A height that holds one line of words of that size; the air above and below stays as it is."""
    return pixels + LINE_HEIGHT * (percent - TEXT_PERCENTS[0]) // TEXT_PERCENTS[0]


TOAST_SHOWN_MS = 6000
"""Two lines are read in about four seconds."""
BUSY_SHOWN_AFTER_MS = 100
"""Shorter waits show nothing: a flash is worse than none."""


class Type(Enum):
    """The type scale: factor on the base size, and weight (QFont's numbers)."""

    CAPTION = (0.9, 400)
    BODY = (1.0, 400)
    STRONG = (1.0, 600)
    SUBTITLE = (1.15, 600)
    TITLE = (1.6, 600)
    FIGURE = (2.0, 600)

    @property
    def factor(self) -> float:
        """How many times the base size."""
        return self.value[0]

    @property
    def weight(self) -> int:
        """The weight, 400 normal to 700 bold."""
        return self.value[1]
