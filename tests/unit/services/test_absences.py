"""An absence: whose courses fall, what each family reads, and what is told later to the same phones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from conservatory import FATHER, JEAN, MOTHER, NADIA, THURSDAY, WED, WEDNESDAY, Conservatory, slot

from smsdesk.desk import services_of
from smsdesk.domain.calendar import Zone
from smsdesk.domain.course_notices import AbsenceRequest, Change, FollowUp, NoticeKind
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Encoding, PartState, Priority
from smsdesk.domain.people_drafts import GroupDraft
from smsdesk.services.events import Events
from smsdesk.services.notify import SendOptions
from smsdesk.storage.database import Database

MONDAY_MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


class World:
    def __init__(self, database: Database, events: Events, clock) -> None:
        clock.now = MONDAY_MORNING
        self.database, self.clock = database, clock
        self.services = services_of(database, events, clock)
        self.absences = self.services.absences
        self.school = Conservatory(self.services.people)

    def request(self, first: date = WEDNESDAY, last: date | None = None, **more) -> AbsenceRequest:
        return AbsenceRequest(more.pop("teacher", self.school.marchand).id, first, last or first, **more)

    def texts(self, broadcast_id: int) -> dict[str, str]:
        return {each.e164: each.text for each in self.services.broadcasts.messages(broadcast_id)}

    def part_states(self, broadcast_id: int) -> dict[str, PartState]:
        return {each.e164: each.state for each in self.services.broadcasts.messages(broadcast_id)}

    def went(self, broadcast_id: int, *phones: str, state: str = "accepted") -> None:
        """The network took the messages of these phones."""
        steps = ["claimed", "submitting", state]
        with self.database.write() as connection:
            for step in steps:
                connection.execute(
                    "UPDATE parts SET state = ?, submitted_at = '2026-11-23T08:00:00.000+00:00' WHERE message_id IN "
                    "(SELECT id FROM messages WHERE broadcast_id = ? AND e164 IN "
                    f"({', '.join('?' * len(phones))}))",
                    (step, broadcast_id, *phones),
                )


@pytest.fixture
def world(database: Database, events: Events, clock) -> World:
    return World(database, events, clock)


def test_each_family_reads_of_its_own_children_and_hours(world: World) -> None:
    sent = world.absences.send(world.request())

    piano = "Le secrétariat : absence d'Hélène Marchand mercredi 25 novembre. Pas de cours pour"
    both = f"{piano} Léa (Piano 13h) et Tom (Piano 13h30)."
    assert world.texts(sent) == {MOTHER: both, FATHER: both, JEAN: f"{piano} Jean (Piano 18h)."}
    left_out = world.services.broadcasts.get(sent).left_out
    assert [(each.name, str(each.reason)) for each in left_out] == [
        ("Max Fixe", "No mobile number, only landlines.")
    ]


def test_typical_notices_are_one_sms(world: World) -> None:
    plan = world.absences.find(world.request()).plan

    assert {(each.encoding, each.parts) for each in plan.messages} == {(Encoding.GSM7, 1)}


def test_two_days_tell_each_family_of_its_own_days_once(world: World) -> None:
    notice = world.absences.find(world.request(WEDNESDAY, WEDNESDAY + timedelta(days=1)))

    texts = {each.e164: each.text for each in notice.plan.messages}
    assert len(notice.plan.messages) == len(texts) == 4
    assert texts[NADIA].endswith(
        "absence d'Hélène Marchand jeudi 26 novembre. Pas de cours pour Zoé (Musique de chambre 18h)."
    )
    assert texts[JEAN].endswith(
        "absence d'Hélène Marchand mercredi 25 novembre. Pas de cours pour Jean (Piano 18h)."
    )
    assert "mercredi 25 et jeudi 26 novembre" in texts[MOTHER]
    assert texts[MOTHER].endswith(
        "pour Léa (Piano mercredi 13h) et Tom (Piano mercredi 13h30, Musique de chambre jeudi 18h)."
    )


def test_one_child_with_two_courses_of_one_teacher_gets_one_message(world: World) -> None:
    world.school.course("Accompagnement", world.school.marchand, [slot(WED, time(15))], [world.school.lea])

    texts = {each.e164: each.text for each in world.absences.find(world.request()).plan.messages}
    assert "Léa (Piano 13h, Accompagnement 15h) et Tom (Piano 13h30)" in texts[MOTHER]


def test_three_weeks_say_a_weekly_course_once(world: World) -> None:
    notice = world.absences.find(world.request(WEDNESDAY, WEDNESDAY + timedelta(days=20)))

    jean = next(each.text for each in notice.plan.messages if each.e164 == JEAN)
    assert "mercredi 25 novembre, mercredi 2 et mercredi 9 décembre" in jean
    assert jean.endswith("Pas de cours pour Jean (Piano 18h).")


@pytest.mark.parametrize(
    ("zone", "first", "last", "held"),
    [
        # Christmas holidays of every zone: the courses of the Wednesdays in them fall by themselves.
        (Zone.A, date(2026, 12, 14), date(2027, 1, 8), [date(2026, 12, 16), date(2027, 1, 6)]),
        (Zone.NONE, date(2026, 12, 14), date(2027, 1, 8),
         [date(2026, 12, 16), date(2026, 12, 23), date(2026, 12, 30), date(2027, 1, 6)]),
        # Winter holidays differ by zone.
        (Zone.A, date(2027, 2, 8), date(2027, 3, 12), [date(2027, 2, 10), date(2027, 3, 3), date(2027, 3, 10)]),
        (Zone.B, date(2027, 2, 8), date(2027, 3, 12), [date(2027, 2, 10), date(2027, 2, 17), date(2027, 3, 10)]),
        (Zone.C, date(2027, 2, 8), date(2027, 3, 12),
         [date(2027, 2, 24), date(2027, 3, 3), date(2027, 3, 10)]),
        # 14 July 2027 is a Wednesday; without a zone the summer has courses.
        (Zone.NONE, date(2027, 7, 12), date(2027, 7, 23), [date(2027, 7, 21)]),
        # Both weeks around the changes of the clocks (28 March and 31 October 2027).
        (Zone.NONE, date(2027, 3, 24), date(2027, 4, 2), [date(2027, 3, 24), date(2027, 3, 31)]),
        (Zone.NONE, date(2027, 10, 25), date(2027, 11, 5), [date(2027, 10, 27), date(2027, 11, 3)]),
        # The last day counts, the day before does not.
        (Zone.NONE, date(2026, 11, 26), date(2026, 12, 2), [date(2026, 12, 2)]),
    ],
)  # fmt: skip
def test_which_wednesdays_fall(world: World, zone: Zone, first: date, last: date, held: list[date]) -> None:
    world.services.calendars.save_zone(zone)

    notice = world.absences.find(world.request(first, last))

    piano = [each for each in notice.chosen if each.starts == time(13)]
    assert [each.day for each in piano] == held
    assert {each.starts for each in piano} == {time(13)}, "the hour on the wall is the same all year"


def test_days_off_are_shown_with_their_reason_and_cannot_be_chosen(world: World) -> None:
    world.services.calendars.add_exception(WEDNESDAY, name="Jury")
    day_off = world.request()

    notice = world.absences.find(day_off)
    assert {str(each.off.name) for each in notice.occurrences if each.off} == {"Jury"}
    assert str(notice.plan.problem) == "There is no course on 2026-11-25: Jury."
    everything = frozenset(each.key for each in notice.occurrences)
    assert world.absences.find(world.request(chosen=everything)).chosen == ()
    with pytest.raises(InputError, match="no course on"):
        world.absences.send(day_off)
    assert world.services.broadcasts.list() == ()


def test_slots_hold_in_their_period_and_season_alone(world: World) -> None:
    lone = world.school.teacher("Yann", "Saison")
    autumn = slot(WED, time(10), valid_from=date(2026, 9, 1), valid_until=date(2026, 12, 2))
    world.school.course("Théorie", lone, [autumn], [world.school.zoe])
    world.school.course("Solfège", lone, [slot(WED, time(11))], [world.school.zoe], season="2025-2026")

    def days(first: date, last: date) -> list[date]:
        return [each.day for each in world.absences.find(world.request(first, last, teacher=lone)).chosen]

    assert days(date(2026, 11, 25), date(2026, 12, 9)) == [date(2026, 11, 25), date(2026, 12, 2)]
    assert days(date(2027, 1, 4), date(2027, 1, 31)) == []


def test_nested_groups_come_with_their_course_unless_they_have_their_own(world: World) -> None:
    conductor = world.school.teacher("Anne", "Chef")
    orchestra = world.school.course("Orchestre", conductor, [slot(THURSDAY, time(20))])
    world.school.course("Cordes", None, [], [world.school.zoe], parent_id=orchestra.id)
    world.school.course("Vents", None, [slot(WED, time(19))], [world.school.jean], parent_id=orchestra.id)
    world.school.course("Cuivres", world.school.caron, [], [world.school.lea], parent_id=orchestra.id)

    span = world.request(WEDNESDAY, WEDNESDAY + timedelta(days=1), teacher=conductor)
    texts = {each.e164: each.text for each in world.absences.find(span).plan.messages}
    assert set(texts) == {NADIA, JEAN}
    assert "jeudi 26 novembre. Pas de cours pour Zoé (Orchestre 20h)" in texts[NADIA]
    assert "mercredi 25 novembre. Pas de cours pour Jean (Vents 19h)" in texts[JEAN]


def test_a_part_that_names_the_teacher_whom_its_course_has_from_above_belongs_to_it(world: World) -> None:
    conductor = world.school.teacher("Anne", "Chef")
    strings = world.school.course("Cordes", conductor, [])
    harp = world.school.course("Harpe", None, [slot(THURSDAY, time(20))], parent_id=strings.id)
    world.school.course("Débutants", conductor, [], [world.school.zoe], parent_id=harp.id)

    found = world.absences.find(world.request(WEDNESDAY + timedelta(days=1), teacher=conductor))
    (message,) = found.plan.messages
    assert message.e164 == NADIA
    assert "Zoé (Harpe 20h)" in message.text


def test_a_course_parted_by_teachers_is_called_by_its_name(world: World) -> None:
    harp = world.school.course("Harpe", None, [slot(WED, time(9)), slot(WED, time(10))], [world.school.zoe])
    part = world.school.course("Harpe - Yann Saison", world.school.teacher("Yann", "Saison"), [slot(WED, time(9))],
                               [world.school.zoe], parent_id=harp.id)  # fmt: skip

    teacher = world.services.people.contact(part.teacher_id or 0)
    plan = world.absences.find(world.request(teacher=teacher)).plan
    assert plan.messages[0].text.endswith("Pas de cours pour Zoé (Harpe 9h).")


def test_a_second_notice_about_the_same_course_asks_first(world: World) -> None:
    first = world.absences.send(world.request())

    again = world.absences.find(world.request())
    assert again.chosen == ()
    assert {each.told.broadcast_id for each in again.occurrences if each.told} == {first}
    assert str(again.plan.problem) == (
        f"The families know already (send {first}). Choose the courses to tell them once more."
    )
    with pytest.raises(InputError):
        world.absences.send(world.request())
    assert len(world.services.broadcasts.list()) == 1

    assert len(world.absences.find(world.request(again=True)).plan.messages) == 3
    asked = frozenset({(world.school.piano.id, WEDNESDAY, time(18))})
    assert [each.e164 for each in world.absences.find(world.request(chosen=asked)).plan.messages] == [JEAN]


def test_a_notice_that_was_called_back_was_never_told(world: World) -> None:
    first = world.absences.send(world.request())
    world.services.broadcasts.cancel(first)

    assert len(world.absences.find(world.request()).plan.messages) == 3


def test_what_concerns_today_goes_first_and_not_after_the_course(world: World) -> None:
    soon, later = world.absences.send(world.request(WEDNESDAY - timedelta(days=1), WEDNESDAY)), None
    assert world.services.broadcasts.get(soon).summary.priority is Priority.NORMAL
    world.clock.now = datetime(2026, 12, 2, 8, 0, tzinfo=UTC)
    later = world.absences.send(world.request(date(2026, 12, 2)))
    summary = world.services.broadcasts.get(later).summary
    assert summary.priority is Priority.URGENT
    assert summary.expires_at == datetime.combine(date(2026, 12, 2), time(18, 30)).astimezone()


def test_a_course_of_which_no_end_is_known_is_over_some_hours_later(world: World) -> None:
    teacher = world.school.teacher("Yann", "Sansfin")
    world.school.course("Théorie", teacher, [slot(WED, time(17, 30))], [world.school.zoe])

    sent = world.absences.send(world.request(teacher=teacher))

    expires = world.services.broadcasts.get(sent).summary.expires_at
    assert expires == datetime.combine(WEDNESDAY, time(20, 30)).astimezone()


def test_courses_that_are_over_are_not_told_unless_nothing_else_is_left(world: World) -> None:
    local = datetime.combine(WEDNESDAY, time(14, 15)).astimezone()
    world.clock.now = local
    in_time = world.absences.find(world.request())
    assert {each.starts for each in in_time.chosen} == {time(14), time(18)}
    assert in_time.warning is None

    world.clock.now = datetime.combine(WEDNESDAY, time(21)).astimezone()
    late = world.absences.find(world.request())
    assert len(late.chosen) == 4
    assert "over already" in str(late.warning)


SATURDAY = Change(NoticeKind.POSTPONED, day=date(2026, 11, 28), starts=time(14))


@pytest.mark.parametrize("outcome", ["accepted", "delivered", "unknown"])
def test_maintained_after_all_reaches_exactly_those_who_got_the_first(world: World, outcome: str) -> None:
    first = world.absences.send(world.request())
    world.went(first, MOTHER, state="accepted" if outcome == "delivered" else outcome)
    if outcome == "delivered":
        with world.database.write() as connection:
            connection.execute("UPDATE parts SET state = 'delivered' WHERE state = 'accepted'")

    shown = world.absences.follow_up(FollowUp(first, Change(NoticeKind.MAINTAINED)))
    assert [each.e164 for each in shown.plan.messages] == [MOTHER]
    assert shown.waiting == 2
    done = world.absences.send_follow_up(FollowUp(first, Change(NoticeKind.MAINTAINED)))

    assert done.called_back == 2
    assert done.broadcast_id is not None
    assert world.texts(done.broadcast_id) == {
        MOTHER: "Le secrétariat : finalement, le cours avec Hélène Marchand est maintenu mercredi 25 novembre "
        "pour Léa (Piano 13h) et Tom (Piano 13h30)."
    }
    assert world.part_states(first)[FATHER] is PartState.CANCELLED
    assert world.part_states(first)[JEAN] is PartState.CANCELLED
    summary = world.services.broadcasts.get(done.broadcast_id).summary
    assert (summary.about, summary.relation) == (first, Relation.MAINTAINED)
    record = world.absences.of_broadcast(first)
    assert record is not None
    assert record.follow_ups == ((done.broadcast_id, NoticeKind.MAINTAINED),)


def test_maintained_before_anything_left_tells_nobody_and_calls_all_back(world: World) -> None:
    first = world.absences.send(world.request())

    shown = world.absences.follow_up(FollowUp(first, Change(NoticeKind.MAINTAINED)))
    assert shown.only_calls_back
    done = world.absences.send_follow_up(FollowUp(first, Change(NoticeKind.MAINTAINED)))

    assert (done.broadcast_id, done.called_back) == (None, 3)
    assert set(world.part_states(first).values()) == {PartState.CANCELLED}
    assert len(world.services.broadcasts.list()) == 1


def test_maintained_reaches_who_got_any_notice_since_and_is_said_once(world: World) -> None:
    first = world.absences.send(world.request())
    world.went(first, MOTHER)
    moved = world.absences.send_follow_up(FollowUp(first, SATURDAY)).broadcast_id
    assert moved is not None
    world.went(moved, JEAN)

    # The mother knows the first alone, Jean the second alone, the father nothing at all.
    done = world.absences.send_follow_up(FollowUp(first, Change(NoticeKind.MAINTAINED)))

    assert done.broadcast_id is not None
    assert set(world.texts(done.broadcast_id)) == {MOTHER, JEAN}
    assert done.called_back == 2
    assert world.part_states(moved)[MOTHER] is PartState.CANCELLED
    assert world.services.broadcasts.get(done.broadcast_id).summary.about == moved
    for about in (first, moved, done.broadcast_id):
        with pytest.raises(InputError, match="know already"):
            world.absences.send_follow_up(FollowUp(about, Change(NoticeKind.MAINTAINED)))


def test_what_is_new_after_maintained_courses_reaches_everybody_of_the_first(world: World) -> None:
    first = world.absences.send(world.request())
    world.went(first, MOTHER)
    maintained = world.absences.send_follow_up(FollowUp(first, Change(NoticeKind.MAINTAINED))).broadcast_id
    assert maintained is not None

    moved = world.absences.send_follow_up(FollowUp(maintained, SATURDAY)).broadcast_id

    assert moved is not None
    assert set(world.texts(moved)) == {MOTHER, FATHER, JEAN}


@pytest.mark.parametrize("kind", [NoticeKind.ROOM, NoticeKind.REPLACED])
def test_a_moved_course_changes_its_room_on_the_new_day(world: World, kind: NoticeKind) -> None:
    moved = world.absences.send(world.request(change=SATURDAY))

    change = Change(kind, room="Salle 9", replacement="Mme Petit")
    done = world.absences.send_follow_up(FollowUp(moved, change))

    assert done.broadcast_id is not None
    assert "samedi 28 novembre" in world.texts(done.broadcast_id)[JEAN]
    assert "Jean (Piano 19h)" in world.texts(done.broadcast_id)[JEAN]
    assert "mercredi" not in "".join(world.texts(done.broadcast_id).values())
    # The new day itself must still be told.
    assert done.called_back == 0
    assert set(world.part_states(moved).values()) == {PartState.QUEUED}


def test_nothing_changes_of_courses_that_are_past(world: World) -> None:
    first = world.absences.send(world.request())
    world.went(first, MOTHER, FATHER, JEAN)
    world.clock.now += timedelta(days=3)

    for change in (Change(NoticeKind.MAINTAINED), Change(NoticeKind.ROOM, room="Salle 9")):
        with pytest.raises(InputError, match="are past"):
            world.absences.send_follow_up(FollowUp(first, change))
    assert world.absences.send_follow_up(FollowUp(first, SATURDAY)).broadcast_id is not None


def test_maintained_courses_can_fall_again(world: World) -> None:
    first = world.absences.send(world.request())
    world.went(first, MOTHER, FATHER, JEAN)
    world.absences.send_follow_up(FollowUp(first, Change(NoticeKind.MAINTAINED)))

    assert len(world.absences.find(world.request()).plan.messages) == 3


def test_postponed_tells_all_of_the_first_their_own_new_hour_and_calls_back_what_waits(world: World) -> None:
    first = world.absences.send(world.request())
    world.went(first, MOTHER)
    saturday = Change(NoticeKind.POSTPONED, day=date(2026, 11, 28), starts=time(14), room="Salle 4")

    done = world.absences.send_follow_up(FollowUp(first, saturday))

    assert done.broadcast_id is not None
    texts = world.texts(done.broadcast_id)
    assert set(texts) == {MOTHER, FATHER, JEAN}
    assert (
        "cours reporté pour Léa (Piano 13h) et Tom (Piano 13h30) : samedi 28 novembre à 14h (Léa) et à 14h30 (Tom), Salle 4"
        in texts[MOTHER]
    )
    assert texts[JEAN].endswith(
        "pour Jean (Piano 18h) : samedi 28 novembre à 19h, Salle 4 et non mercredi 25 novembre."
    )
    assert world.part_states(first) == {
        MOTHER: PartState.ACCEPTED, FATHER: PartState.CANCELLED, JEAN: PartState.CANCELLED
    }  # fmt: skip
    moved = world.absences.find(world.request(date(2026, 11, 28)))
    assert [(each.starts, each.moved_from, each.pupils) for each in moved.occurrences] == [
        (time(14), WEDNESDAY, (world.school.lea.id,)),
        (time(14, 30), WEDNESDAY, (world.school.tom.id,)),
        (time(15), WEDNESDAY, (world.school.max.id,)),
        (time(19), WEDNESDAY, (world.school.jean.id,)),
    ]


def test_a_room_changes_without_an_absence(world: World) -> None:
    change = Change(NoticeKind.ROOM, room="Salle 7")
    sent = world.absences.send(world.request(change=change, teacher=world.school.caron))

    assert world.texts(sent)[NADIA] == (
        "Le secrétariat : changement de salle mercredi 25 novembre pour Zoé (Violon 17h) : Salle 7."
    )


def test_a_replacement_is_named(world: World) -> None:
    change = Change(NoticeKind.REPLACED, replacement="Mme Petit")
    sent = world.absences.send(world.request(change=change, teacher=world.school.caron))

    assert "Mme Petit assure le cours d'Étienne Caron pour Zoé (Violon 17h)" in world.texts(sent)[NADIA]


def test_names_are_written_plainly_where_that_saves_a_second_sms(world: World) -> None:
    loic = world.school.teacher("Loïc", "Bœuf")
    world.school.course("Harpe", loic, [slot(WED, time(9))], [world.school.zoe])

    notice = world.absences.find(world.request(teacher=loic))
    exact = world.absences.find(world.request(teacher=loic, plain=False))
    assert notice.saved == 1
    assert "Loic Boeuf" in notice.plan.messages[0].text
    assert (notice.plan.parts, exact.plan.parts) == (1, 2)
    assert "Loïc Bœuf" in exact.plan.messages[0].text


def test_a_family_that_is_left_out_by_hand_is_not_told(world: World) -> None:
    notice = world.absences.find(world.request(excluded_contact_ids=(world.school.jean.id,)))
    assert {each.e164 for each in notice.plan.messages} == {MOTHER, FATHER}


def test_what_makes_no_sense_is_explained_and_changes_nothing(world: World) -> None:
    free = world.school.teacher("Lucie", "Libre")
    vague = world.school.teacher("Paul", "Vague")
    world.school.course("Éveil", vague, [], [world.school.zoe])
    make_up = Change(NoticeKind.POSTPONED, day=date(2026, 11, 28))
    cases = [
        (world.request(teacher=free), "teaches no course"),
        (world.request(teacher=vague), "No weekly hours are known of Éveil"),
        (world.request(date(2026, 11, 24)), "The next one is on 2026-11-25"),
        (world.request(date(2026, 11, 20)), "is in the past"),
        (world.request(WEDNESDAY, date(2026, 11, 24)), "is before the first"),
        (world.request(WEDNESDAY, date(2028, 1, 1)), "more than a year"),
        (world.request(chosen=frozenset()), "Choose at least one course"),
        (world.request(text="  "), "The text is empty"),
        (world.request(text="{surnom}"), "does not exist"),
        (world.request(change=Change(NoticeKind.REPLACED)), "Write who teaches"),
        (world.request(change=Change(NoticeKind.ROOM)), "Write the room"),
        (world.request(change=Change(NoticeKind.POSTPONED)), "Choose the day"),
        (world.request(change=Change(NoticeKind.POSTPONED, day=date(2026, 11, 1))), "is in the past"),
        (world.request(WEDNESDAY, date(2026, 12, 2), change=make_up), "Courses of several days"),
    ]
    for request, why in cases:
        assert why in str(world.absences.find(request).plan.problem), request
        with pytest.raises(InputError, match=why.replace("(", r"\(")):
            world.absences.send(request)
    assert world.services.broadcasts.list() == ()


def test_a_course_without_hours_is_told_when_it_is_chosen_itself(world: World) -> None:
    vague = world.school.teacher("Paul", "Vague")
    course = world.school.course("Éveil", vague, [], [world.school.zoe])

    plan = world.absences.find(world.request(teacher=vague, courses=(course.id,))).plan
    assert plan.messages[0].text.endswith("mercredi 25 novembre. Pas de cours pour Zoé (Éveil).")


def test_hours_go_with_a_course_to_another_weekday(world: World) -> None:
    piano = world.services.people.group(world.school.piano.id)
    moved = tuple(replace(each, weekday=THURSDAY) for each in piano.slots)
    world.services.people.save_group(
        GroupDraft(piano.id, piano.name, piano.kind, None, piano.teacher_id, moved)
    )

    notice = world.absences.find(world.request(WEDNESDAY + timedelta(days=1)))
    texts = {each.e164: each.text for each in notice.plan.messages}
    assert "Léa (Piano 13h)" in texts[MOTHER]


def test_hours_that_a_course_has_no_more_are_not_told(world: World) -> None:
    piano = world.services.people.group(world.school.piano.id)
    others = (slot(WED, time(9)), slot(WED, time(10)))
    world.services.people.save_group(
        GroupDraft(piano.id, piano.name, piano.kind, None, piano.teacher_id, others)
    )

    texts = {each.e164: each.text for each in world.absences.find(world.request()).plan.messages}
    assert texts[JEAN].endswith("Pas de cours pour Jean (Piano).")


def test_an_hour_that_has_ended_moves_its_pupils_like_one_that_was_taken_out(world: World) -> None:
    piano = world.services.people.group(world.school.piano.id)
    until, since = WEDNESDAY, WEDNESDAY + timedelta(days=1)
    slots = [
        *(replace(each, valid_until=until) for each in piano.slots),
        *(replace(each, weekday=THURSDAY, valid_from=since) for each in piano.slots),
    ]
    world.services.people.save_group(
        GroupDraft(piano.id, piano.name, piano.kind, None, piano.teacher_id, tuple(slots))
    )

    def told(day: date) -> dict[str, str]:
        notice = world.absences.find(world.request(day, courses=(piano.id,)))
        return {each.e164: each.text for each in notice.plan.messages}

    assert "Léa (Piano 13h)" in told(until)[MOTHER]
    assert "Léa (Piano 13h)" in told(since)[MOTHER]


def test_a_pupil_whose_hour_is_not_known_hears_of_the_day_alone(world: World) -> None:
    world.services.people.add_to_group(world.school.piano.id, [world.school.zoe.id])

    texts = {each.e164: each.text for each in world.absences.find(world.request()).plan.messages}
    assert texts[NADIA].endswith(
        "absence d'Hélène Marchand mercredi 25 novembre. Pas de cours pour Zoé (Piano)."
    )


def test_teachers_of_the_day_in_the_order_of_their_first_hour(world: World) -> None:
    teaching = world.absences.teaching
    assert [
        (each.teacher, each.starts, each.courses, each.pupils) for each in teaching.teaching_on(WEDNESDAY)
    ] == [
        ("Hélène Marchand", time(13), 4, 4),
        ("Étienne Caron", time(17), 1, 2),
    ]
    assert teaching.teaching_on(date(2026, 11, 23)) == ()
    assert teaching.next_day() == WEDNESDAY
    assert teaching.next_day(world.school.marchand.id, WEDNESDAY) == WEDNESDAY + timedelta(days=1)
    assert teaching.next_day(world.school.caron.id, WEDNESDAY) == WEDNESDAY + timedelta(days=7)


@pytest.mark.parametrize("kind", [NoticeKind.CANCELLED, NoticeKind.ROOM])
def test_a_day_counts_as_told_when_its_courses_have_fallen_not_when_their_room_has_changed(
    world: World, kind: NoticeKind
) -> None:
    teaching, violin = world.absences.teaching, world.school.caron
    assert not teaching.teaching_on(WEDNESDAY)[1].told
    world.absences.send(world.request(teacher=violin, change=Change(kind, room="Salle 9")))

    fallen = kind is NoticeKind.CANCELLED
    assert [each.told for each in teaching.teaching_on(WEDNESDAY)] == [False, fallen]
    next_day = WEDNESDAY + timedelta(days=7) if fallen else WEDNESDAY
    assert teaching.next_day(violin.id) == next_day


@pytest.mark.parametrize("typed", ["marchand", "Mme Marchand", "hel mar", "HÉLÈNE", "Marchand Hélène"])
def test_a_teacher_is_found_by_what_one_types(world: World, typed: str) -> None:
    assert world.absences.teaching.teacher_named(typed).id == world.school.marchand.id


def test_an_ambiguous_teacher_is_asked_for_with_the_candidates(world: World) -> None:
    world.school.teacher("Paul", "Marchand")
    with pytest.raises(InputError, match="several teachers: Hélène Marchand, Paul Marchand"):
        world.absences.teaching.teacher_named("marchand")
    with pytest.raises(InputError, match="no teacher Dupont"):
        world.absences.teaching.teacher_named("Dupont")


def test_later_is_later_and_the_title_says_what_it_is_about(world: World) -> None:
    at = MONDAY_MORNING + timedelta(hours=3)
    sent = world.absences.send(world.request(), SendOptions(not_before=at))

    summary = world.services.broadcasts.get(sent).summary
    assert summary.title == "Absence : Hélène Marchand, mercredi 25 novembre"
    assert summary.not_before == at


def test_hours_of_pupils_are_one_step_of_undo(world: World) -> None:
    world.services.people.keep_lesson_hours(world.school.piano.id, {world.school.lea.id: [(WED, time(18))]})
    assert "Léa (Piano 18h)" in world.absences.find(world.request()).plan.messages[0].text

    world.services.history.undo()
    assert "Léa (Piano 13h)" in world.absences.find(world.request()).plan.messages[0].text


def test_a_follow_up_survives_a_pupil_who_is_gone(world: World) -> None:
    first = world.absences.send(world.request(teacher=world.school.caron))
    world.went(first, MOTHER, FATHER, NADIA)
    world.services.people.archive_contacts([world.school.zoe.id])

    plan = world.absences.follow_up(FollowUp(first, Change(NoticeKind.MAINTAINED))).plan
    assert {MOTHER, FATHER} <= {each.e164 for each in plan.messages}
    assert plan.problem is None


def test_a_broadcast_about_something_else_has_no_follow_up(world: World) -> None:
    sent = world.services.notify.send_numbers([JEAN], "Bonjour")

    assert world.absences.of_broadcast(sent) is None
    with pytest.raises(InputError, match="told nothing about courses"):
        world.absences.follow_up(FollowUp(sent, Change(NoticeKind.MAINTAINED)))
