"""A secretary's day by keyboard alone: the list, an absence, answers, a concert for all, a STOP, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from keys_alone import CTRL, SAMPLE, Key, Keys, choose, hands_on, import_a_list, is_ready, send
from PySide6.QtWidgets import QListWidget, QTableView
from pytestqt.qtbot import QtBot

from smsdesk.desk import Desk
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.outgoing import PartState
from smsdesk.modem import virtual
from smsdesk.services import sample_world
from smsdesk.services.first_steps import Step
from smsdesk.ui.pages import absence_sending, notify_sending

MODEM = "secretary"
CONCERT = "Concert samedi 17h, tous sont invites"
LATER = "La salle du concert change : auditorium"


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, virtual.VirtualConfig(latency=0.005, reports=0.02, answer_after=0.1))
    virtual.forget(MODEM)


@pytest.fixture
def desk_in_use(profile: Path) -> Path:
    """A desk whose questions of the first start were answered long ago, with last year's list."""
    with Desk.open(profile) as desk:
        desk.services.first_steps.name_institution("Conservatoire")
        for step in Step:
            desk.services.first_steps.put_off(step)
        desk.services.first_steps.end_guide()
    return profile


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_day_at_the_desk(
    qtbot: QtBot, desk_in_use: Path, modem: virtual.VirtualModem, monkeypatch: pytest.MonkeyPatch
) -> None:
    for page in (notify_sending, absence_sending):
        monkeypatch.setattr(page, "UNDO_SECONDS", 1)
    with hands_on(qtbot, desk_in_use, MODEM) as keys:
        keys.until(lambda: is_ready(keys))
        take_in_the_list(keys)
        absent = tell_an_absence(keys, modem)
        read_and_answer(keys)
        everybody = invite_everybody(keys, modem)
        phone = end_it_for_who_asks(keys, everybody)
        told = tell_the_later_news(keys, modem)
        see_what_came_of_it(keys, absent, everybody)
    assert told, "the others of the piano"
    assert phone not in told


def take_in_the_list(keys: Keys) -> None:
    """By the page of people."""
    keys.go(4)
    keys.tab_to("people_import")
    import_a_list(keys, SAMPLE)
    assert keys.window.services.people.count() > 0
    sample_world.hold_a_course_today(keys.window.services, datetime.now().astimezone())


def tell_an_absence(keys: Keys, modem: virtual.VirtualModem) -> int:
    """Four keys: the task, the teacher, yes; some of the families answer. Gives the broadcast."""
    modem.network.answer("*", "Merci, bien reçu")
    keys.go(1)
    keys.is_at("home_absence")
    keys.press(Key.Key_Return)
    keys.until(lambda: keys.at.objectName().startswith("absence_teacher_"))
    keys.press(Key.Key_Return)
    keys.is_at("notify_confirm")
    keys.press(Key.Key_Return)
    keys.is_at("broadcast_table")
    services = keys.window.services
    (absent,) = services.broadcasts.list()
    keys.until(lambda: set(services.broadcasts.get(absent.id).summary.counts) == {PartState.DELIVERED})
    return absent.id


def read_and_answer(keys: Keys) -> None:
    services = keys.window.services
    keys.until(lambda: services.inbox.unread_count() > 0)
    keys.go(3)
    keys.until(lambda: keys.at.objectName() == "inbox_list")
    keys.press(Key.Key_Home)
    keys.press(Key.Key_Return)
    keys.is_at("inbox_reply")
    before = len(services.broadcasts.list())
    keys.type("Le cours sera maintenu.")
    keys.press(Key.Key_Return, CTRL)
    keys.until(lambda: len(services.broadcasts.list()) == before + 1)


def invite_everybody(keys: Keys, modem: virtual.VirtualModem) -> int:
    """The first line of the list of groups is everybody: one SMS a phone."""
    services = keys.window.services
    keys.go(2)
    groups = keys.tab_to("notify_group_list")
    assert isinstance(groups, QListWidget)
    keys.press(Key.Key_Home)
    keys.press(Key.Key_Space)
    assert keys.window.page.audience.request.everyone
    before = len(modem.ledger.accepted)
    send(keys, CONCERT)
    sent = services.broadcasts.list(limit=1)[0]
    keys.until(lambda: set(services.broadcasts.get(sent.id).summary.counts) == {PartState.DELIVERED})
    phones = [sms.to for sms in modem.ledger.accepted[before:] if sms.text == CONCERT]
    assert len(phones) == len(set(phones)) == sent.messages
    return sent.id


def end_it_for_who_asks(keys: Keys, everybody: int) -> str:
    """A family of the piano answers STOP: the desk asks, one key says yes. Gives its phone."""
    services = keys.window.services
    piano = services.people.group_named("Piano")
    phone = services.notify.plan(AudienceRequest(group_ids=(piano.id,)), LATER).messages[0].e164
    virtual.network_of(MODEM).deliver(phone, "STOP")
    keys.until(lambda: any(each.e164 == phone for each in services.opt_outs.waiting()))
    keys.go(3)
    keys.press(Key.Key_Home)
    keys.press(Key.Key_Return)
    keys.is_at("inbox_reply")
    keys.enter("inbox_proposal_accept")
    keys.until(lambda: not services.opt_outs.waiting())
    assert everybody in {each.id for each in services.broadcasts.list()}
    return phone


def tell_the_later_news(keys: Keys, modem: virtual.VirtualModem) -> set[str]:
    """To the piano again; gives the phones that got it."""
    services = keys.window.services
    keys.go(2)
    choose(keys, "Piano")
    send(keys, LATER)
    sent = services.broadcasts.list(limit=1)[0]
    keys.until(lambda: set(services.broadcasts.get(sent.id).summary.counts) == {PartState.DELIVERED})
    return {sms.to for sms in modem.ledger.accepted if sms.text == LATER}


def see_what_came_of_it(keys: Keys, absent: int, everybody: int) -> None:
    """In the list of sends, and in one of them its answers."""
    services = keys.window.services
    keys.go(5)
    keys.tab_to("broadcasts_list")
    keys.press(Key.Key_End)  # the first of the day
    keys.press(Key.Key_Return)
    keys.is_at("broadcast_table")
    keys.tab_to("broadcast_tab_people")
    for _ in range(3):
        if keys.at.objectName() != "broadcast_tab_answers":
            keys.press(Key.Key_Right)
    assert keys.at.objectName() == "broadcast_tab_answers"
    table = keys.tab_to("answers_table")
    assert isinstance(table, QTableView)
    keys.until(lambda: table.model().rowCount() == services.answers.tally(absent).answered > 0)
    assert services.broadcasts.get(everybody).summary.counts.get(PartState.FAILED, 0) == 0
