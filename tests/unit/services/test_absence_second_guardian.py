"""The second guardian of a course that falls: told later, of the right children and hours, or not any more."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from conservatory import FATHER, JEAN, MOTHER, NADIA, THURSDAY, WED, WEDNESDAY, Conservatory, slot

from smsdesk.desk import services_of
from smsdesk.domain.clock import stamp
from smsdesk.domain.course_notices import AbsenceRequest, Change, FollowUp, NoticeKind
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import PartState
from smsdesk.services.events import Events
from smsdesk.storage.database import Database

MONDAY_MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
PIANO = "Le secrétariat : absence d'Hélène Marchand mercredi 25 novembre. Pas de cours pour"
BOTH = f"{PIANO} Léa (Piano 13h) et Tom (Piano 13h30)."
GRANDFATHER = "+33639980009"


class World:
    """The conservatory on Monday morning; Zoé has a second guardian too, and piano at 16h."""

    def __init__(self, database: Database, events: Events, clock) -> None:
        clock.now = MONDAY_MORNING
        self.database, self.clock = database, clock
        self.services = services_of(database, events, clock)
        self.absences = self.services.absences
        self.school = Conservatory(self.services.people)

    def send(self, first: date = WEDNESDAY, minutes: int | None = 30, **more) -> int:
        request = AbsenceRequest(self.school.marchand.id, first, first, second_guardian_after=minutes, **more)
        return self.absences.send(request)

    def texts(self, broadcast_id: int) -> dict[str, str]:
        return {each.e164: each.text for each in self.services.broadcasts.messages(broadcast_id)}

    def state(self, broadcast_id: int, e164: str) -> PartState:
        found = {each.e164: each.state for each in self.services.broadcasts.messages(broadcast_id)}
        return found[e164]

    def went(self, broadcast_id: int, *states: str) -> None:
        """Every message of a broadcast goes this way."""
        with self.database.write() as connection:
            for state in ("claimed", "submitting", *states):
                connection.execute(
                    "UPDATE parts SET state = ?, submitted_at = coalesce(submitted_at, ?) WHERE message_id IN"
                    " (SELECT id FROM messages WHERE broadcast_id = ?)",
                    (state, stamp(self.clock.now), broadcast_id),
                )

    def after(self, minutes: float) -> int:
        """Let time pass and look; answers how many second guardians are told."""
        self.clock.now += timedelta(minutes=minutes)
        return self.services.escalation.tell_due()

    def to_second(self, about: int) -> list[int]:
        return [
            each.id
            for each in self.services.broadcasts.list(limit=None)
            if each.about == about and each.relation is Relation.SECOND_GUARDIAN
        ]


@pytest.fixture
def world(database: Database, events: Events, clock) -> World:
    return World(database, events, clock)


def test_the_first_guardian_at_once_and_the_second_of_both_children_when_it_is_not_there(
    world: World,
) -> None:
    sent = world.send()
    assert world.texts(sent) == {MOTHER: BOTH, JEAN: f"{PIANO} Jean (Piano 18h)."}
    world.went(sent, "accepted")

    assert world.after(29) == 0
    assert world.after(1) == 1
    (second,) = world.to_second(sent)
    assert world.texts(second) == {FATHER: BOTH}
    assert world.after(120) == 0
    assert world.to_second(sent) == [second]


def test_without_the_rule_both_are_told_at_once_and_nobody_later(world: World) -> None:
    sent = world.send(minutes=None)
    assert set(world.texts(sent)) == {MOTHER, FATHER, JEAN}
    world.went(sent, "failed")
    assert world.after(600) == 0
    assert world.services.escalation.of(sent) is None


def test_each_second_guardian_reads_of_his_own_child_and_hour(world: World) -> None:
    world.services.people.keep_lesson_hours(
        world.school.chamber.id,
        {world.school.tom.id: [(THURSDAY, time(18))], world.school.zoe.id: [(THURSDAY, time(18))]},
    )
    world.school.pupil("Ali", "Roux", [("Nadia", NADIA), ("Luc", GRANDFATHER)])
    ali = world.services.people.contacts(search="Ali")[0]
    world.school.course(
        "Solfège", world.school.marchand, [slot(WED, time(9), time(10)), slot(WED, time(10))], [ali]
    )
    sent = world.send()
    assert NADIA in world.texts(sent)
    world.went(sent, "failed")

    assert world.after(0) == 2
    (second,) = world.to_second(sent)
    texts = world.texts(second)
    assert texts[FATHER] == BOTH
    assert texts[GRANDFATHER] == f"{PIANO} Ali (Solfège 9h et 10h)."


def test_what_was_typed_and_who_was_taken_out_holds_for_the_second_too(world: World) -> None:
    father = next(each for each in world.school.lea.guardians if each.name == "Marc Martin")
    sent = world.send(
        text="{cours} : {motif}.", fields=(("motif", "grève"),), excluded_contact_ids=(father.contact_id,)
    )
    assert world.texts(sent)[MOTHER] == "Léa (Piano 13h) et Tom (Piano 13h30) : grève."
    world.went(sent, "failed")
    assert world.after(0) == 0
    rule = world.services.escalation.of(sent)
    assert rule is not None
    assert {each.e164 for each in rule.told} == {""}

    other = world.send(text="{cours} : {motif}.", fields=(("motif", "grève"),), again=True)
    world.went(other, "failed")
    assert world.after(0) == 1
    assert world.texts(world.to_second(other)[0]) == {FATHER: "Léa (Piano 13h) et Tom (Piano 13h30) : grève."}


def test_nobody_is_told_of_what_was_taken_back(world: World) -> None:
    sent = world.send()
    world.went(sent, "accepted")
    back = world.absences.send_follow_up(FollowUp(sent, Change(NoticeKind.MAINTAINED)))

    assert back.broadcast_id is not None
    assert set(world.texts(back.broadcast_id)) == {MOTHER, JEAN}
    assert world.after(60) == 0
    assert world.services.escalation.of(back.broadcast_id) is None


def test_what_waits_for_a_second_guardian_is_called_back_with_the_first(world: World) -> None:
    sent = world.send()
    world.went(sent, "accepted")
    assert world.after(30) == 1
    (second,) = world.to_second(sent)

    back = world.absences.send_follow_up(FollowUp(sent, Change(NoticeKind.MAINTAINED)))

    assert back.called_back == 1
    assert world.state(second, FATHER) is PartState.CANCELLED
    assert back.broadcast_id is not None
    assert set(world.texts(back.broadcast_id)) == {MOTHER, JEAN}


def test_a_correction_that_is_called_back_leaves_the_rule_as_it_was(world: World) -> None:
    sent = world.send()
    world.went(sent, "accepted")
    back = world.absences.send_follow_up(FollowUp(sent, Change(NoticeKind.MAINTAINED)))
    assert back.broadcast_id is not None
    world.absences.call_back(back.broadcast_id)

    assert world.after(30) == 1
    assert set(world.texts(world.to_second(sent)[0])) == {FATHER}


def test_nobody_further_is_told_while_a_person_decides_what_follows(world: World) -> None:
    sent = world.send()
    world.went(sent, "accepted")
    held = world.absences.hold(sent)
    assert world.after(60) == 0
    assert world.absences.hold(sent) == (), "what is held already is not let go by another"
    world.absences.let_go(held)
    assert world.after(0) == 1


def test_a_second_guardian_who_was_told_learns_that_it_takes_place(world: World) -> None:
    sent = world.send()
    world.went(sent, "accepted")
    assert world.after(30) == 1
    world.went(world.to_second(sent)[0], "accepted")

    back = world.absences.send_follow_up(FollowUp(sent, Change(NoticeKind.MAINTAINED)))

    assert back.broadcast_id is not None
    assert set(world.texts(back.broadcast_id)) == {MOTHER, JEAN, FATHER}


def test_what_replaces_a_notice_keeps_its_rule_and_ends_the_first(world: World) -> None:
    sent = world.send()
    world.went(sent, "accepted")
    friday = Change(NoticeKind.POSTPONED, day=WEDNESDAY + timedelta(days=2), starts=time(14))
    moved = world.absences.send_follow_up(FollowUp(sent, friday)).broadcast_id
    assert moved is not None
    world.went(moved, "accepted")

    assert world.after(30) == 1
    assert world.to_second(sent) == []
    (second,) = world.to_second(moved)
    assert "14h" in world.texts(second)[FATHER]
    assert world.texts(second)[FATHER] == world.texts(moved)[MOTHER]


@pytest.mark.parametrize("minutes", [0, -1, 1441])
def test_a_time_that_cannot_be_is_refused(world: World, minutes: int) -> None:
    with pytest.raises(InputError, match="1 to 1440 minutes"):
        world.send(minutes=minutes)
    assert world.services.broadcasts.list() == ()


def test_nobody_is_told_once_the_courses_of_his_children_are_over(world: World) -> None:
    """Léa and Tom have piano at 13h and 13h30, Jean at 18h: the notice itself is of use until then."""
    sent = world.send()
    world.clock.now = datetime.combine(WEDNESDAY, time(13, 45)).astimezone()
    world.went(sent, "accepted")
    assert world.after(31) == 0
    rule = world.services.escalation.of(sent)
    assert rule is not None
    assert {(each.name, each.e164) for each in rule.told} == {("Léa Martin", ""), ("Tom Martin", "")}
    assert {str(each.reason) for each in rule.told} == {"The courses are over: it would be told too late."}
