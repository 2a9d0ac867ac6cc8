"""Keywords: service lists that one joins and leaves by SMS, answers from a table, polls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from incoming_desk import ANNE, BOB, NOBODY, IncomingDesk
from made_groups import made_group

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.auto_replies import KeywordSettings
from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.inbox_views import InboxFilter
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.keywords import Keyword, KeywordAction
from smsdesk.domain.opt_outs import Mode, OptOutSettings
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.domain.sign_ups import SignUpState
from smsdesk.domain.stop_reading import StopKind
from smsdesk.services.notify import SendOptions

LIST, ANSWER, POLL = KeywordAction


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[IncomingDesk]:
    opened = IncomingDesk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def waste(desk: IncomingDesk) -> int:
    group = desk.group("Collecte des déchets", desk.bob)
    desk.services.keywords.save(Keyword("DECHETS", LIST, group_id=group))
    return group


def test_one_signs_up_and_leaves(desk: IncomingDesk, waste: int) -> None:
    (told,) = desk.get("Inscrire déchets svp")
    assert "inscription à la liste Collecte des déchets" in told
    assert "QUITTER DECHETS" in told
    assert desk.members(waste) == ["Anne Martin", "Bob Martin"]
    assert [m.e164 for m in desk.services.notify.plan(AudienceRequest((waste,)), "Jeudi").messages] == [
        ANNE,
        BOB,
    ]
    (told,) = desk.get("INSCRIRE DECHETS")
    assert "déjà inscrit" in told
    (told,) = desk.get("quitter dechets")
    assert "ne recevrez plus les SMS de la liste" in told
    assert desk.members(waste) == ["Bob Martin"]
    assert [each.state for each in desk.services.sign_ups.of_phone(ANNE)] == [
        SignUpState.APPLIED, SignUpState.REPEATED, SignUpState.APPLIED,
    ]  # fmt: skip


def test_stop_and_the_list_leaves_that_list_alone(desk: IncomingDesk, waste: int) -> None:
    desk.services.opt_outs.save_settings(OptOutSettings(Mode.APPLY, Mode.APPLY))
    (told,) = desk.get("STOP DECHETS", BOB)
    assert "Collecte des déchets" in told
    assert desk.members(waste) == []
    assert desk.words(BOB) == []
    assert desk.services.opt_outs.list() == ()


def test_stop_and_a_list_that_is_gone_is_not_lost(desk: IncomingDesk, waste: int) -> None:
    desk.services.people.archive_group(waste)
    assert desk.get("STOP DECHETS", BOB) == []
    (waits,) = desk.services.opt_outs.waiting()
    assert (waits.e164, waits.kind) == (BOB, StopKind.MAYBE_STOP)


def test_who_leaves_without_being_in_it_is_told(desk: IncomingDesk, waste: int) -> None:
    (told,) = desk.get("QUITTER DECHETS")
    assert "n'est pas inscrit" in told


def test_the_word_alone_tells_how(desk: IncomingDesk, waste: int) -> None:
    (told,) = desk.get("déchets ?")
    assert "INSCRIRE DECHETS" in told
    (keyword,) = desk.services.keywords.list()
    desk.services.keywords.save(replace(keyword, answer="Jeudi : {liste}"))
    assert desk.get("dechets", BOB) == ["Jeudi : Collecte des déchets"]


def test_a_phone_that_nobody_has_waits_for_a_person(desk: IncomingDesk, waste: int) -> None:
    assert desk.get("INSCRIRE DECHETS", NOBODY) == []
    desk.get("inscrire dechets", NOBODY)
    (waits,) = desk.services.sign_ups.waiting()
    assert (waits.e164, waits.group, waits.joins, waits.names) == (NOBODY, "Collecte des déchets", True, ())
    applied = desk.services.sign_ups.apply(waits.id)
    assert applied.state is SignUpState.APPLIED
    (resident,) = (desk.services.people.contact(number) for number in applied.contact_ids)
    assert (resident.kind, resident.name, resident.phones) == (
        ContactKind.RESIDENT, NOBODY, (Phone(NOBODY),),
    )  # fmt: skip
    assert NOBODY in desk.members(waste)
    assert "inscription à la liste" in desk.services.broadcasts.messages()[0].text
    with pytest.raises(InputError, match="decided already"):
        desk.services.sign_ups.apply(waits.id)
    desk.services.sign_ups.undo(waits.id)
    assert desk.members(waste) == ["Bob Martin"]
    with pytest.raises(InputError, match="nothing to take back"):
        desk.services.sign_ups.undo(waits.id)


def test_who_was_made_a_contact_meanwhile_is_put_in(desk: IncomingDesk, waste: int) -> None:
    desk.get("INSCRIRE DECHETS", NOBODY)
    desk.services.people.save_contact(ContactDraft("Rosa", "Roux", ContactKind.RESIDENT, (Phone(NOBODY),)))
    (waits,) = desk.services.sign_ups.waiting()
    assert waits.names == ("Rosa Roux",)
    desk.services.sign_ups.apply(waits.id)
    assert desk.members(waste) == ["Bob Martin", "Rosa Roux"]


def test_a_desk_may_take_strangers_at_once(desk: IncomingDesk, waste: int) -> None:
    desk.services.keywords.save_settings(KeywordSettings(Mode.APPLY))
    assert desk.services.keywords.settings() == KeywordSettings(Mode.APPLY)
    assert len(desk.get("INSCRIRE DECHETS", NOBODY)) == 1
    assert NOBODY in desk.members(waste)
    assert desk.services.history.entries(1)[0].made_by == "SMS"


def test_a_request_that_waits_can_be_let_go_or_taken_back_by_its_sender(
    desk: IncomingDesk, waste: int
) -> None:
    desk.get("INSCRIRE DECHETS", NOBODY)
    (waits,) = desk.services.sign_ups.waiting()
    assert desk.services.sign_ups.dismiss(waits.id).state is SignUpState.DISMISSED
    desk.get("INSCRIRE DECHETS", NOBODY)
    desk.get("QUITTER DECHETS", NOBODY)
    assert desk.services.sign_ups.waiting() == ()


def test_a_pupil_is_taken_out_by_a_person(desk: IncomingDesk, waste: int) -> None:
    lea = desk.services.people.save_contact(
        ContactDraft("Léa", "Martin", guardians=(GuardianDraft(desk.anne),))
    ).id
    desk.services.people.add_to_group(waste, [lea])
    assert desk.get("QUITTER DECHETS") == []
    (waits,) = desk.services.sign_ups.waiting()
    assert not waits.joins
    applied = desk.services.sign_ups.apply(waits.id)
    assert applied.contact_ids == (lea,)
    assert desk.members(waste) == ["Bob Martin"]
    desk.services.sign_ups.undo(waits.id)
    assert len(desk.members(waste)) == 2


def test_whoever_signs_up_wants_the_sms_of_the_list(desk: IncomingDesk, waste: int) -> None:
    desk.services.consents.record(ANNE, Purpose.INFORMATION, granted=False, source="SMS")
    desk.get("INSCRIRE DECHETS")
    assert desk.words()[0] == (Purpose.INFORMATION, "granted", "SMS")
    assert desk.services.consents.history(ANNE)[0].evidence.endswith("INSCRIRE DECHETS")


def test_an_answer_from_the_table(desk: IncomingDesk) -> None:
    desk.services.keywords.save(Keyword("concert", ANSWER, "Samedi 12 juin à 18h, salle Ravel."))
    assert desk.get("Concert ?") == ["Samedi 12 juin à 18h, salle Ravel."]
    assert desk.get("Le concert de Léa est annulé ?", BOB) == []
    assert desk.get("Concert", "RAVEL", SenderKind.ALPHANUMERIC) == []
    todo = desk.services.inbox.conversations(show=InboxFilter.TODO)
    assert [each.phone for each in todo] == [BOB]


def test_the_one_who_has_an_objection_is_answered_all_the_same(desk: IncomingDesk) -> None:
    desk.services.consents.record(ANNE, Purpose.INFORMATION, granted=False, source="appel")
    desk.services.keywords.save(Keyword("concert", ANSWER, "Samedi"))
    assert desk.get("concert") == ["Samedi"]
    assert desk.services.broadcasts.messages()[0].state == "queued"


def test_a_poll_is_opened_by_a_word_and_the_answer_counts(desk: IncomingDesk) -> None:
    closes = desk.clock.now + timedelta(days=2)
    question = Question(QuestionKind.CHOICES, ("samedi", "dimanche"), closes_at=closes)
    poll = desk.services.notify.send_numbers([BOB], "Quel jour ?", SendOptions(question=question))
    desk.services.keywords.save(Keyword("FETE", POLL, "Fête : 1 samedi, 2 dimanche ?", broadcast_id=poll))
    assert desk.get("Fête") == ["Fête : 1 samedi, 2 dimanche ?"]
    assert set(desk.states(poll)) == {ANNE, BOB}
    assert desk.get("fête", BOB) == ["Fête : 1 samedi, 2 dimanche ?"]
    assert len(desk.states(poll)) == 2
    assert desk.services.keywords.conflicts() == ()
    desk.clock.pass_(days=3)
    (told,) = desk.get("FETE", NOBODY)
    assert "closes" in told
    (conflict,) = desk.services.keywords.conflicts()
    assert "is closed" in str(conflict.reason)


def test_what_cannot_be_kept_is_refused_with_why(desk: IncomingDesk, waste: int) -> None:
    service = desk.services.keywords
    smart = made_group(desk.services.people, "Ville", filters=PeopleFilter(cities=("Lyon",))).id
    for keyword, wrong in (
        (Keyword("stop", ANSWER, "x"), "join or leave"),
        (Keyword("Déchet", ANSWER, "x"), "already"),
        (Keyword("piscine", ANSWER, " "), "Write the text"),
        (Keyword("piscine", LIST), "needs a group"),
        (Keyword("piscine", LIST, group_id=smart), "needs a group"),
        (Keyword("piscine", POLL, "Quand ?", broadcast_id=99), "needs a broadcast"),
    ):
        assert wrong in str(service.problem(keyword))
        with pytest.raises(InputError, match=wrong):
            service.save(keyword)
    (only,) = service.list()
    assert service.save(replace(only, word=" Déchets  verts ")).word == "Déchets verts"
    service.delete(only.id)
    assert service.list() == ()
    with pytest.raises(InputError, match="no longer there"):
        service.delete(only.id)


def test_conflicts_that_came_later_are_shown(desk: IncomingDesk, waste: int) -> None:
    service = desk.services.keywords
    service.save(Keyword("travaux", ANSWER, "Rue Haute"))
    service.save(Keyword("travail", ANSWER, "Mission locale"))
    assert service.conflicts() == ()
    service.save(Keyword("travaut", ANSWER, "Rue Basse"))
    desk.services.people.archive_group(waste)
    reasons = {conflict.keyword.word: str(conflict.reason) for conflict in service.conflicts()}
    assert set(reasons) == {"DECHETS", "travaux", "travaut"}
    assert "needs a group" in reasons["DECHETS"]
    assert "travaux and travaut are easily confused" in reasons["travaux"]
    assert desk.get("INSCRIRE DECHETS") == []


def test_a_request_whose_list_is_gone_says_so(desk: IncomingDesk, waste: int) -> None:
    desk.get("INSCRIRE DECHETS", NOBODY)
    (waits,) = desk.services.sign_ups.waiting()
    desk.services.people.archive_group(waste)
    with pytest.raises(InputError, match="no longer there"):
        desk.services.sign_ups.apply(waits.id)
    with pytest.raises(InputError, match="no such request"):
        desk.services.sign_ups.dismiss(99)
