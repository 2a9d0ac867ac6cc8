from __future__ import annotations

from datetime import timedelta

import pytest
from made_groups import made_group

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import PartState, Priority, Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.views import BroadcastKind
from smsdesk.services.broadcasts import Broadcasts
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.history import History
from smsdesk.services.notify import Notify, SendOptions
from smsdesk.services.people import ContactDraft, People
from smsdesk.storage.database import Database

SHARED = "+33639980001"
OTHER = "+33639980002"


class Desk:
    """Piano: Léa and Tom share a phone, Zoé has one of her own, Max has a landline only."""

    def __init__(self, database: Database, events: Events, clock) -> None:
        self.woken = 0
        self.database = database
        self.people = People(database, events, clock)
        self.notify = Notify(database, self.people, events, clock, self._wake)
        self.broadcasts = Broadcasts(database, events, clock, self._wake)
        self.piano = made_group(self.people, "Piano")
        self.pupils = [
            self.people.save_contact(ContactDraft(name, "Martin", ContactKind.PUPIL, (phone,)))
            for name, phone in (
                ("Léa", Phone(SHARED)),
                ("Tom", Phone(SHARED)),
                ("Zoé", Phone(OTHER)),
                ("Max", Phone("+33199000001", mobile=False)),
            )
        ]
        self.people.add_to_group(self.piano.id, [pupil.id for pupil in self.pupils])
        self.everybody = AudienceRequest(group_ids=(self.piano.id,))

    def _wake(self) -> None:
        self.woken += 1

    def texts(self, broadcast: int) -> dict[str, str]:
        return {message.e164: message.text for message in self.broadcasts.messages(broadcast)}

    def nothing_queued(self) -> bool:
        return self.broadcasts.list() == () and self.woken == 0


@pytest.fixture
def desk(database: Database, events: Events, clock) -> Desk:
    return Desk(database, events, clock)


def test_a_notice_goes_once_to_each_phone_and_says_for_whom(desk: Desk, heard: list[Changed]) -> None:
    heard.clear()
    sent = desk.notify.send(
        desk.everybody, "{institution} : {prénom}, pas de {groupe} {date}.", fields={"Date": "jeudi"}
    )
    assert desk.texts(sent) == {
        SHARED: "Le secrétariat : Léa et Tom, pas de Piano jeudi.",
        OTHER: "Le secrétariat : Zoé, pas de Piano jeudi.",
    }
    detail = desk.broadcasts.get(sent)
    assert detail.summary.title == "Piano"
    assert detail.summary.body == "{institution} : {prénom}, pas de {groupe} {date}."
    assert detail.summary.kind is BroadcastKind.BROADCAST
    assert [(person.name, str(person.reason)) for person in detail.left_out] == [
        ("Max Martin", "No mobile number, only landlines.")
    ]
    assert {message.people for message in desk.broadcasts.messages(sent)} == {
        ("Léa Martin", "Tom Martin"),
        ("Zoé Martin",),
    }
    assert desk.woken == 1
    assert heard == [Changed(Topic.BROADCASTS, sent), Changed(Topic.QUEUE)]


def test_the_plan_changes_nothing_and_tells_the_same(desk: Desk) -> None:
    plan = desk.notify.plan(desk.everybody, "Bonjour {prénom}")
    assert (plan.people, plan.phones, plan.parts, plan.problem) == (3, 2, 2, None)
    assert desk.nothing_queued()
    sent = desk.notify.send(desk.everybody, "Bonjour {prénom}")
    assert desk.texts(sent) == {message.e164: message.text for message in plan.messages}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "text is empty"),
        ("Bonjour {dat}", "{dat} does not exist"),
        ("Bonjour {date}", "no value for {date}"),
        ("Bonjour {", "double the brace"),
        ("x" * 1531, "the most is 10"),
    ],
)
def test_what_cannot_be_sent_is_refused_and_changes_nothing(desk: Desk, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        desk.notify.send(desk.everybody, text)
    assert desk.nothing_queued()


def test_an_audience_without_a_phone_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"Nobody of those chosen.*Max Martin: No mobile"):
        desk.notify.send(AudienceRequest(contact_ids=(desk.pupils[3].id,)), "Bonjour")
    with pytest.raises(InputError, match="nobody to send to"):
        desk.notify.send(AudienceRequest(), "Bonjour")
    assert desk.nothing_queued()


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (timedelta(minutes=-2), None, "is in the past"),
        (timedelta(days=1000), None, "years away"),
        (timedelta(hours=2), timedelta(hours=1), "would expire"),
        (None, timedelta(0), "would expire"),
    ],
)
def test_an_impossible_time_is_refused(
    desk: Desk, clock, start: timedelta | None, end: timedelta | None, said: str
) -> None:
    options = SendOptions(
        not_before=clock() + start if start is not None else None,
        expires_at=clock() + end if end is not None else None,
    )
    with pytest.raises(InputError, match=said):
        desk.notify.send(desk.everybody, "Bonjour", options=options)
    assert desk.nothing_queued()


def test_how_and_when_it_goes_is_kept(desk: Desk, clock) -> None:
    options = SendOptions(
        purpose=Purpose.ALERT,
        priority=Priority.URGENT,
        not_before=clock() + timedelta(hours=1),
        expires_at=clock() + timedelta(hours=2),
        title="Alerte",
    )
    summary = desk.broadcasts.get(
        desk.notify.send(desk.everybody, "Restez chez vous", options=options)
    ).summary
    assert summary.purpose is Purpose.ALERT
    assert summary.priority is Priority.URGENT
    assert (summary.not_before, summary.expires_at) == (options.not_before, options.expires_at)
    assert (summary.title, summary.created_at) == ("Alerte", clock())


def test_the_present_minute_is_not_the_past(desk: Desk, clock) -> None:
    this_minute = clock()
    clock.pass_(seconds=59)
    assert desk.notify.send(desk.everybody, "Bonjour", options=SendOptions(not_before=this_minute)) > 0


def test_bare_numbers_are_taken_once_however_they_are_written(desk: Desk) -> None:
    numbers = ["06 39 98 00 02", "+33639980002", "0033 6 39 98 00 02", "(+33) 6.39.98.00.03"]
    sent = desk.notify.send_numbers(numbers, "Prix : {5} [€]")
    assert desk.texts(sent) == {OTHER: "Prix : {5} [€]", "+33639980003": "Prix : {5} [€]"}
    assert desk.broadcasts.get(sent).summary.kind is BroadcastKind.DIRECT
    people = {message.e164: message.people for message in desk.broadcasts.messages(sent)}
    assert people == {OTHER: ("Zoé Martin",), "+33639980003": ()}


@pytest.mark.parametrize(
    "number",
    [
        "",
        "abc",
        "06 39 98 00",
        "31000",
        '0639980002"\rAT+CMGD=1,4',
        "+33639980002\x1a",
        "06 39 98 00 02\n06 39 98 00 03",
        "0639980002 maman",
        "٠٦٣٩٩٨٠٠٠٢",
        "--help",
        "+999639980002",
    ],
)
def test_a_bad_number_is_named_and_nothing_is_sent(desk: Desk, number: str) -> None:
    with pytest.raises(InputError, match="cannot receive SMS") as refused:
        desk.notify.send_numbers(["06 39 98 00 02", number], "Bonjour")
    assert str(refused.value).isprintable()
    assert desk.nothing_queued()


def test_a_landline_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match="01 99 00 00 01 is a landline"):
        desk.notify.send_numbers(["01 99 00 00 01"], "Bonjour")
    assert desk.nothing_queued()


def test_an_answer_goes_first_to_whoever_wrote(desk: Desk, heard: list[Changed]) -> None:
    heard.clear()
    sent = desk.notify.reply("+88213000001", "D'accord {!}")
    (message,) = desk.broadcasts.messages(sent)
    assert (message.e164, message.text, message.state) == ("+88213000001", "D'accord {!}", PartState.QUEUED)
    summary = desk.broadcasts.get(sent).summary
    assert (summary.kind, summary.priority) == (BroadcastKind.REPLY, Priority.URGENT)
    assert Changed(Topic.INBOX) in heard


@pytest.mark.parametrize("sender", ["36105", "Mairie", "", "+33"])
def test_an_answer_needs_a_phone(desk: Desk, sender: str) -> None:
    with pytest.raises(InputError):
        desk.notify.reply(sender, "Bonjour")
    assert desk.nothing_queued()


def test_the_institution_signs_when_it_is_named(desk: Desk) -> None:
    with desk.database.write() as connection:
        connection.execute("INSERT INTO settings (key, value) VALUES ('institution.name', 'Conservatoire')")
    plan = desk.notify.plan(desk.everybody, "{Institution} {telephone}")
    assert plan.messages[0].text == "Conservatoire {telephone}"
    assert plan.missing == ("téléphone",)


def test_a_long_text_names_the_broadcast_by_its_first_words(desk: Desk) -> None:
    sent = desk.notify.send_numbers(["06 39 98 00 02"], "Un mot\nsuivi " + "de mots " * 20)
    title = desk.broadcasts.get(sent).summary.title
    assert title.startswith("Un mot suivi de mots")
    assert len(title) <= 60
    assert title.endswith("…")


def test_half_a_character_from_the_terminal_is_no_defect(desk: Desk) -> None:
    sent = desk.notify.send_numbers(["06 39 98 00 02"], "\udcff\udcfea", SendOptions(title="\udcff"))
    assert desk.texts(sent) == {OTHER: "\ufffd\ufffda"}
    assert desk.broadcasts.list(search="\udcff")[0].title == "\ufffd"
    desk.notify.send(desk.everybody, "{motif}", fields={"\udcff": "a", "motif": "\udcfe\ud83d\ude00"})
    assert desk.texts(sent + 1)[OTHER] == "\ufffd😀"


def test_a_person_whom_another_window_takes_back_meanwhile_is_sent_to_as_planned(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    history, check = History(desk.database, Events()), Notify.check
    ids = [
        desk.people.save_contact(ContactDraft(name, "Roux", phones=phones)).id
        for name, phones in (("Mia", (Phone("+33639980007"),)), ("Noé", ()))
    ]

    def check_late(self: Notify, plan: NotifyPlan, options: SendOptions) -> None:
        check(self, plan, options)
        history.undo()
        history.undo()

    monkeypatch.setattr(Notify, "check", check_late)
    sent = desk.notify.send(AudienceRequest(contact_ids=tuple(ids)), "Bonjour")
    (message,) = desk.broadcasts.messages(sent)
    (left_out,) = desk.broadcasts.get(sent).left_out
    assert (message.people, left_out.contact_id, left_out.name) == (("Mia Roux",), None, "Noé Roux")
