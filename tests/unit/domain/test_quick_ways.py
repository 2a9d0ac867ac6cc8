"""What most rows are spared says nothing else: each quick way is held against the general one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsdesk.domain import identity, import_changes, row_guardians, row_people, sheet_reading
from smsdesk.domain.class_lists import ClassList
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.import_changes import plan_import
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.known_people import KnownLink, KnownPerson
from smsdesk.domain.list_reading import read_class_list
from smsdesk.domain.people import ContactKind
from smsdesk.domain.sheets import Cell, Sheet, SheetFile

CELLS: dict[str, list[Cell]] = {
    "Nom": ["MARTIN", "Durand", "Total", "Petit", "NB", "", "Nom"],
    "Prénom": ["Léa", "Tom", "Zoé", ""],
    "Tél": ["06 39 98 00 01", "0639980002", "06 39 98 00 03 (maman)", "06 39", 639980004.0, "", "Tél"],
    "Né(e) le": ["12/03/2014", "01/01/2015", ""],
    "Classe": ["CM1", "CM2 ; Piano", ""],
    "INE": ["1A", "2B", ""],
    "Mail": ["a@example.org", ""],
    "Nom responsable 1": ["Martin", "MARTIN", "Durand", ""],
    "Prénom responsable 1": ["Anne", "Léa", "Martin", ""],
    "Tél responsable 1": ["06 39 98 00 05", "0639980001", "06 39 98 00 06 Mme Anne Petit", ""],
    "Tél père": ["06 39 98 00 07", "06 39 98 00 08 papa", ""],
}  # fmt: skip
LINES: list[list[Cell]] = [
    ["Total", "", "25"], ["Total : 25 élèves"], ["Page 2"], [""], ["CM2 A"], ["Professeur : Mme Roux"], ["Martin"],
    ["* garde alternée"], [" ", "Léa", "06 39 98 00 09"],
]  # fmt: skip


@st.composite
def lists(draw: st.DrawFn, cells: dict[str, list[Cell]] = CELLS) -> SheetFile:
    further = draw(st.permutations([header for header in cells if header not in {"Nom", "Prénom", "Tél"}]))
    headers = ["Nom", "Prénom", "Tél", *further[: draw(st.integers(0, 6))]]
    row = st.tuples(*(st.sampled_from(cells[header]) for header in headers)).map(list)
    rows = draw(st.lists(st.one_of(row, row, row, st.sampled_from(LINES)), min_size=1, max_size=7))
    return SheetFile("a.xlsx", "a", (Sheet("", [headers, *rows]),))


def read(file: SheetFile) -> ClassList | None:
    try:
        return read_class_list(file)
    except InputError:
        return None


QUICK: dict[str, tuple[object, str, Callable[..., Any]]] = {
    "rows that begin like people": (sheet_reading.SheetReader, "_names_people", lambda *_: False),
    "rows that say nothing unusual": (row_people.RowReader, "plain_from", lambda *_: ()),
    "guardians with names of their own": (row_guardians, "_are_plain", lambda *_: False),
}


@pytest.mark.parametrize("name", QUICK)
@settings(max_examples=200, deadline=None)
@given(lists())
def test_reading_says_the_same_without_a_quick_way(name: str, file: SheetFile) -> None:
    quick = read(file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(*QUICK[name])
        assert read(file) == quick


READABLE = {
    **CELLS,
    "Nom": ["MARTIN", "Durand", "L'HÔTE", "Nom", "Total"],
    "Prénom": ["Léa", "Tom", "Jean-Marc", ""],
    "Tél": ["06 39 98 00 01", "0639980002", "06 39 98 00 03", ""],
    "Tél responsable 1": ["06 39 98 00 05", "0639980001", ""],
    "Tél père": ["06 39 98 00 07", ""],
}


@settings(max_examples=400, deadline=None)
@given(lists(READABLE), st.integers(1, 4))
def test_plain_rows_say_the_same_wherever_a_block_ends(file: SheetFile, block: int) -> None:
    quick = read(file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_people, "_BLOCK", block)
        assert read(file) == quick
        patch.setattr(*QUICK["rows that say nothing unusual"])
        assert read(file) == quick


STRANGER = KnownPerson(1, ContactKind.STAFF, "Ada", "Zuse", "zuse ada", None, "", "", "", "", "", "")


@settings(max_examples=200, deadline=None)
@given(lists())
def test_a_profile_without_people_plans_like_one_with_a_stranger(file: SheetFile) -> None:
    listed = read(file)
    if listed is not None:
        assert plan_import("a.xlsx", listed, {}) == plan_import("a.xlsx", listed, {1: STRANGER})


def known_from(plan: ImportPlan) -> dict[int, KnownPerson]:
    """The people of a plan as they would be known after it, some guardians among them."""
    drafts = {id(draft): draft for planned in plan.new for draft in (planned.draft, *(
        link.guardian for link in planned.draft.guardians
    ))}  # fmt: skip
    ids = {key: number for number, key in enumerate(drafts, 1)}
    return {
        ids[key]: KnownPerson(
            ids[key], draft.kind, draft.first_name, draft.last_name, draft.key, draft.birth_date, draft.external_id,
            draft.email, draft.address, draft.postcode, draft.city, draft.notes, draft.phones,
            frozenset(map(fold, draft.groups)),
            tuple(KnownLink(ids[id(link.guardian)], link.relation, link.receives) for link in draft.guardians),
        )
        for key, draft in drafts.items()
    }  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(lists(), lists())
def test_people_who_are_the_same_are_compared_alike(before: SheetFile, after: SheetFile) -> None:
    first, second = read(before), read(after)
    if first is None or second is None:
        return
    known = known_from(plan_import("a.xlsx", first, {}))
    quick = [plan_import("a.xlsx", listed, known) for listed in (first, second)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_changes, "_says_the_same", lambda *_: False)
        patch.setattr(identity.Evidence, "shares_phone", shares_phone)
        assert [plan_import("a.xlsx", listed, known) for listed in (first, second)] == quick


def shares_phone(evidence: identity.Evidence, person: KnownPerson, draft: Any) -> bool:
    phones = {
        phone.e164 for each in (draft, *(link.guardian for link in draft.guardians)) for phone in each.phones
    }
    return not phones.isdisjoint(evidence.phones_of(person))
