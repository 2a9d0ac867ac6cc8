"""What `notify` is asked for: to whom, what and how, of its options and of the broadcast that is followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from smsdesk.commands.asking import question_of
from smsdesk.commands.merge_values import assigned, check_fields
from smsdesk.commands.whom import Whom, nobody_named, request_of
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.economy import economised
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.questions import with_call_to_action
from smsdesk.domain.sentences import say
from smsdesk.domain.signatures import signed
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.wall_time import as_moment
from smsdesk.services.bundle import Services
from smsdesk.services.notify import SendOptions


@dataclass(frozen=True)
class Asked(Whom):
    """The options of `notify` as they were given."""

    text: str | None
    template: str | None
    service: str | None
    plain: bool
    plain_names: bool
    settings: tuple[str, ...]
    at: str | None
    urgent: bool
    purpose: str | None
    not_reached_of: int | None
    not_answered_of: int | None
    repeat_of: int | None
    correction_of: int | None
    second_guardian_after: int | None
    ask: str | None
    answers_until: str | None
    remind_after: int | None

    @property
    def follows(self) -> tuple[Relation, int] | None:
        """Which broadcast is followed, and how."""
        given = [
            (relation, number)
            for relation, number in (
                (Relation.NOT_REACHED, self.not_reached_of),
                (Relation.NOT_ANSWERED, self.not_answered_of),
                (Relation.REPEAT, self.repeat_of),
                (Relation.CORRECTION, self.correction_of),
            )
            if number is not None
        ]
        if len(given) > 1:
            raise InputError(
                say("Give only one of --not-reached-of, --not-answered-of, --repeat-of and --correction-of.")
            )
        return given[0] if given else None


def composed(services: Services, asked: Asked) -> tuple[DraftContent, SendOptions]:
    """To whom, what and how: of the broadcast that is followed, changed by what was given."""
    content = DraftContent()
    follows = asked.follows
    if follows is not None:
        content = services.broadcasts.follow_up(follows[1], follows[0])
    given = assigned(asked.settings)
    content = replace(
        content,
        request=_request(services, asked, content.request),
        fields={**content.fields, **given},
    )
    content = _worded(services, _asking(_with_text(services, content, asked), asked), asked)
    check_fields(given, content.text)
    if asked.purpose is not None:
        content = replace(content, purpose=Purpose(asked.purpose))
    options = SendOptions(
        purpose=content.purpose,
        priority=Priority.URGENT if asked.urgent or content.urgent else Priority.NORMAL,
        not_before=None if asked.at is None else typed_moment(asked.at, "--at"),
        about=content.about,
        relation=content.relation,
        question=content.question,
    )
    return content, options


def _asking(content: DraftContent, asked: Asked) -> DraftContent:
    """With the question, and how to answer it behind the text."""
    until = None if asked.answers_until is None else typed_moment(asked.answers_until, "--answers-until")
    question = question_of(asked.ask, until, asked.remind_after, content.question)
    text = with_call_to_action(content.text, question) if question is not None else content.text
    return replace(content, question=question, text=text)


def _request(services: Services, asked: Asked, first: AudienceRequest) -> AudienceRequest:
    whom = replace(asked, groups=tuple(_group_names(services, asked)))
    request = request_of(services, whom, first)
    if request.empty and not asked.groups:
        raise nobody_named("notify")
    minutes = asked.second_guardian_after or first.second_guardian_after
    return replace(request, second_guardian_after=minutes)


def _group_names(services: Services, asked: Asked) -> Sequence[str]:
    """The groups that were named; where nobody was, those that the template is usually for."""
    if asked.template is None or asked.anybody or asked.follows:
        return asked.groups
    return services.templates.get(asked.template).audience


def _with_text(services: Services, content: DraftContent, asked: Asked) -> DraftContent:
    given = (asked.text is not None) + (asked.template is not None)
    if given == 0 and content.relation is not None and content.text:
        return content
    if given != 1:
        raise InputError(say("Give either --text or --template."))
    if asked.template is None:
        return replace(content, text=asked.text or "")
    chosen = services.templates.get(asked.template)
    return replace(content, text=chosen.body, purpose=chosen.purpose)


def _worded(services: Services, content: DraftContent, asked: Asked) -> DraftContent:
    """The text as it is signed, and rewritten where that was asked for."""
    text = content.text
    if asked.service is not None:
        known = services.wording.read().signatures
        text = signed(text, services.wording.signature_named(asked.service), known)
    if asked.plain or asked.plain_names:
        text = economised(text, values=asked.plain_names)
    return replace(content, text=text)


def typed_moment(text: str, option: str) -> datetime:
    """A moment given to an option; local time without an offset. InputError for anything else."""
    try:
        return as_moment(datetime.fromisoformat(text.strip())).astimezone()
    except (ValueError, OverflowError, OSError):
        raise InputError(
            say(
                "{option} {text} is no date and time. Write it like 2026-03-12T18:00.",
                option=option,
                text=visible_line(text),
            )
        ) from None
