"""Files of vCards: read as a list, and written from one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import Sheet
from smsdesk.domain.vcard_lists import cards_sheet
from smsdesk.domain.vcards import MOST_CARDS, parse_cards
from smsdesk.spreadsheets.text_files import decode
from smsdesk.spreadsheets.writing import replacing

_CUT_CHARACTER = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})")
"""A line may be folded within a character of UTF-8 (RFC 2426, 2.6): the character is put together first."""


def read_cards(path: Path) -> list[Sheet]:
    """One sheet with a row for each card. Raises InputError when there are more cards than people."""
    data = _CUT_CHARACTER.sub(rb"\1\3\2", path.read_bytes())
    cards = list(parse_cards(decode(data, path.name)))
    if len(cards) >= MOST_CARDS:
        raise InputError(
            say("The file {file} has more than {count} cards; export fewer at a time.", file=path.name,
                count=MOST_CARDS - 1)
        )  # fmt: skip
    return [cards_sheet(cards, path.stem)]


def write_cards(path: Path, cards: Iterable[str]) -> int:
    """Write cards and give their number; the old file stays until all is there. Raises InputError."""
    count = 0
    with replacing(path) as fresh, fresh.open("w", encoding="utf-8", newline="") as file:
        for count, card in enumerate(cards, 1):  # noqa: B007  # it tells how many there were
            file.write(card)
    return count
