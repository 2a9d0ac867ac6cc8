"""People who leave the window as files and come back, and what the plan of an import tells of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_groups import made_group
from page_desk import PageDesk

from smsdesk.domain.people import Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft
from smsdesk.ui.import_words import Tab
from smsdesk.ui.pages.importing import ImportPage
from smsdesk.ui.pages.people import PeoplePage

LEA, SOPHIE, HOUSE = "+33639980001", "+33639980002", "+33299000001"


def family(desk: PageDesk) -> None:
    """A pupil with two phones and a mother, in a class."""
    mother = GuardianDraft(None, "Sophie", "Martin", (Phone(SOPHIE, "portable"),), "mère")
    phones = (Phone(LEA, "portable"), Phone(HOUSE, "domicile", mobile=False))
    lea = desk.services.people.save_contact(ContactDraft("Léa", "Martin", phones=phones, guardians=(mother,)))
    desk.services.people.add_to_group(made_group(desk.services.people, "Piano").id, (lea.id,))


def planned(desk: PageDesk, path: Path) -> ImportPage:
    """The page with the plan of a file."""
    page = desk.show(ImportPage)
    assert isinstance(page, ImportPage)
    page.load(path)
    desk.until(lambda: desk.tasks.idle and page.plan_view.isVisible())
    return page


def rows(page: ImportPage, tab: Tab) -> list[tuple[str, ...]]:
    """What a tab shows; phones are kept together by spaces at which no line ends."""
    page.plan_view.tabs.button(tab).click()
    model = page.plan_view.rows.table.model()
    return [
        tuple(
            str(model.data(model.index(row, column))).replace("\xa0", " ")
            for column in range(model.columnCount())
        )
        for row in range(model.rowCount())
    ]


@pytest.mark.parametrize("suffix", ["vcf", "xlsx", "csv"])
def test_an_exported_list_comes_back_with_nothing_to_import(
    desk: PageDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    family(desk)
    path = tmp_path / f"tous.{suffix}"
    monkeypatch.setattr(
        "smsdesk.ui.pages.people_paper.ask_path", lambda _page, _title, _name, _suffixes, done: done(path)
    )
    people = desk.show(PeoplePage)
    assert isinstance(people, PeoplePage)
    desk.until(lambda: desk.tasks.idle and people.table.model.rowCount() > 0)
    people.acts._paper.export(people.acts._chosen_or_all(people._listing))
    desk.until(lambda: path.exists() and desk.tasks.idle)
    page = planned(desk, path)
    assert page.plan_view.apply.text() == "Nothing to import"
    assert page.plan_view.laid_out.count(Tab.REJECTED) == 0


def test_old_and_new_values_stand_side_by_side(desk: PageDesk, tmp_path: Path) -> None:
    family(desk)
    path = tmp_path / "Piano.csv"
    path.write_text(
        "Nom;Prénom;Classe;Portable;Nom mère;Prénom mère;Portable mère\n"
        "Martin;Léa;Piano;0639980001;Martin;Sophie;0639980009\n",
        "utf-8",
    )
    page = planned(desk, path)
    (row,) = rows(page, Tab.CHANGED)
    assert row == ("Martin Léa", "Guardians", "Sophie Martin 06 39 98 00 02", "Sophie Martin 06 39 98 00 09")


def test_a_list_of_a_known_system_is_called_by_it(desk: PageDesk, tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(
        "First Name,Last Name,Labels,Phone 1 - Label,Phone 1 - Value\nLéa,Martin,Piano,Mobile,0639980001\n"
    )
    page = planned(desk, path)
    assert page.plan_view._understood.text().startswith("Google contacts")


def test_a_moment_in_a_form_is_shown_as_nobodys_phone(desk: PageDesk, tmp_path: Path) -> None:
    path = tmp_path / "reponses.csv"
    path.write_text(
        "Horodateur,Nom,Prénom,Portable\n02/09/2026 18:22:05,Martin,Léa,0639980001\n03/09/2026 07:02:51,Petit,Tom,néant\n",
        "utf-8",
    )
    page = planned(desk, path)
    assert [row[2] for row in rows(page, Tab.NEW)] == ["06 39 98 00 01", ""]
    assert [row[1:3] for row in rows(page, Tab.REJECTED)] == [("D3", "néant")]
