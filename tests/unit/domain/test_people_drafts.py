"""What a form may not say about people and groups, in one sentence each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.domain.people import Phone, WeeklySlot
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft, check_contact, check_slots

TODAY = date(2026, 11, 22)
PHONE = Phone("+33639980001")


def refusal(check: Callable[[], None]) -> str | None:
    """What is said against it, if anything is."""
    try:
        check()
    except InputError as refused:
        return str(refused)
    return None


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        (ContactDraft(" ", ""), "needs a name"),
        (ContactDraft("x" * 201, "y"), "too long"),
        (ContactDraft("Léa", "", phones=(Phone("06 39"),)), "06 39 is no phone number"),
        (ContactDraft("Léa", "", phones=(Phone("+0639980001"),)), "no phone number"),
        (ContactDraft("Léa", "", phones=(PHONE, PHONE)), "twice"),
        (ContactDraft("Léa", "", email="lea"), "no e-mail"),
        (ContactDraft("Léa", "", email="lea@x"), "no e-mail"),
        (ContactDraft("Léa", "", email="a b@x.fr"), "no e-mail"),
        (ContactDraft("Léa", "", email="a@b.fr, c@d.fr"), "no e-mail"),
        (ContactDraft("Léa", "", birth_date=date(2026, 11, 23)), "in the future"),
        (ContactDraft("Léa", "", birth_date=date(1014, 3, 12)), "too long ago"),
        (ContactDraft("Léa", "", guardians=(GuardianDraft(),)), "needs a name"),
        (ContactDraft("Léa", "", guardians=(GuardianDraft(3, phones=(Phone("x"),)),)), "no phone number"),
    ],
)
def test_what_a_person_cannot_be(draft: ContactDraft, says: str) -> None:
    with pytest.raises(InputError, match=says):
        check_contact(draft, TODAY)


@pytest.mark.parametrize(
    "draft",
    [
        ContactDraft("", "Martin"),
        ContactDraft("Léa", ""),
        ContactDraft("Léa", "", phones=(PHONE, Phone("+33199001234", mobile=False))),
        ContactDraft("Léa", "", email=" lea.o'neil+x@mairie.example.fr "),
        ContactDraft("Léa", "", birth_date=TODAY),
        ContactDraft("Léa", "", guardians=(GuardianDraft(3), GuardianDraft(None, "Anne"))),
    ],
)
def test_what_a_person_can_be(draft: ContactDraft) -> None:
    assert refusal(lambda: check_contact(draft, TODAY)) is None


@pytest.mark.parametrize(
    ("slot", "says"),
    [
        (WeeklySlot(7, time(9)), "day of the week"),
        (WeeklySlot(-1, time(9)), "day of the week"),
        (WeeklySlot(0, time(9), time(9)), "from 09:00 to 09:00 ends"),
        (WeeklySlot(0, time(17, 30), time(9)), "from 17:30 to 09:00 ends"),
        (
            WeeklySlot(0, time(9), None, "", date(2026, 9, 2), date(2026, 9, 1)),
            "from 02/09/2026 to 01/09/2026",
        ),
    ],
)
def test_what_an_hour_cannot_be(slot: WeeklySlot, says: str) -> None:
    with pytest.raises(InputError, match=says):
        check_slots([WeeklySlot(0, time(8)), slot])


@pytest.mark.parametrize(
    "slot",
    [
        WeeklySlot(0, time(9)),
        WeeklySlot(6, time(0), time(23, 59), "B2", date(2026, 9, 1), date(2026, 9, 1)),
    ],
)
def test_what_an_hour_can_be(slot: WeeklySlot) -> None:
    assert refusal(lambda: check_slots([slot])) is None
