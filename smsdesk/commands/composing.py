"""What `notify` is asked for: to whom, what and how, of its options and of the broadcast that is followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from smsdesk.commands.asking import question_of
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.economy import economised
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.questions import with_call_to_action
from smsdesk.domain.sentences import say
from smsdesk.domain.signatures import signed
from smsdesk.domain.templates import FIELDS, MergeText, canonical
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.wall_time import as_moment
from smsdesk.services.bundle import Services
from smsdesk.services.notify import SendOptions


@dataclass(frozen=True)
class Asked:
    """The options of `notify` as they were given."""

    groups: tuple[str, ...]
    person: tuple[str, ...]
    exclude: tuple[str, ...]
    everyone: bool
    pupils_too: bool
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
    content = replace(
        content,
        request=_request(services, asked, content.request),
        fields={**content.fields, **dict(_assignment(setting) for setting in asked.settings)},
    )
    content = _worded(services, _asking(_with_text(services, content, asked), asked), asked)
    _check_fields(asked, content.text)
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
    people = services.people
    groups = dict.fromkeys(people.group_named(group).id for group in _group_names(services, asked))
    chosen = dict.fromkeys(people.person_named(name).id for name in asked.person)
    out_groups, out_people = _excluded(services, asked.exclude)
    request = replace(
        first,
        group_ids=(*first.group_ids, *groups),
        contact_ids=(*first.contact_ids, *chosen),
        excluded_group_ids=(*first.excluded_group_ids, *out_groups),
        excluded_contact_ids=(*first.excluded_contact_ids, *out_people),
        everyone=first.everyone or asked.everyone,
        and_pupils=first.and_pupils or asked.pupils_too,
        second_guardian_after=asked.second_guardian_after or first.second_guardian_after,
    )
    if request.empty and not asked.groups:
        raise InputError(say("Say to whom: GROUP, --person NAME or --everyone. See 'smsdesk notify --help'."))
    return request


def _group_names(services: Services, asked: Asked) -> Sequence[str]:
    """The groups that were named; where nobody was, those that the template is usually for."""
    somebody = asked.groups or asked.person or asked.everyone or asked.follows
    if asked.template is None or somebody:
        return asked.groups
    return services.templates.get(asked.template).audience


def _excluded(services: Services, names: Sequence[str]) -> tuple[list[int], list[int]]:
    """Groups and people by their names; a person is meant where no group has the name."""
    groups: list[int] = []
    people: list[int] = []
    for name in names:
        try:
            groups.append(services.people.group_named(name).id)
        except InputError as no_group:
            try:
                people.append(services.people.person_named(name).id)
            except InputError as nobody:
                raise _neither(name, no_group, nobody) from None
    return groups, people


def _neither(name: str, no_group: InputError, nobody: InputError) -> InputError:
    return InputError(
        say(
            "--exclude {name} is nobody: {group} {person}",
            name=visible_line(name),
            group=no_group.sentence,
            person=nobody.sentence,
        )
    )


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


def _assignment(setting: str) -> tuple[str, str]:
    name, separator, value = setting.partition("=")
    if not separator or not name.strip():
        raise InputError(say("--set {setting} is not understood. Write --set FIELD=VALUE.", setting=setting))
    return name.strip(), value


def _check_fields(asked: Asked, text: str) -> None:
    """A value for a field that neither exists nor stands in the text is a slip of the keys."""
    in_text = set(map(fold, MergeText(text).names))
    for name, _ in map(_assignment, asked.settings):
        if canonical(name) not in FIELDS and fold(name) not in in_text:
            raise InputError(
                say("The field {fields} does not exist. Choose one of the list.", fields=f"{{{name}}}")
            )


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
