"""`smsdesk absence`: tell the families of an absent teacher's courses, and correct what they were told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

import click

from smsdesk.commands.absence_documents import emit_notice, not_told
from smsdesk.commands.context import ROW_ID, Context
from smsdesk.commands.merge_values import assigned, check_fields
from smsdesk.commands.notifying import tell_rule
from smsdesk.domain.course_notices import AbsenceRequest, Change, FollowUp, NoticeKind
from smsdesk.domain.errors import InputError
from smsdesk.domain.group_names import match_name
from smsdesk.domain.second_guardian import LEAST_MINUTES, MOST_MINUTES
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bundle import Services

CORRECTIONS = {
    "maintained": NoticeKind.MAINTAINED,
    "postponed": NoticeKind.POSTPONED,
    "room": NoticeKind.ROOM,
    "replaced": NoticeKind.REPLACED,
}

_RULE_STAYS = say(
    "Give --second-guardian-after with the first notice: what follows it keeps the rule of that one."
)


@dataclass(frozen=True)
class _Asked:
    """What the options of one call say beside who is absent when."""

    replacement: str | None
    make_up: str | None
    room: str | None
    text: str | None
    template: str | None
    settings: tuple[str, ...]
    exclude: tuple[str, ...]
    exact_names: bool
    dry_run: bool

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The values of merge fields."""
        return tuple(assigned(self.settings).items())


@click.command()
@click.argument("teacher", required=False)
@click.option("--day", metavar="ISO", help="The day, as 2026-03-12 (default: today).")
@click.option("--until", metavar="ISO", help="The last day of several.")
@click.option("--course", "courses", metavar="NAME", multiple=True, help="Only this course (repeatable).")
@click.option("--replacement", metavar="NAME", help="Who teaches instead: the course takes place.")
@click.option("--make-up", metavar="ISO", help="The course moves to this day, or day and hour.")
@click.option("--room", metavar="ROOM", help="The course only changes rooms; with --make-up: the room there.")
@click.option("--text", help="The message instead of the template's, with fields such as {cours}.")
@click.option("--template", help="The name of another template.")
@click.option("--set", "settings", metavar="FIELD=VALUE", multiple=True, help="The value of a merge field.")
@click.option("--exclude", metavar="NAME", multiple=True, help="A person who is not written to.")
@click.option(
    "--exact-names", is_flag=True, help="Names with all their accents, also where that costs a further SMS."
)
@click.option(
    "--second-guardian-after",
    metavar="MIN",
    type=click.IntRange(LEAST_MINUTES, MOST_MINUTES),
    help="Write to the first guardian; to the second when that is not delivered in so many minutes.",
)
@click.option("--again", is_flag=True, help="Tell families once more what they know already.")
@click.option(
    "--correct",
    nargs=2,
    type=(ROW_ID, click.Choice(list(CORRECTIONS))),
    metavar="ID CHANGE",
    help=f"Tell those who got broadcast ID that its courses are {', '.join(CORRECTIONS)}.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be sent.")
@click.pass_obj
def absence(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: Context,
    teacher: str | None,
    day: str | None,
    until: str | None,
    courses: Sequence[str],
    replacement: str | None,
    make_up: str | None,
    room: str | None,
    text: str | None,
    template: str | None,
    settings: tuple[str, ...],
    exclude: tuple[str, ...],
    exact_names: bool,
    second_guardian_after: int | None,
    again: bool,
    correct: tuple[int, str] | None,
    dry_run: bool,
) -> int:
    """Tell the families of TEACHER's courses on a day that he is absent, each of its own children."""
    if (teacher is None) == (correct is None):
        raise InputError(say("Give either the name of a teacher or --correct ID CHANGE."))
    asked = _Asked(replacement, make_up, room, text, template, settings, exclude, exact_names, dry_run)
    with context.desk() as desk:
        if correct is not None:
            if second_guardian_after is not None:
                raise InputError(_RULE_STAYS)
            _correct(context, desk.services, correct, asked)
        else:
            request = _request(desk.services, teacher or "", day, until, asked)
            request = replace(
                request,
                courses=_groups(desk.services, request, courses),
                again=again,
                second_guardian_after=second_guardian_after,
            )
            _tell(context, desk.services, request, dry_run=dry_run)
    return 0


def _request(
    services: Services, teacher: str, day: str | None, until: str | None, asked: _Asked
) -> AbsenceRequest:
    teaching = services.absences.teaching
    first = given_day("--day", day) if day else teaching.today()
    return AbsenceRequest(
        teaching.teacher_named(teacher).id,
        first,
        given_day("--until", until) if until else first,
        _change(asked),
        text=_text(services, asked),
        fields=asked.fields,
        excluded_contact_ids=_left_out(services, asked),
        plain=not asked.exact_names,
    )


def _left_out(services: Services, asked: _Asked) -> tuple[int, ...]:
    return tuple(dict.fromkeys(services.people.person_named(name).id for name in asked.exclude))


def _groups(services: Services, request: AbsenceRequest, names: Sequence[str]) -> tuple[int, ...]:
    """The courses of the teacher that are named, by group id; InputError lists his when one is not."""
    if not names:
        return ()
    mine = {course.group_id for course in services.absences.teaching.courses(request.teacher_id)}
    taught = [group for group in services.people.groups() if group.id in mine]
    return tuple(match_name(name, taught).id for name in names)


def _change(asked: _Asked, kind: NoticeKind | None = None) -> Change:
    day, starts = _moment(asked.make_up) if asked.make_up else (None, None)
    if kind is None:
        kinds = [
            found
            for found, given in (
                (NoticeKind.REPLACED, asked.replacement is not None),
                (NoticeKind.POSTPONED, asked.make_up is not None),
                (NoticeKind.ROOM, asked.room is not None and asked.make_up is None),
            )
            if given
        ]
        if len(kinds) > 1:
            raise InputError(say("Give only one of --replacement, --make-up and --room."))
        kind = kinds[0] if kinds else NoticeKind.CANCELLED
    return Change(kind, day, starts, (asked.room or "").strip(), (asked.replacement or "").strip())


def _text(services: Services, asked: _Asked) -> str | None:
    if asked.text is not None and asked.template is not None:
        raise InputError(say("Give either --text or --template."))
    return services.templates.get(asked.template).body if asked.template is not None else asked.text


def given_day(option: str, text: str) -> date:
    """The day that an option names; InputError when it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InputError(
            say(
                "{option} {text} is no day. Write it like 2026-03-12.", option=option, text=visible_line(text)
            )
        ) from None


def _moment(text: str) -> tuple[date, time | None]:
    """A day, or a day and an hour on the wall."""
    try:
        return date.fromisoformat(text.strip()), None
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(text.strip())  # an hour on the wall
    except ValueError:
        raise InputError(
            say(
                "--make-up {text} is no day. Write it like 2026-03-12 or 2026-03-12T17:30.",
                text=visible_line(text),
            )
        ) from None
    return moment.date(), moment.time().replace(tzinfo=None)


def _tell(context: Context, services: Services, request: AbsenceRequest, *, dry_run: bool) -> None:
    notice = services.absences.find(request)
    check_fields(dict(request.fields), notice.text)
    services.notify.check(notice.plan)
    for line in not_told(notice, request):
        context.tell(line)
    tell_rule(context, services, request.second_guardian_after)
    if dry_run:
        emit_notice(context, services, notice, None, "Nothing was sent. It would be")
        return
    broadcast_id = services.absences.send(request)
    emit_notice(context, services, notice, broadcast_id, f"Broadcast {broadcast_id} is in the queue:")


def _correct(context: Context, services: Services, correct: tuple[int, str], asked: _Asked) -> None:
    about, name = correct
    follow_up = FollowUp(
        about,
        _change(asked, CORRECTIONS[name]),
        _text(services, asked),
        asked.fields,
        _left_out(services, asked),
        not asked.exact_names,
    )
    notice = services.absences.follow_up(follow_up)
    check_fields(dict(asked.fields), notice.text)
    if asked.dry_run:
        services.notify.check(notice.plan)
        emit_notice(
            context, services, notice, None, "Nothing was sent. It would be", called_back=notice.waiting
        )
        return
    done = services.absences.send_follow_up(follow_up)
    start = (
        f"Broadcast {done.broadcast_id} is in the queue:" if done.broadcast_id else "Nobody had been told:"
    )
    emit_notice(context, services, notice, done.broadcast_id, start, called_back=done.called_back)
