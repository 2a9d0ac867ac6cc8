"""A day of a town hall whose residents write STOP, sign up, ask for the concert; and of machines that answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from made_groups import made_group

from smsdesk.cli import run_command
from smsdesk.desk import Desk
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.auto_replies import CLOSED_TEXT, AutoReplySettings
from smsdesk.domain.keywords import Keyword, KeywordAction
from smsdesk.domain.loop_guard import MOST_A_DAY
from smsdesk.domain.opening_hours import OpeningHours
from smsdesk.domain.opt_outs import Mode, OptOutSettings, OptOutState
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.domain.people_drafts import ContactDraft
from smsdesk.modem import virtual
from smsdesk.services.events import Changed
from smsdesk.services.notify import SendOptions

MODEM = "replies"
ANNE, BOB, MACHINE, OTHER_DESK = (f"+3363998000{number}" for number in range(1, 5))
PATIENCE_S = 120.0


class Day:
    """A desk with its engine on the virtual modem, and the residents behind its network."""

    def __init__(self, desk: Desk, modem: virtual.VirtualModem, profile: Path) -> None:
        self.desk = desk
        self.profile = profile
        self.services = desk.services
        self.modem = modem
        self._changed = threading.Event()
        self._unsubscribe = desk.services.events.subscribe(self._hear)

    def _hear(self, _changed: Changed) -> None:
        self._changed.set()

    def until(self, reached: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not reached():
            assert self._changed.wait(deadline - time.monotonic()), self.modem.ledger.texts
            self._changed.clear()

    def writes(self, sender: str, text: str) -> None:
        """Somebody writes, and the rules have looked at it."""
        before = len(self.services.inbox.list(limit=None))
        self.modem.network.deliver(sender, text)
        self.until(lambda: len(self.services.inbox.list(limit=None)) > before)
        self.settled()

    def settled(self) -> None:
        assert self.desk.engine is not None
        assert self.desk.engine.wait_idle(PATIENCE_S, settle=0.0)

    def got(self, phone: str) -> list[str]:
        return [text for to, text in self.modem.ledger.texts if to == phone]

    def end(self) -> None:
        self._unsubscribe()


@pytest.fixture
def day(profile: Path) -> Iterator[Day]:
    modem = virtual.create(MODEM, virtual.VirtualConfig(latency=0.005, reports=0.005))
    with Desk.open(profile, [f"virtual://{MODEM}"], engine=True) as desk:
        people = desk.services.people
        for name, phone in (("Anne", ANNE), ("Bob", BOB)):
            people.save_contact(ContactDraft(name, "Martin", ContactKind.RESIDENT, (Phone(phone),)))
        group = made_group(people, "Collecte des déchets", GroupKind.SERVICE)
        desk.services.keywords.save(Keyword("DECHETS", KeywordAction.LIST, group_id=group.id))
        desk.services.keywords.save(Keyword("concert", KeywordAction.ANSWER, "Samedi 12 juin, 18h."))
        opened = Day(desk, modem, profile)
        yield opened
        opened.end()
    virtual.forget(MODEM)


def test_stop_holds_for_information_but_not_for_an_alert_and_start_ends_it(day: Day) -> None:
    services = day.services
    services.opt_outs.save_settings(OptOutSettings(Mode.APPLY, Mode.APPLY))
    town = AudienceRequest(everyone=True)
    day.writes(ANNE, "Bonjour, STOP svp. Merci")
    (told,) = day.got(ANNE)
    assert "vous ne recevrez plus" in told
    services.notify.send(town, "Marché de Noël samedi")
    alert = services.notify.send(town, "Eau coupée : ne pas boire", options=SendOptions(Purpose.ALERT))
    day.settled()
    assert set(day.got(BOB)) == {"Marché de Noël samedi", "Eau coupée : ne pas boire"}
    assert day.got(ANNE)[1:] == ["Eau coupée : ne pas boire"]
    assert [each.broadcast_id for each in services.consents.overrides(ANNE)] == [alert, alert]
    day.writes(ANNE, "STOP !!!")
    assert len(day.got(ANNE)) == 2
    day.writes(ANNE, "Reprise")
    assert "à nouveau" in day.got(ANNE)[-1]
    services.notify.send(town, "Vœux du maire")
    day.settled()
    assert day.got(ANNE)[-1] == "Vœux du maire"


def test_a_long_text_with_stop_in_it_waits_for_a_person(day: Day, capsys: pytest.CaptureFixture[str]) -> None:
    day.writes(
        BOB,
        "Bonjour, nous avons déménagé à Lyon au mois d'août et les enfants sont maintenant inscrits dans une "
        "autre école, donc merci de ne plus nous envoyer de SMS. Bonne continuation à toute l'équipe.",
    )
    (waits,) = day.services.opt_outs.waiting()
    assert (waits.names, waits.state) == (("Bob Martin",), OptOutState.PROPOSED)
    assert day.got(BOB) == []
    assert run_command(["--profile", str(day.profile), "opt-outs", "apply", str(waits.id)]) == 0
    assert "in force from it: information, promotion" in capsys.readouterr().out
    day.until(lambda: day.got(BOB))


def test_lists_and_answers_by_keyword(day: Day) -> None:
    day.writes(ANNE, "inscrire déchets")
    day.writes(BOB, "Concert ?")
    assert "QUITTER DECHETS" in day.got(ANNE)[0]
    assert day.got(BOB) == ["Samedi 12 juin, 18h."]
    group = day.services.people.group_named("Collecte des déchets")
    day.services.notify.send(AudienceRequest((group.id,)), "Jeudi au lieu de mercredi")
    day.settled()
    assert day.got(ANNE)[-1] == "Jeudi au lieu de mercredi"
    assert "Jeudi au lieu de mercredi" not in day.got(BOB)
    day.writes(ANNE, "quitter dechets")
    assert day.services.people.group_named("Collecte des déchets").size == 0


def test_a_machine_that_answers_everything_is_found_out(day: Day) -> None:
    """It asks anew at each answer, for ever; the desk stops after a few."""
    day.modem.network.answer(MACHINE, lambda _text: "concert ?")
    day.writes(MACHINE, "concert ?")
    day.until(lambda: len(day.services.inbox.list(limit=None)) == MOST_A_DAY + 1)
    day.settled()
    assert len(day.got(MACHINE)) == MOST_A_DAY
    newest = day.services.auto_replies.list(1)[0]
    assert newest.withheld == "phone_limit"


def test_two_closed_desks_exchange_one_answer(day: Day) -> None:
    never = OpeningHours(((),) * 7)
    day.services.auto_replies.save_settings(AutoReplySettings(out_of_hours=True, hours=never))
    closed = CLOSED_TEXT.format(institution="La mairie d'en face", ouverture="lundi 5 janvier à 9h")
    day.modem.network.answer(OTHER_DESK, lambda _text: closed)
    day.writes(OTHER_DESK, "Bonjour, à qui parler des travaux ?")
    day.until(lambda: len(day.services.inbox.list(limit=None)) == 2)
    day.settled()
    assert len(day.got(OTHER_DESK)) == 1
    assert "réponse automatique" in day.got(OTHER_DESK)[0]
    day.writes(BOB, "Merci beaucoup")
    assert day.got(BOB) == []


def test_short_codes_and_names_get_nothing(day: Day) -> None:
    for sender in ("36180", "ORANGE"):
        day.writes(sender, "concert ?")
        day.writes(sender, "STOP")
    assert day.modem.ledger.texts == []
    assert day.services.opt_outs.list() == ()
    assert day.services.broadcasts.messages() == ()
