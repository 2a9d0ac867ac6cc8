"""The values of merge fields for each phone: what is known of its people, and what a person typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from smsdesk.domain.agreement import Agreement, agreement_of
from smsdesk.domain.audience import Recipient
from smsdesk.domain.folding import fold
from smsdesk.domain.names import civility_of
from smsdesk.domain.people import Contact, Group
from smsdesk.domain.templates import PEOPLE, MergeText, folded, listed
from smsdesk.domain.text import normalise

ValuesOf = Callable[[Recipient], Mapping[str, str]]
"""Further values of one phone, by field name."""

_Groups = Mapping[str, Group]


def _first_names(people: Sequence[Contact], _chosen: _Groups) -> Sequence[str]:
    return [called(person) for person in people]


def _last_names(people: Sequence[Contact], _chosen: _Groups) -> Sequence[str]:
    return [person.last_name for person in people]


def _group_names(people: Sequence[Contact], chosen: _Groups) -> Sequence[str]:
    return [name for person in people for name in _groups_of(person, chosen)]


def _teachers(people: Sequence[Contact], chosen: _Groups) -> Sequence[str]:
    names = _group_names(people, chosen)
    return [chosen[name].teacher for name in names if name in chosen and chosen[name].teacher]


_KNOWN: Mapping[str, Callable[[Sequence[Contact], _Groups], Sequence[str]]] = {
    PEOPLE: _first_names,
    fold("nom"): _last_names,
    fold("classe"): _group_names,
    fold("groupe"): _group_names,
    fold("professeur"): _teachers,
}
"""What the names, groups and teachers of people say, by folded field."""


def called(person: Contact) -> str:
    """How a text calls somebody: by the first name; who has only a civility is "Mme Martin"."""
    if civility_of(person.first_name):
        return person.name
    return person.first_name or person.last_name


def _groups_of(person: Contact, chosen: _Groups) -> Sequence[str]:
    """The chosen groups this person is in; somebody chosen alone, or through a nested group, has his own."""
    return [name for name in person.groups if name in chosen] or person.groups or tuple(chosen)


class NoticeValues:
    """Fills a text in for one phone after the other, asking only for what the text wants to know.

    What a person typed stands above what `values_of` gives for the phone, that above what is known of its
    people, and that above what is known of the institution.
    """

    def __init__(
        self,
        merge: MergeText,
        groups: Sequence[Group],
        known: Mapping[str, str],
        given: Mapping[str, str],
        values_of: ValuesOf | None,
    ) -> None:
        self._merge = merge
        self._groups = {group.name: group for group in groups}
        self._known = folded(known)
        self._given = {name: value for name, value in folded(given).items() if value}
        self._common = {**self._known, **self._given}
        self._values_of = values_of
        self._asked = tuple(
            (key, say) for key, say in _KNOWN.items() if key in merge.asked and key not in self._given
        )

        required = {field.key: field.name for field in merge.fields if field.fallback is None}
        self._required = tuple((key, name) for key, name in required.items() if not self._given.get(key))

    @property
    def common(self) -> Mapping[str, str]:
        """What is the same for all."""
        return self._common

    @property
    def same_for_all(self) -> str:
        """What every message holds: the text around its fields, and the values that are those of all."""
        merge, common = self._merge, self.common
        filled = [field.shown(common) for field in merge.fields if common.get(field.key)]
        return normalise(" ".join((*merge.literals, *filled)))

    def further_names(self, recipients: Sequence[Recipient]) -> Sequence[str]:
        """The names of the fields that `values_of` gives."""
        return tuple(self._values_of(recipients[0])) if self._values_of and recipients else ()

    def missing(self, values: Mapping[str, str]) -> Sequence[str]:
        """The fields, as they were typed, that these values leave empty."""
        return [name for key, name in self._required if not values.get(key)]

    def text_for(self, recipient: Recipient, values: Mapping[str, str]) -> str:
        """The text with these values, those of this phone; not yet normalised."""
        if not self._merge.words or PEOPLE in self._given:
            return self._merge.merge(values)
        return self._merge.merge(values, _agreements(recipient.people))

    def of(self, recipient: Recipient) -> Mapping[str, str]:
        """The values for one phone under folded names."""
        if not self._asked and self._values_of is None:
            return self._common
        values = dict(self._known)
        for key, say in self._asked:
            found = say(recipient.people, self._groups)
            values[key] = found[0] if len(found) == 1 else listed(found)
        if self._values_of is not None:
            values.update(folded(self._values_of(recipient)))
        values.update(self._given)
        return values


def _agreements(people: Sequence[Contact]) -> Mapping[str, Agreement]:
    """What words agree with that stand for the people themselves; their number is known, not read."""
    found = agreement_of([person.name if civility_of(person.first_name) else "" for person in people])
    return {PEOPLE: found, fold("nom"): found}
