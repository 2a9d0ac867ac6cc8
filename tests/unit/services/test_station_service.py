from __future__ import annotations

from datetime import timedelta

import pytest
from outbox_states import bring
from peer_sender import PeerSender

from smsdesk.domain.clock import stamp
from smsdesk.domain.errors import InputError, ModemError
from smsdesk.domain.incoming import Undecodable
from smsdesk.domain.outgoing import PartState
from smsdesk.services.broadcasts import Broadcasts
from smsdesk.services.engine import Engine
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify import Notify, SendOptions
from smsdesk.services.people import People
from smsdesk.services.station import Station
from smsdesk.storage import settings
from smsdesk.storage.database import Database

NUMBERS = [f"06 39 98 00 {number:02}" for number in range(10)]


class Desk:
    """Without an engine, as for a command beside the window."""

    def __init__(self, database: Database, events: Events, clock) -> None:
        self.database = database
        self.notify = Notify(database, People(database, events, clock), events, clock, lambda: None)
        self.broadcasts = Broadcasts(database, events, clock, lambda: None)
        self.station = Station(database, events, clock, None, self._no_diagnosis)

    @staticmethod
    def _no_diagnosis():
        raise AssertionError("nobody asked for a diagnosis")


@pytest.fixture
def desk(database: Database, events: Events, clock) -> Desk:
    return Desk(database, events, clock)


def test_an_empty_queue(desk: Desk) -> None:
    queue = desk.station.queue()
    assert (queue.waiting, queue.in_flight, queue.uncertain, queue.seconds_left) == (0, 0, 0, None)
    assert not queue.paused
    assert queue.reason is None
    assert desk.station.modems() == ()


def test_the_queue_counts_messages_and_foretells_its_end(desk: Desk, clock) -> None:
    sent = desk.notify.send_numbers(NUMBERS, "x" * 200)
    ids = sorted(message.id for message in desk.broadcasts.messages(sent))
    for number, (message_id, seq) in enumerate([(ids[0], 1), (ids[0], 2), (ids[1], 1), (ids[1], 2)]):
        at = stamp(clock() + timedelta(seconds=2 * number))
        bring(desk.database, message_id, PartState.ACCEPTED, seq=seq, submitted_at=at)
    clock.pass_(seconds=8)
    bring(desk.database, ids[2], PartState.UNKNOWN, seq=1)
    bring(desk.database, ids[2], PartState.SUBMITTING, seq=2)
    queue = desk.station.queue()
    assert (queue.waiting, queue.in_flight, queue.uncertain) == (7, 1, 1)
    # Four parts in eight seconds: fourteen more take twenty-eight.
    assert queue.seconds_left == 28


def test_what_waits_for_its_hour_or_is_held_is_not_in_the_time_left(desk: Desk, clock) -> None:
    sent = desk.notify.send_numbers(NUMBERS[:4], "Bonjour")
    for message in desk.broadcasts.messages(sent)[:3]:
        bring(desk.database, message.id, PartState.ACCEPTED, submitted_at=stamp(clock()))
    later = SendOptions(not_before=clock() + timedelta(hours=1))
    desk.notify.send_numbers(NUMBERS[:5], "Plus tard", later)
    held = desk.notify.send_numbers(NUMBERS[:5], "Retenu")
    desk.broadcasts.pause(held)
    clock.pass_(seconds=3)
    queue = desk.station.queue()
    assert (queue.waiting, queue.seconds_left) == (11, 1)
    desk.broadcasts.pause(sent)
    assert desk.station.queue().seconds_left is None, "nothing leaves: there is no end to tell"


def test_what_waits_without_any_modem_says_why(desk: Desk, database: Database, events: Events, clock) -> None:
    engine = Engine(database, Undecodable, events, clock)
    station = Station(database, events, clock, engine, desk._no_diagnosis)
    assert station.queue().reason is None
    desk.notify.send_numbers(NUMBERS[:1], "Bonjour")
    assert "No modem was found" in str(station.queue().reason)
    engine.add_sender(PeerSender("/dev/ttyUSB7"))
    assert "being looked for" in str(station.queue().reason)
    station.pause()
    assert "paused" in str(station.queue().reason)


def test_a_pin_reaches_the_modem_of_that_name_alone(
    desk: Desk, database: Database, events: Events, clock
) -> None:
    engine = Engine(database, Undecodable, events, clock)
    first, second = PeerSender("/dev/ttyUSB0"), PeerSender("/dev/ttyUSB1")
    engine.add_sender(first)
    engine.add_sender(second)
    Station(database, events, clock, engine, desk._no_diagnosis).enter_pin("/dev/ttyUSB1", "0000")
    assert (first.pins, second.pins) == ([], ["0000"])


def test_an_old_pace_foretells_nothing(desk: Desk, clock) -> None:
    sent = desk.notify.send_numbers(NUMBERS, "Bonjour")
    for message in desk.broadcasts.messages(sent)[:5]:
        bring(desk.database, message.id, PartState.ACCEPTED, submitted_at=stamp(clock()))
    clock.pass_(minutes=5)
    assert desk.station.queue().seconds_left is None


def test_pause_lasts_until_resume_and_says_so(
    desk: Desk, database: Database, events: Events, clock, heard
) -> None:
    desk.station.pause()
    another = Station(database, events, clock, None, desk._no_diagnosis).queue()
    assert another.paused
    assert "paused" in str(another.reason)
    assert another.seconds_left is None
    desk.station.resume()
    assert not desk.station.queue().paused
    assert heard == [Changed(Topic.QUEUE)] * 2


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "1234\r", "１２３４"])
def test_what_is_no_pin_never_reaches_a_modem(desk: Desk, pin: str) -> None:
    with pytest.raises(InputError, match="4 to 8 digits") as refused:
        desk.station.enter_pin("/dev/ttyUSB0", pin)
    assert not pin or pin not in str(refused.value)


def test_a_pin_for_a_modem_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(ModemError, match="/dev/ttyUSB0 is not there"):
        desk.station.enter_pin("/dev/ttyUSB0", "1234")


def test_the_end_of_a_send_is_foretold_by_the_pace_that_the_modem_showed(desk: Desk, clock) -> None:
    assert desk.station.seconds_for(26) == 26 * 4  # nothing is known yet: an ordinary modem
    sent = desk.notify.send_numbers(NUMBERS[:6], "Bonjour")
    assert desk.station.seconds_for(26) == (26 + 6) * 4  # what waits goes before
    ids = sorted(message.id for message in desk.broadcasts.messages(sent))
    for message_id, after in zip(ids[:5], (0, 2, 4, 3600, 3602), strict=True):
        at = stamp(clock() + timedelta(seconds=after))
        bring(desk.database, message_id, PartState.ACCEPTED, submitted_at=at)
    assert desk.station.seconds_for(26) == (26 + 1) * 2  # an hour in which nothing was to be sent is none


def test_a_pacing_that_was_set_counts_until_the_modem_shows_its_own(desk: Desk) -> None:
    with desk.database.write() as connection:
        settings.put(connection, settings.PARTS_A_MINUTE, "6")
    assert desk.station.seconds_for(3) == 30
