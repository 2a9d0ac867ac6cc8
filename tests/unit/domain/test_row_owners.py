"""People made of a whole block of rows at once are those who take their cells one by one."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from smsdesk.domain.class_lists import Column, Meaning
from smsdesk.domain.phone_cells import Unused
from smsdesk.domain.row_facts import RowPerson
from smsdesk.domain.row_owners import RowOwner
from smsdesk.domain.sheets import Cell

CELLS: list[Cell] = [
    "", None, " ", "Martin", "Léa", "DUPONT Léa", "06 39 98 00 01", "0639980002 / 0639980003", "06 39", 639980004.0,
    "01 99 00 12 34 (bureau)", "a@example.org", "CM1 ; Piano", "néant", "Mme", "non", "12/03/2014", date(2015, 1, 1),
    "12 rue des Lilas", "77120", "mère", "x" * 2_001, True, 3,
]  # fmt: skip
MEANINGS = [meaning for meaning in Meaning if meaning is not Meaning.IGNORED]

columns = st.lists(
    st.builds(
        lambda meaning, label: (meaning, label),
        st.sampled_from(MEANINGS),
        st.sampled_from(["", "portable", "mère"]),
    ),
    min_size=1,
    max_size=6,
)


def fields(person: RowPerson) -> dict[str, object]:
    return {name: getattr(person, name) for name in RowPerson.__dataclass_fields__}


def people(owner: RowOwner, rows: list[list[Cell]]) -> tuple[list[dict[str, object]], list[object]]:
    unused: list[object] = []

    def reject(column: Column, parts: object) -> None:
        unused.append((column.index, parts))

    owner.read(list(zip(*rows, strict=True)), len(rows))
    return [fields(owner.person(at, reject)) for at in range(len(rows))], unused


@settings(max_examples=500, deadline=None)
@given(columns, st.data(), st.sampled_from(["", "guardian 1", "guardian mère"]), st.booleans())
def test_both_ways_give_the_same_people(
    told: list[tuple[Meaning, str]], data: st.DataObject, name: str, levels: bool
) -> None:
    made = [Column(index, "A", "", meaning, name, label) for index, (meaning, label) in enumerate(told)]
    row = st.tuples(*(st.sampled_from(CELLS) for _ in told)).map(list)
    rows = data.draw(st.lists(row, min_size=1, max_size=5))
    one_by_one = RowOwner(name, made, levels=levels)
    one_by_one._is_plain = False
    assert people(RowOwner(name, made, levels=levels), rows) == people(one_by_one, rows)


def test_a_block_without_a_doubtful_cell_is_made_at_once() -> None:
    made = [Column(0, "A", "", Meaning.LAST_NAME), Column(1, "B", "", Meaning.PHONE)]
    owner = RowOwner("", made, levels=True)
    found, unused = people(owner, [["Martin", "06 39 98 00 01"], ["Petit", ""]])
    assert owner._people
    assert [person["last"] for person in found] == ["Martin", "Petit"]
    assert not unused
    _, unused = people(owner, [["Martin", "06 39"], ["Petit", ""]])
    assert not owner._people
    assert isinstance(unused[0][1][0], Unused)  # type: ignore[index]
