from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from made_groups import made_group
from still_clock import StillClock

from smsdesk.desk import services_of
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.budget import SimPlan
from smsdesk.domain.crisis import (
    ALL_CLEAR_LASTS,
    EVERYONE,
    ORDERS_LAST,
    CrisisDraft,
    Scenario,
    Step,
    StepDraft,
    step_title,
)
from smsdesk.domain.crisis_log import LogSheet, read_log
from smsdesk.domain.crisis_texts import asked_fields
from smsdesk.domain.errors import InputError, ProfileError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Encoding, PartState, Priority, Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.sending_hours import QuietHours
from smsdesk.domain.sentences import say
from smsdesk.domain.templates import FIELDS, LONG_VALUES, MergeText, folded
from smsdesk.domain.text import measure
from smsdesk.services.bundle import Services
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.people import ContactDraft
from smsdesk.storage import consents, exercise_records
from smsdesk.storage import crisis as table
from smsdesk.storage.database import Database

ANNE, LUC, ZOE, LANDLINE = "+33639980001", "+33639980002", "+33639980003", "+33297112233"
EVACUATION = CrisisDraft(Scenario.EVACUATION, fields={"motif": "fuite de gaz", "lieu": "au stade"})


@pytest.fixture
def services(database: Database, events: Events, clock: StillClock) -> Iterator[Services]:
    """Anne and Luc in Vannes, Zoé and Jean in Séné; Jean has a landline only."""
    made = services_of(database, events, clock)
    for first, phone, city in (("Anne", ANNE, "Vannes"), ("Luc", LUC, "Vannes"), ("Zoé", ZOE, "Séné")):
        made.people.save_contact(
            ContactDraft(first, "Martin", ContactKind.RESIDENT, (Phone(phone),), city=city)
        )
    made.people.save_contact(
        ContactDraft(
            "Jean", "Fixe", ContactKind.RESIDENT, (Phone(LANDLINE, "fixe", mobile=False),), city="Séné"
        )
    )
    yield made
    made.crises.close()


def becomes(database: Database, e164: str, *states: str) -> None:
    """Take the latest message to a phone through these states, as the engine does."""
    with database.write() as connection:
        for state in states:
            stamp = "2026-03-12T10:00:00.000+00:00"
            moments = {"submitting": ", submitted_at = ?", "accepted": ", accepted_at = ?"}.get(state, "")
            connection.execute(
                f"UPDATE parts SET state = ?{moments} WHERE message_id ="  # of this test
                " (SELECT max(id) FROM messages WHERE e164 = ?)",
                (state, *([stamp] if moments else []), e164),
            )


def sent(services: Services, broadcast_id: int | None) -> dict[str, str]:
    assert broadcast_id is not None
    return {each.e164: each.text for each in services.broadcasts.messages(broadcast_id)}


def states(services: Services, broadcast_id: int | None) -> dict[str, PartState]:
    return {each.e164: each.state for each in services.broadcasts.messages(broadcast_id)}


@pytest.mark.parametrize("scenario", list(Scenario))
@pytest.mark.parametrize("values", [FIELDS, LONG_VALUES, {}], ids=["typical", "long", "none"])
def test_every_step_of_every_scenario_is_one_cheap_sms(
    services: Services, scenario: Scenario, values: dict[str, str]
) -> None:
    for step in Step:
        template = services.crises.template(scenario, step)
        known = {"institution": "Mairie de Saint-Brieuc", "heure": "17h30", "numéro": "12", "motif": "gaz"}
        text = MergeText(template.body).merge(folded({**known, "lieu": "au stade", **values}))
        cost = measure(text)
        assert (cost.encoding, cost.parts) == (Encoding.GSM7, 1), text
        assert template.category == "crise"
        assert template.purpose is Purpose.ALERT
        if step is Step.UPDATE and scenario is not Scenario.OTHER:
            assert "mise à jour" in text


def test_no_scenario_needs_a_word_to_be_typed(services: Services) -> None:
    for scenario in set(Scenario) - {Scenario.OTHER}:
        for step in Step:
            text = services.crises.template(scenario, step).body
            plan = services.crises.plan(CrisisDraft(scenario, text=text))
            assert plan.notice.problem is None, text


def test_an_edited_text_is_the_one_of_the_next_alert_and_a_deleted_one_comes_from_the_program(
    services: Services,
) -> None:
    template = services.crises.template(Scenario.ATTACK, Step.ALERT)
    services.templates.save(replace(template, name="Notre alerte", body="Fermez les portes."))
    assert services.crises.plan(CrisisDraft(Scenario.ATTACK)).text == "Fermez les portes."
    assert template.id is not None
    services.templates.delete(template.id)
    assert services.crises.plan(CrisisDraft(Scenario.ATTACK)).text == template.body


def test_everyone_is_alerted_before_everything_else(services: Services, clock: StillClock) -> None:
    plan = services.crises.plan(EVACUATION)
    assert (plan.notice.people, plan.notice.phones, plan.notice.parts) == (3, 3, 3)
    assert [person.name for person in plan.notice.left_out] == ["Jean Fixe"]
    crisis_id = services.crises.start(EVACUATION)
    crisis = services.crises.get(crisis_id)
    (step,) = crisis.steps
    summary = services.broadcasts.get(step.broadcast_id or 0).summary
    assert (summary.purpose, summary.priority) == (Purpose.ALERT, Priority.SAFETY)
    assert summary.priority < Priority.URGENT
    assert summary.title == "Évacuation · alerte"
    assert summary.not_before is None
    assert summary.expires_at == clock() + ORDERS_LAST
    assert set(sent(services, step.broadcast_id)) == {ANNE, LUC, ZOE}
    assert "évacuation (fuite de gaz). Rendez-vous au stade" in step.text


def test_an_area_is_towns_and_groups(services: Services) -> None:
    choir = made_group(services.people, "Chorale")
    services.people.add_to_group(choir.id, services.people.contact_ids_for(LUC))
    request = AudienceRequest(areas=("Séné",), group_ids=(choir.id,))
    crisis_id = services.crises.start(CrisisDraft(Scenario.WEATHER, request))
    (step,) = services.crises.get(crisis_id).steps
    assert set(sent(services, step.broadcast_id)) == {LUC, ZOE}


def test_objections_are_overridden_told_and_recorded(services: Services, database: Database) -> None:
    services.consents.record(LUC, Purpose.ALERT, False, "STOP")
    plan = services.crises.plan(EVACUATION)
    assert plan.notice.overridden == (LUC,)
    assert any("objected to messages: 1" in str(note) for note in plan.notes)
    crisis_id = services.crises.start(EVACUATION)
    broadcast_id = services.crises.get(crisis_id).steps[0].broadcast_id
    assert LUC in sent(services, broadcast_id)
    rows = database.read().execute(
        "SELECT DISTINCT e164 FROM consent_overrides WHERE broadcast_id = ?", (broadcast_id,)
    )
    assert [row[0] for row in rows] == [LUC]
    assert consents.objections(database.read(), [LUC])


def test_quiet_hours_never_hold_it(services: Services) -> None:
    services.hours.save_quiet(QuietHours(on=True, begins=time(0), ends=time(23, 59)))
    usual = services.notify.send(EVERYONE, "Le concert est reporté.")
    assert services.broadcasts.get(usual).summary.not_before is not None
    crisis_id = services.crises.start(EVACUATION)
    broadcast_id = services.crises.get(crisis_id).steps[0].broadcast_id or 0
    assert services.broadcasts.get(broadcast_id).summary.not_before is None


def test_a_limit_of_the_sim_is_told_and_passed_by_a_recorded_decision(
    services: Services, database: Database
) -> None:
    services.budget.save(SimPlan("89330123456789012345"[:19], daily_cap=1))
    plan = services.crises.plan(EVACUATION)
    assert not plan.forecast.fits
    assert any("limit of the SIM" in str(note) for note in plan.notes)
    held = services.crises.start(EVACUATION)
    passed = services.crises.start(EVACUATION, pass_limits=True)
    permitted = {row[0] for row in database.read().execute("SELECT broadcast_id FROM cap_permits")}
    assert services.crises.get(held).steps[0].broadcast_id not in permitted
    assert services.crises.get(passed).steps[0].broadcast_id in permitted


def test_updates_go_to_the_same_people_reached_or_not_and_are_numbered(
    services: Services, database: Database
) -> None:
    crisis_id = services.crises.start(EVACUATION)
    becomes(database, ANNE, "claimed", "submitting", "accepted", "delivered")
    becomes(database, LUC, "claimed", "submitting", "failed")
    services.people.save_contact(
        ContactDraft("Nouveau", "Venu", ContactKind.RESIDENT, (Phone("+33639980009"),), city="Vannes")
    )
    numbers = [services.crises.send_step(StepDraft(crisis_id, Step.UPDATE)) for _ in range(2)]
    for number, broadcast_id in enumerate(numbers, 1):
        texts = sent(services, broadcast_id)
        assert set(texts) == {ANNE, LUC, ZOE}
        assert f"mise à jour {number} " in texts[ANNE]
        assert "au stade" in texts[ANNE]
        assert "fuite de gaz" not in texts[ANNE]
    crisis = services.crises.get(crisis_id)
    first = crisis.steps[0].broadcast_id
    linked = services.broadcasts.get(numbers[1] or 0).summary
    assert (linked.about, linked.relation) == (first, Relation.UPDATE)
    assert linked.title == "Évacuation · mise à jour 2"
    assert states(services, first)[ZOE] is PartState.QUEUED


def test_the_all_clear_stops_what_has_not_left_and_says_who_hears_it_alone(
    services: Services, database: Database, clock: StillClock
) -> None:
    crisis_id = services.crises.start(EVACUATION)
    becomes(database, ANNE, "claimed", "submitting", "accepted", "delivered")
    plan = services.crises.plan_step(StepDraft(crisis_id, Step.ALL_CLEAR))
    assert (plan.waiting, plan.untold, plan.stops) == (2, 2, True)
    clear = services.crises.send_step(StepDraft(crisis_id, Step.ALL_CLEAR))
    crisis = services.crises.get(crisis_id)
    first = crisis.steps[0].broadcast_id
    assert states(services, first) == {
        ANNE: PartState.DELIVERED,
        LUC: PartState.CANCELLED,
        ZOE: PartState.CANCELLED,
    }
    assert set(sent(services, clear)) == {ANNE, LUC, ZOE}
    summary = services.broadcasts.get(clear or 0).summary
    assert summary.relation is Relation.ALL_CLEAR
    assert summary.expires_at == clock() + ALL_CLEAR_LASTS
    assert crisis.steps[-1].stopped == 2
    assert crisis.ended_at is not None
    with pytest.raises(InputError, match="is over"):
        services.crises.plan_step(StepDraft(crisis_id, Step.UPDATE))


def test_an_uncertain_order_is_never_sent_again_after_the_all_clear(
    services: Services, database: Database, clock: StillClock
) -> None:
    crisis_id = services.crises.start(EVACUATION)
    becomes(database, ZOE, "claimed", "submitting", "unknown")
    services.crises.send_step(StepDraft(crisis_id, Step.ALL_CLEAR))
    clock.now += timedelta(seconds=1)
    first = services.crises.get(crisis_id).steps[0].broadcast_id
    uncertain = next(each for each in services.broadcasts.messages(first) if each.e164 == ZOE)
    with pytest.raises(InputError, match="too late"):
        services.broadcasts.decide(uncertain.id, resend=True, by="Anne")


def test_what_waits_is_kept_or_stopped_as_a_person_chooses(services: Services) -> None:
    kept = services.crises.start(EVACUATION)
    services.crises.send_step(StepDraft(kept, Step.ALL_CLEAR, stops_unsent=False))
    assert set(states(services, services.crises.get(kept).steps[0].broadcast_id).values()) == {
        PartState.QUEUED
    }
    stopped = services.crises.start(EVACUATION)
    services.crises.send_step(StepDraft(stopped, Step.UPDATE, stops_unsent=True))
    assert set(states(services, services.crises.get(stopped).steps[0].broadcast_id).values()) == {
        PartState.CANCELLED
    }
    assert services.crises.stop_unsent(stopped) == 3
    services.crises.end(stopped)
    assert services.crises.get(stopped).ended_at is not None


def test_a_refused_alert_changes_nothing(services: Services) -> None:
    for draft, reason in (
        (CrisisDraft(Scenario.OTHER), "no value for {motif}"),
        (CrisisDraft(Scenario.WEATHER, text=" "), "empty"),
        (CrisisDraft(Scenario.WEATHER, AudienceRequest(areas=("Nulle part",))), "nobody to send to"),
    ):
        with pytest.raises(InputError, match=reason):
            services.crises.start(draft)
    assert services.crises.list() == ()
    assert services.broadcasts.list() == ()
    with pytest.raises(InputError, match="no alert 7"):
        services.crises.state(7)


def test_a_refused_all_clear_stops_nothing(services: Services) -> None:
    crisis_id = services.crises.start(EVACUATION)
    with pytest.raises(InputError, match="empty"):
        services.crises.send_step(StepDraft(crisis_id, Step.ALL_CLEAR, text=" "))
    crisis = services.crises.get(crisis_id)
    assert crisis.ended_at is None
    assert set(states(services, crisis.steps[0].broadcast_id).values()) == {PartState.QUEUED}


def test_it_is_told_once_it_is_written(services: Services, heard: list[Changed]) -> None:
    crisis_id = services.crises.start(EVACUATION)
    assert heard[-3] == Changed(Topic.CRISIS, crisis_id)
    assert services.crises.running()[0].id == crisis_id
    assert (
        services.crises.of_broadcast(services.crises.get(crisis_id).steps[0].broadcast_id or 0) == crisis_id
    )


def test_the_log_sheet_says_who_was_told_what_when_and_whom_to_call(
    services: Services, database: Database, tmp_path: Path, clock: StillClock
) -> None:
    crisis_id = services.crises.start(EVACUATION)
    becomes(database, ANNE, "claimed", "submitting", "accepted")
    becomes(database, LUC, "claimed", "submitting", "unknown")
    becomes(database, ZOE, "claimed", "submitting", "failed")
    sheet = services.crises.log(crisis_id)
    assert [(row.people, row.e164) for row in sheet.rows] == [
        (("Anne Martin",), ANNE), (("Luc Martin",), LUC), (("Zoé Martin",), ZOE)
    ]  # fmt: skip
    entry = sheet.rows[0].entries[0]
    assert entry is not None
    assert entry.queued_at == clock()
    assert entry.accepted_at is not None
    assert entry.delivered_at is None
    assert "fuite de gaz" in entry.text
    assert [row.e164 for row in sheet.missed] == [LUC, ZOE]
    assert [(each.name, each.landlines) for each in sheet.unreachable] == [("Jean Fixe", (LANDLINE,))]
    assert read_log(sheet.to_json(), sheet.crisis, {}) is not None
    assert read_log("{}", sheet.crisis, {}) is None
    file = tmp_path / "fiche.csv"
    assert services.crises.write_log(file, sheet) == 4
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter=";"))
    assert [row["État"] for row in rows] == ["envoyé", "incertain", "non remis", "sans SMS"]
    assert [row["À appeler"] for row in rows] == ["", "oui", "oui", "oui"]
    assert rows[3]["Autres numéros"] == "02 97 11 22 33"
    with pytest.raises(InputError, match="known ending"):
        services.crises.write_log(tmp_path / "fiche.doc", sheet)


def recorded(services: Services, database: Database) -> tuple[LogSheet, int]:
    """The log sheet of a crisis, and the id of an exercise of which it is the record."""
    crisis_id = services.crises.start(EVACUATION)
    becomes(database, ZOE, "claimed", "submitting", "failed")
    sheet = services.crises.log(crisis_id)
    with database.write() as connection:
        exercise = table.insert(connection, replace(sheet.crisis, exercise=True))
        table.end(connection, exercise, sheet.made_at, sheet.to_json())
        exercise_records.keep(connection, exercise, sheet.whom())
    return sheet, exercise


def test_the_record_of_an_exercise_reads_back_whole(services: Services, database: Database) -> None:
    sheet, exercise = recorded(services, database)
    back = services.crises.log(exercise)
    assert back.rows == sheet.rows
    assert [each.landlines for each in back.unreachable] == [each.landlines for each in sheet.unreachable]


def test_a_record_names_people_as_they_are_called_now(services: Services, database: Database) -> None:
    _, exercise = recorded(services, database)
    with database.write() as connection:
        connection.execute("UPDATE contacts SET last_name = 'Roux' WHERE first_name = 'Anne'")
    assert services.crises.log(exercise).rows[0].people == ("Anne Roux",)


def test_who_was_erased_is_in_no_record_any_more(
    services: Services, database: Database, tmp_path: Path
) -> None:
    sheet, exercise = recorded(services, database)
    with database.write() as connection:
        connection.execute("DELETE FROM contacts WHERE first_name IN ('Zoé', 'Jean')")
    back = services.crises.log(exercise)
    assert [(row.people, row.e164) for row in back.rows] == [
        (("Anne Martin",), ANNE), (("Luc Martin",), LUC), ((), "")
    ]  # fmt: skip
    assert back.counts(0) == sheet.counts(0)
    assert [each.name for each in back.unreachable] == [""]
    assert services.crises.write_log(tmp_path / "fiche.csv", back) == 4
    rows = database.read().execute(
        "SELECT log FROM crises UNION ALL SELECT e164 || texts FROM exercise_lines"
    )
    assert not [row[0] for row in rows if row[0] and any(each in row[0] for each in ("Zoé", "Jean", ZOE))]


def test_what_is_asked_is_what_nobody_knows() -> None:
    text = "{institution} {prénom} {heure} {motif|gaz} {lieu} {numéro}"
    assert asked_fields(text) == (("motif", "gaz"), ("lieu", ""))
    assert step_title(Scenario.WATER, Step.UPDATE, 3) == "Eau du robinet · mise à jour 3"
    assert EVERYONE.everyone


class NoRoom:
    """A copy in which the alert cannot begin: its disk is full."""

    def __init__(self) -> None:
        self.crises = self
        self.events = Events()
        self.closed = False

    def start(self, _draft: CrisisDraft) -> int:
        raise ProfileError(say("The disk is full. Make room."))

    def close(self) -> None:
        self.closed = True


def test_no_copy_stays_of_an_exercise_that_cannot_begin(services: Services) -> None:
    copy = NoRoom()
    services.crises._rehearse = lambda: copy  # type: ignore[assignment,return-value]
    with pytest.raises(ProfileError, match="Make room"):
        services.crises.rehearse(EVACUATION)
    assert copy.closed
    assert services.crises.list() == ()
