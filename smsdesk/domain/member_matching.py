"""Whether a row tells of a person whom its list has already; what is not sure is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from smsdesk.domain.class_lists import Doubt, Draft
from smsdesk.domain.family_members import Care, Member
from smsdesk.domain.folding import fold
from smsdesk.domain.row_facts import RowPerson
from smsdesk.domain.same_rows import doubt_about_rows, question_key


def contradict(member: Member, person: RowPerson) -> bool:
    """Whether a row says something that only another person can have: a number, a day of birth."""
    said = member.said
    ids = said.external_id and person.external_id and said.external_id != person.external_id
    births = said.birth_date and person.birth_date and said.birth_date != person.birth_date
    return bool(ids or births)


def surely(member: Member, person: RowPerson, reachable: Collection[str]) -> bool:
    """Whether a birth date or a phone that the family has shows that he is the one."""
    same_birth = person.birth_date is not None and member.said.birth_date == person.birth_date
    return same_birth or member.is_reached_by(reachable)


def other_parent(member: Member, person: RowPerson, cares: Sequence[Care]) -> bool:
    """Whether a row tells of a pupil's other parent: one row a parent, the child named in each."""
    if person.phones or member.phones or not len(cares) == len(member.guardians) == 1:
        return False
    named = not any(care.guardian.made_up for care in cares)
    return named and (not person.classes or is_in(member, classes_of(person)))


def classes_of(person: RowPerson) -> frozenset[str]:
    """The classes of a row, by folded name."""
    return frozenset(fold(name) for name, _ in person.classes)


def is_in(member: Member, classes: frozenset[str]) -> bool:
    """Whether he is in one of these classes, by folded name."""
    return bool(classes) and not classes.isdisjoint(map(fold, member.groups))


def questions(
    alike: Sequence[tuple[RowPerson, Sequence[Member]]], members: Sequence[Member], people: Sequence[Draft]
) -> Iterator[Doubt]:
    """Ask about whom a row made somebody new although he has namesakes; `people` are those of the members.

    Each name of a row is asked about once: a namesake in the same row is only told of.
    """
    of_rows = {id(member.said): at for at, member in enumerate(members)}
    places = {id(member): at for at, member in enumerate(members)}
    asked = set()
    for person, namesakes in alike:
        others = [places[id(member)] for member in namesakes if id(member) in places]
        at = of_rows.get(id(person))
        if at is None or not others:
            continue
        key = question_key(people[at].sheet, people[at].row, people[at].name)
        yield doubt_about_rows(people, at, others, asked=key not in asked)
        asked.add(key)
