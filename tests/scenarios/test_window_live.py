"""A send that goes wrong here and there, followed and put right at the window by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from keys_alone import Key, Keys
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.desk import Desk
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft
from smsdesk.modem import virtual
from smsdesk.services.notify import SendOptions
from smsdesk.ui.places import Place, Route

MODEM = "live"
LEA, TOM, ZOE, SECOND = (f"+3363998004{number}" for number in range(1, 5))
HOME = "+33199001234"


@pytest.fixture
def sent(profile: Path) -> int:
    """Four families: one that gets it, one whose phone is off, one that is uncertain, one with a landline only."""
    with Desk.open(profile) as desk:
        people, pupils = desk.services.people, []
        families = {"Léa": [LEA], "Tom": [TOM, SECOND], "Zoé": [ZOE], "Iris": [HOME]}
        for name, phones in families.items():
            guardians = [
                people.save_contact(
                    ContactDraft(
                        f"Parent{at}", name, ContactKind.GUARDIAN, (Phone(each, mobile=each != HOME),)
                    )
                ).id
                for at, each in enumerate(phones)
            ]
            links = tuple(GuardianDraft(each) for each in guardians)
            pupils.append(
                people.save_contact(ContactDraft(name, "Roux", ContactKind.PUPIL, guardians=links)).id
            )
        request = AudienceRequest(contact_ids=tuple(pupils), second_guardian_after=30)
        return desk.services.notify.send(
            request, "Pas de cours, {prénom}", options=SendOptions(title="Piano")
        )


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    faults = (f"report=46,to={TOM}", f"bare-error,to={ZOE},at=taken", f"report=lost,to={ZOE}")
    yield virtual.create(MODEM, virtual.VirtualConfig(faults=faults))
    virtual.forget(MODEM)


@pytest.fixture
def keys(qtbot: QtBot, profile: Path, sent: int, modem: virtual.VirtualModem) -> Iterator[Keys]:
    _app, window = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    window.activateWindow()
    hands = Keys(qtbot, window)
    hands.until(window.isActiveWindow)
    yield hands
    window.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_followed_called_and_decided_by_keys_alone(
    keys: Keys, sent: int, modem: virtual.VirtualModem
) -> None:
    services = keys.window.services
    keys.window.go(Place(Route.BROADCAST, sent))
    page = keys.window.page

    def counts() -> dict[PartState, int]:
        return dict(services.broadcasts.get(sent).summary.counts)

    keys.until(lambda: counts() == {PartState.DELIVERED: 1, PartState.EXPIRED: 1, PartState.UNKNOWN: 1})
    # The second guardian of the one that failed is told by the program itself.
    keys.until(lambda: SECOND in [to for to, _ in modem.ledger.texts])
    keys.until(lambda: page.calls.model.rowCount() == 2)  # Zoé, who is uncertain, and Iris's landline
    keys.tab_to("broadcast_tab_people")
    keys.press(Key.Key_Right)
    assert keys.at.objectName() == "broadcast_tab_calls"
    keys.tab_to("calls_table")
    keys.press(Key.Key_Down)
    assert page.calls.card.name.text() == "Iris Roux"
    keys.tab_to("call_called")
    keys.press(Key.Key_Space)
    keys.until(lambda: services.following.calling_list(sent).called == 1)
    keys.tab_to("call_note")
    keys.type("Appelee")
    keys.press(Key.Key_Return)
    keys.until(
        lambda: "Appelee" in [e.call.note for e in services.following.calling_list(sent).entries if e.call]
    )
    keys.tab_to("broadcast_tab_calls")
    keys.press(Key.Key_Left)
    keys.tab_to("decision_sent")
    keys.press(Key.Key_Return)
    keys.until(lambda: PartState.UNKNOWN not in counts())
    assert [to for to, _ in modem.ledger.texts].count(ZOE) == 1
