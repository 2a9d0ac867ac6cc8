"""A question asked at the window: families answer as they do, the desk counts, corrects and asks again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from keys_alone import Key, Keys
from pytestqt.qtbot import QtBot
from two_way_desk import COURSE, IRIS, LEA, QUICK, TOM, ZOE, DeskTerminal, Window, people, sms_to

from smsdesk.app import build
from smsdesk.domain.answer_reading import AnswerKind
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.modem import virtual
from smsdesk.services.notify import SendOptions
from smsdesk.ui.pages import notify_sending
from smsdesk.ui.places import Place, Route

MODEM = "two-way-answers"


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, QUICK)
    virtual.forget(MODEM)


@pytest.fixture
def window(
    qtbot: QtBot, profile: Path, modem: virtual.VirtualModem, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    monkeypatch.setattr(notify_sending, "UNDO_SECONDS", 0.2)  # nobody thinks it over here
    people(profile)
    _app, main = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    yield Window(qtbot, main)
    main.close()


def results(window: Window, number: int) -> tuple[int, int, int, int]:
    tally = window.services.answers.tally(number)
    return tally.yes, tally.no, tally.other, tally.not_answered


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_asked_answered_corrected_and_asked_again(
    window: Window, modem: virtual.VirtualModem, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    network = modem.network
    network.answer(LEA, "Oui ! Nous serons 3")
    network.answer(TOM, "Non dsl")
    network.answer(ZOE, "Qui est-ce ?")
    window.compose("Concert vendredi 18h.")
    window.pick("notify_question", "Oui ou non")
    number = window.send()
    window.until(lambda: len(modem.ledger.texts) == 4)
    assert sms_to(modem, LEA) == ["Concert vendredi 18h.\nRépondez OUI ou NON."]

    window.click("broadcast_tab_answers")
    page = window.window.page
    window.until(lambda: len(page.answers.read.rows) == 3)
    assert results(window, number) == (1, 1, 1, 1)
    window.until(lambda: page.answers.card.bars.summary.startswith("Oui: 1, Non: 1, Nombre: 1 (en tout 3)"))

    zoe = next(at for at, each in enumerate(page.answers.read.rows) if each.phone == ZOE)
    page.answers.table.setCurrentIndex(page.answers.model.index(zoe, 0))
    window.pick("answer_reading", "Oui")  # she called, and comes
    window.until(lambda: results(window, number) == (2, 1, 0, 1))

    window.click("answers_silent")
    window.until(lambda: [each.phone for each in page.answers.read.silent] == [IRIS])
    network.answer(IRIS, "ouiiii")
    window.click("answers_write")
    composer = window.window.page
    window.until(lambda: "Répondez OUI ou NON." in composer.text.written)
    assert composer.question.question is None  # the first question is the one that is answered
    window.send()
    window.until(lambda: results(window, number) == (3, 1, 0, 0))
    assert [len(sms_to(modem, each)) for each in (LEA, TOM, ZOE, IRIS)] == [1, 1, 1, 2]

    window.window.close()
    terminal = DeskTerminal(profile, capsys, MODEM)
    told = terminal.json("answers", str(number))
    assert (told["asked"], told["yes"], told["no"], told["not_answered"]) == (4, 3, 1, [])
    by_phone = {each["from"]: each["kind"] for each in told["answers"]}
    assert by_phone == {LEA: "yes", TOM: "no", ZOE: "yes", IRIS: "yes"}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_poll_by_number_letter_and_word_shows_the_same_in_window_terminal_and_file(
    window: Window,
    modem: virtual.VirtualModem,
    profile: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for phone, answer in ((LEA, "1"), (TOM, "b"), (ZOE, "Samedi svp !"), (IRIS, "je ne sais pas")):
        modem.network.answer(phone, answer)
    window.compose("Quel jour vous convient ?")
    window.pick("notify_question", "Un choix")
    field = window.see("notify_choices")
    field.setFocus()
    window.qtbot.keyClicks(field, "samedi, dimanche")
    number = window.send()
    window.until(lambda: len(modem.ledger.texts) == 4)
    assert sms_to(modem, LEA)[0].endswith("Répondez 1 pour samedi, 2 pour dimanche.")
    window.click("broadcast_tab_answers")
    card = window.window.page.answers.card
    window.until(lambda: card.bars.summary == "1. samedi: 2, 2. dimanche: 1, Autre: 1, Sans réponse: 0")
    window.click("answers_save")
    window.save_as(tmp_path / "votes.csv")
    rows = (tmp_path / "votes.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert sorted(row.split(";")[2] for row in rows) == ["autre", "dimanche", "samedi", "samedi"]
    window.click("answers_end")
    window.until(lambda: "close" in window.see("answers_question").text())
    modem.network.deliver(IRIS, "2")
    window.until(lambda: any(each.late for each in window.services.answers.rows(number)))
    assert window.services.answers.tally(number).other == 1  # what she said in time still counts

    window.window.close()
    told = DeskTerminal(profile, capsys, MODEM).json("answers", str(number))
    assert told["choices"] == {"samedi": 2, "dimanche": 1}
    assert [each["from"] for each in told["answers"] if each["late"]] == [IRIS]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_late_change_of_mind_counts_and_both_messages_stay(
    window: Window, modem: virtual.VirtualModem
) -> None:
    modem.network.answer(LEA, "Oui")
    window.compose("Venez-vous ? Répondez OUI ou NON.")
    window.pick("notify_question", "Oui ou non")
    number = window.send()
    window.until(lambda: results(window, number)[0] == 1)
    modem.network.deliver(LEA, "Finalement non, désolée")
    window.until(lambda: results(window, number)[:2] == (0, 1))
    kinds = [(each.reading.kind, each.counted) for each in window.services.answers.rows(number)]
    assert kinds == [(AnswerKind.NO, True), (AnswerKind.YES, False)]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_answer_is_put_right_by_keys_alone(window: Window, modem: virtual.VirtualModem) -> None:
    modem.network.answer(LEA, "À voir avec son père")
    group = window.services.people.group_named(COURSE)
    number = window.services.notify.send(
        AudienceRequest(group_ids=(group.id,)),
        "Venez-vous ? Répondez OUI ou NON.",
        options=SendOptions(question=Question(QuestionKind.YES_NO)),
    )
    window.until(lambda: results(window, number)[2] == 1)
    window.window.activateWindow()
    window.window.go(Place(Route.BROADCAST, number))
    keys = Keys(window.qtbot, window.window)
    keys.until(window.window.isActiveWindow)
    keys.tab_to("broadcast_tab_people")
    for _ in range(2):
        keys.press(Key.Key_Right)
    assert keys.at.objectName() == "broadcast_tab_answers"
    keys.until(lambda: window.window.page.answers.model.rowCount() == 1)
    keys.tab_to("answers_table")
    keys.press(Key.Key_Home)
    keys.tab_to("answer_reading")
    keys.press(Key.Key_Home)  # the first of what it can be read as: yes
    window.until(lambda: results(window, number)[0] == 1)
