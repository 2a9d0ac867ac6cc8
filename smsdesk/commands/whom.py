"""To whom a command writes: the options for groups, people, towns and everybody, and whom they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, TypeVar

import click

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import town_key
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bundle import Services

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--person", metavar="NAME", multiple=True, help="Somebody besides the groups."),
    click.option("--area", metavar="TOWN", multiple=True, help="All who live there."),
    click.option("--everyone", is_flag=True, help="All who are there."),
    click.option("--exclude", metavar="NAME", multiple=True, help="A group or a person to leave out."),
    click.option(
        "--pupils-too", is_flag=True, help="Besides the guardians, pupils with a mobile of their own."
    ),
)


def whom_options(command: Command) -> Command:
    """The options that add to the groups, or take away from them."""
    return reduce(lambda made, option: option(made), reversed(_OPTIONS), command)


@dataclass(frozen=True)
class Whom:
    """The names that were given; `groups` are the arguments of the command."""

    groups: tuple[str, ...]
    person: tuple[str, ...]
    area: tuple[str, ...]
    everyone: bool
    exclude: tuple[str, ...]
    pupils_too: bool

    @property
    def anybody(self) -> bool:
        """Whether somebody was named who is to be written to."""
        return bool(self.groups or self.person or self.area or self.everyone)


def nobody_named(command: str) -> InputError:
    """What to say where nobody was named at all."""
    return InputError(
        say(
            "Say to whom: GROUP, --person NAME, --area TOWN or --everyone. See 'smsdesk {command} --help'.",
            command=command,
        )
    )


def request_of(services: Services, whom: Whom, first: AudienceRequest) -> AudienceRequest:
    """`first` with all who were named; InputError for a name that means nobody, or several."""
    people = services.people
    groups = dict.fromkeys(people.group_named(group).id for group in whom.groups)
    chosen = dict.fromkeys(people.person_named(name).id for name in whom.person)
    out_groups, out_people = _excluded(services, whom.exclude)
    return replace(
        first,
        group_ids=(*first.group_ids, *groups),
        contact_ids=(*first.contact_ids, *chosen),
        areas=(*first.areas, *towns_named(services, whom.area)),
        excluded_group_ids=(*first.excluded_group_ids, *out_groups),
        excluded_contact_ids=(*first.excluded_contact_ids, *out_people),
        everyone=first.everyone or whom.everyone,
        and_pupils=first.and_pupils or whom.pupils_too,
    )


def towns_named(services: Services, names: Sequence[str]) -> tuple[str, ...]:
    """The towns of these names, without case or accents; InputError where nobody lives in one."""
    if not names:
        return ()
    towns = {town_key(city): city for city in services.people.cities()}
    for name in names:
        if town_key(name) not in towns:
            raise InputError(
                say(
                    "Nobody lives in {area}. Choose one of: {towns}.",
                    area=visible_line(name),
                    towns=", ".join(map(visible_line, towns.values())) or "-",
                )
            )
    return tuple(dict.fromkeys(towns[town_key(name)] for name in names))


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
