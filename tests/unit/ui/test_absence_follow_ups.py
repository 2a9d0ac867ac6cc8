"""From a sent notice about courses, what is new is one click away, and what followed is shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from conservatory import MOTHER, WEDNESDAY, Conservatory
from page_desk import PageDesk
from PySide6.QtWidgets import QAbstractButton

from smsdesk.domain.course_notices import AbsenceRequest, Change, FollowUp, NoticeKind
from smsdesk.ui.pages.broadcast import BroadcastPage
from smsdesk.ui.pages.page import Page
from smsdesk.ui.places import AbsenceStart, Place, Route


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    desk.clock.now = datetime.combine(WEDNESDAY, datetime.min.time(), tzinfo=UTC) - timedelta(days=1)
    return desk


@pytest.fixture
def told(desk: PageDesk) -> int:
    school = Conservatory(desk.services.people)
    number = desk.services.absences.send(AbsenceRequest(school.marchand.id, WEDNESDAY, WEDNESDAY))
    desk.hand_over(number)
    return number


def shown(desk: PageDesk, number: int) -> Page:
    page = desk.show(BroadcastPage)
    page.open(number)
    desk.until(lambda: desk.tasks.idle)
    return page


def buttons(page: Page) -> dict[str, QAbstractButton]:
    found = (each for each in page.findChildren(QAbstractButton) if each.isVisible())
    return {each.objectName(): each for each in found}


@pytest.mark.parametrize("kind", [NoticeKind.MAINTAINED, NoticeKind.POSTPONED, NoticeKind.ROOM])
def test_each_follow_up_is_one_click(desk: PageDesk, told: int, kind: NoticeKind) -> None:
    buttons(shown(desk, told))[f"broadcast_course_{kind}"].click()

    assert desk.gone_to == [Place(Route.ABSENCE, AbsenceStart(kind=kind, about=told))]


def test_both_lead_to_each_other_and_nothing_more_is_offered(desk: PageDesk, told: int) -> None:
    later = desk.services.absences.send_follow_up(FollowUp(told, Change(NoticeKind.MAINTAINED))).broadcast_id
    assert later is not None

    page = shown(desk, told)
    desk.until(lambda: f"broadcast_related_{later}" in buttons(page))
    first = buttons(page)
    assert not [name for name in first if name.startswith("broadcast_course_")]
    first[f"broadcast_related_{later}"].click()
    assert desk.gone_to[-1] == Place(Route.BROADCAST, later)
    page = shown(desk, later)
    desk.until(lambda: f"broadcast_related_{told}" in buttons(page))
    buttons(page)[f"broadcast_related_{told}"].click()
    assert desk.gone_to[-1] == Place(Route.BROADCAST, told)


def test_other_sends_have_no_such_bar(desk: PageDesk) -> None:
    number = desk.services.notify.send_numbers(["06 39 98 00 01"], "Bonjour")

    assert not [name for name in buttons(shown(desk, number)) if name.startswith("broadcast_course_")]


def test_a_room_that_was_wrong_is_told_anew_from_its_own_notice(desk: PageDesk, told: int) -> None:
    room = Change(NoticeKind.ROOM, room="4")
    later = desk.services.absences.send_follow_up(FollowUp(told, room)).broadcast_id
    assert later is not None
    page = shown(desk, later)
    desk.until(lambda: "broadcast_course_room" in buttons(page))
    buttons(page)["broadcast_course_room"].click()

    assert desk.gone_to == [Place(Route.ABSENCE, AbsenceStart(kind=NoticeKind.ROOM, about=later))]


def test_the_keyboard_stays_on_what_may_follow_while_messages_leave(desk: PageDesk, told: int) -> None:
    page = shown(desk, told)
    page.activateWindow()
    desk.until(lambda: "broadcast_course_room" in buttons(page))
    room = buttons(page)["broadcast_course_room"]
    room.setFocus()
    desk.comes(MOTHER, "merci")
    answers = page.findChild(QAbstractButton, "broadcast_tab_answers")
    desk.until(lambda: answers.text() == "Answers 1")

    assert page.focusWidget() is room
