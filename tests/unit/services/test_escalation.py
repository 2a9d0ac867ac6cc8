"""The second guardian is told where the first has not got it in time: once, on another phone, by the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from made_groups import made_group

from smsdesk.desk import services_of
from smsdesk.domain.audience import AudienceRequest, Outcome
from smsdesk.domain.clock import stamp
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import PartState, Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft
from smsdesk.domain.second_guardian import ALL_REFUSE, NO_OTHER
from smsdesk.domain.sending_hours import QuietHours
from smsdesk.services.events import Events
from smsdesk.services.notify import SendOptions
from smsdesk.storage.database import Database

S = PartState
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
MOTHER, FATHER, AUNT, OTHER = (f"+3363998000{number}" for number in range(1, 5))
HOME = "+33199001234"
TEXT = "Le cours de {prénom} est annulé."
_WAY = {
    S.QUEUED: (),
    S.UNKNOWN: ("claimed", "submitting", "unknown"),
    S.ACCEPTED: ("claimed", "submitting", "accepted"),
    S.DELIVERED: ("claimed", "submitting", "accepted", "delivered"),
    S.FAILED: ("claimed", "submitting", "failed"),
}


class RuleDesk:
    """Services on a real profile with a clock that the test turns."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "desk.sqlite3"
        self.now = NOON
        self.open()

    def open(self) -> None:
        self.database = Database(self.path)
        self.services = services_of(self.database, Events(), lambda: self.now)

    def reopen(self) -> None:
        """The program ends and starts again."""
        self.database.close()
        self.open()

    def guardian(self, name: str, *phones: str) -> int:
        """Somebody with these phones; a landline begins with +331."""
        known = tuple(Phone(e164, mobile=not e164.startswith("+331")) for e164 in phones)
        return self.services.people.save_contact(ContactDraft(name, "Martin", ContactKind.GUARDIAN, known)).id

    def pupil(self, name: str, *guardians: int) -> int:
        links = tuple(GuardianDraft(number) for number in guardians)
        return self.services.people.save_contact(
            ContactDraft(name, "Martin", ContactKind.PUPIL, (), guardians=links)
        ).id

    def send(self, *pupils: int, minutes: int | None = 30, text: str = TEXT, **options: object) -> int:
        request = AudienceRequest(contact_ids=pupils, second_guardian_after=minutes)
        return self.services.notify.send(
            request,
            text,
            options=SendOptions(title="Piano", **options),  # type: ignore[arg-type]
        )

    def advance(self, broadcast_id: int, states: Sequence[PartState]) -> None:
        with self.database.write() as connection:
            rows = connection.execute(
                "SELECT parts.id FROM parts JOIN messages ON messages.id = message_id WHERE broadcast_id = ?"
                " ORDER BY parts.id",
                (broadcast_id,),
            ).fetchall()
            for (part_id,), state in zip(rows, states, strict=True):
                for step in _WAY[state]:
                    connection.execute("UPDATE parts SET state = ? WHERE id = ?", (step, part_id))
                    if step == "submitting":
                        connection.execute(
                            "UPDATE parts SET attempts = attempts + 1, submitted_at = ? WHERE id = ?",
                            (stamp(self.now), part_id),
                        )

    def advance_some(self, broadcast_id: int, done: int) -> None:
        """The network takes what is missing to `done` messages."""
        with self.database.write() as connection:
            for state in ("claimed", "submitting", "accepted"):
                connection.execute(
                    "UPDATE parts SET state = ?, submitted_at = ? WHERE state <> 'accepted' AND message_id IN"
                    " (SELECT id FROM messages WHERE broadcast_id = ? ORDER BY id LIMIT ?)",
                    (state, stamp(self.now), broadcast_id, done),
                )

    def after(self, minutes: float) -> int:
        """Let time pass and look; answers how many second guardians are told."""
        self.now += timedelta(minutes=minutes)
        return self.services.escalation.tell_due()

    def sent(self, broadcast_id: int | None = None) -> list[tuple[str, str]]:
        found = self.services.broadcasts.messages(broadcast_id)[::-1]
        return [(message.e164, message.text) for message in found]

    def follow_up(self, broadcast_id: int) -> int:
        (found,) = [
            each.id
            for each in self.services.broadcasts.list(limit=None)
            if each.about == broadcast_id and each.relation is Relation.SECOND_GUARDIAN
        ]
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RuleDesk]:
    made = RuleDesk(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def lea(desk: RuleDesk) -> int:
    return desk.pupil("Léa", desk.guardian("Anne", MOTHER), desk.guardian("Paul", FATHER))


class TestWhoIsToldFirst:
    def test_only_the_first_guardian_at_once(self, desk: RuleDesk, lea: int) -> None:
        both = desk.services.notify.plan(AudienceRequest(contact_ids=(lea,)), TEXT)
        assert [message.e164 for message in both.messages] == [MOTHER, FATHER]
        number = desk.send(lea)
        assert desk.sent(number) == [(MOTHER, "Le cours de Léa est annulé.")]

    def test_the_first_with_a_mobile_who_receives_and_did_not_refuse(self, desk: RuleDesk) -> None:
        landline, silent = desk.guardian("Luc", HOME), desk.guardian("Jean", AUNT)
        mother, father = desk.guardian("Anne", MOTHER), desk.guardian("Paul", FATHER)
        links = (
            GuardianDraft(landline),
            GuardianDraft(silent, receives=False),
            GuardianDraft(mother),
            GuardianDraft(father),
        )
        pupil = desk.services.people.save_contact(
            ContactDraft("Tom", "Martin", ContactKind.PUPIL, (), guardians=links)
        ).id
        assert desk.sent(desk.send(pupil))[0][0] == MOTHER
        desk.services.consents.record(MOTHER, Purpose.INFORMATION, granted=False, source="STOP")
        assert desk.sent(desk.send(pupil))[0][0] == FATHER

    @pytest.mark.parametrize("minutes", [0, -1, 1441])
    def test_a_time_that_cannot_be_is_refused(self, desk: RuleDesk, lea: int, minutes: int) -> None:
        with pytest.raises(InputError, match="1 to 1440 minutes"):
            desk.send(lea, minutes=minutes)
        assert desk.services.broadcasts.list() == ()

    def test_the_rule_is_kept_with_drafts_and_repeats(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea)
        again = desk.services.broadcasts.follow_up(number, Relation.REPEAT)
        assert again.request.second_guardian_after == 30
        assert AudienceRequest.from_json(again.request.to_json()) == again.request
        broken = again.request.to_json().replace("30", "99999")
        assert AudienceRequest.from_json(broken).empty


class TestWhenItFires:
    @pytest.mark.parametrize("state", [S.ACCEPTED, S.UNKNOWN])
    def test_not_confirmed_in_time(self, desk: RuleDesk, lea: int, state: PartState) -> None:
        number = desk.send(lea)
        desk.advance(number, [state])
        assert desk.after(29.9) == 0
        assert desk.after(0.2) == 1
        assert desk.sent(desk.follow_up(number)) == [(FATHER, "Le cours de Léa est annulé.")]
        assert desk.after(60) == 0
        assert len(desk.sent()) == 2

    def test_delivered_meanwhile(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.DELIVERED])
        assert desk.after(60) == 0
        assert len(desk.sent()) == 1

    def test_what_failed_for_good_does_not_wait(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.FAILED])
        assert desk.after(0) == 1
        assert desk.sent()[-1][0] == FATHER

    def test_what_still_waits_here_is_not_late(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea)
        assert desk.after(600) == 0
        desk.advance(number, [S.ACCEPTED])
        assert desk.after(29) == 0
        assert desk.after(2) == 1

    def test_without_the_rule_nothing_happens(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea, minutes=None)
        desk.advance(number, [S.FAILED, S.FAILED])
        assert desk.after(600) == 0
        assert desk.services.escalation.of(number) is None

    def test_a_restart_changes_nothing(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.ACCEPTED])
        desk.reopen()
        assert desk.after(31) == 1
        desk.reopen()
        assert desk.after(31) == 0
        assert len(desk.sent()) == 2

    def test_a_person_who_stopped_it_stopped_the_rule(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.ACCEPTED])
        desk.services.broadcasts.cancel(number)
        assert desk.after(60) == 0
        rule = desk.services.escalation.of(number)
        assert rule is not None
        assert rule.ended

    def test_held_while_the_broadcast_is_held(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.ACCEPTED])
        desk.services.broadcasts.pause(number)
        assert desk.after(60) == 0
        desk.services.broadcasts.resume(number)
        assert desk.after(0) == 1

    def test_nothing_after_its_last_useful_moment(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea, expires_at=NOON + timedelta(minutes=20))
        desk.advance(number, [S.ACCEPTED])
        assert desk.after(31) == 0
        assert len(desk.sent()) == 1

    def test_it_expires_with_the_first(self, desk: RuleDesk, lea: int) -> None:
        until = NOON + timedelta(hours=2)
        number = desk.send(lea, expires_at=until)
        desk.advance(number, [S.ACCEPTED])
        desk.after(31)
        assert desk.services.broadcasts.get(desk.follow_up(number)).summary.expires_at == until


class TestWhoIsNext:
    def test_one_sms_for_two_children_of_one_family(self, desk: RuleDesk) -> None:
        mother, father = desk.guardian("Anne", MOTHER), desk.guardian("Paul", FATHER)
        number = desk.send(desk.pupil("Léa", mother, father), desk.pupil("Tom", mother, father))
        desk.advance(number, [S.FAILED])
        assert desk.after(0) == 1
        assert desk.sent()[-1] == (FATHER, "Le cours de Léa et Tom est annulé.")

    def test_children_of_two_fathers(self, desk: RuleDesk) -> None:
        mother = desk.guardian("Anne", MOTHER)
        one, other = desk.guardian("Paul", FATHER), desk.guardian("Hugo", OTHER)
        number = desk.send(desk.pupil("Léa", mother, one), desk.pupil("Tom", mother, other))
        desk.advance(number, [S.ACCEPTED])
        assert desk.after(30) == 2
        assert desk.sent(desk.follow_up(number)) == [
            (FATHER, "Le cours de Léa est annulé."),
            (OTHER, "Le cours de Tom est annulé."),
        ]

    def test_a_phone_that_was_written_to_gets_nothing_again(self, desk: RuleDesk) -> None:
        mother, father = desk.guardian("Anne", MOTHER), desk.guardian("Paul", FATHER)
        number = desk.send(desk.pupil("Léa", mother, father), desk.pupil("Tom", father, mother))
        desk.advance(number, [S.FAILED, S.DELIVERED])
        assert desk.after(60) == 0
        assert [e164 for e164, _ in desk.sent()] == [MOTHER, FATHER]

    def test_nobody_else_is_said_once(self, desk: RuleDesk) -> None:
        number = desk.send(desk.pupil("Léa", desk.guardian("Anne", MOTHER), desk.guardian("Luc", HOME)))
        desk.advance(number, [S.FAILED])
        assert desk.after(0) == 0
        rule = desk.services.escalation.of(number)
        assert rule is not None
        assert [(told.name, told.e164, told.reason) for told in rule.told] == [("Léa Martin", "", NO_OTHER)]
        assert rule.ended

    def test_refusals_hold(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.FAILED])
        desk.services.consents.record(FATHER, Purpose.INFORMATION, granted=False, source="STOP")
        assert desk.after(0) == 0
        rule = desk.services.escalation.of(number)
        assert rule is not None
        assert rule.told[0].reason == ALL_REFUSE

    def test_an_alert_goes_over_a_refusal_and_notes_it(self, desk: RuleDesk, lea: int) -> None:
        desk.services.consents.record(FATHER, Purpose.INFORMATION, granted=False, source="STOP")
        number = desk.send(lea, purpose=Purpose.ALERT)
        desk.advance(number, [S.FAILED])
        assert desk.after(0) == 1
        overrides = desk.database.read().execute("SELECT e164 FROM consent_overrides").fetchall()
        assert [row[0] for row in overrides] == [FATHER]

    def test_late_ones_join_the_same_broadcast(self, desk: RuleDesk, lea: int) -> None:
        tom = desk.pupil("Tom", desk.guardian("Eva", AUNT), desk.guardian("Hugo", OTHER))
        number = desk.send(lea, tom)
        desk.advance(number, [S.FAILED, S.ACCEPTED])
        assert desk.after(1) == 1
        assert desk.after(30) == 1
        assert [e164 for e164, _ in desk.sent(desk.follow_up(number))] == [FATHER, OTHER]

    def test_a_value_missing_for_one_does_not_hold_the_others(self, desk: RuleDesk, lea: int) -> None:
        tom = desk.pupil("Tom", desk.guardian("Eva", AUNT), desk.guardian("Hugo", OTHER))
        group = made_group(desk.services.people, "Piano")
        desk.services.people.add_to_group(group.id, [lea, tom])
        number = desk.send(lea, tom, text="{classe} : le cours de {prénom} est annulé.")
        desk.advance(number, [S.FAILED, S.FAILED])
        desk.services.people.remove_from_group(group.id, [tom])
        assert desk.after(0) == 1
        rule = desk.services.escalation.of(number)
        assert rule is not None
        said = {told.name: (told.e164, told.reason is not None) for told in rule.told}
        assert said == {"Léa Martin": (FATHER, False), "Tom Martin": ("", True)}


class TestRulesOfSending:
    def test_quiet_hours_hold_it(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.ACCEPTED])
        from datetime import time  # noqa: PLC0415

        local = (NOON + timedelta(minutes=30)).astimezone()
        begins = time(local.hour, local.minute)
        ends = (local + timedelta(hours=2)).time().replace(second=0, microsecond=0)
        desk.services.hours.save_quiet(QuietHours(True, begins, ends))
        assert desk.after(31) == 1
        until = desk.services.broadcasts.get(desk.follow_up(number)).summary.not_before
        assert until is not None
        assert until > desk.now + timedelta(minutes=60)

    def test_a_correction_reaches_second_guardians_too(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.ACCEPTED])
        desk.after(31)
        desk.advance(desk.follow_up(number), [S.DELIVERED])
        again = desk.services.people.audience(AudienceRequest(of_broadcast=number, outcome=Outcome.GOT_IT))
        assert [each.e164 for each in again.recipients] == [MOTHER, FATHER]

    def test_it_says_so_when_nothing_is_ever_confirmed(self, desk: RuleDesk, lea: int) -> None:
        assert desk.services.escalation.doubt() is None
        for _ in range(5):
            desk.advance(desk.send(lea), [S.ACCEPTED])
        assert desk.services.escalation.doubt() is None  # a phone may need some minutes
        desk.now += timedelta(minutes=11)
        assert "no delivery reports" in str(desk.services.escalation.doubt())
        desk.advance(desk.send(lea), [S.DELIVERED])
        desk.now += timedelta(minutes=11)
        assert desk.services.escalation.doubt() is None

    def test_its_page_shows_whom_it_told(self, desk: RuleDesk, lea: int) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.ACCEPTED])
        desk.after(31)
        desk.advance(desk.follow_up(number), [S.DELIVERED])
        rule = desk.services.escalation.of(number)
        assert rule is not None
        assert rule.minutes == 30
        (told,) = rule.told
        assert (told.name, told.e164, told.state, told.reason) == ("Léa Martin", FATHER, S.DELIVERED, None)
