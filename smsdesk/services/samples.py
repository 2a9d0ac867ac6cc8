"""The way into the sample world: a profile of its own with a virtual modem, which goes when one leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from smsdesk.services.preferences import Choices

if TYPE_CHECKING:
    from smsdesk.services.bundle import Services


class SampleWorld(Protocol):
    """An open sample world; nothing in it knows a real modem or a real person."""

    @property
    def services(self) -> Services:
        """What one does there."""

    def close(self) -> None:
        """End it and take it away, from any thread."""


class Samples:
    """Opens sample worlds."""

    def __init__(self, make: Callable[[Choices], SampleWorld]) -> None:
        self._make = make

    def open(self, choices: Choices) -> SampleWorld:
        """A fresh world that speaks and looks as `choices` say; takes about a second.

        Raises ProfileError when the disk refuses.
        """
        return self._make(choices)
