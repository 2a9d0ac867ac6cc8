"""Whatever a sheet holds: people with names or a refusal in words, never a defect."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from smsdesk.domain.errors import InputError
from smsdesk.domain.import_changes import plan_import
from smsdesk.domain.list_reading import read_class_list
from smsdesk.domain.sheets import MergedRange, Sheet, SheetFile

HEADERS = [
    "Nom", "Prénom", "Tél", "Tél mère", "Responsable 1", "Responsable", "Classe", "Professeur", "Jour", "Heure", "INE",
    "Né(e) le", "Nom enfant", "Prénom enfant", "Niveau", "Mail", "Contact", "Numéro", "Enfant 1", "Accord SMS", "Lien", "",
]  # fmt: skip
TEXTS = [
    "Martin", "Léa", "DUPONT Léa", "06 39 98 00 01", "06 39 98 00 02 / 0639980003", "Piano - Mme Roux", "Classe : CM2",
    "Total", "mercredi 14h30", " ", "Mme A 0639980001 M. B 0639980004", "12/03/2014",
]  # fmt: skip

cells = st.one_of(
    st.sampled_from(HEADERS + TEXTS), st.none(), st.floats(), st.integers(), st.booleans(), st.text(max_size=12),
    st.dates(), st.times(), st.timedeltas(), st.datetimes(),
)  # fmt: skip
corners = st.integers(0, 8)
sheets = st.builds(
    Sheet,
    st.sampled_from(["", "Feuil1", "CM2", "Mme Roux"]),
    st.builds(
        lambda header, rows: [header, *rows],
        st.lists(st.sampled_from(HEADERS), max_size=9),
        st.lists(st.lists(cells, max_size=9), max_size=7),
    ),
    st.lists(st.builds(MergedRange, corners, corners, corners, corners), max_size=2).map(tuple),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(sheets, min_size=1, max_size=2))
def test_any_sheet_gives_named_people_or_a_sentence(found: list[Sheet]) -> None:
    try:
        listed = read_class_list(SheetFile("liste.xlsx", "liste", tuple(found)))
    except InputError:
        return
    assert plan_import("liste.xlsx", listed, {}).new
    for draft in listed.people:
        assert draft.name.strip()
        assert all(link.guardian.name.strip() for link in draft.guardians)
