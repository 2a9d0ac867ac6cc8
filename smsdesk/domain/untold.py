"""What a sheet holds besides the values of its cells: errors, hidden rows, comments. The plan tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smsdesk.domain.class_lists import Rejected
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import Sheet, address, text_of


def untold(sheet: Sheet) -> Iterator[Rejected]:
    """Cells without a value, rows that the file hides, and what was noted at cells."""
    yield from _without_value(sheet)
    yield from _hidden(sheet)
    reason = say("Somebody noted this at the cell; it is not imported. Look whether it is of importance.")
    for (row, column), text in sorted(sheet.comments.items()):
        yield Rejected(sheet.name, address(row, column), text, reason)


def _without_value(sheet: Sheet) -> Iterator[Rejected]:
    """Cells with an error, or with a formula whose result the file does not have."""
    reason = say(
        "This cell holds no value but an error or a formula that was not reckoned; save the file in Excel."
    )
    for (row, column), shown in sorted(sheet.errors.items()):
        yield Rejected(sheet.name, address(row, column), shown, reason)


def _hidden(sheet: Sheet) -> Iterator[Rejected]:
    filled = [
        row for row in sheet.hidden_rows if row < len(sheet.rows) and any(map(text_of, sheet.rows[row]))
    ]
    if filled:
        reason = say(
            "These rows are hidden in the file; they were read like the others. Take them out of the list if "
            "these people do not belong to it."
        )
        yield Rejected(sheet.name, "", _spans(filled), reason)


def _spans(rows: Sequence[int]) -> str:
    """ "3, 7-9" for rows from 0."""
    spans: list[list[int]] = []
    for row in sorted(set(rows)):
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    return ", ".join(f"{first + 1}" if first == last else f"{first + 1}-{last + 1}" for first, last in spans)
