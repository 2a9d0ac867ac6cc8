"""The answers to a broadcast as a spreadsheet: every SMS as it was read, then the silent phones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from smsdesk.domain.answer_reading import AnswerKind, Reading
from smsdesk.domain.answer_views import AnswerRow, Silent
from smsdesk.domain.own_cells import phone_text
from smsdesk.domain.own_columns import FRENCH
from smsdesk.domain.questions import Question
from smsdesk.domain.untrusted import visible, visible_line
from smsdesk.services.long_work import LongWork

_COLUMNS = (
    (("Pour", "For"), 30),
    (("Téléphone", "Phone"), 18),
    (("Réponse", "Answer"), 16),
    (("Nombre", "Number"), 10),
    (("Compte", "Counts"), 10),
    (("À vérifier", "To check"), 12),
    (("Message", "Message"), 60),
    (("Reçu le", "Received"), 18),
)
_KINDS = {
    AnswerKind.YES: ("OUI", "YES"),
    AnswerKind.NO: ("NON", "NO"),
    AnswerKind.NUMBER: ("nombre", "number"),
    AnswerKind.OTHER: ("autre", "other"),
}
_SILENT = ("sans réponse", "no answer")
_REFUSES = ("sans réponse, ne veut plus de SMS", "no answer, wants no more SMS")
_LATE = ("trop tard", "too late")
_YES = ("oui", "yes")
_TITLE = ("Réponses", "Answers")


def write_answers(
    path: Path,
    answers: Sequence[AnswerRow],
    silent: Sequence[Silent],
    question: Question | None,
    language: str,
    work: LongWork,
) -> int:
    """Write them as xlsx or CSV, as the ending says, and give the number of lines."""
    # Spreadsheets take a while to load: nothing else waits for them.
    from smsdesk.spreadsheets.writing import Table, TableColumn, write_table  # noqa: PLC0415

    english = language != FRENCH
    columns = [TableColumn(words[english], width) for words, width in _COLUMNS]
    before = len(answers) / max(1, len(answers) + len(silent))
    lines = chain(
        (_line(answer, question, english=english) for answer in work.told(answers, before)),
        _silent_lines(work.told(silent, 1.0), english=english),
    )
    return write_table(path, Table(_TITLE[english], columns, lines, language))


def _line(answer: AnswerRow, question: Question | None, *, english: bool) -> list[str]:
    reading = answer.reading
    counts = _LATE[english] if answer.late else _YES[english] if answer.counted else ""
    check = _YES[english] if answer.counted and not reading.sure else ""
    return [
        visible_line(", ".join(answer.names)),
        phone_text(answer.phone),
        _read_words(reading, question, english=english),
        "" if reading.value is None else str(reading.value),
        counts,
        check,
        visible(answer.text or ""),
        answer.at.astimezone().strftime("%Y-%m-%d %H:%M"),
    ]


def _read_words(reading: Reading, question: Question | None, *, english: bool) -> str:
    if reading.kind is not AnswerKind.CHOICE:
        return _KINDS[reading.kind][english]
    position = reading.choice or 0
    labels = question.choices if question is not None else ()
    return visible_line(labels[position - 1]) if 1 <= position <= len(labels) else str(position)


def _silent_lines(silent: Iterable[Silent], *, english: bool) -> Iterator[list[str]]:
    for each in silent:
        names = visible_line(", ".join(each.names))
        said = _REFUSES if each.refuses else _SILENT
        yield [names, phone_text(each.phone), said[english], "", "", "", "", ""]
