"""The answer of a closed desk, and the guard against loops that every automatic answer passes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from incoming_desk import ANNE, BOB, NOBODY, IncomingDesk

from smsdesk.domain.auto_replies import AutoReplySettings, ReplyKind
from smsdesk.domain.budget import SimPlan
from smsdesk.domain.errors import InputError
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.keywords import Keyword, KeywordAction
from smsdesk.domain.loop_guard import GuardLimits, Withheld
from smsdesk.services.preferences import Choices

OPEN = AutoReplySettings(out_of_hours=True)
MANY = GuardLimits(a_day=100, an_hour=100)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[IncomingDesk]:
    opened = IncomingDesk(tmp_path)
    opened.clock.now = datetime(2026, 3, 11, 20).astimezone()  # a Wednesday evening, on the wall here
    opened.services.auto_replies.save_settings(OPEN)
    opened.services.keywords.save(Keyword("concert", KeywordAction.ANSWER, "Samedi 18h"))
    yield opened
    opened.close()


def reasons(desk: IncomingDesk) -> list[Withheld | None]:
    return [each.withheld for each in desk.services.auto_replies.list()]


def test_a_closed_desk_says_so_once_and_when_it_opens(desk: IncomingDesk) -> None:
    desk.services.preferences.keep(Choices(institution="Mairie de Ry"))
    (told,) = desk.get("Bonjour, Léa peut-elle changer de cours ?")
    assert told.startswith("Mairie de Ry - réponse automatique")
    assert "jeudi 12 mars à 9h" in told
    desk.clock.pass_(hours=3)
    assert desk.get("Vous êtes là ?") == []
    assert len(desk.get("Et pour Tom, c'est possible ?", BOB)) == 1


def test_each_closed_time_is_told_anew(desk: IncomingDesk) -> None:
    assert len(desk.get("Bonjour, une question")) == 1
    desk.clock.now = datetime(2026, 3, 12, 10).astimezone()
    assert desk.get("Toujours une question") == []
    assert desk.services.auto_replies.closed_now() is None
    desk.clock.now = datetime(2026, 3, 12, 12, 30).astimezone()
    assert len(desk.get("Encore une question")) == 1


def test_a_day_off_of_the_calendar_is_closed(desk: IncomingDesk) -> None:
    desk.services.calendars.add_exception(date(2026, 3, 12), name="Pont")
    desk.clock.now = datetime(2026, 3, 12, 10).astimezone()
    (told,) = desk.get("Vous êtes ouverts ?")
    assert "vendredi 13 mars à 9h" in told


@pytest.mark.parametrize("text", ["Ok merci", "👍", "STOP", "start", "concert ?"])
def test_what_needs_no_person_gets_no_closed_answer(desk: IncomingDesk, text: str) -> None:
    desk.get(text)
    assert ReplyKind.CLOSED not in {each.kind for each in desk.services.auto_replies.list()}


def test_off_is_off(desk: IncomingDesk) -> None:
    desk.services.auto_replies.save_settings(replace(OPEN, out_of_hours=False))
    assert desk.get("Bonjour, une question") == []


def test_what_lay_on_the_sim_for_hours_is_for_a_person(desk: IncomingDesk) -> None:
    assert desk.get("Une question", sent_at=desk.clock.now - timedelta(hours=3)) == []
    assert len(desk.get("Une question", BOB, sent_at=desk.clock.now + timedelta(days=300))) == 1


def test_two_machines_that_talk_are_soon_found_out(desk: IncomingDesk) -> None:
    """Whatever the other one writes, it gets three answers a day."""
    answers = []
    for number in range(20):
        answers += desk.get("concert" + "?" * number)
        desk.clock.pass_(minutes=1)
    assert len(answers) == 3
    assert set(reasons(desk)) == {None, Withheld.PHONE_LIMIT}
    desk.clock.pass_(days=1)
    assert desk.get("concert") == ["Samedi 18h"]


def test_its_own_words_are_not_answered(desk: IncomingDesk) -> None:
    desk.services.keywords.save(Keyword("spectacle", KeywordAction.ANSWER, "Concert !"))
    assert desk.get("spectacle") == ["Concert !"]
    assert desk.get("Concert !") == []
    assert reasons(desk)[0] is Withheld.ECHO


def test_a_machine_that_says_so_is_not_answered(desk: IncomingDesk) -> None:
    assert desk.get("Réponse automatique : je suis en congés.") == []
    assert reasons(desk) == [Withheld.AUTOMATIC]


def test_all_together_have_a_limit_an_hour(desk: IncomingDesk) -> None:
    desk.services.auto_replies.save_settings(replace(OPEN, limits=GuardLimits(3, 2)))
    assert [len(desk.get("concert", sender)) for sender in (ANNE, BOB, NOBODY)] == [1, 1, 0]
    assert reasons(desk)[0] is Withheld.TOTAL_LIMIT
    desk.clock.pass_(hours=1, minutes=1)
    assert len(desk.get("concert", NOBODY)) == 1


def test_our_own_numbers_are_never_answered(desk: IncomingDesk) -> None:
    desk.services.budget.save(SimPlan("sim", number="06 39 98 00 01"))
    desk.services.preferences.keep(Choices(phone="06 39 98 00 02"))
    chosen = desk.services.auto_replies.save_settings(replace(OPEN, own_numbers=("06 39 98 00 09", " ")))
    assert chosen.own_numbers == (NOBODY,)
    for sender in (ANNE, BOB, NOBODY):
        assert desk.get("concert", sender) == []
    assert set(reasons(desk)) == {Withheld.OWN_NUMBER}


def test_short_codes_and_names_are_never_answered(desk: IncomingDesk) -> None:
    desk.get("Concert ?", "36180", SenderKind.SHORT_CODE)
    desk.get("Concert ?", "ORANGE", SenderKind.ALPHANUMERIC)
    assert desk.services.broadcasts.messages() == ()


def test_an_answer_goes_before_the_notices_and_is_useless_the_next_day(desk: IncomingDesk) -> None:
    desk.services.notify.send_numbers([BOB], "Réunion")
    desk.get("concert")
    answer = desk.services.broadcasts.list()[0]
    assert (answer.kind, answer.priority) == ("reply", 0)
    assert answer.expires_at == desk.clock.now + timedelta(hours=24)


def test_settings_are_kept_and_checked(desk: IncomingDesk) -> None:
    service = desk.services.auto_replies
    chosen = replace(OPEN, text="Fermé", limits=MANY, school_holidays=True)
    assert service.save_settings(chosen) == service.settings() == chosen
    for wrong, why in (
        (replace(chosen, text=" "), "nobody is there"),
        (replace(chosen, text="STOP"), "reads as an order"),
        (replace(chosen, limits=GuardLimits(501, 1)), "0 to 500"),
        (replace(chosen, own_numbers=("12",)), "cannot receive"),
    ):
        with pytest.raises(InputError, match=why):
            service.save_settings(wrong)
    assert service.settings() == chosen
    with desk.database.write() as connection:
        connection.execute("UPDATE settings SET value = '{\"hours\": 5}' WHERE key = 'replies.auto'")
    assert service.settings() == AutoReplySettings()
