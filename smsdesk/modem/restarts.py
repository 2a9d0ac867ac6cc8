"""A modem that starts anew without a word is in text mode again: only that tells."""

from __future__ import annotations

import logging
import re

from smsdesk.modem.session import Session

log = logging.getLogger(__name__)

_TEXT_MODE = re.compile(r"\+CMGF:\s*1")


def forgot_mode(session: Session) -> bool:
    """Whether the modem is in text mode, which it is never left in; that is counted as a restart.

    In that mode a PDU would be sent as a text, to the number of its octets, and slots seem to be empty.
    """
    session.met_silence = False
    answer = session.ask("AT+CMGF?")
    if answer is None or _TEXT_MODE.fullmatch(answer.first) is None:
        return False
    log.info("the modem has started anew without a word")
    session.restarts += 1
    return True
