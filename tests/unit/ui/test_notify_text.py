"""Envoyer, "Quoi", over real services: what is dear, missing values, signatures, templates, the preview."""

from __future__ import annotations

import pytest
from made_groups import made_group
from page_desk import PageDesk, child
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind
from smsdesk.domain.plan import PartLimits
from smsdesk.domain.signatures import Signature
from smsdesk.domain.views import Template
from smsdesk.services.people import ContactDraft, GroupDraft
from smsdesk.services.wording import WordingChoices
from smsdesk.ui.pages.notify import NotifyPage
from smsdesk.ui.places import NotifyStart


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    people = desk.services.people
    group = made_group(people, "Piano")
    people.add_to_group(
        group.id,
        [desk.person("Léa", "Martin", "+33639980001"), desk.person("Anaël", "Petit", "+33639980002")],
    )
    return desk


@pytest.fixture
def page(desk: PageDesk) -> NotifyPage:
    shown = desk.show(NotifyPage)
    assert isinstance(shown, NotifyPage)
    return shown


def begin(desk: PageDesk, page: NotifyPage, text: str, template: str = "") -> None:
    (piano,) = [group for group in desk.services.people.groups() if group.name == "Piano"]
    page.open(NotifyStart(group_ids=(piano.id,), text=text, template=template))
    settle(desk, page)


def settle(desk: PageDesk, page: NotifyPage) -> None:
    desk.until(lambda: desk.tasks.idle and not page._replan.isActive())


def choose(picker, name: str) -> None:
    picker.setCurrentIndex(picker.findText(name))
    picker.activated.emit(picker.currentIndex())


def test_each_dear_character_has_its_cost(desk: PageDesk, page: NotifyPage) -> None:
    begin(desk, page, "La fête aura lieu " + "x" * 60)
    assert child(page, "notify_dear").text() == "“ê”: 2 SMS instead of 1"
    begin(desk, page, "La fête")
    assert "70 characters instead of 160" in child(page, "notify_dear").text()


def test_a_dear_name_says_whose_it_is_and_is_left_alone_unless_asked(
    desk: PageDesk, page: NotifyPage
) -> None:
    begin(desk, page, "Bonjour {prénom} " + "x" * 60)
    assert child(page, "notify_dear").text() == "“ë” (Anaël Petit): 2 SMS instead of 1"
    page.text.economise.click()
    assert child(page, "notify_economy").isVisible()
    assert not child(page, "notify_economy_accept").isEnabled()
    child(page, "notify_economy_values").setChecked(True)
    child(page, "notify_economy_accept").click()
    settle(desk, page)
    assert page.text.written.startswith("Bonjour {prénom sans accent} ")
    assert not child(page, "notify_dear").isVisible()
    texts = {
        message.text[:13]
        for message in desk.services.notify.plan(page.audience.request, page.text.written).messages
    }
    assert texts == {"Bonjour Léa x", "Bonjour Anael"}


def test_the_sender_decides_about_each_rewrite(desk: PageDesk, page: NotifyPage) -> None:
    begin(desk, page, "L’été, peut-être… « cœur »")
    page.text.economise.click()
    boxes = [box for box in child(page, "notify_economy").findChildren(QCheckBox) if "→" in box.text()]
    assert [box.text().replace("\u2423", " ") for box in boxes][:2] == ["’ → '", "ê → e"]
    boxes[1].setChecked(False)
    assert child(page, "notify_economy_preview").toPlainText() == 'L\'été, peut-être... "coeur"'.replace(
        '"c', '" c'
    ).replace('r"', 'r "')
    child(page, "notify_economy_cancel").click()
    assert page.text.written == "L’été, peut-être… « cœur »"


def test_rewriting_can_be_undone(desk: PageDesk, page: NotifyPage) -> None:
    begin(desk, page, "Fête")
    page.text.economise.click()
    child(page, "notify_economy_accept").click()
    assert page.text.written == "Fete"
    desk.qtbot.keyClick(page.text.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.text.written == "Fête"


def test_who_lacks_a_value_is_named_and_gets_a_fall_back(desk: PageDesk, page: NotifyPage) -> None:
    people = desk.services.people
    teacher = people.save_contact(ContactDraft("Mme", "Marchand", ContactKind.TEACHER)).id
    violin = people.save_group(GroupDraft(None, "Violon", GroupKind.COURSE, teacher_id=teacher))
    people.add_to_group(violin.id, [desk.person("Zoé", "Roux", "+33639980003")])
    (piano,) = [group for group in people.groups() if group.name == "Piano"]
    page.open(NotifyStart(group_ids=(piano.id, violin.id), text="{professeur} est là"))
    settle(desk, page)
    assert "Léa Martin, Anaël Petit" in page.summary.problem.label.text()
    assert not page.summary.send.isEnabled()
    field = child(page, "notify_fallback_professeur")
    field.setText("Le professeur")
    field.editingFinished.emit()
    settle(desk, page)
    assert page.text.written == "{professeur|Le professeur} est là"
    assert page.summary.send.isEnabled()


def test_a_service_signs_once(desk: PageDesk, page: NotifyPage) -> None:
    assert not child(page, "notify_signature").isVisible()
    desk.services.wording.keep(
        WordingChoices((Signature("Conservatoire", "Conservatoire :"), Signature("Écoles", "Écoles :")))
    )
    settle(desk, page)
    desk.until(child(page, "notify_signature").isVisible)
    begin(desk, page, "Pas de cours")
    choose(page.text.signature, "Conservatoire")
    choose(page.text.signature, "Conservatoire")
    assert page.text.written == "Conservatoire : Pas de cours"
    settle(desk, page)
    assert child(page, "notify_counter").text().startswith("28/160")
    choose(page.text.signature, "Écoles")
    assert page.text.written == "Écoles : Pas de cours"
    choose(page.text.template, "Cours annulé")
    assert page.text.written.startswith("Écoles : le cours du {date}")
    choose(page.text.signature, "Without a signature")
    assert page.text.written.startswith("le cours du {date}")


def test_a_template_brings_its_purpose_and_its_groups(desk: PageDesk, page: NotifyPage) -> None:
    desk.services.templates.save(
        Template(None, "Gala", "crise", "Gala !", Purpose.ALERT, ("piano", "Nulle part"))
    )
    settle(desk, page)
    desk.until(lambda: page.text.template.findText("Gala") > 0)
    choose(page.text.template, "Gala")
    settle(desk, page)
    assert page.text.purpose_chosen is Purpose.ALERT
    assert page.audience.names == ("Piano",)


def test_a_long_text_is_warned_of_and_a_longer_one_refused(desk: PageDesk, page: NotifyPage) -> None:
    desk.services.wording.keep(WordingChoices((), PartLimits(2, 3)))
    begin(desk, page, "x" * 200)
    assert child(page, "notify_warning").isVisible()
    assert page.summary.send.isEnabled()
    begin(desk, page, "x" * 500)
    assert not page.summary.send.isEnabled()
    assert "the most is 3" in page.summary.problem.label.text()


def test_a_call_to_action_stands_at_the_end(desk: PageDesk, page: NotifyPage) -> None:
    begin(desk, page, "Réunion jeudi.")
    menu = child(page, "notify_calls").menu()
    menu.actions()[1].trigger()
    assert page.text.written == "Réunion jeudi. Répondez OUI ou NON."


def test_the_preview_steps_by_slider_arrows_and_keys(desk: PageDesk, page: NotifyPage) -> None:
    begin(desk, page, "Bonjour {prénom}")
    slider = child(page, "preview_slider")
    heading = child(page, "preview_whose")
    assert heading.accessibleName().startswith("1/2 for Léa Martin · 06 39 98 00 01")
    slider.setValue(1)
    assert heading.accessibleName().startswith("2/2 for Anaël Petit")
    assert child(page, "preview_count").text() == "13/70 · 1 SMS"
    desk.qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == 0
    child(page, "preview_next").click()
    assert slider.value() == 1
    assert not child(page, "preview_next").isEnabled()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{inconnu} à midi", "{inconnu} does not exist"),
        ("Bonjour {prénom", "begins no field"),
        ("{motif|\u200b}", "the text is empty for"),
        ("\u200b \ufeff", "The text is empty"),
        ("{classe|}", "Piano"),
    ],
)
def test_bad_texts_are_explained_in_place(desk: PageDesk, page: NotifyPage, text: str, said: str) -> None:
    begin(desk, page, text)
    if said == "Piano":
        assert page.summary.send.isEnabled()
        return
    assert not page.summary.send.isEnabled()
    assert said in page.summary.problem.label.text()
    assert desk.services.broadcasts.list() == ()


def test_a_day_and_an_hour_are_said_in_french(desk: PageDesk, page: NotifyPage) -> None:
    begin(desk, page, "Cours {date} à {heure}")
    for name, typed in (("date", "24/12/2030"), ("heure", "9:05")):
        field = child(page, f"notify_field_{name}")
        field.setText(typed)
        field.editingFinished.emit()
    settle(desk, page)
    assert page.summary.preview.bubble.text == "Cours mardi 24 décembre 2030 à 9h05"


def test_an_audience_of_nobody_is_explained_in_place(desk: PageDesk, page: NotifyPage) -> None:
    begin(desk, page, "Cours annulé")
    page.audience.choose()
    settle(desk, page)
    assert not page.summary.send.isEnabled()
    assert "nobody to send to" in page.summary.problem.label.text()
    alone = desk.person("Max", "Fixe")
    page.open(NotifyStart(contact_ids=(alone,), text="Cours annulé"))
    settle(desk, page)
    assert not page.summary.send.isEnabled()
    assert "Nobody of those chosen can be reached" in page.summary.problem.label.text()
    assert "Max Fixe" in page.summary.problem.label.text()
    assert desk.services.broadcasts.list() == ()
