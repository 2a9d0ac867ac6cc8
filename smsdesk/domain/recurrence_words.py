"""Rules of repetition in words: "week thu 18:00" of a command, and a rule told to a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import time

from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.recurrence import WEEKDAYS, Frequency, Rule, parse_rule
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.untrusted import visible_line

LONGEST_WORDS = 120

_SPANS = {
    "day": Frequency.DAILY, "jour": Frequency.DAILY, "week": Frequency.WEEKLY, "semaine": Frequency.WEEKLY,
    "month": Frequency.MONTHLY, "mois": Frequency.MONTHLY,
}  # fmt: skip
_DAYS = (
    ("monday", "lundi"), ("tuesday", "mardi"), ("wednesday", "mercredi"), ("thursday", "jeudi"),
    ("friday", "vendredi"), ("saturday", "samedi"), ("sunday", "dimanche"),
)  # fmt: skip
_NTHS = {
    "first": 1, "premier": 1, "1st": 1, "1er": 1, "second": 2, "deuxieme": 2, "third": 3, "troisieme": 3,
    "fourth": 4, "quatrieme": 4, "last": -1, "dernier": -1,
}  # fmt: skip
_HOUR = re.compile(r"([01]?[0-9]|2[0-3])(?::|h)([0-5][0-9])?")

FEWEST_LETTERS = 2
"""Of a day's name: "th" and "je" say which day is meant."""


def parse_every(words: str) -> tuple[Rule, time]:
    """Read "week thu 18:00", "2 weeks mon,thu 8h", "month 15 18:00", "mois premier lundi 18:00".

    Answers the rule and its hour. InputError for anything else.
    """
    if len(words) > LONGEST_WORDS:
        raise _unclear(words)
    pieces = fold(words).replace(",", " ").split()
    if len(pieces) < 2:
        raise _unclear(words)
    hour = _hour(pieces.pop(), words)
    interval = pieces.pop(0) if pieces[0].isdigit() else "1"
    span = _SPANS.get(pieces.pop(0).removesuffix("s") if pieces else "") or _SPANS.get(_plural(words))
    if span is None:
        raise _unclear(words)
    said = _days(span, pieces, words)
    return parse_rule(f"FREQ={span};INTERVAL={interval}{said}"), hour


def _plural(words: str) -> str:
    """ "mois" ends in s by itself."""
    return "mois" if "mois" in fold(words).split() else ""


def parse_hour(text: str) -> time:
    """Read "18:00", "18h" or "8h30". InputError for anything else."""
    return _hour(fold(text.strip()), text)


def _hour(piece: str, words: str) -> time:
    match = _HOUR.fullmatch(piece)
    if match is None:
        raise InputError(
            say("{text} names no hour. Write it like 18:00.", text=visible_line(words)[:LONGEST_WORDS])
        )
    return time(int(match[1]), int(match[2] or 0))


def _days(span: Frequency, pieces: list[str], words: str) -> str:
    if span is Frequency.MONTHLY and len(pieces) == 2 and pieces[0] in _NTHS:
        return f";BYDAY={_NTHS[pieces[0]]}{_weekday(pieces[1], words)}"
    if span is Frequency.MONTHLY and pieces and all(piece.isdigit() for piece in pieces):
        return f";BYMONTHDAY={','.join(pieces)}"
    if span is not Frequency.MONTHLY and pieces:
        return f";BYDAY={','.join(_weekday(piece, words) for piece in pieces)}"
    if span is Frequency.DAILY:
        return ""
    raise _unclear(words)


def _weekday(piece: str, words: str) -> str:
    found = [
        WEEKDAYS[number]
        for number, names in enumerate(_DAYS)
        if len(piece) >= FEWEST_LETTERS and any(name.startswith(piece) for name in names)
    ]
    if len(found) != 1:
        raise _unclear(words)
    return found[0]


def _unclear(words: str) -> InputError:
    return InputError(
        say(
            '{text} is no repetition. Write it like "week thu 18:00", "month 15 18:00" or'
            ' "month first mon 18:00".',
            text=visible_line(words)[:LONGEST_WORDS],
        )
    )


def rule_words(rule: Rule) -> Sentence:
    """A rule as a person says it; one that has no plain words is shown as it is written."""
    if rule.positions or rule.months or (rule.days and rule.month_days) or rule.frequency is Frequency.YEARLY:
        return say("By the rule {rule}", rule=str(rule))
    if rule.frequency is Frequency.MONTHLY:
        return _monthly(rule)
    if not rule.days:
        return _without_days(rule)
    days = _listed([day_word(day.weekday) for day in rule.days])
    if rule.frequency is Frequency.DAILY:
        return say("On {days}", days=days)
    if rule.interval == 1:
        return say("Each week on {days}", days=days)
    return say("Every {count} weeks on {days}", count=rule.interval, days=days)


def _without_days(rule: Rule) -> Sentence:
    if rule.frequency is Frequency.DAILY:
        return say("Each day") if rule.interval == 1 else say("Every {count} days", count=rule.interval)
    return say("Each week") if rule.interval == 1 else say("Every {count} weeks", count=rule.interval)


def _monthly(rule: Rule) -> Sentence:
    which = _which_day(rule)
    if which is None:
        return say("By the rule {rule}", rule=str(rule))
    if rule.interval == 1:
        return say("Each month on {which}", which=which)
    return say("Every {count} months on {which}", count=rule.interval, which=which)


def _which_day(rule: Rule) -> Sentence | None:
    if len(rule.days) == 1 and rule.days[0].nth in _NTH_WORDS:
        return _NTH_WORDS[rule.days[0].nth](day_word(rule.days[0].weekday))
    if rule.month_days == (-1,):
        return say("the last day")
    if rule.month_days and min(rule.month_days) > 0:
        return say("day {days}", days=", ".join(map(str, rule.month_days)))
    return None


_NTH_WORDS: dict[int, Callable[[Sentence], Sentence]] = {
    1: lambda day: say("the first {day}", day=day),
    2: lambda day: say("the second {day}", day=day),
    3: lambda day: say("the third {day}", day=day),
    4: lambda day: say("the fourth {day}", day=day),
    -1: lambda day: say("the last {day}", day=day),
}

_DAY_WORDS = (
    say("Monday"), say("Tuesday"), say("Wednesday"), say("Thursday"), say("Friday"), say("Saturday"),
    say("Sunday"),
)  # fmt: skip


def day_word(weekday: int) -> Sentence:
    """The day of the week, 0 for Monday."""
    return _DAY_WORDS[weekday]


def _listed(words: Sequence[Sentence]) -> Sentence:
    """ "Monday, Tuesday and Thursday"."""
    told = words[0]
    for number, word in enumerate(words[1:], 2):
        last = number == len(words)
        told = (
            say("{first} and {last}", first=told, last=word)
            if last
            else say("{first}, {next}", first=told, next=word)
        )
    return told
