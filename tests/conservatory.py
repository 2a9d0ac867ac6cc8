"""A little conservatoire for tests of absences: lessons of one's own, an ensemble, families with two children."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from smsdesk.domain.people import Contact, ContactKind, Group, GroupKind, Phone, WeeklySlot
from smsdesk.domain.people_drafts import ContactDraft, GroupDraft, GuardianDraft
from smsdesk.services.people import People

MOTHER, FATHER = "+33639980001", "+33639980002"
"""Of Léa and Tom Martin."""
NADIA = "+33639980003"
"""Zoé's mother."""
JEAN = "+33639980004"
"""An adult pupil."""

WEDNESDAY = date(2026, 11, 25)
"""An ordinary day: the tests stand on Monday 23 November 2026."""

MONDAY, TUESDAY, WED, THURSDAY, FRIDAY = range(5)


def slot(weekday: int, start: time, end: time | None = None, room: str = "", **period: date) -> WeeklySlot:
    return WeeklySlot(weekday, start, end, room, **period)


class Conservatory:
    """Piano with Hélène Marchand on Wednesday: 13h Léa, 13h30 Tom, 18h Jean; chamber music on Thursday 18h.

    Violin with Étienne Caron on Wednesday 17h for Léa and Zoé. Max is in piano too, at 14h, with a landline.
    """

    def __init__(self, people: People) -> None:
        self.people = people
        self.marchand = self.teacher("Hélène", "Marchand")
        self.caron = self.teacher("Étienne", "Caron")
        self.lea = self.pupil("Léa", "Martin", [("Claire", MOTHER), ("Marc", FATHER)])
        known = [GuardianDraft(contact_id=each.contact_id) for each in self.lea.guardians]
        self.tom = people.save_contact(ContactDraft("Tom", "Martin", guardians=tuple(known)))
        self.zoe = self.pupil("Zoé", "Benali", [("Nadia", NADIA)])
        self.max = self.pupil("Max", "Fixe", [("Paul", "+33199000001")])
        self.jean = people.save_contact(
            ContactDraft("Jean", "Adulte", phones=(Phone(JEAN),), birth_date=date(1980, 5, 1))
        )
        self.piano = self.course(
            "Piano",
            self.marchand,
            [slot(WED, time(13), time(13, 30), "Salle Ravel"), slot(WED, time(13, 30), time(14), "Salle Ravel"),
             slot(WED, time(14), time(14, 30), "Salle Ravel"), slot(WED, time(18), time(18, 30), "Salle Ravel")],
            [self.lea, self.tom, self.max, self.jean],
        )  # fmt: skip
        people.keep_lesson_hours(
            self.piano.id,
            {
                self.lea.id: [(WED, time(13))],
                self.tom.id: [(WED, time(13, 30))],
                self.max.id: [(WED, time(14))],
                self.jean.id: [(WED, time(18))],
            },
        )
        self.chamber = self.course(
            "Musique de chambre", self.marchand, [slot(THURSDAY, time(18), time(19))], [self.tom, self.zoe]
        )
        self.violin = self.course(
            "Violon", self.caron, [slot(WED, time(17), time(17, 30), "Salle 2")], [self.lea, self.zoe]
        )

    def teacher(self, first: str, last: str) -> Contact:
        return self.people.save_contact(ContactDraft(first, last, ContactKind.TEACHER))

    def pupil(self, first: str, last: str, parents: Sequence[tuple[str, str]]) -> Contact:
        guardians = tuple(
            GuardianDraft(None, name, last, (Phone(e164, mobile=e164.startswith("+336")),))
            for name, e164 in parents
        )
        return self.people.save_contact(
            ContactDraft(first, last, guardians=guardians, birth_date=date(2014, 3, 1))
        )

    def course(
        self,
        name: str,
        teacher: Contact | None,
        slots: Sequence[WeeklySlot],
        pupils: Sequence[Contact] = (),
        **more: object,
    ) -> Group:
        draft = GroupDraft(
            None,
            name,
            GroupKind.COURSE,
            teacher_id=teacher.id if teacher else None,
            slots=tuple(slots),
            **more,
        )  # type: ignore[arg-type]
        group = self.people.save_group(draft)
        self.people.add_to_group(group.id, [pupil.id for pupil in pupils])
        return group
