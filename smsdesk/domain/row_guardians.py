"""The guardians of a row: named, or by the words beside a phone, or only by whose phone it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from smsdesk.domain.class_lists import PAYER, PUPIL
from smsdesk.domain.couples import parted_couples
from smsdesk.domain.folding import fold
from smsdesk.domain.names import is_couple, looks_like_name, split_name, take_civility, words_key
from smsdesk.domain.people import Phone
from smsdesk.domain.row_facts import RowPerson

_RELATIONS = {
    "maman": "mère", "mere": "mère", "mother": "mère", "mum": "mère", "mom": "mère",
    "papa": "père", "pere": "père", "father": "père", "dad": "père",
}  # fmt: skip
_FURTHER = frozenset({"grand", "grands", "belle", "beau"})
"""A grandmother is no mother."""
_REMEMBERED = 1_000
"""Words beside phones, which come again and again."""
_IN_BRACKETS = re.compile(r"\(([^()]{1,20})\)$")
_NOT_A_NAME = re.compile(
    r"\S+@\S+|[\d+()/:;,]|\b(?:tels?|tél|port|portable|mobile|gsm|fixe|domicile|mère|mere|père|pere|maman|papa|ou|et)\b\.?",
    re.IGNORECASE,
)


def name_beside(text: str) -> str:
    """What is left of a cell when phones and the words for them are taken away: a name, or nothing."""
    return " ".join(_NOT_A_NAME.sub(" ", text).split()).strip(" .-")


def without_relation(text: str) -> tuple[str, str]:
    """A name without what stands behind it in brackets, and what that is: "Léon Tati (papa)" gives "père"."""
    match = _IN_BRACKETS.search(text) if text.endswith(")") else None
    relation, near = _relation_in(match[1]) if match else ("", False)
    return (text[: match.start()].strip(), relation) if match and near else (text, "")


def guardians_of(guardians: Sequence[RowPerson], pupils: Sequence[RowPerson]) -> list[RowPerson]:
    """Every guardian of a row with a name to be called by.

    A phone of the pupil beside which "maman" stands is his mother's; a guardian who is the pupil himself
    (an adult) is none.
    """
    guardians = _without_payer(guardians)
    if len(pupils) == 1 and _are_plain(guardians, pupils[0]):
        return list(guardians)
    found: list[RowPerson] = []
    for guardian in parted_couples(guardians):
        parted = [guardian] if guardian.named else [*_part(guardian), guardian]
        found += [kept for person in parted if (kept := _kept(person, pupils))]
    if len(pupils) == 1:
        found += [kept for person in _part(pupils[0]) if (kept := _kept(person, pupils))]
    return found


def _without_payer(guardians: Sequence[RowPerson]) -> Sequence[RowPerson]:
    """The guardians without one who is named once more since he pays."""
    payer = next((one for one in guardians if one.owner == PAYER and one.named), None)
    if payer is None:
        return guardians
    words = sorted(payer.key.split())  # in any order: the child's last name will tell which is which
    named = next((one for one in guardians if one is not payer and sorted(one.key.split()) == words), None)
    if named is None:
        return guardians
    named.email = named.email or payer.email
    named.phones += [phone for phone in payer.phones if phone not in named.phones]
    return [one for one in guardians if one is not payer]


def _are_plain(guardians: Sequence[RowPerson], pupil: RowPerson) -> bool:
    """A quick yes for nearly every row: each has a name of his own, and no word stands beside a phone."""
    for phone in pupil.phones:
        if phone.label and tells_of_family(phone.label):
            return False
    key, last = pupil.key, words_key(pupil.last)
    for guardian in guardians:
        if (
            not (guardian.last and guardian.first)
            or guardian.couple
            or guardian.key == key
            or words_key(guardian.first) == last
        ):
            return False
    return True


def _part(person: RowPerson) -> Iterator[RowPerson]:
    """The people named beside single phones of `person`; they take these phones with them."""
    for phone in list(person.phones):
        other = _named_beside(phone, person)
        if other:
            person.phones.remove(phone)
            yield other


def tells_of_family(label: str) -> bool:
    """Whether the words beside a phone of a pupil say that it is his mother's, or Mme Roux's."""
    return _relation_in(label)[1] or _is_called(label)


@lru_cache(_REMEMBERED)
def _is_called(label: str) -> bool:
    """Whether a civility and a name stand beside a phone: nobody writes so of a child."""
    civility, name = take_civility(name_beside(label))
    return bool(civility) and looks_like_name(name)


@lru_cache(_REMEMBERED)
def _relation_in(label: str) -> tuple[str, bool]:
    """The relation that words beside a phone tell, and whether it is of the family itself."""
    words = words_key(label).split()
    relation = next((_RELATIONS[word] for word in words if word in _RELATIONS), "")
    return relation, bool(relation) and _FURTHER.isdisjoint(words)


def _named_beside(phone: Phone, person: RowPerson) -> RowPerson | None:
    relation, near = _relation_in(phone.label)
    name = phone.label if is_couple(phone.label) else name_beside(phone.label)
    civility, rest = take_civility(name)
    told = bool(civility) or len(rest.split()) > 1
    told = told and (person.owner != PUPIL or near or _is_called(phone.label))
    if told and looks_like_name(name):
        split = split_name(name)
        return RowPerson(
            person.owner,
            first=split.first or split.civility,
            last=split.last,
            phones=[phone._replace(label="")],
            relation=relation,
            receives=person.receives,
        )
    if near:
        return RowPerson(person.owner, phones=[phone], relation=relation, receives=person.receives)
    return None


def _kept(guardian: RowPerson, pupils: Sequence[RowPerson]) -> RowPerson | None:
    """The guardian with a name; None when the row says nothing of him, or he is the pupil himself."""
    same = next((pupil for pupil in pupils if guardian.named and guardian.key == pupil.key), None)
    if same:
        same.phones += [phone for phone in guardian.phones if phone not in same.phones]
        same.email = same.email or guardian.email
        return None
    if guardian.named:
        _turn_round(guardian, pupils)
        return guardian
    if not guardian.phones:
        pupils[0].email = pupils[0].email or guardian.email
        return None
    _name_after(guardian, pupils[0])
    return guardian


def _turn_round(guardian: RowPerson, pupils: Sequence[RowPerson]) -> None:
    """A name split the wrong way shows when the child's last name stands where the first should be."""
    lasts = {words_key(pupil.last) for pupil in pupils}
    if words_key(guardian.first) in lasts and words_key(guardian.last) not in lasts and guardian.last:
        guardian.first, guardian.last = guardian.last, guardian.first


def _name_after(guardian: RowPerson, pupil: RowPerson) -> None:
    """Call somebody whose name the list does not give by his child: "Mère de Léa Martin"."""
    child = pupil.first or pupil.last
    of = "d'" if fold(child)[:1] in set("aeiouy") else "de "
    guardian.first = f"{(guardian.relation or 'responsable').capitalize()} {of}{child}".strip()
    guardian.last = pupil.last if pupil.first else ""
    guardian.made_up = True
