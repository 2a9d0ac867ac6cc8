"""What comes in is on the disk before it leaves the SIM, is understood once, and is never lost."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest
from engine_desk import Desk, full_disk, phone, running, sms
from peer_sender import PeerSender
from still_clock import StillClock

from smsdesk.domain.incoming import RawPdu, Undecodable
from smsdesk.services.events import Changed, Topic
from smsdesk.storage import raw_pdus
from smsdesk.storage.database import Database
from smsdesk.storage.received import GAP, INCOMPLETE_SHOWN_AFTER

ANNE = phone(1)

no_limits = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot refuse a process to write")


@pytest.fixture
def peer(clock: StillClock) -> PeerSender:
    return PeerSender(clock=clock)


@pytest.fixture
def desk(database: Database, clock: StillClock, peer: PeerSender) -> Desk:
    return Desk(database, clock, peer)


def test_a_message_is_stored_deleted_decoded_and_told(desk: Desk, peer: PeerSender) -> None:
    heard: list[Changed] = []
    desk.events.subscribe(heard.append)
    with running(desk):
        peer.put(sms(ANNE, "Merci"))
        assert desk.idle()
    assert desk.inbox() == [(ANNE, "Merci", 1)]
    assert peer.deleted == [sms(ANNE, "Merci")]
    assert Changed(Topic.INBOX) in heard
    assert desk.rows("SELECT released, decoded FROM raw_pdus") == [{"released": 1, "decoded": 1}]
    assert desk.engine.summary().received == 1


def test_two_identical_messages_are_two(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        peer.put(sms(ANNE, "Oui"), sms(ANNE, "Oui"))
        assert desk.idle()
        peer.put(sms(ANNE, "Oui"))
        peer.push(sms(ANNE, "Oui"))
        assert desk.idle()
    assert desk.inbox() == [(ANNE, "Oui", 1)] * 4


def test_the_same_slot_read_again_after_a_crash_is_the_same_message(
    desk: Desk, peer: PeerSender, database: Database, clock: StillClock
) -> None:
    # The program died after storing and before deleting: the slot is still there.
    with database.write() as connection:
        raw_pdus.store(connection, [RawPdu("sim-1", sms(ANNE, "Oui"), clock.now, "SM", 1)])
    peer.slots = {1: sms(ANNE, "Oui"), 2: sms(ANNE, "Oui")}
    with running(desk):
        assert desk.idle()
    assert desk.inbox() == [(ANNE, "Oui", 1)] * 2
    assert peer.slots == {}


def test_a_slot_used_again_after_a_crash_is_another_message(
    desk: Desk, peer: PeerSender, database: Database, clock: StillClock
) -> None:
    # The program died after deleting and before noting it; the slot was filled anew meanwhile.
    with database.write() as connection:
        raw_pdus.store(connection, [RawPdu("sim-1", sms(ANNE, "Oui"), clock.now, "SM", 1)])
    with running(desk):
        assert desk.idle()
        peer.put(sms(ANNE, "Oui"))
        assert desk.idle()
    assert desk.inbox() == [(ANNE, "Oui", 1)] * 2


def test_another_pdu_in_a_slot_that_was_not_released_is_another_message(
    database: Database, clock: StillClock
) -> None:
    with database.write() as connection:
        first = raw_pdus.store(connection, [RawPdu("sim-1", "AA", clock.now, "SM", 1)])
        again = raw_pdus.store(connection, [RawPdu("sim-1", "AA", clock.now, "SM", 1)])
        other = raw_pdus.store(connection, [RawPdu("sim-1", "BB", clock.now, "SM", 1)])
        elsewhere = raw_pdus.store(connection, [RawPdu("sim-1", "BB", clock.now, "ME", 1)])
        other_sim = raw_pdus.store(connection, [RawPdu("sim-2", "BB", clock.now, "SM", 1)])
    assert first == again
    assert len({*first, *other, *elsewhere, *other_sim}) == 4


def test_what_was_stored_and_not_decoded_is_decoded_at_the_next_start(
    desk: Desk, database: Database, clock: StillClock
) -> None:
    with database.write() as connection:
        raw_pdus.store(connection, [RawPdu("sim-1", sms(ANNE, str(n)), clock.now) for n in range(100)])
    with running(desk):
        assert desk.idle()
    assert [text for _, text, _ in desk.inbox()] == [str(n) for n in range(100)]


@no_limits
def test_a_full_disk_leaves_the_messages_on_the_sim_and_says_so(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        assert desk.idle()
        with full_disk():
            peer.put(sms(ANNE, "Merci"))
            desk.wait(lambda: desk.engine.trouble is not None)
            assert "the disk" in str(desk.engine.trouble)
            assert list(peer.slots.values()) == [sms(ANNE, "Merci")]
        peer.sweep()
        desk.wait(lambda: desk.inbox() == [(ANNE, "Merci", 1)])
        desk.wait(lambda: desk.engine.trouble is None)
        assert peer.slots == {}


@no_limits
def test_nothing_is_sent_while_the_disk_is_full(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        desk.engine.pause()
        desk.queue(phone(1), phone(2))
        assert desk.idle()
        desk.engine.resume()
        with full_disk():
            desk.wait(lambda: desk.engine.trouble is not None)
            assert peer.network == []
        desk.wait_states("accepted", "accepted")


def test_garbage_is_kept_and_shown(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        peer.put("0791garbage", sms(ANNE, "Merci"))
        assert desk.idle()
    assert desk.inbox() == [("", None, 1), (ANNE, "Merci", 1)]
    kinds = desk.rows("SELECT r.kind, w.pdu FROM received r JOIN received_parts p ON p.received_id = r.id"
                      " JOIN raw_pdus w ON w.id = p.raw_id ORDER BY r.id")  # fmt: skip
    assert kinds[0] == {"kind": "undecodable", "pdu": "0791garbage"}


@pytest.mark.expects_errors
def test_a_decoder_that_fails_loses_nothing(
    database: Database, clock: StillClock, peer: PeerSender, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(pdu: str) -> Undecodable:
        raise IndexError(pdu)

    desk = Desk(database, clock, peer, decode=fails)
    with running(desk):
        peer.put(sms(ANNE, "Merci"))
        assert desk.idle()
    assert desk.inbox() == [("", None, 1)]
    assert "Merci" not in "".join(record.getMessage() for record in caplog.records)


def test_kinds(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        peer.put(sms(ANNE, "Alerte", message_class=0), sms(ANNE, None), sms(ANNE, "Oui", message_class=1))
        assert desk.idle()
    assert [row["kind"] for row in desk.rows("SELECT kind FROM received ORDER BY id")] == [
        "flash",
        "data",
        "sms",
    ]


def test_parts_are_joined_in_whatever_order_they_come(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        for seq, text in ((3, "C"), (1, "A"), (2, "B")):
            peer.put(sms(ANNE, text, (7, 3, seq)))
        assert desk.idle()
    assert desk.inbox() == [(ANNE, "ABC", 1)]
    row = desk.rows("SELECT visible_from, received_at FROM received")[0]
    assert row["visible_from"] == row["received_at"]


def test_a_family_is_known_however_its_network_writes_its_number(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        peer.put(sms("+33639980081", "A", (7, 2, 1)), sms("0639980081", "B", (7, 2, 2)))
        peer.put(sms("0033639980081", "C"), sms("33639980081", "D"), sms("639980081", "E"))
        assert desk.idle()
    assert desk.inbox() == [("+33639980081", text, 1) for text in ("AB", "C", "D", "E")]


def test_parts_of_different_senders_references_and_totals_stay_apart(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        peer.put(
            sms(ANNE, "a1", (7, 2, 1)), sms(phone(2), "b1", (7, 2, 1)), sms(ANNE, "c1", (8, 2, 1)),
            sms(ANNE, "d1", (7, 3, 1)), sms(ANNE, "a2", (7, 2, 2)),
        )  # fmt: skip
        assert desk.idle()
    assert desk.inbox() == [
        (ANNE, "a1a2", 1), (phone(2), f"b1{GAP}", 0), (ANNE, f"c1{GAP}", 0), (ANNE, f"d1{GAP}", 0)
    ]  # fmt: skip


def test_a_part_that_comes_twice_begins_another_message(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        peer.put(sms(ANNE, "A", (7, 2, 1)), sms(ANNE, "X", (7, 2, 1)), sms(ANNE, "B", (7, 2, 2)))
        assert desk.idle()
        peer.put(sms(ANNE, "Y", (7, 2, 2)))
        assert desk.idle()
    assert desk.inbox() == [(ANNE, "AB", 1), (ANNE, "XY", 1)]


def test_an_incomplete_message_is_shown_after_ten_minutes_and_completed_later(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    heard: list[Changed] = []
    stamped = clock.now.isoformat()  # by the service centre, which holds one of them back
    with running(desk):
        peer.put(sms(ANNE, "A", (7, 3, 1), sent_at=stamped), sms(ANNE, "C", (7, 3, 3), sent_at=stamped))
        assert desk.idle()
        assert desk.inbox() == [(ANNE, f"A{GAP}C", 0)]
        shown = desk.rows("SELECT visible_from FROM received")[0]["visible_from"]
        assert shown == (clock.now + INCOMPLETE_SHOWN_AFTER).isoformat(timespec="milliseconds")
        desk.events.subscribe(heard.append)
        clock.now += INCOMPLETE_SHOWN_AFTER
        desk.wait(lambda: Changed(Topic.INBOX) in heard)
        clock.now += timedelta(hours=2)
        peer.put(sms(ANNE, "B", (7, 3, 2), sent_at=stamped))
        assert desk.idle()
    assert desk.inbox() == [(ANNE, "ABC", 1)]


def test_an_earlier_part_that_was_handed_in_much_later_is_of_another_message(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    """The number came again within the hour, and each message lacks what the other one has."""
    then = clock.now.isoformat()
    with running(desk):
        peer.put(sms(ANNE, "B", (7, 2, 2), sent_at=then))
        assert desk.idle()
        clock.now += timedelta(minutes=20)
        peer.put(sms(ANNE, "c", (7, 2, 1), sent_at=clock.now.isoformat()))
        assert desk.idle()
        peer.put(sms(ANNE, "d", (7, 2, 2), sent_at=(clock.now + timedelta(seconds=4)).isoformat()))
        assert desk.idle()
        peer.put(sms(ANNE, "A", (7, 2, 1), sent_at=then))
        assert desk.idle()
    assert desk.inbox() == [(ANNE, "AB", 1), (ANNE, "cd", 1)]


def test_stamps_of_one_message_may_be_a_little_out_of_order(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    with running(desk):
        peer.put(sms(ANNE, "B", (7, 2, 2), sent_at=clock.now.isoformat()))
        assert desk.idle()
        peer.put(sms(ANNE, "A", (7, 2, 1), sent_at=(clock.now + timedelta(minutes=1)).isoformat()))
        assert desk.idle()
    assert desk.inbox() == [(ANNE, "AB", 1)]


def test_a_reference_that_comes_again_days_later_is_another_message(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    with running(desk):
        peer.put(sms(ANNE, "A", (7, 2, 1), sent_at=clock.now.isoformat()))
        assert desk.idle()
        clock.pass_(days=3)
        peer.put(sms(ANNE, "B", (7, 2, 2), sent_at=clock.now.isoformat()))
        assert desk.idle()
    assert [complete for _, _, complete in desk.inbox()] == [0, 0]


@pytest.mark.parametrize("concat", [(7, 1, 1), (7, 0, 0), (7, 2, 3), (7, 2, 0)])
def test_an_odd_concatenation_element_does_not_hide_a_message(
    desk: Desk, peer: PeerSender, concat: tuple[int, int, int]
) -> None:
    with running(desk):
        peer.put(sms(ANNE, "Merci", concat))
        assert desk.idle()
    assert desk.inbox() == [(ANNE, "Merci", 1)]


def test_two_hundred_in_a_burst(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        peer.put(*(sms(phone(number), f"{number}") for number in range(200)))
        assert desk.idle()
    assert [text for _, text, _ in desk.inbox()] == [str(number) for number in range(200)]
    assert peer.slots == {}
    assert len(peer.deleted) == 200


@pytest.mark.parametrize(
    ("before", "now", "stored"),
    [
        ({5: "AA"}, {3: "AA"}, 1),
        ({5: "AA", 6: "BB"}, {4: "AA", 5: "BB"}, 2),
        ({1: "AA", 2: "AA"}, {2: "AA", 3: "AA"}, 2),
        ({1: "AA", 2: "AA"}, {1: "AA", 2: "AA", 3: "AA"}, 3),
        ({1: "AA"}, {1: "BB", 2: "CC"}, 3),
    ],
)
def test_what_only_has_another_number_is_not_stored_again(
    before: dict[int, str], now: dict[int, str], stored: int, database: Database, clock: StillClock
) -> None:
    def listed(slots: dict[int, str]) -> list[RawPdu]:
        return [
            RawPdu("sim-1", pdu, clock.now, "SM", slot, beside=frozenset()) for slot, pdu in slots.items()
        ]

    with database.write() as connection:
        raw_pdus.store(connection, listed(before))
        ids = raw_pdus.store(connection, listed(now))
        held = connection.execute("SELECT id, slot FROM raw_pdus WHERE released = 0").fetchall()
    assert database.read().execute("SELECT count(*) FROM raw_pdus").fetchone()[0] == stored
    assert {row["id"]: row["slot"] for row in held if row["slot"] in now} == dict(zip(ids, now, strict=True))


def test_what_no_list_showed_or_what_stands_where_it_stood_is_another(
    database: Database, clock: StillClock
) -> None:
    def at(slot: int, beside: frozenset[int] | None) -> RawPdu:
        return RawPdu("sim-1", "AA", clock.now, "SM", slot, beside=beside)

    with database.write() as connection:
        first = raw_pdus.store(connection, [at(1, None)])
        unread = raw_pdus.store(connection, [at(2, None)])
        both_stand = raw_pdus.store(connection, [at(3, frozenset({*first, *unread}))])
        moved = raw_pdus.store(connection, [at(4, frozenset({*first, *unread}))])
    assert len({*first, *unread, *both_stand}) == 3
    assert moved == both_stand
