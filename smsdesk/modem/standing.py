"""How a modem stands, kept together and told when it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from smsdesk.domain.modems import ModemState, ModemStatus, searching
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.modem import conditions
from smsdesk.modem.network import Network

LONGEST_NAME = 40
"""What a modem may say about itself, in characters."""


class Standing:
    """The latest ModemStatus; `tell` is called on every change."""

    def __init__(self, name: str, tell: Callable[[ModemStatus], None]) -> None:
        self._tell = tell
        self._status = searching(name)
        self._told: ModemStatus | None = None

    @property
    def status(self) -> ModemStatus:
        """How it stands now."""
        return self._status

    @property
    def ready(self) -> bool:
        """Whether it sends."""
        return self._status.state is ModemState.READY

    def renamed(self, name: str) -> None:
        """The modem came back on another port."""
        self._status = replace(self._status, name=name)

    def is_device(self, imei: str, manufacturer: str, model: str) -> None:
        """Learn which device it is; what it says is cut and made visible before anybody sees it."""
        self._status = replace(
            self._status, imei=imei, manufacturer=_shown(manufacturer), model=_shown(model)
        )

    def has_sim(self, sim: str) -> None:
        """Learn which SIM is in it."""
        self._status = replace(self._status, sim=sim)

    def in_network(self, network: Network) -> None:
        """Learn operator and signal; both go when the network goes."""
        self._status = replace(self._status, operator=_shown(network.operator), signal=network.signal)

    def becomes(self, state: ModemState, sentence: Sentence | None = None, *, waits: bool = False) -> None:
        """Change the state, and tell if that or anything learnt since is new."""
        said = sentence or conditions.sentence_of(state)
        self._status = replace(self._status, state=state, sentence=said, waits=waits)
        if self._status != self._told:
            self.repeat()

    def repeat(self) -> None:
        """Tell it again, changed or not."""
        self._told = self._status
        self._tell(self._status)


def _shown(text: str) -> str:
    return visible(text)[:LONGEST_NAME]
