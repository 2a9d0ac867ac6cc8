"""What was chosen about the look, as the theme understands it."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from smsdesk.services.preferences import Choices
from smsdesk.ui.design import tokens
from smsdesk.ui.design.motion import Motion
from smsdesk.ui.design.theme import Appearance, Look

Chosen = TypeVar("Chosen", bound=StrEnum)


def look_of(choices: Choices) -> Look:
    """The look; what this version does not know (another one wrote it) is as the system has it."""
    percent = choices.text_percent if choices.text_percent in tokens.TEXT_PERCENTS else 100
    return Look(_known(choices.appearance, Appearance.SYSTEM), percent, _known(choices.motion, Motion.SYSTEM))


def _known(written: str, usual: Chosen) -> Chosen:
    return next((each for each in type(usual) if each == written), usual)
