"""`smsdesk answers`: what a broadcast was answered, corrected, closed and written to a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from smsdesk.commands.asking import question_document
from smsdesk.commands.composing import typed_moment
from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import Document, clock_time, counted, iso
from smsdesk.domain.answer_reading import AnswerKind, Reading
from smsdesk.domain.answer_views import AnswerRow, Silent, Tally
from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bundle import Services

_CORRECTION = re.compile(r"(\d{1,18})=(yes|no|other|number|choice)(?::(\d{1,9}))?")
_MOVE = re.compile(r"(\d{1,18})=(none|\d{1,18})")


@click.command()
@click.argument("broadcast", type=ROW_ID)
@click.option("--export", type=click.Path(path_type=Path), help="Write them to a .xlsx or .csv file too.")
@click.option(
    "--read",
    metavar="MESSAGE=READING",
    multiple=True,
    help="Correct a reading: 12=yes, 12=no, 12=number:3, 12=choice:2, 12=other.",
)
@click.option(
    "--about",
    metavar="MESSAGE=BROADCAST",
    multiple=True,
    help="Say which broadcast a received message answers: 12=7, or 12=none.",
)
@click.option("--close", is_flag=True, help="Count no answers from now on.")
@click.option("--until", metavar="ISO", help="Count answers until then, also those that came late so far.")
@click.pass_obj
def answers(
    context: Context,
    /,
    broadcast: int,
    export: Path | None,
    close: bool,
    until: str | None,
    **corrections: Sequence[str],
) -> int:
    """Count and list the answers to a broadcast, by phone, and who has not answered."""
    readings = [_reading(text) for text in corrections["read"]]
    moves = [_move(text) for text in corrections["about"]]
    end = None if until is None else typed_moment(until, "--until")
    if close and end is not None:
        raise InputError(say("Give either --close or --until."))
    with context.desk() as desk:
        services = desk.services
        if close or end is not None:
            services.polls.check_end(broadcast, end)  # what is refused changes nothing else either
        services.answers.tally(broadcast)
        services.answers.correct(moves, readings)
        _set_end(services, broadcast, close=close, end=end)
        if export is not None:
            services.answers.write_answers(broadcast, export)
        tally = services.answers.tally(broadcast)
        rows, silent = services.answers.rows(broadcast), services.answers.not_answered(broadcast)
    context.emit(_document(broadcast, tally, rows, silent), _lines(tally, rows, silent))
    return 0


def _set_end(services: Services, broadcast: int, *, close: bool, end: datetime | None) -> None:
    if close:
        services.polls.close(broadcast)
    elif end is not None:
        services.polls.keep_open(broadcast, end)


def _reading(text: str) -> tuple[int, Reading]:
    match = _CORRECTION.fullmatch(text.strip().casefold())
    if match is None:
        raise InputError(
            say("--read {text} is not understood. Write 12=yes, 12=number:3 or 12=choice:2.", text=text)
        )
    kind, number = AnswerKind(match[2]), int(match[3]) if match[3] else None
    if kind is AnswerKind.CHOICE:
        return int(match[1]), Reading(kind, choice=number)
    return int(match[1]), Reading(kind, number)


def _move(text: str) -> tuple[int, int | None]:
    match = _MOVE.fullmatch(text.strip().casefold())
    if match is None:
        raise InputError(say("--about {text} is not understood. Write 12=7 or 12=none.", text=text))
    return int(match[1]), None if match[2] == "none" else int(match[2])


def _document(broadcast: int, tally: Tally, rows: Sequence[AnswerRow], silent: Sequence[Silent]) -> Document:
    return {
        "broadcast": broadcast,
        "question": question_document(tally.question),
        "asked": tally.asked,
        "answered": tally.answered,
        "yes": tally.yes,
        "no": tally.no,
        "numbers": tally.numbers,
        "total": tally.total,
        "other": tally.other,
        "choices": {choice.label: choice.count for choice in tally.choices},
        "unsure": tally.unsure,
        "late": tally.late,
        "answers": [_row_document(row) for row in rows],
        "not_answered": [
            {
                "phone": each.phone,
                "for": list(each.names),
                "reminded_at": iso(each.reminded_at),
                "refuses": each.refuses,
            }
            for each in silent
        ],
    }


def _row_document(row: AnswerRow) -> Document:
    return {
        "id": row.received_id,
        "from": row.phone,
        "for": list(row.names),
        "text": row.text,
        "at": iso(row.at),
        "kind": row.reading.kind.value,
        "value": row.reading.value,
        "choice": row.reading.choice,
        "sure": row.reading.sure,
        "counted": row.counted,
        "late": row.late,
        "corrected_by": row.read_by or row.about_by or None,
    }


def _lines(tally: Tally, rows: Sequence[AnswerRow], silent: Sequence[Silent]) -> list[str]:
    answered = [
        (
            row.received_id,
            row.phone,
            visible_line(", ".join(row.names)),
            _words(row, tally),
            clock_time(row.at),
            visible_line(row.text or ""),
        )
        for row in rows
    ]
    return [
        *_sums(tally),
        *(table(answered, ("id", "from", "for", "read as", "at", "text")) if answered else []),
        *map(_silent_line, silent),
    ]


def _silent_line(each: Silent) -> str:
    refuses = " (wants no more SMS)" if each.refuses else ""
    return f"No answer: {each.phone} {visible_line(', '.join(each.names))}".rstrip() + refuses


def _sums(tally: Tally) -> list[str]:
    lines = [
        f"{tally.answered} of {counted(tally.asked, 'phone', 'phones')} answered: "
        f"{tally.yes} yes, {tally.no} no, {tally.other} in other words."
    ]
    if tally.numbers:
        lines.append(f"Numbers from {counted(tally.numbers, 'phone', 'phones')}, in all {tally.total}.")
    lines += [f"{each.position}. {visible_line(each.label)}: {each.count}" for each in tally.choices]
    if tally.unsure:
        lines.append(f"{counted(tally.unsure, 'answer', 'answers')} to look at: understood by a guess.")
    if tally.late:
        lines.append(f"{counted(tally.late, 'answer', 'answers')} came too late.")
    return lines


def _words(row: AnswerRow, tally: Tally) -> str:
    reading = row.reading
    words = reading.kind.value
    if reading.choice is not None and tally.question is not None:
        words = visible_line(tally.question.choices[reading.choice - 1])
    if reading.value is not None:
        words = f"{words} {reading.value}"
    doubt = "" if reading.sure or reading.kind is AnswerKind.OTHER else "?"
    state = " (late)" if row.late else "" if row.counted else " (earlier)"
    return f"{words}{doubt}{state}"
