"""Joining and leaving a service list by SMS: what a phone asked for, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

JOINED_TEXT = "{institution} : inscription à la liste {liste} enregistrée. Pour la quitter : QUITTER {mot}."
LEFT_TEXT = (
    "{institution} : vous ne recevrez plus les SMS de la liste {liste}. Pour y revenir : INSCRIRE {mot}."
)
ALREADY_IN_TEXT = "{institution} : ce numéro est déjà inscrit à la liste {liste}."
NOT_IN_TEXT = "{institution} : ce numéro n'est pas inscrit à la liste {liste}."
HELP_TEXT = (
    "{institution} : pour recevoir les SMS de la liste {liste}, répondez INSCRIRE {mot}. Pour ne plus les "
    "recevoir : QUITTER {mot}."
)
"""What is written back: French, as the families are."""


class SignUpState(StrEnum):
    """What became of a request."""

    PROPOSED = "proposed"
    """It waits for a person: nobody has this phone, or a pupil would be taken out for all his family."""
    APPLIED = "applied"
    DISMISSED = "dismissed"
    UNDONE = "undone"
    REPEATED = "repeated"
    """It was so already, or waits already."""


@dataclass(frozen=True)
class SignUp:
    """One message that asked to join a list, or to leave it; `contact_ids` are the people whom it moved."""

    id: int
    received_id: int
    e164: str
    keyword_id: int | None
    word: str
    group_id: int | None
    group: str
    joins: bool
    state: SignUpState
    contact_ids: tuple[int, ...]
    text: str
    received_at: datetime
    decided_at: datetime | None = None
    decided_by: str = ""
    names: tuple[str, ...] = ()
