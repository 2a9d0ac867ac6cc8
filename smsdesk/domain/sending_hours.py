"""At which hours what may be sent: advertising by the law, information where the profile asks, alerts always.

Promotional SMS are sent from 8:00 to 21:30 in France, and not on Sundays and public holidays; what serves
people otherwise is exempt. The hours are those of the wall.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.wall_time import moment_of, wall_of

PROMOTION_OPENS = time(8)
PROMOTION_CLOSES = time(21, 30)

SUNDAY = 6

DAYS_LOOKED_AT = 30
"""Sundays and holidays in a row are five at most; a quiet time that never ends is none."""

MOST_READ_FROM, MOST_READ_TO = time(8), time(20)
"""A choice of ours: earlier and later an SMS wakes somebody, or is found the next morning."""

ENOUGH_ANSWERS = 30
"""Fewer answers say nothing about the hours of families."""

BEST_HOURS = 2
A_GOOD_SHARE = 25
"""Percent of the answers within the best hours, below which no hour is better than others."""


@dataclass(frozen=True)
class QuietHours:
    """When information is not sent, where a profile asks so: from `begins` to `ends`, over midnight too."""

    on: bool = False
    begins: time = time(21)
    ends: time = time(8)
    sundays: bool = False
    holidays: bool = False

    def covers(self, at: time) -> bool:
        """Whether this hour of an ordinary day is quiet."""
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


def _never(_day: date) -> bool:
    return False


def hours_apply_to(purpose: Purpose, priority: Priority) -> Purpose | None:
    """The purpose whose hours a send keeps; None keeps none: alerts, urgent information and answers."""
    if purpose is Purpose.ALERT or (purpose is Purpose.INFORMATION and priority is Priority.URGENT):
        return None
    return purpose


@dataclass(frozen=True)
class SendingHours:
    """The hours of one profile. `is_holiday` tells the public holidays; `zone` None is the computer's."""

    quiet: QuietHours = QuietHours()
    is_holiday: Callable[[date], bool] = _never
    zone: tzinfo | None = None

    def closed(self, moment: datetime, purpose: Purpose | None) -> Sentence | None:
        """Why nothing of this purpose is sent at this moment; None when it may be."""
        wall = wall_of(moment, self.zone)
        if purpose is Purpose.PROMOTION:
            return self._no_promotion(wall)
        return self._too_quiet(wall) if purpose is Purpose.INFORMATION and self.quiet.on else None

    def _no_promotion(self, wall: datetime) -> Sentence | None:
        if wall.weekday() == SUNDAY:
            return say("Advertising is not sent on Sundays.")
        if self.is_holiday(wall.date()):
            return say("Advertising is not sent on public holidays.")
        if not PROMOTION_OPENS <= wall.time() < PROMOTION_CLOSES:
            return say("Advertising is sent from 8:00 to 21:30 only.")
        return None

    def _too_quiet(self, wall: datetime) -> Sentence | None:
        if self.quiet.sundays and wall.weekday() == SUNDAY:
            return say("Your settings keep Sundays quiet.")
        if self.quiet.holidays and self.is_holiday(wall.date()):
            return say("Your settings keep public holidays quiet.")
        if self.quiet.covers(wall.time()):
            return say(
                "Your quiet hours are from {begins} to {ends}.",
                begins=f"{self.quiet.begins:%H:%M}",
                ends=f"{self.quiet.ends:%H:%M}",
            )
        return None

    def next_allowed(self, moment: datetime, purpose: Purpose | None) -> datetime:
        """The first moment from this one on at which it may be sent; the moment itself when it may be now."""
        if self.closed(moment, purpose) is None:
            return moment
        for opens in self._openings(wall_of(moment, self.zone).date()):
            if opens > moment and self.closed(opens, purpose) is None:
                return opens
        return moment

    def _openings(self, first: date) -> Iterator[datetime]:
        """Every moment at which something may open, in order.

        An hour that comes twice as the clocks change may open each time; one that they skip, at the full
        hour that they go on with.
        """
        ends = self.quiet.ends
        hours = {time(0), PROMOTION_OPENS, ends, time((ends.hour + 1) % 24)}
        for number in range(DAYS_LOOKED_AT):
            day = first + timedelta(days=number)
            walls = [datetime.combine(day, hour.replace(fold=fold)) for hour in hours for fold in (0, 1)]
            yield from sorted({moment_of(wall, self.zone) for wall in walls})


@dataclass(frozen=True)
class Deferral:
    """A send that has to wait: until when (aware), and why."""

    until: datetime
    reason: Sentence


def advice(
    hours: SendingHours, moment: datetime, purpose: Purpose, answers: Sequence[int]
) -> tuple[Sentence, ...]:
    """What speaks against a moment that is allowed; `answers` counts those of each of the 24 hours."""
    wall = wall_of(moment, hours.zone)
    if purpose is Purpose.ALERT or hours.closed(moment, purpose) is not None:
        return ()
    said = []
    if not MOST_READ_FROM <= wall.time() < MOST_READ_TO:
        said.append(say("Before 8:00 and after 20:00 an SMS may disturb."))
    if wall.weekday() == SUNDAY:
        said.append(say("It is a Sunday: nobody answers those who call you back."))
    elif hours.is_holiday(wall.date()):
        said.append(say("It is a public holiday: nobody answers those who call you back."))
    best = best_hours(answers)
    if best is not None and not best <= wall.hour < best + BEST_HOURS:
        share = round(100 * _within(answers, best) / sum(answers))
        said.append(
            say(
                "Your families answer most between {begins} and {ends}: {share} % of {count} answers.",
                begins=f"{best}:00",
                ends=f"{best + BEST_HOURS}:00",
                share=share,
                count=sum(answers),
            )
        )
    return tuple(said)


def best_hours(answers: Sequence[int]) -> int | None:
    """The hour at which the two hours with most answers begin; None when the answers do not tell."""
    total = sum(answers)
    if total < ENOUGH_ANSWERS:
        return None
    best = max(range(len(answers) - BEST_HOURS + 1), key=lambda hour: _within(answers, hour))
    return best if 100 * _within(answers, best) >= A_GOOD_SHARE * total else None


def _within(answers: Sequence[int], hour: int) -> int:
    return sum(answers[hour : hour + BEST_HOURS])
