"""A PIN is tried once: the try is on the disk before it is made, whatever happens then."""

from __future__ import annotations

import sys

import pytest
from engine_desk import Desk, full_disk, running
from peer_sender import PeerSender
from still_clock import StillClock

from smsdesk.domain.errors import InputError
from smsdesk.services.engine.pin import PinRule
from smsdesk.storage.database import Database


@pytest.fixture
def rule(database: Database, clock: StillClock) -> PinRule:
    return PinRule(database, clock)


def test_a_right_pin_may_be_used_at_each_start(rule: PinRule) -> None:
    for _ in range(3):
        assert rule.may_try("sim", "1234")
        rule.tried("sim", "1234", True)


def test_a_wrong_pin_is_never_tried_again_there(rule: PinRule, database: Database, clock: StillClock) -> None:
    assert rule.may_try("sim", "1234")
    rule.tried("sim", "1234", False)
    clock.pass_(days=400)
    assert not PinRule(database, clock).may_try("sim", "1234")
    assert rule.may_try("another", "1234")
    assert rule.may_try("sim", "4321")


def test_a_try_that_never_ended_is_not_repeated(rule: PinRule, database: Database, clock: StillClock) -> None:
    assert rule.may_try("sim", "1234")
    assert not PinRule(database, clock).may_try("sim", "1234")


def test_a_person_may_enter_a_pin_whose_try_never_ended_but_not_a_wrong_one(rule: PinRule) -> None:
    assert rule.may_try("sim", "1234")
    assert rule.may_try("sim", "1234", typed=True)
    assert not rule.may_try("sim", "1234")
    rule.tried("sim", "1234", False)
    assert not rule.may_try("sim", "1234", typed=True)


def test_the_pin_itself_is_nowhere_in_the_file(rule: PinRule, database: Database) -> None:
    rule.may_try("sim", "83517264")
    database.read().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"83517264" not in database.path.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot refuse a process to write")
def test_what_cannot_be_written_is_not_tried(database: Database, clock: StillClock) -> None:
    peer = PeerSender(clock=clock)
    desk = Desk(database, clock, peer)
    with running(desk):
        assert desk.idle()
        with full_disk():
            assert peer.asks_for_pin("1234") is False
        assert peer.asks_for_pin("1234") is True


def test_a_pin_typed_by_a_person_reaches_the_modem_of_that_name(
    database: Database, clock: StillClock
) -> None:
    peer = PeerSender("COM5", clock=clock)
    desk = Desk(database, clock, peer)
    with running(desk):
        desk.engine.enter_pin("COM5", "1234")
        with pytest.raises(InputError):
            desk.engine.enter_pin("COM6", "1234")
    assert peer.pins == ["1234"]
