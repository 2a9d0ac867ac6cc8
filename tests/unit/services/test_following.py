"""Following a broadcast: whom to call on which phones, who answered, what follows what, and how fast it leaves."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from test_escalation import FATHER, HOME, MOTHER, OTHER, RuleDesk, S

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.broadcast_views import BroadcastFilter, KindFilter, StateFilter
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.people_drafts import ContactDraft
from smsdesk.services.notify import SendOptions
from smsdesk.storage import raw_pdus, received


class FollowingDesk(RuleDesk):
    _slot = 0

    def comes(self, sender: str, text: str) -> None:
        """An SMS comes in now."""
        self._slot += 1
        pdu = f"07{self._slot:06}"
        deliver = Deliver(sender, SenderKind.PHONE, text, self.now)
        with self.database.write() as connection:
            (raw_id,) = raw_pdus.store(connection, [RawPdu("sim", pdu, self.now, "SM", self._slot)])
            received.add_deliver(connection, raw_pdus.StoredPdu(raw_id, "sim", pdu, self.now), deliver)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[FollowingDesk]:
    made = FollowingDesk(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def lea(desk: FollowingDesk) -> int:
    return desk.pupil("Léa", desk.guardian("Anne", HOME, MOTHER), desk.guardian("Paul", FATHER))


@pytest.fixture
def tom(desk: FollowingDesk) -> int:
    return desk.pupil("Tom", desk.guardian("Eva", OTHER))


class TestCallingList:
    def test_landlines_first_then_the_second_guardian_then_what_was_tried(
        self, desk: FollowingDesk, lea: int
    ) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.FAILED])
        (entry,) = desk.services.following.calling_list(number).entries
        assert entry.name == "Léa Martin"
        assert [(phone.e164, phone.owner, phone.tried) for phone in entry.phones] == [
            (HOME, "Anne Martin", False),
            (FATHER, "Paul Martin", False),
            (MOTHER, "Anne Martin", True),
        ]
        assert "did not arrive" in str(entry.reason)

    def test_what_waits_or_was_taken_is_not_called(self, desk: FollowingDesk, lea: int, tom: int) -> None:
        number = desk.send(lea, tom)
        listed = desk.services.following.calling_list
        assert listed(number).entries == ()
        desk.advance(number, [S.ACCEPTED, S.UNKNOWN])
        (entry,) = listed(number).entries
        assert entry.name == "Tom Martin"
        assert "not known whether" in str(entry.reason)

    def test_one_phone_of_the_family_is_enough(self, desk: FollowingDesk, lea: int) -> None:
        number = desk.send(lea, minutes=None)
        desk.advance(number, [S.FAILED, S.DELIVERED])
        listed = desk.services.following.calling_list(number)
        assert (listed.entries, listed.partly) == ((), 1)

    def test_a_second_guardian_who_has_it_is_enough(self, desk: FollowingDesk, lea: int) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.FAILED])
        desk.after(0)
        assert desk.services.following.calling_list(number).entries == ()  # his SMS is on its way
        desk.advance(desk.follow_up(number), [S.FAILED])
        assert len(desk.services.following.calling_list(number).entries) == 1

    def test_the_one_with_a_landline_only(self, desk: FollowingDesk, tom: int) -> None:
        zoe = desk.pupil("Zoé", desk.guardian("Luc", HOME))
        number = desk.send(tom, zoe)
        desk.advance(number, [S.DELIVERED])
        (entry,) = desk.services.following.calling_list(number).entries
        assert (entry.name, [phone.e164 for phone in entry.phones]) == ("Zoé Martin", [HOME])
        assert "only landlines" in str(entry.reason)

    def test_a_bare_number(self, desk: FollowingDesk) -> None:
        number = desk.services.notify.send_numbers([OTHER], "Bonjour")
        desk.advance(number, [S.FAILED])
        (entry,) = desk.services.following.calling_list(number).entries
        assert (entry.who, entry.name, entry.phones[0].e164) == (OTHER, "", OTHER)

    def test_calls_are_kept_and_may_be_taken_back(self, desk: FollowingDesk, tom: int) -> None:
        number = desk.send(tom)
        desk.advance(number, [S.FAILED])
        following = desk.services.following
        following.keep_call(number, f"c{tom}", called=True, note="  La grand-mère le dira\n")
        desk.reopen()
        listed = desk.services.following.calling_list(number)
        assert listed.called == 1
        call = listed.entries[0].call
        assert call is not None
        assert (call.called, call.note, call.at) == (True, "La grand-mère le dira", desk.now)
        desk.services.following.keep_call(number, f"c{tom}", called=False)
        assert desk.services.following.calling_list(number).called == 0

    @pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
    def test_as_a_file(self, desk: FollowingDesk, lea: int, tmp_path: Path, suffix: str) -> None:
        number = desk.send(lea)
        desk.advance(number, [S.FAILED])
        path = tmp_path / f"appels{suffix}"
        assert desk.services.following.write_calling_list(number, path) == 1
        if suffix == ".csv":
            lines = path.read_text(encoding="utf-8-sig").splitlines()
            rows = list(csv.reader(lines, delimiter=";"))
            assert rows[1][0] == "Léa Martin"
            assert "Anne Martin" in rows[1][2]
            assert "Paul Martin" in rows[1][2]
        with pytest.raises(InputError, match="known ending"):
            desk.services.following.write_calling_list(number, tmp_path / "appels.doc")

    def test_there_is_no_such_broadcast(self, desk: FollowingDesk) -> None:
        with pytest.raises(InputError, match="no broadcast 9"):
            desk.services.following.calling_list(9)


class TestChain:
    def test_what_it_follows_and_what_followed(self, desk: FollowingDesk, tom: int) -> None:
        first = desk.send(tom)
        desk.advance(first, [S.DELIVERED])
        again = desk.services.broadcasts.follow_up(first, Relation.CORRECTION)
        options = SendOptions(about=first, relation=Relation.CORRECTION, title="Correction")
        second = desk.services.notify.send(again.request, "Salle 4, pardon", options=options)
        chain = desk.services.following.chain
        (after,) = chain(first).followed
        assert (after.id, after.relation, after.title) == (second, Relation.CORRECTION, "Correction")
        before = chain(second).about
        assert before is not None
        assert (before.id, before.relation, before.title) == (first, Relation.CORRECTION, "Piano")
        assert chain(first).about is None


class TestPace:
    def test_how_fast_and_when_it_was_finished(self, desk: FollowingDesk, tom: int) -> None:
        people = [
            desk.services.people.save_contact(
                ContactDraft("P", str(each), ContactKind.RESIDENT, (Phone(f"+336399900{each:02}"),))
            ).id
            for each in range(10)
        ]
        number = desk.send(*people, minutes=None)
        pace = desk.services.following.pace
        assert (pace(number).a_minute, pace(number).seconds_left) == (None, None)
        for done in range(1, 5):
            desk.now += timedelta(seconds=6)
            desk.advance_some(number, done)
        desk.now += timedelta(seconds=6)
        now = pace(number)
        assert now.a_minute == pytest.approx(10)
        assert now.seconds_left == 36
        for done in range(5, 11):
            desk.advance_some(number, done)
        assert pace(number).finished_at == desk.now

    def test_only_what_changed_is_read_again(self, desk: FollowingDesk, lea: int, tom: int) -> None:
        number = desk.send(lea, tom)
        renewed = desk.services.following.renewed
        everything = renewed(number, {})
        assert len(everything.changed) == 2
        assert renewed(number, everything.marks).changed == ()
        desk.advance(number, [S.QUEUED, S.FAILED])
        (changed,) = renewed(number, everything.marks).changed
        assert (changed.e164, changed.state) == (OTHER, S.FAILED)


class TestList:
    def test_by_state_kind_and_period(self, desk: FollowingDesk, tom: int) -> None:
        people = AudienceRequest(contact_ids=(tom,))
        send = desk.services.notify.send
        old = send(people, "Ancien")
        desk.advance(old, [S.FAILED])
        desk.now += timedelta(days=40)
        alert = send(people, "Alerte", options=SendOptions(purpose=Purpose.ALERT))
        desk.advance(alert, [S.UNKNOWN])
        after = SendOptions(about=old, relation=Relation.UPDATE)
        update = send(people, "Suite", options=after)
        reply = desk.services.notify.reply(OTHER, "Bien sûr")

        def found(**which: object) -> list[int]:
            only = BroadcastFilter(**which)  # type: ignore[arg-type]
            return [each.id for each in desk.services.broadcasts.list(only=only)]

        assert found() == [reply, update, alert, old]
        assert found(replies=False) == [update, alert, old]
        assert found(state=StateFilter.RUNNING) == [reply, update]
        assert found(state=StateFilter.UNCERTAIN) == [alert]
        assert found(state=StateFilter.FAILED) == [old]
        assert found(kind=KindFilter.ALERT) == [alert]
        assert found(kind=KindFilter.FOLLOW_UP) == [update]
        assert found(kind=KindFilter.INFORMATION, replies=False) == [update, old]
        assert found(since=desk.now - timedelta(days=1), replies=False) == [update, alert]
        desk.advance(reply, [S.UNKNOWN])
        assert found(replies=False) == [reply, update, alert, old]

    def test_who_sent_it_is_written(self, desk: FollowingDesk, tom: int) -> None:
        number = desk.send(tom)
        person = desk.services.preferences.person
        assert desk.services.broadcasts.get(number).summary.author == person
