"""A filter of people in words: one piece for each thing it asks, and the filter without that piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.filters import ConsentState, PeopleFilter, Reach
from smsdesk.domain.people import ContactKind
from smsdesk.domain.untrusted import visible
from smsdesk.ui.people_words import kind_word, purpose_word

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Piece:
    """One thing that a filter asks, and what is left of the filter without it."""

    text: str
    without: PeopleFilter


def pieces(filters: PeopleFilter, groups: Mapping[int, str]) -> list[Piece]:
    """Everything that a filter asks; `groups` names the groups by id."""
    return [*_persons(filters), *_places(filters, groups), *_consents(filters)]


def _persons(filters: PeopleFilter) -> Iterator[Piece]:
    for kind in ContactKind:
        if kind in filters.kinds:
            yield Piece(kind_word(kind), replace(filters, kinds=filters.kinds - {kind}))
    ages = _ages(filters.min_age, filters.max_age)
    if ages:
        yield Piece(ages, replace(filters, min_age=None, max_age=None))


def _ages(least: int | None, most: int | None) -> str:
    if least is not None and most is not None:
        return translate("people", "{least} to {most} years old").format(least=least, most=most)
    if least is not None:
        return translate("people", "{least} years old or more").format(least=least)
    if most is not None:
        return translate("people", "{most} years old or less").format(most=most)
    return ""


def _places(filters: PeopleFilter, groups: Mapping[int, str]) -> Iterator[Piece]:
    for city in filters.cities:
        rest = tuple(each for each in filters.cities if each != city)
        yield Piece(visible(city), replace(filters, cities=rest))
    for group_id in filters.group_ids:
        others = tuple(each for each in filters.group_ids if each != group_id)
        name = groups.get(group_id, translate("people", "a group that is gone"))
        yield Piece(visible(name), replace(filters, group_ids=others))


def _consents(filters: PeopleFilter) -> Iterator[Piece]:
    if filters.consent is not None:
        yield Piece(consent_words(filters), replace(filters, consent=None))
    if filters.reach is not None:
        yield Piece(reach_word(filters.reach), replace(filters, reach=None))
    if filters.archived:
        yield Piece(translate("people", "Archived"), replace(filters, archived=False))


def consent_words(filters: PeopleFilter) -> str:
    """What the filter asks of consent; "" when nothing."""
    if filters.consent is None:
        return ""
    purpose, state = filters.consent
    words = {
        ConsentState.GRANTED: translate("people", "{purpose}: agrees"),
        ConsentState.REFUSED: translate("people", "{purpose}: objects"),
        ConsentState.UNKNOWN: translate("people", "{purpose}: not asked"),
    }
    return words[state].format(purpose=purpose_word(purpose))


def reach_word(reach: Reach) -> str:
    """Whether an SMS reaches somebody for a person."""
    return {
        Reach.MOBILE: translate("people", "Reached by SMS"),
        Reach.NOBODY: translate("people", "No mobile at all"),
    }[reach]
