"""STOP and START by SMS: proposed or applied by purpose, confirmed once, reversible by both sides."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from incoming_desk import ANNE, BOB, NOBODY, IncomingDesk

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.auto_replies import CLOSED_TEXT
from smsdesk.domain.errors import InputError
from smsdesk.domain.inbox_views import InboxFilter
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.keywords import Keyword, KeywordAction, find_command
from smsdesk.domain.opt_outs import START_TEXT, STOP_TEXT, Mode, OptOutSettings, OptOutState
from smsdesk.domain.outgoing import Encoding, PartState, Purpose
from smsdesk.domain.sign_ups import ALREADY_IN_TEXT, HELP_TEXT, JOINED_TEXT, LEFT_TEXT, NOT_IN_TEXT
from smsdesk.domain.stop_reading import StopKind, read_stop
from smsdesk.domain.text import measure
from smsdesk.services.events import Changed, Topic
from smsdesk.services.joining_polls import CLOSED_TEXT as POLL_CLOSED
from smsdesk.services.notify import SendOptions

INFORMATION, ALERT, PROMOTION = Purpose.INFORMATION, Purpose.ALERT, Purpose.PROMOTION
ALL_BY_ITSELF = OptOutSettings(Mode.APPLY, Mode.APPLY)
NOTHING_BY_ITSELF = OptOutSettings(Mode.PROPOSE, Mode.PROPOSE)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[IncomingDesk]:
    opened = IncomingDesk(tmp_path)
    yield opened
    opened.close()


def test_a_fresh_desk_stops_advertising_at_once_and_asks_about_the_rest(desk: IncomingDesk) -> None:
    (told,) = desk.get("STOP")
    assert "plus nos SMS publicitaires" in told
    assert desk.words() == [(PROMOTION, "refused", "SMS")]
    (waits,) = desk.services.opt_outs.waiting()
    assert (waits.state, waits.proposed, waits.applied) == (
        OptOutState.PROPOSED,
        (INFORMATION,),
        (PROMOTION,),
    )
    assert (waits.text, waits.names, waits.confirmed) == ("STOP", ("Anne Martin",), True)
    assert desk.services.consents.history(ANNE)[0].evidence == f"SMS {waits.received_id}: STOP"
    assert Changed(Topic.INBOX) in desk.heard


def test_a_person_decides_about_what_waits(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(NOTHING_BY_ITSELF)
    assert desk.get("arrêt svp") == []
    assert desk.words() == []
    (waits,) = desk.services.opt_outs.waiting()
    applied = desk.services.opt_outs.apply(waits.id)
    assert (applied.state, applied.applied, applied.proposed) == (
        OptOutState.APPLIED, (INFORMATION, PROMOTION), (),
    )  # fmt: skip
    assert applied.decided_by == desk.services.preferences.person
    (told,) = [each.text for each in desk.services.broadcasts.messages()]
    assert "d'information et publicitaires" in told
    with pytest.raises(InputError, match="decided already"):
        desk.services.opt_outs.apply(waits.id)
    desk.get("Arrêt", BOB)
    (waits,) = desk.services.opt_outs.waiting()
    assert desk.services.opt_outs.dismiss(waits.id).state is OptOutState.DISMISSED
    assert desk.words(BOB) == []
    assert desk.services.opt_outs.waiting() == ()


def test_an_objection_holds_back_what_waits_in_the_queue(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    town = AudienceRequest(contact_ids=(desk.anne, desk.bob))
    sent = desk.services.notify.send(town, "Réunion jeudi")
    alert = desk.services.notify.send(town, "Restez chez vous", options=SendOptions(ALERT))
    desk.get("Stop sms svp")
    assert desk.states(sent) == {ANNE: PartState.CANCELLED, BOB: PartState.QUEUED}
    assert desk.states(alert) == {ANNE: PartState.QUEUED, BOB: PartState.QUEUED}
    assert [each.e164 for each in desk.services.notify.plan(town, "Réunion").messages] == [BOB]


def test_an_alert_for_safety_still_reaches_and_the_log_says_why(
    desk: IncomingDesk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    with caplog.at_level(logging.INFO):
        desk.get("STOP")
        assert "an SMS alone never silences them" in caplog.text
        caplog.clear()
        sent = desk.services.notify.send(
            AudienceRequest(contact_ids=(desk.anne,)), "Restez", options=SendOptions(ALERT)
        )
        assert "2 objections overridden for safety" in caplog.text
    assert ANNE not in caplog.text
    assert desk.states(sent) == {ANNE: PartState.QUEUED}
    assert {each.broadcast_id for each in desk.services.consents.overrides(ANNE)} == {sent}
    assert ALERT not in {purpose for purpose, _, _ in desk.words()}


def test_it_is_confirmed_once_however_often_it_is_said(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    assert len(desk.get("stop")) == 1
    assert desk.get("STOP STOP STOP") == []
    assert desk.get("arrêtez vos sms") == []
    assert len(desk.words()) == 2
    assert [each.state for each in desk.services.opt_outs.of_phone(ANNE)] == [
        OptOutState.REPEATED, OptOutState.REPEATED, OptOutState.APPLIED,
    ]  # fmt: skip
    assert desk.services.opt_outs.waiting() == ()


def test_a_repeated_order_does_not_wait_twice(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(NOTHING_BY_ITSELF)
    desk.get("stop")
    desk.get("STOP !!")
    assert len(desk.services.opt_outs.waiting()) == 1


def test_the_person_takes_it_back(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    desk.services.consents.record(ANNE, PROMOTION, granted=True, source="formulaire")
    desk.get("stop")
    desk.clock.pass_(hours=1)
    (told,) = desk.get("Reprise svp")
    assert "à nouveau" in told
    assert desk.words()[:2] == [(PROMOTION, "granted", "SMS"), (INFORMATION, "granted", "SMS")]
    assert desk.get("START") == []
    (told,) = desk.get("stop")
    assert "vous ne recevrez plus" in told


def test_start_agrees_to_no_advertising_that_was_never_agreed_to(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    desk.get("stop")
    (told,) = desk.get("start")
    assert "nos SMS d'information" in told
    assert (PROMOTION, "granted", "SMS") not in desk.words()
    assert desk.get("STOP PUB") == []


def test_start_before_anybody_decided_ends_the_request(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(NOTHING_BY_ITSELF)
    desk.get("stop")
    assert desk.get("Start") == []
    assert desk.services.opt_outs.waiting() == ()
    assert desk.words() == []


def test_an_objection_on_paper_is_lifted_by_a_person_only(desk: IncomingDesk) -> None:
    desk.services.consents.record(ANNE, INFORMATION, granted=False, source="courrier")
    assert desk.get("REPRISE") == []
    (waits,) = desk.services.opt_outs.waiting()
    assert (waits.kind, waits.proposed) == (StopKind.START, (INFORMATION,))
    assert desk.words() == [(INFORMATION, "refused", "courrier")]
    desk.services.opt_outs.apply(waits.id)
    assert desk.words()[0] == (INFORMATION, "granted", "SMS")


def test_start_out_of_the_blue_changes_nothing(desk: IncomingDesk) -> None:
    assert desk.get("start") == []
    assert desk.services.opt_outs.list() == ()


def test_a_hint_is_only_proposed_whatever_is_set(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    assert desk.get("Nous avons déménagé, merci de ne plus m'envoyer de sms") == []
    (waits,) = desk.services.opt_outs.waiting()
    assert (waits.kind, waits.proposed, waits.applied) == (StopKind.MAYBE_STOP, (INFORMATION, PROMOTION), ())
    (told,) = desk.get("STOP")
    assert "vous ne recevrez plus" in told
    assert desk.services.opt_outs.waiting() == ()
    assert [each.state for each in desk.services.opt_outs.of_phone(ANNE)] == [
        OptOutState.APPLIED, OptOutState.DISMISSED,
    ]  # fmt: skip


def test_a_person_confirms_a_hint(desk: IncomingDesk) -> None:
    desk.get("Stop ça suffit")
    (waits,) = desk.services.opt_outs.waiting()
    desk.services.opt_outs.apply(waits.id)
    assert {(purpose, said) for purpose, said, _ in desk.words()} == {
        (INFORMATION, "refused"), (PROMOTION, "refused"),
    }  # fmt: skip


def test_only_advertising_is_stopped_by_who_says_so(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    desk.get("STOP PUB")
    assert desk.words() == [(PROMOTION, "refused", "SMS")]


def test_the_desk_takes_it_back(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    desk.services.consents.record(ANNE, PROMOTION, granted=True, source="formulaire")
    desk.get("stop")
    (done,) = desk.services.opt_outs.of_phone(ANNE)
    undone = desk.services.opt_outs.undo(done.id)
    assert (undone.state, undone.applied) == (OptOutState.UNDONE, ())
    assert desk.words() == [(PROMOTION, "granted", "formulaire")]
    with pytest.raises(InputError, match="nothing to take back"):
        desk.services.opt_outs.undo(done.id)
    assert [each.e164 for each in desk.services.notify.plan_numbers([ANNE], "Bal", PROMOTION).messages] == [
        ANNE
    ]


def test_what_came_by_sms_is_in_the_history_and_undo_passes_it_over(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    desk.services.consents.record(BOB, PROMOTION, granted=True, source="appel")
    desk.get("stop")
    newest, own = desk.services.history.entries(2)
    assert (str(newest.title), newest.made_by) == (f"{ANNE}: objection by SMS", "SMS")
    undone = desk.services.history.undo()
    assert undone is not None
    assert undone.id == own.id
    assert len(desk.words(ANNE)) == 2
    assert desk.words(BOB) == []
    desk.services.history.undo_set(newest.id)
    (after,) = desk.services.opt_outs.of_phone(ANNE)
    assert after.state is OptOutState.UNDONE


@pytest.mark.parametrize(
    ("sender", "kind"),
    [
        ("Mairie", SenderKind.ALPHANUMERIC),
        ("36180", SenderKind.SHORT_CODE),
        ("", SenderKind.UNKNOWN),
    ],
)
def test_what_is_no_phone_opts_nobody_out(desk: IncomingDesk, sender: str, kind: SenderKind) -> None:
    assert desk.get("STOP", sender, kind) == []
    assert desk.services.opt_outs.list() == ()


def test_a_number_as_the_network_has_it_at_home_is_the_same_phone(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(replace(ALL_BY_ITSELF, confirm=False))
    desk.get("stop", "0639980001")
    assert len(desk.words(ANNE)) == 2


def test_a_stranger_opts_out_too(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    assert len(desk.get("STOP", NOBODY)) == 1
    assert len(desk.words(NOBODY)) == 2
    assert desk.services.notify.plan_numbers([NOBODY], "Bonjour").phones == 0


def test_without_confirmation_nothing_is_written_back(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(replace(ALL_BY_ITSELF, confirm=False))
    assert desk.get("stop") == []
    assert len(desk.words()) == 2


def test_settings_are_kept_and_checked(desk: IncomingDesk) -> None:
    service = desk.services.opt_outs
    assert service.settings() == OptOutSettings()
    chosen = OptOutSettings(Mode.APPLY, Mode.PROPOSE, True, "Noté {quoi}", "Revenu")
    service.save_settings(chosen)
    assert service.settings() == chosen
    for text, wrong in ((" ", "needs a text"), ("STOP", "reads as an order")):
        with pytest.raises(InputError, match=wrong):
            service.save_settings(replace(chosen, stop_text=text))
    assert service.settings() == chosen


@pytest.mark.parametrize(
    "text",
    [
        STOP_TEXT,
        START_TEXT,
        JOINED_TEXT,
        LEFT_TEXT,
        ALREADY_IN_TEXT,
        NOT_IN_TEXT,
        HELP_TEXT,
        CLOSED_TEXT,
        POLL_CLOSED,
    ],
)
def test_a_usual_text_is_in_the_alphabet_of_sms_and_no_order_to_another_desk(text: str) -> None:
    values = {
        "quoi": "d'information et publicitaires",
        "liste": "Déchets",
        "mot": "DECHETS",
        "ouverture": "lundi",
    }
    filled = text.format(institution="Le secrétariat", **values)
    assert read_stop(filled).kind is StopKind.NONE
    assert find_command(filled, [Keyword("DECHETS", KeywordAction.LIST)]) is None
    assert (measure(filled).encoding, measure(filled).parts <= 2) == (Encoding.GSM7, True)


def test_other_messages_are_left_alone(desk: IncomingDesk) -> None:
    for text in ("Ok merci", "On arrête le piano en juin", "", "\u202e"):
        assert desk.get(text) == []
    assert desk.services.opt_outs.list() == ()
    with pytest.raises(InputError, match="no such request"):
        desk.services.opt_outs.apply(7)


def todo(desk: IncomingDesk) -> list[str]:
    return [each.phone for each in desk.services.inbox.conversations(show=InboxFilter.TODO)]


def test_what_the_program_did_as_a_whole_is_nobodys_work(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    desk.get("stop")
    desk.get("Stop ça suffit", BOB)
    assert todo(desk) == [BOB]  # a hint waits for a person


def test_who_waited_before_goes_on_waiting(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    desk.get("Léa peut-elle changer de cours ?")
    desk.clock.pass_(minutes=5)
    desk.get("stop")
    assert todo(desk) == [ANNE]


def test_a_storm_of_orders_is_confirmed_within_limits_and_silences_no_alert(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    limit = desk.services.auto_replies.settings().limits.an_hour
    phones = [f"+336399802{number:02}" for number in range(limit + 10)]
    for phone in phones:
        for order in ("STOP", "Stop svp", "STOP"):
            desk.store(order, phone)
    desk.services.incoming_rules.handle_waiting()
    told = [message.e164 for message in desk.services.broadcasts.messages()]
    assert len(told) == len(set(told)) == limit
    assert all(desk.words(phone) for phone in phones)
    alert = desk.services.notify.send_numbers(phones, "Fuite de gaz", SendOptions(purpose=ALERT))
    assert set(desk.states(alert)) == set(phones)


def test_one_phone_that_cannot_make_up_its_mind_leaves_nothing_waiting(desk: IncomingDesk) -> None:
    desk.services.opt_outs.save_settings(ALL_BY_ITSELF)
    for _ in range(20):
        desk.store("STOP")
        desk.store("START")
    desk.services.incoming_rules.handle_waiting()
    assert desk.services.opt_outs.waiting() == ()
    assert desk.words()[0] == (INFORMATION, "granted", "SMS")
    assert len(desk.services.broadcasts.messages()) == desk.services.auto_replies.settings().limits.a_day
