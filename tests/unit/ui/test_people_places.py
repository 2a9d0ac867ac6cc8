"""The places below Personnes: possible duplicates, the register of consent, a new school year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from made_groups import made_group
from page_desk import PageDesk, child, nameless
from people_desk import button, press, take_back
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QRadioButton

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.domain.people_drafts import ContactDraft
from smsdesk.domain.seasons import Carrying
from smsdesk.services.notify import SendOptions
from smsdesk.ui.models.consents import ConsentsModel
from smsdesk.ui.pages.consent_form import ConsentForm
from smsdesk.ui.pages.consents import ConsentsPage
from smsdesk.ui.pages.duplicates import DuplicatesModel, DuplicatesPage
from smsdesk.ui.pages.people import PeoplePage
from smsdesk.ui.pages.season import SeasonPage
from smsdesk.ui.places import MergeStart, Place, Route

ANNE, PAUL = "+33639980001", "+33639980002"
BORN = date(2012, 3, 4)


def twice(desk: PageDesk) -> tuple[int, int]:
    """Léa stands twice: with another phone, town and spelling."""
    people = desk.services.people
    one = people.save_contact(
        ContactDraft("Léa", "Martin", phones=(Phone(ANNE),), birth_date=BORN, city="Bron")
    )
    two = people.save_contact(
        ContactDraft("Lea", "MARTIN", phones=(Phone(PAUL),), birth_date=BORN, city="Lyon")
    )
    return one.id, two.id


# possible duplicates


def test_the_people_page_tells_of_duplicates_only_when_there_are(desk: PageDesk) -> None:
    page = desk.show(PeoplePage)
    offer = child(page.actions_bar, "people_duplicates")
    assert offer.isHidden()
    twice(desk)
    desk.until(lambda: not offer.isHidden())
    assert page.offers.duplicates.text() == "Possible duplicates (1)"
    page.offers.duplicates.click()
    assert desk.gone_to == [Place(Route.DUPLICATES)]


def test_a_pair_is_merged_with_the_chosen_values_and_taken_back(desk: PageDesk) -> None:
    one, two = twice(desk)
    page = desk.show(DuplicatesPage)
    QAbstractItemModelTester(page.model)
    desk.until(lambda: page.merge.merge.isEnabled() and child(page, f"merge_city_{two}").isVisible())
    assert "birth date" in str(page.model.data(page.model.index(0, 0)))
    assert page.merge._results["city"].text() == "Bron"
    choice = child(page, f"merge_city_{two}")
    assert isinstance(choice, QRadioButton)
    choice.click()
    desk.until(lambda: page.merge._results["city"].text() == "Lyon")
    assert nameless(page) == []
    press(desk, page, "duplicates_merge")
    desk.until(lambda: desk.services.people.count() == 1 and page.model.rowCount() == 0)
    (lea,) = desk.services.people.contacts()
    assert (lea.id, lea.city, [phone.e164 for phone in lea.phones]) == (one, "Lyon", [ANNE, PAUL])
    take_back(desk)
    desk.until(lambda: desk.services.people.count() == 2 and page.model.rowCount() == 1)


def test_two_people_are_told_apart_for_good(desk: PageDesk) -> None:
    twice(desk)
    page = desk.show(DuplicatesPage)
    desk.until(page.merge.merge.isEnabled)
    press(desk, page, "duplicates_apart")
    desk.until(lambda: page.model.rowCount() == 0 and desk.tasks.idle)
    assert desk.services.duplicates.find() == ()
    assert desk.services.people.count() == 2
    assert page._stack.currentIndex() == 0


def test_two_chosen_people_are_compared_whatever_speaks_for_it(desk: PageDesk) -> None:
    one, two = desk.person("Léa", "Martin"), desk.person("Tom", "Petit")
    page = desk.show(DuplicatesPage)
    page.open(MergeStart(one, two))
    desk.until(page.merge.merge.isEnabled)
    desk.until(child(page, f"merge_first_name_{two}").isVisible)
    desk.services.people.archive_contacts([two])
    page._merge()
    desk.until(page.problem.isVisible)
    assert "archived" in page.problem.label.text()


# the register of consent


def test_the_register_is_searched_filtered_and_read(desk: PageDesk, qtbot) -> None:
    desk.person("Anne", "Martin", ANNE, ContactKind.GUARDIAN)
    consents = desk.services.consents
    consents.record(ANNE, Purpose.INFORMATION, True, "Sur papier", "formulaire")
    consents.record(PAUL, Purpose.PROMOTION, False, "Par SMS")
    consents.record(PAUL, Purpose.PROMOTION, True, "Au téléphone")
    page = desk.show(ConsentsPage)
    QAbstractItemModelTester(page.model)
    assert [row.e164 for row in page.model.rows] == [PAUL, ANNE]
    qtbot.keyClicks(page.search, "anne")
    desk.until(lambda: [row.e164 for row in page.model.rows] == [ANNE])
    page.search.clear()
    button(page.purposes, "Promotion").click()
    desk.until(lambda: [row.e164 for row in page.model.rows] == [PAUL])
    page.view.selectRow(0)
    desk.until(lambda: not page._side.isHidden())
    panel = page._side.widget()
    assert [word.source for word in panel.history.words] == ["Au téléphone", "Par SMS"]
    assert nameless(page) == []


def test_a_word_is_written_down_for_a_typed_number(desk: PageDesk, qtbot) -> None:
    page = desk.show(ConsentsPage)
    child(page.actions_bar, "consents_note").click()
    (form,) = page.findChildren(ConsentForm)
    qtbot.keyClicks(form.number, "06 39")
    press(desk, page, "consent_save")
    assert form.problem.isVisible()
    form.number.clear()
    qtbot.keyClicks(form.number, "06 39 98 00 01")
    form.source.setCurrentText("À l’accueil")
    press(desk, page, "consent_save")
    desk.until(lambda: [row.e164 for row in page.model.rows] == [ANNE])
    (word,) = desk.services.consents.history(ANNE)
    assert (word.source, word.purpose) == ("À l’accueil", Purpose.INFORMATION)
    take_back(desk)
    desk.until(lambda: page.model.rowCount() == 0)


def test_alerts_over_an_objection_are_told(desk: PageDesk) -> None:
    lea = desk.person("Léa", "Martin", ANNE)
    desk.services.consents.record(ANNE, Purpose.INFORMATION, False, "Par SMS")
    options = SendOptions(purpose=Purpose.ALERT)
    desk.services.notify.send(
        AudienceRequest(contact_ids=(lea,), and_pupils=True), "Crue : évacuez", options=options
    )
    page = desk.show(ConsentsPage)
    state = page.model.data(page.model.index(0, 3))
    assert state == "Objects, 1 alerts sent"
    page.open(ANNE)
    desk.until(lambda: not page._side.isHidden())
    assert button(page._side.widget(), "Crue : évacuez").isVisible()


def test_the_register_is_written_into_a_file(desk: PageDesk, tmp_path: Path) -> None:
    desk.services.consents.record(ANNE, Purpose.INFORMATION, True, "Sur papier")
    page = desk.show(ConsentsPage)
    page._write(tmp_path / "registre.csv")
    desk.until(lambda: bool(desk.told))
    assert "Sur papier" in (tmp_path / "registre.csv").read_text("utf-8-sig")
    assert "registre.csv" in desk.told[-1].text


def test_the_models_of_the_places_are_empty_at_first(qapp) -> None:
    assert (ConsentsModel().rowCount(), DuplicatesModel().rowCount()) == (0, 0)


# a new school year


def test_a_new_school_year_begins_as_chosen_and_is_taken_back(desk: PageDesk, qtbot) -> None:
    people = desk.services.people
    lea, tom = desk.person("Léa", "Martin"), desk.person("Tom", "Petit")
    first = made_group(people, "CM1", GroupKind.CLASS)
    people.add_to_group(first.id, [lea])
    last = made_group(people, "CM2", GroupKind.CLASS)
    people.add_to_group(last.id, [tom])
    made_group(people, "Déchets verts", GroupKind.SERVICE)
    page = desk.show(SeasonPage)
    assert isinstance(page, SeasonPage)
    assert page.name.text() == "2026-2027"
    assert [line.group.name for line in page.groups.lines] == ["CM1", "CM2"]
    desk.until(page.outcome.begin.isEnabled)
    assert "2 pupils" in page.outcome.people.text()
    page.groups.up.click()
    assert [line.carry().name for line in page.groups.lines] == ["CM2", "6e"]
    page.groups.lines[1].choose(Carrying.ENDED, "CM2")
    desk.until(lambda: page.outcome._model.stringList() == ["Tom Petit"])
    assert nameless(page) == []
    page.outcome.archive.click()
    press(desk, page, "season_begin")
    desk.until(lambda: desk.gone_to == [Place(Route.PEOPLE)])
    assert [(each.name, each.size) for each in people.groups()] == [("CM2", 1), ("Déchets verts", 0)]
    assert people.count() == 1
    take_back(desk)
    desk.until(lambda: [each.name for each in people.groups()] == ["CM1", "CM2", "Déchets verts"])
    assert people.count() == 2


def test_what_cannot_be_is_told_and_nothing_begins(desk: PageDesk, qtbot) -> None:
    made_group(desk.services.people, "Piano", GroupKind.COURSE)
    made_group(desk.services.people, "Orgue", GroupKind.COURSE)
    page = desk.show(SeasonPage)
    assert isinstance(page, SeasonPage)
    desk.until(page.outcome.begin.isEnabled)
    name = page.groups.lines[0].name
    assert isinstance(name, QLineEdit)
    name.clear()
    qtbot.keyClicks(name, "Piano")
    assert not page.outcome.begin.isEnabled()
    desk.until(page.problem.isVisible)
    assert "both be called" in page.problem.label.text()
    qtbot.keyClick(name, Qt.Key.Key_Backspace)
    desk.until(lambda: page.outcome.begin.isEnabled() and not page.problem.isVisible())


def test_without_groups_the_page_says_what_to_do(desk: PageDesk) -> None:
    page = desk.show(SeasonPage)
    assert isinstance(page, SeasonPage)
    button(page, "Import a list").click()
    assert desk.gone_to == [Place(Route.IMPORT)]


def test_the_keyboard_stands_at_the_pairs_before_and_after_a_merge(desk: PageDesk) -> None:
    for _ in range(2):
        desk.person("Léa", "Martin", "+33639980001")
        desk.person("Tom", "Petit", "+33639980002")
    page = desk.show(DuplicatesPage)
    page.activateWindow()
    page.take_focus()
    desk.until(page.merge.merge.isEnabled)
    desk.until(lambda: page.focusWidget() is page.view)
    page.merge.merge.setFocus()
    page.merge.merge.click()
    desk.until(lambda: len(page.model.rows) == 1 and desk.tasks.idle)
    assert page.focusWidget() is page.view
