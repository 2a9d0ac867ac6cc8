"""Several slots freed by one line: on modems that understand it, and on those that only say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from modem_stand import BASICS, BRISK, Desk, ForeignModem, on_pty, working

from smsdesk.domain.clock import system_clock
from smsdesk.domain.incoming import RawPdu
from smsdesk.domain.modems import ModemState
from smsdesk.modem import conditions
from smsdesk.modem.shelf import MOST_ALIKE
from smsdesk.modem.virtual import SimCard, VirtualConfig, VirtualModem, serve_pty

LETTERS = 24
MISUNDERSTOOD = ("first", "first-error", "half", "each", "refuse", "silent")
OK = b"\r\nOK\r\n"
KNOWS_STEP = r"AT\+CMEE=1", OK
KNOWS_CMEE = KNOWS_STEP, (r"AT\+CMEE\?", b"\r\n+CMEE: 1\r\n\r\nOK\r\n")


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[Callable[..., tuple[VirtualModem, str]]]:
    """Makes virtual modems on pseudo-terminals, with unread SMS in their SIMs, two of each alike."""
    open_ones = []

    def plug(*faults: str) -> tuple[VirtualModem, str]:
        modem = VirtualModem(VirtualConfig(faults=faults, seed=1, card=SimCard(capacity=LETTERS)))
        post(modem)
        port = serve_pty(modem, tmp_path / "modem")
        open_ones.append((modem, port))
        return modem, str(port.__enter__())

    yield plug
    for modem, port in open_ones:
        port.__exit__(None, None, None)
        modem.close()


def post(modem: VirtualModem) -> None:
    for number in range(LETTERS):
        modem.network.deliver("+33639980002", f"Brief {number // 2}")


def lines_of(modem: VirtualModem) -> list[str]:
    return [line for line in modem.ledger.lines if "+CMGD=" in line]


def emptied(modem: VirtualModem, desk: Desk, letters: int) -> Counter[str]:
    """What left the SIM once the driver has let go of so many; nothing is in it any more."""
    desk.wait(lambda: len(desk.released_ids) >= letters)
    assert modem.sim.memory.listing() == []
    deleted = Counter(entry.pdu for entry in modem.ledger.deleted)
    assert deleted.total() == letters
    return deleted


def stored(desk: Desk) -> Counter[str]:
    return Counter(row.pdu for row in desk.rows)


def test_a_full_sim_is_emptied_by_a_few_lines(plugged: Callable[..., tuple[VirtualModem, str]]) -> None:
    modem, port = plugged()
    desk = Desk()
    with working(port, desk):
        assert emptied(modem, desk, LETTERS) == stored(desk)
    lines = lines_of(modem)
    assert len(lines) <= LETTERS // 8
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("how", MISUNDERSTOOD)
def test_a_modem_that_misunderstands_it_is_found_out_and_asked_one_by_one(
    plugged: Callable[..., tuple[VirtualModem, str]], how: str
) -> None:
    modem, port = plugged(f"chains={how}")
    desk = Desk()
    with working(port, desk):
        assert emptied(modem, desk, LETTERS) == stored(desk)
        begun = len(lines_of(modem))
        post(modem)
        assert emptied(modem, desk, 2 * LETTERS) == stored(desk)
    assert how == "each" or not [line for line in lines_of(modem)[begun:] if ";" in line]


@pytest.mark.parametrize(
    "fault",
    [
        "refuse=cms:321,on=CMGD@5",
        "lose-answer,on=CMGD@5",
        "refuse=error,at=taken,on=CMGD@5",
        "unplug,on=CMGD@5",
        "unplug,at=start,on=CMGD@15",
        "hang,on=CMGD@5",
        "unplug,on=CMGL@2",
        "garbage,on=CMGL@2-3",
        "lose-answer,on=CMEE@2",
        "refuse=error,on=CMEE@2",
    ],
)
def test_a_chain_or_its_proof_that_breaks_off_loses_and_doubles_nothing(
    plugged: Callable[..., tuple[VirtualModem, str]], fault: str
) -> None:
    modem, port = plugged(fault)
    modem.watch_plug(lambda plugged: None if plugged else modem.agenda.after(0.1, modem.replug))
    desk = Desk()
    with working(port, desk):
        if fault.startswith("hang"):
            desk.wait(lambda: any("+CMGD" in line for line in modem.ledger.lines))
            modem.replug()
        assert emptied(modem, desk, LETTERS) == stored(desk)


@pytest.mark.parametrize("faults", [(), ("marks-nothing",), ("chains=first",), ("lose-answer,on=CMGD@3",)])
def test_identical_messages_that_fill_each_slot_as_soon_as_it_is_free_are_all_stored(
    tmp_path: Path, faults: tuple[str, ...]
) -> None:
    """The same to the second, and no list ever shows an empty slot before the last ones."""
    config = VirtualConfig(
        faults=faults, card=SimCard(capacity=8), clock=lambda: datetime(2026, 11, 21, 9, tzinfo=UTC)
    )
    modem = VirtualModem(config)
    for _ in range(32):
        modem.network.deliver("+33639980002", "Oui")
    desk = Desk()
    with serve_pty(modem, tmp_path / "modem") as port, working(str(port), desk, replace(BRISK, stubborn=0.1)):
        desk.wait(lambda: len(desk.rows) >= 32)
        desk.wait(lambda: set(desk.released_ids) == set(range(len(desk.rows))))
    modem.close()
    assert len(modem.ledger.deleted) == len(desk.rows) == 32
    assert modem.sim.memory.used == 0


# --- what stands in the new list


def pdu(number: int) -> str:
    return f"07913306091093F0040B913336990800F1000062111222838340{number:02X}D330BB4E07"[:62]


def listed(*slots: tuple[int, int, int]) -> bytes:
    """Slot, <stat>, and which of the PDUs stands there."""
    rows = (
        f"+CMGL: {slot},{stat},,{len(pdu(which)) // 2 - 8}\r\n{pdu(which)}\r\n" for slot, stat, which in slots
    )
    return ("\r\n" + "".join(rows)).encode() + OK


LIST = r"AT\+CMGL=4"
READ = listed((1, 1, 1), (2, 1, 2), (3, 1, 3))
FULL = listed((1, 0, 1), (2, 0, 2), (3, 0, 3))


def read(
    *answers: tuple[str, bytes],
    knows_cmee: bool = True,
    sweeps: int = 3,
    stubborn: float = BRISK.stubborn,
    desk: Desk | None = None,
) -> tuple[Desk, list[str]]:
    """What a desk has, and the deletions it asked for, after these answers and an empty list."""
    pairs = [*BASICS, *(KNOWS_CMEE if knows_cmee else ()), *answers]
    modem = ForeignModem([*pairs, (LIST, OK)])
    desk = desk or Desk()
    timings = replace(BRISK, stubborn=stubborn)
    with on_pty(modem) as (port, _), working(port, desk, timings) as worker:
        desk.wait(lambda: worker.swept >= sweeps)
    return desk, [command for command in modem.commands if "CMGD" in command]


CHAIN = r"AT\+CMGD=3;\+CMGD=2;\+CMGD=1"


def singles(*slots: int, of: bytes = FULL) -> list[tuple[str, bytes]]:
    """Deletions of those of these slots that a list shows."""
    return [(rf"AT\+CMGD={slot}", OK) for slot in slots if b"+CMGL: %d," % slot in of]


class FullAfterOne(Desk):
    """A desk whose disk takes one batch and is full then."""

    refusals = 0

    def store(self, batch: Sequence[RawPdu]) -> Sequence[int]:
        try:
            ids = super().store(batch)
        except OSError:
            self.refusals += 1
            self._note([])
            raise
        self.disk_full = self.disk_full or not self.refusals
        return ids


def kept(desk: Desk) -> list[tuple[int | None, str]]:
    return [(row.slot, row.pdu) for row in desk.rows]


def test_another_message_in_a_freed_slot_is_stored_too() -> None:
    desk, deletions = read(
        (LIST, FULL),
        (LIST, READ),
        (CHAIN, OK),
        (LIST, listed((2, 0, 9))),
        (r"AT\+CMGD=2", OK),
    )
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3)), (2, pdu(9))]
    assert sorted(desk.released_ids) == [0, 1, 2, 3]
    assert len(deletions) == 2


@pytest.mark.parametrize("taken", [FULL, listed((2, 0, 2)), listed((3, 0, 3), (4, 0, 3))])
def test_identical_messages_in_slots_that_a_chain_freed_are_stored_too(taken: bytes) -> None:
    """They show as unread, on a modem that marked the ones before them as read."""
    again = [(CHAIN, OK)] if taken == FULL else singles(4, 3, 2, of=taken)
    desk, _ = read((LIST, FULL), (LIST, READ), (CHAIN, OK), (LIST, taken), *again)
    came = [(slot, pdu(min(slot, 3))) for slot in (1, 2, 3, 4) if b"+CMGL: %d," % slot in taken]
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3)), *came]
    assert len(desk.released_ids) == len(desk.rows)


def looked_at(stat: int, which: int = 3) -> tuple[str, bytes]:
    """The last slot of `FULL`, asked for by itself."""
    body = f"\r\n+CMGR: {stat},,{len(pdu(which)) // 2 - 8}\r\n{pdu(which)}\r\n"
    return r"AT\+CMGR=3", body.encode() + OK


def test_one_slot_read_again_shows_that_the_list_marked_it() -> None:
    desk, deletions = read((LIST, FULL), looked_at(1), (CHAIN, OK), (LIST, listed((2, 0, 2))), *singles(2))
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3)), (2, pdu(2))]
    assert deletions == ["AT+CMGD=3;+CMGD=2;+CMGD=1", "AT+CMGD=2"]


def test_one_slot_read_again_shows_that_the_list_marked_nothing() -> None:
    desk, deletions = read(KNOWS_STEP, (LIST, FULL), looked_at(0), *singles(3, 2, 1), knows_cmee=False)
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3))]
    assert deletions == ["AT+CMGD=3", "AT+CMGD=2", "AT+CMGD=1"]


def test_another_message_in_the_slot_that_is_read_again_tells_nothing() -> None:
    desk, deletions = read(
        KNOWS_STEP, (LIST, FULL), looked_at(1, 9), (LIST, FULL), *singles(3, 2, 1), knows_cmee=False
    )
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3))]
    assert deletions == ["AT+CMGD=3", "AT+CMGD=2", "AT+CMGD=1"]


def test_a_listed_pdu_that_is_too_short_for_its_length_is_not_what_is_stored() -> None:
    cut = FULL.replace(pdu(2).encode(), pdu(2)[:-2].encode())
    desk, _ = read(KNOWS_STEP, (LIST, cut), (LIST, FULL), (LIST, FULL), *singles(3, 2, 1), knows_cmee=False)
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3))]


def test_slots_that_are_listed_out_of_order_are_listed_again() -> None:
    mixed = listed((2, 0, 2), (1, 0, 1), (3, 0, 3))
    desk, _ = read(KNOWS_STEP, (LIST, mixed), (LIST, FULL), (LIST, FULL), *singles(3, 2, 1), knows_cmee=False)
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3))]


def test_a_mark_that_only_reading_by_itself_makes_doubles_nothing() -> None:
    """Its chain did nothing, and what still stands there unread is the same: a second list tells."""
    desk, deletions = read(
        (LIST, FULL), looked_at(1), (CHAIN, OK), (LIST, FULL), (LIST, FULL), *singles(3, 2, 1)
    )
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3))]
    assert deletions[1:] == ["AT+CMGD=3", "AT+CMGD=2", "AT+CMGD=1"]


def test_a_modem_that_marks_nothing_as_read_gets_no_chain() -> None:
    desk, deletions = read(KNOWS_STEP, (LIST, FULL), (LIST, FULL), *singles(3, 2, 1), knows_cmee=False)
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3))]
    assert deletions == ["AT+CMGD=3", "AT+CMGD=2", "AT+CMGD=1"]


def test_a_modem_that_shows_everything_as_read_gets_no_chain() -> None:
    desk, deletions = read(KNOWS_STEP, (LIST, READ), *singles(3, 2, 1), knows_cmee=False)
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3))]
    assert deletions == ["AT+CMGD=3", "AT+CMGD=2", "AT+CMGD=1"]


def test_what_only_one_of_the_first_two_lists_shows_is_stored_all_the_same() -> None:
    desk, _ = read((LIST, listed((1, 0, 1))), (LIST, listed((2, 0, 2))), *singles(2, 1), knows_cmee=False)
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2))]


def test_what_a_chain_left_there_is_the_same_message_and_deleted_by_itself() -> None:
    desk, deletions = read(
        (LIST, FULL),
        (LIST, READ),
        (CHAIN, OK),
        (LIST, listed((1, 1, 1), (2, 1, 2))),
        *singles(2, 1),
    )
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3))]
    assert deletions[1:] == ["AT+CMGD=2", "AT+CMGD=1"]


def test_a_modem_that_cannot_show_where_it_is_gets_no_chain() -> None:
    desk, deletions = read((LIST, FULL), (LIST, READ), *singles(3, 2, 1), knows_cmee=False)
    assert kept(desk) == [(1, pdu(1)), (2, pdu(2)), (3, pdu(3))]
    assert not [line for line in deletions if ";" in line]


def test_a_late_code_of_a_chain_is_not_taken_for_an_empty_list() -> None:
    """Each deletion has an OK of its own, and nothing was deleted: the last OK must not end the list."""
    desk, deletions = read((LIST, FULL), (LIST, READ), (CHAIN, OK * 3), (LIST, READ), *singles(3, 2, 1))
    assert len(desk.rows) == 3
    assert [re.sub(r"\D", "", line) for line in deletions] == ["321", "3", "2", "1"]
    assert sorted(desk.released_ids) == [0, 1, 2]


def test_what_came_into_a_freed_slot_while_the_disk_was_full_is_not_taken_for_the_one_before() -> None:
    """The list that showed it marked it as read, and it could not be stored: it is still another one."""
    modem = ForeignModem(
        [*BASICS, *KNOWS_CMEE, (LIST, FULL), (LIST, READ), (CHAIN, OK), (LIST, FULL), (LIST, READ),
         (CHAIN, OK), (LIST, OK)]
    )  # fmt: skip
    desk = FullAfterOne()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        modem.wait_for(re.escape("AT+CMGD=3;+CMGD=2;+CMGD=1"))
        desk.wait(lambda: desk.refusals)
        desk.disk_full = False
        desk.wait(lambda: len(desk.rows) == 6)
        desk.wait(lambda: worker.swept >= 1)
    assert sorted(kept(desk)) == sorted(2 * [(1, pdu(1)), (2, pdu(2)), (3, pdu(3))])


# --- a program that died between the deletion and its note


@pytest.mark.parametrize(("stat", "rows"), [(1, 1), (0, 2)])
def test_after_a_crash_only_what_is_unread_is_another_message(stat: int, rows: int) -> None:
    desk = Desk()
    desk.rows.append(RawPdu("", pdu(1), system_clock(), "SM", 1))
    again = [(LIST, listed((1, stat, 1)))] * (2 - stat)
    again[1:] = [(LIST, listed((1, 1, 1)))] * (1 - stat)
    read(*again, (r"AT\+CMGD=1", OK), knows_cmee=False, desk=desk)
    assert kept(desk) == rows * [(1, pdu(1))]
    assert sorted(desk.released_ids) == list(range(rows))


# --- deletions that are not done


def test_what_was_read_before_its_deletion_and_is_still_there_is_stored_once() -> None:
    desk, deletions = read(
        (LIST, listed((1, 0, 1))),
        *[(LIST, listed((1, 1, 1)))] * 4,
        (r"AT\+CMGD=1", OK),
        knows_cmee=False,
        sweeps=6,
    )
    assert kept(desk) == [(1, pdu(1))]
    assert len(deletions) == 4


def test_identical_messages_that_follow_one_another_in_a_slot_are_all_stored() -> None:
    desk, _ = read(
        (LIST, listed((1, 1, 1))),
        (LIST, listed((1, 1, 1))),
        (LIST, listed((1, 1, 2))),
        (LIST, listed((1, 1, 2))),
        (r"AT\+CMGD=1", OK),
        knows_cmee=False,
        sweeps=6,
    )
    assert kept(desk) == [(1, pdu(1)), (1, pdu(1)), (1, pdu(2)), (1, pdu(2))]


def test_a_modem_that_never_deletes_and_marks_nothing_as_read_does_not_fill_the_inbox() -> None:
    desk, deletions = read(*[(LIST, listed((1, 1, 1)))] * 5, (r"AT\+CMGD=1", OK), knows_cmee=False, sweeps=6)
    assert len(desk.rows) == MOST_ALIKE
    assert len(deletions) == MOST_ALIKE - 1


@pytest.mark.parametrize(
    "refused", [(r"AT\+CMGD=1", b"\r\n+CMS ERROR: 302\r\n"), (r"AT\+CMGD=1", OK)], ids=["refused", "not done"]
)
def test_a_sim_that_lets_nothing_go_is_told_of_until_it_does(refused: tuple[str, bytes]) -> None:
    desk, _ = read(*[(LIST, listed((1, 1, 1)))] * 5, refused, knows_cmee=False, sweeps=7)
    told = [status.sentence for status in desk.statuses if status.state is ModemState.READY]
    assert conditions.NOT_DELETED in told
    assert told[0] == told[-1] == conditions.READY


def test_nothing_that_is_not_stored_is_deleted_where_one_like_it_follows_another() -> None:
    """More of them than are believed at once: they wait on the SIM and are read one by one, later."""
    desk, deletions = read(
        *[(LIST, listed((1, 1, 1)))] * 5, (r"AT\+CMGD=1", OK), knows_cmee=False, sweeps=8, stubborn=0.0
    )
    assert len(desk.rows) == len(deletions) == 5


def test_a_modem_that_was_seen_to_delete_is_believed_from_then_on() -> None:
    desk, deletions = read(
        (LIST, listed((1, 1, 1))),
        (LIST, listed((1, 1, 2))),
        *[(LIST, listed((1, 1, 1)))] * 5,
        (r"AT\+CMGD=1", OK),
        knows_cmee=False,
        sweeps=8,
    )
    assert len(desk.rows) == len(deletions) == 7


# --- memories that cannot be listed


def answered(number: int) -> bytes:
    return b"\r\n+CMGR: 0,,%d\r\n%s\r\n\r\nOK\r\n" % (len(pdu(number)) // 2 - 8, pdu(number).encode())


HEADLESS = f"\r\n{pdu(2)}\r\n".encode() + OK


def test_a_pdu_without_its_slot_makes_every_slot_be_asked_for() -> None:
    desk, _ = read(
        (LIST, HEADLESS),
        (LIST, HEADLESS),
        (r"AT\+CMGR=2", answered(2)),
        (r"AT\+CMGD=2", OK),
        knows_cmee=False,
    )
    assert kept(desk) == [(2, pdu(2))]
    assert desk.released_ids == [0]


def test_a_modem_that_is_silent_about_lists_is_read_slot_by_slot() -> None:
    single = (r"AT\+CMGR=2", answered(2)), (r"AT\+CMGR=2", OK), (r"AT\+CMGD=2", OK)
    modem = ForeignModem([*BASICS, (r"AT\+CMGL=4", None), *single])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait(lambda: worker.swept >= 2)
    assert kept(desk) == [(2, pdu(2))]
    assert modem.commands.count("AT+CMGL=4") == 1
