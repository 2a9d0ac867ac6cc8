"""What can go wrong in a way that a person can act upon: one plain sentence with the next step each.

Anything else that is raised is a defect of the program.
"""

from __future__ import annotations

from smsdesk.domain.sentences import Sentence


class DeskError(Exception):
    """A failure that is explained to the person; `exit_code` is what a command ends with."""

    exit_code = 1

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


class InputError(DeskError):
    """The input was refused and nothing was changed; trying again with better input helps."""

    exit_code = 2


class ModemError(DeskError):
    """No usable modem; trying again after the next step of the sentence helps."""

    exit_code = 3


class ProfileError(DeskError):
    """The profile is used by another instance, damaged, newer than the program, or not writable."""

    exit_code = 4


class InUseError(ProfileError):
    """Another process sends from the profile; its window may come forward instead."""


class DamageError(ProfileError):
    """The data are damaged and were not opened: the way on is a copy."""
