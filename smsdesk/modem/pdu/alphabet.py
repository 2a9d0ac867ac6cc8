"""Septets into text, with the national language tables that a header may name (3GPP TS 23.038, annex A)."""

from __future__ import annotations

from smsdesk.domain import gsm0338
from smsdesk.modem.pdu import shifts, shifts_indic

_LOCKING = {**shifts.LOCKING, **shifts_indic.LOCKING}
_SINGLE = {**shifts.SINGLE, **shifts_indic.SINGLE}


def text_of(septets: bytes, locking: int = 0, single: int = 0) -> str:
    """Read septets by the locking and single shift tables of these language identifiers (6.2.1.2.4).

    An identifier without a table means the default one. An escape before a septet that its table leaves
    empty gives the character of the main table; an escape before another, or at the end, a space.
    """
    main = _LOCKING.get(locking, gsm0338.BASIC)
    extension = _SINGLE.get(single, gsm0338.EXTENSION)
    text = []
    escaped = False
    for septet in septets:
        if septet == gsm0338.ESCAPE:
            if escaped:
                text.append(" ")
            escaped = not escaped
            continue
        text.append(extension.get(septet, main[septet]) if escaped else main[septet])
        escaped = False
    if escaped:
        text.append(" ")
    return "".join(text)
