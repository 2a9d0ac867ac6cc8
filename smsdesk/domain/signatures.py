"""Who signs a message: the prefix of a service ("Conservatoire : ") at the beginning of a text, once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from smsdesk.domain.folding import fold

_INSTITUTION = re.compile(r"\{\s*institution\s*\}\s*[:,-]?\s*", re.IGNORECASE)
_OPENING = 40
"""Characters within which a text says who speaks: "ALERTE {institution} : ..." needs no prefix."""


@dataclass(frozen=True)
class Signature:
    """A service of the institution: its name, and how its messages begin."""

    name: str
    prefix: str


def signed(text: str, signature: Signature | None, known: Sequence[Signature] = ()) -> str:
    """The text as this service signs it; None takes the signature of a known service away.

    It is never signed twice: another service's prefix, or {institution} at the beginning, makes room; a text
    that begins with the service's own prefix stays, and so does one that names {institution} in its opening.
    """
    if signature is not None and _begins_with(text, signature.prefix):
        return text
    bare = _without_prefix(text, known)
    if signature is None:
        return bare
    opening = _INSTITUTION.match(bare)
    if opening:
        return signature.prefix + bare[opening.end() :]
    named = _INSTITUTION.search(bare[:_OPENING])
    if named:
        return bare
    return signature.prefix + bare


def _without_prefix(text: str, known: Sequence[Signature]) -> str:
    for signature in known:
        if _begins_with(text, signature.prefix):
            return text[_length_of(text, signature.prefix) :].lstrip()
    return text


def _begins_with(text: str, prefix: str) -> bool:
    return bool(prefix.strip()) and fold(text[: len(prefix) * 2]).startswith(fold(prefix))


def _length_of(text: str, prefix: str) -> int:
    """How many characters of the text, however they are written, the prefix takes."""
    wanted = fold(prefix)
    return next((length for length in range(len(text) + 1) if fold(text[:length]) == wanted), len(prefix))


def signature_of(text: str, known: Sequence[Signature]) -> Signature | None:
    """Whose prefix the text begins with."""
    return next((signature for signature in known if _begins_with(text, signature.prefix)), None)
