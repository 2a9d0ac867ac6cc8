"""Accueil, Modèles and Réglages over real services."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from page_desk import PageDesk, child, nameless
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from sent_desk import advance, send

from smsdesk.cli import run_command
from smsdesk.domain.diagnosis import Diagnosis, Finding, Level
from smsdesk.domain.modems import ModemState, ModemStatus
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.sentences import say
from smsdesk.domain.views import QueueSummary
from smsdesk.modem import virtual
from smsdesk.modem.doctor import diagnose
from smsdesk.ui import status
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.frame import StatusLine
from smsdesk.ui.pages.home import HomePage
from smsdesk.ui.pages.settings import SettingsPage
from smsdesk.ui.pages.settings_modem import ModemCard, finding_row
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.surfaces import ClickableCard


def words(widget: QWidget) -> str:
    texts = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(text for text in texts if text)


class TestHome:
    def test_three_tasks(self, desk: PageDesk) -> None:
        desk.person("Léa", "Martin", "+33639980001")
        page = desk.show(HomePage)
        for name in ("home_absence", "home_class", "home_alert"):
            child(page, name).click()
        assert desk.gone_to == [Place(Route.ABSENCE), Place(Route.NOTIFY, NotifyStart()), Place(Route.CRISIS)]
        assert nameless(page) == []

    def test_what_was_sent_and_what_was_answered(self, desk: PageDesk) -> None:
        number = send(desk, 3)
        page = desk.show(HomePage)
        desk.comes("+33639980000", "Bien reçu\u202e, merci")
        desk.until(lambda: len(page.findChildren(ClickableCard)) >= 2)
        desk.until(
            lambda: "1 unread" in " ".join(chip.accessibleName() for chip in page.findChildren(QWidget))
        )
        cards = {card.accessibleName().partition(":")[0]: card for card in page.findChildren(ClickableCard)}
        assert "\u202e" not in words(page)
        for card in cards.values():
            card.activated.emit()
        assert Place(Route.BROADCAST, number) in desk.gone_to
        assert Place(Route.INBOX, "+33639980000") in desk.gone_to

    def test_what_is_uncertain_is_asked_for(self, desk: PageDesk) -> None:
        page = desk.show(HomePage)
        advance(desk, send(desk, 2), [PartState.UNKNOWN, PartState.UNKNOWN])
        desk.until(lambda: "For 2 messages" in words(page))


def modem(state: ModemState, **more: object) -> ModemStatus:
    return ModemStatus("/dev/ttyUSB0", state, say("The modem is ready."), **more)  # type: ignore[arg-type]


class TestSettings:
    def page(self, desk: PageDesk) -> SettingsPage:
        page = desk.show(SettingsPage)
        assert isinstance(page, SettingsPage)
        return page

    def test_controls_have_names(self, desk: PageDesk) -> None:
        assert nameless(self.page(desk)) == []

    def test_the_institution_is_kept(self, desk: PageDesk) -> None:
        page = self.page(desk)
        page.institution.name.setText("  Conservatoire   de Dole ")
        page.institution.name.editingFinished.emit()
        desk.until(lambda: desk.services.preferences.read().institution == "Conservatoire de Dole")

    def test_language_and_appearance_are_kept(self, desk: PageDesk) -> None:
        page = self.page(desk)
        for picker, value in ((page.window_card.language, "en"), (page.window_card.appearance, "dark")):
            index = picker.findData(value)
            picker.setCurrentIndex(index)
            picker.activated.emit(index)
        desk.until(lambda: desk.services.preferences.read().appearance == "dark")
        assert desk.services.preferences.read().language == "en"

    def test_all_sending_is_held_and_let_go(self, desk: PageDesk) -> None:
        page = self.page(desk)
        child(page, "settings_hold").click()
        desk.until(lambda: desk.services.station.queue().paused and not page._station.go_on.isHidden())
        child(page, "settings_go_on").click()
        desk.until(lambda: not desk.services.station.queue().paused and not page._station.hold.isHidden())

    def test_the_pin_is_asked_for_when_the_modem_asks_and_is_not_kept_in_the_field(
        self, qtbot: QtBot
    ) -> None:
        assert ModemCard(modem(ModemState.READY)).findChild(QWidget, "settings_pin") is None
        card = ModemCard(modem(ModemState.PIN_NEEDED))
        qtbot.addWidget(card)
        entered: list[tuple[str, str]] = []
        card.pin_entered.connect(lambda *given: entered.append(given))
        field, button = child(card, "settings_pin"), child(card, "settings_pin_enter")
        qtbot.keyClicks(field, "12")
        assert not button.isEnabled()
        qtbot.keyClicks(field, "x34")
        button.click()
        assert entered == [("/dev/ttyUSB0", "1234")]
        assert field.text() == ""
        assert field.echoMode() == field.EchoMode.Password

    def test_a_finding_says_what_is_so_what_it_means_and_what_to_do(self, qtbot: QtBot) -> None:
        finding = Finding(Level.PROBLEM, say("No SIM"), say("It has none."), say("Put one in."))
        row = finding_row(finding)
        qtbot.addWidget(row)
        row.show()
        assert words(row).splitlines() == ["No SIM", "It has none.", "Put one in."]
        row.close()

    def test_the_doctor_is_shown(self, desk: PageDesk, monkeypatch: pytest.MonkeyPatch) -> None:
        page = self.page(desk)
        found = Diagnosis((Finding(Level.OK, say("A modem answers here.")),))
        monkeypatch.setattr(desk.services.station, "diagnose", lambda: found)
        child(page, "settings_doctor").click()
        desk.until(lambda: "A modem answers here." in words(page))
        assert child(page, "settings_doctor").isEnabled()

    def test_the_doctor_says_the_same_as_the_command(
        self,
        desk: PageDesk,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """Port for port, sentence for sentence, in the same order."""
        urls = ["virtual://ward?pin=1234", "/dev/ttyNONE9", "virtual://other"]
        named = [word for url in urls for word in ("--modem", url)]
        run_command(["--profile", str(tmp_path / "none"), *named, "modem", "doctor"])
        told = [line[len("PROBLEM  ") :] for line in capsys.readouterr().out.splitlines()]
        monkeypatch.setattr(desk.services.station, "diagnose", lambda: diagnose(urls))
        page = self.page(desk)
        child(page, "settings_doctor").click()
        desk.until(lambda: told[-1] in words(page))
        shown = words(page).splitlines()
        assert shown[shown.index(told[0]) :][: len(told)] == told
        for name in ("ward", "other"):
            virtual.forget(name)


class TestStatusLine:
    def test_the_modem_that_comes_nearest_to_sending_is_shown(self) -> None:
        both = (modem(ModemState.NOT_FOUND), modem(ModemState.READY, operator="Orange F", signal=64))
        line = status.modem_line(both)
        assert line.text == "Modem ready · Orange F · good signal"
        assert line.tone is Tone.DELIVERED

    @pytest.mark.parametrize("state", list(ModemState))
    def test_every_state_has_its_words(self, state: ModemState) -> None:
        line = status.modem_line((modem(state),))
        assert line.text
        assert status.modem_look(state) == (line.icon, line.tone) or state is ModemState.READY

    def test_without_a_modem_it_says_what_to_do(self) -> None:
        assert "plug in" in status.modem_line(()).text

    @pytest.mark.parametrize(
        ("signal", "text"), [(None, ""), (10, "weak signal"), (30, "fair signal"), (80, "good signal")]
    )
    def test_signal(self, signal: int | None, text: str) -> None:
        assert status.signal_words(signal) == text

    def test_in_little_room_each_piece_says_its_beginning(self, qtbot: QtBot) -> None:
        line = StatusLine()
        qtbot.addWidget(line)
        ready = modem(ModemState.READY, operator="Orange F", signal=64)
        line.resize(2000, line.sizeHint().height())
        line.show()
        status.show(line, (ready,), QueueSummary(12, 1, 0, 180, False, None))
        assert line.modem.text() == "Modem ready · Orange F · good signal"
        line.resize(line.sizeHint().width() - 1, line.height())
        assert (line.modem.text(), line.queue.text()) == ("Modem ready", "13 waiting")
        assert line.modem.toolTip() == line.modem.accessibleName() == "Modem ready · Orange F · good signal"
        line.resize(2000, line.height())
        assert line.queue.text() == "13 waiting · 3 min"

    def test_the_queue(self) -> None:
        queue = QueueSummary(12, 1, 0, 180, False, None)
        assert status.queue_line(queue).text == "13 waiting · 3 min"
        assert status.queue_line(replace(queue, paused=True)).text == "Sending is held · 13 waiting"
        assert status.queue_line(replace(queue, waiting=0, in_flight=0)).text == "Nothing waiting"
        assert status.uncertain_line(queue).text == ""
        assert status.uncertain_line(replace(queue, uncertain=2)).text.startswith("2 ")
