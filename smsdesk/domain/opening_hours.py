"""When somebody is there to answer, and the closed time around a moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.wall_time import moment_of, wall_of

DAYS_LOOKED_AT = 70
"""A summer's closing and some days."""

Span = tuple[time, time]

_OFFICE: tuple[Span, ...] = ((time(9), time(12)), (time(14), time(18)))


def _never(_day: date) -> bool:
    return False


@dataclass(frozen=True)
class Closed:
    """A closed time: the moments (aware) when it began and when it ends; None when that is far away."""

    since: datetime | None
    until: datetime | None


@dataclass(frozen=True)
class OpeningHours:
    """The spans of each day of the week, Monday first, in the order of the day."""

    days: tuple[tuple[Span, ...], ...] = (*((_OFFICE,) * 5), (), ())

    def check(self) -> None:
        """Raise InputError for a span that ends before it begins, or that begins within the one before."""
        if len(self.days) != 7:
            raise InputError(say("The opening hours need seven days, Monday first."))
        for spans in self.days:
            ends = time.min
            for number, (begins, closes) in enumerate(spans):
                if closes <= begins or (number and begins < ends):
                    raise InputError(
                        say(
                            "The opening hours from {begins} to {ends} overlap others or end before they "
                            "begin. Correct them.",
                            begins=f"{begins:%H:%M}",
                            ends=f"{closes:%H:%M}",
                        )
                    )
                ends = closes

    def closed_at(
        self, moment: datetime, is_off: Callable[[date], bool] = _never, zone: tzinfo | None = None
    ) -> Closed | None:
        """The closed time that a moment falls into; None when somebody is there.

        `is_off` tells the days on which nobody comes.
        """
        wall = wall_of(moment, zone)
        began, opens = None, None
        for number in range(-DAYS_LOOKED_AT, DAYS_LOOKED_AT + 1):
            day = wall.date() + timedelta(days=number)
            for begins, ends in () if is_off(day) else self.days[day.weekday()]:
                start, end = datetime.combine(day, begins), datetime.combine(day, ends)
                if start <= wall < end:
                    return None
                if end <= wall:
                    began = end
                elif opens is None:
                    opens = start
        return Closed(*(None if each is None else moment_of(each, zone) for each in (began, opens)))
