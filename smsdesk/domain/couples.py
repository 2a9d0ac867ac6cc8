"""Two parents in a cell ("M. et Mme DUPONT Jean et Marie", "GARCIA Luis / MOREAU Julie") and their phones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from smsdesk.domain.names import PersonName, looks_like_name, split_name, take_civility
from smsdesk.domain.names_together import children_in
from smsdesk.domain.row_facts import RowPerson

_AND = re.compile(r"\s+(?:et|and)\s+|\s*[&/\n]\s*", re.IGNORECASE)
_BOTH = re.compile(
    r"(m(?:r|onsieur)?|mme|madame)\.?\s*(?:/|et|ou|&)\s*(?:m(?:r|onsieur)?|mme|madame)\b\.?\s*", re.IGNORECASE
)
_IN_CAPITALS = re.compile(
    r"(?P<last>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’ -]+) (?P<one>[A-ZÀ-ÖØ-Þ][^\WA-ZÀ-ÖØ-Þ][\w-]*)\s*(?: et |&|/)\s*"
    r"(?P<other>[A-ZÀ-ÖØ-Þ][^\WA-ZÀ-ÖØ-Þ][\w-]*)"
)
_RELATIONS = {"M.": "père", "Mme": "mère", "Mlle": "mère", "Mrs": "mère", "Ms": "mère"}
_LONGEST = 200
"""Characters; more are no names of two parents."""


def couple_in(text: str, *, last_first: bool | None = None, commas: bool = False) -> tuple[PersonName, ...]:
    """The two parents of a cell, each with a whole name; () where it names one, or where it is not sure.

    `commas` tells that a comma alone may stand between them, and not only in "MARTIN, Paul".
    """
    if len(text) > _LONGEST:
        return ()
    if not _AND.search(text):
        return _two(text.split(","), last_first) if commas else ()
    both = _BOTH.match(text)
    if both:
        relations = ("père", "mère") if both[1][:2].lower() not in {"mm", "ma"} else ("mère", "père")
        named = _with_one_name(text[both.end() :], last_first)
        return tuple(
            replace(name, relation=relation) for name, relation in zip(named, relations, strict=False)
        )
    return _two(_AND.split(text), last_first)


def _two(halves: Sequence[str], last_first: bool | None) -> tuple[PersonName, ...]:
    names = [_parent(half.strip(), last_first) for half in halves] if len(halves) == 2 else []
    return tuple(name for name in names if name) if names and all(names) else ()


def _with_one_name(text: str, last_first: bool | None) -> tuple[PersonName, ...]:
    """ "DUPONT Jean et Marie": both first names with the last one; () where it is not sure."""
    capitals = _IN_CAPITALS.fullmatch(text)
    if capitals:
        return tuple(PersonName(first, capitals["last"]) for first in capitals.group("one", "other"))
    named = children_in(text, whole=True, last_first=last_first)
    whole = len(named) == 2 and all(child.last and not child.group for child in named)
    return tuple(PersonName(child.first, child.last) for child in named) if whole else ()


def _parent(text: str, last_first: bool | None) -> PersonName | None:
    civility, _ = take_civility(text)
    name = split_name(text, last_first=last_first) if looks_like_name(text) else PersonName("", "")
    if not (name.last and (name.first or civility)):
        return None
    return replace(name, relation=_RELATIONS.get(civility, ""))


def parted_couples(guardians: Sequence[RowPerson]) -> list[RowPerson]:
    """Each parent of a cell with his own phone: by the father's or mother's column, else in their order.

    Where it is not clear whose a phone is, they stay one guardian with both their names.
    """
    guardians = _with_last_names(guardians)
    nameless = [guardian for guardian in guardians if not guardian.named and guardian.phones]
    parted: list[RowPerson] = []
    taken: list[RowPerson] = []
    for guardian in guardians:
        by_columns = _by_columns(guardian, nameless) if guardian.couple else []
        theirs = nameless if by_columns else _phones_of(guardian, nameless)
        taken += theirs
        if guardian.couple:
            parted += by_columns or _in_order(guardian) or [guardian]
        else:
            parted += [_with_phones_of(guardian, other) for other in theirs] or [guardian]
    return [guardian for guardian in parted if not any(guardian is other for other in taken)]


def _with_last_names(guardians: Sequence[RowPerson]) -> Sequence[RowPerson]:
    """ "Nom des parents" beside the first names of each: the last name is theirs, and no third guardian's."""
    lone = [
        one for one in guardians if one.last and not (one.first or one.phones or one.civility or one.email)
    ]
    first = [one for one in guardians if one.first and not one.last]
    if len(lone) != 1 or not first:
        return guardians
    for one in first:
        one.last = lone[0].last
    return [one for one in guardians if one is not lone[0]]


def _phones_of(guardian: RowPerson, nameless: Sequence[RowPerson]) -> Sequence[RowPerson]:
    """The mother's column for "Mme Simon", who has no phone of her own; at most one."""
    if not guardian.named or guardian.couple or guardian.phones or guardian.relation:
        return ()
    relation = _RELATIONS.get(guardian.civility)
    theirs = [other for other in nameless if relation and other.relation == relation]
    return theirs if len(theirs) == 1 else ()


def _by_columns(couple: RowPerson, nameless: Sequence[RowPerson]) -> list[RowPerson]:
    """The parents with the phones of "Tél père" and "Tél mère", or of the first and second without a name."""
    if couple.phones or not nameless or len(nameless) > len(couple.couple):
        return []
    told = [name.relation for name in couple.couple]
    if all(told) and {other.relation for other in nameless} <= set(told):
        by_relation = {other.relation: other for other in nameless}
        return [_named(couple, name, by_relation.get(name.relation)) for name in couple.couple]
    if len(nameless) < len(couple.couple):
        return []
    return [_named(couple, name, other) for name, other in zip(couple.couple, nameless, strict=True)]


def _in_order(couple: RowPerson) -> list[RowPerson]:
    """The parents where there are as many phones as names."""
    if len(couple.phones) != len(couple.couple):
        return []
    holders = [replace(couple, phones=[phone], relation="") for phone in couple.phones]
    return [_named(couple, name, holder) for name, holder in zip(couple.couple, holders, strict=True)]


def _named(couple: RowPerson, name: PersonName, holder: RowPerson | None) -> RowPerson:
    """One of two parents, with the phones of `holder`."""
    return replace(
        couple,
        first=name.first or name.civility,
        last=name.last,
        civility=name.civility,
        relation=name.relation or (holder.relation if holder else ""),
        phones=list(holder.phones) if holder else [],
        email=holder.email if holder else "",
        receives=couple.receives and (holder is None or holder.receives),
        couple=(),
    )


def _with_phones_of(guardian: RowPerson, other: RowPerson) -> RowPerson:
    return replace(
        guardian,
        phones=list(other.phones),
        relation=other.relation,
        email=guardian.email or other.email,
        receives=guardian.receives and other.receives,
    )
