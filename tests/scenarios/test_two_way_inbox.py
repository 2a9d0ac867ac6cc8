"""A morning at the open inbox: somebody unknown writes, gets a name and an answer, and is kept on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot
from two_way_desk import QUICK, STRANGER, DeskTerminal, Window, people, sms_to

from smsdesk.app import build
from smsdesk.modem import virtual
from smsdesk.ui.pages.inbox import InboxPage
from smsdesk.ui.pages.inbox_give import PhoneOwnerChooser
from smsdesk.ui.places import Place, Route

MODEM = "two-way-inbox"
ASKED = "Bonjour, c'est la maman de Léa\u202e, à quelle heure finit le cours ? =1+1 http://exemple.fr"
TOLD = "À 17h30. Bonne journée"


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, QUICK)
    virtual.forget(MODEM)


@pytest.fixture
def window(qtbot: QtBot, profile: Path, modem: virtual.VirtualModem) -> Iterator[Window]:
    people(profile)
    _app, main = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    yield Window(qtbot, main)
    main.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_stranger_gets_a_name_an_answer_and_a_place_in_the_files(
    window: Window,
    modem: virtual.VirtualModem,
    profile: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window.window.go(Place(Route.INBOX))
    page = window.window.page
    assert isinstance(page, InboxPage)
    window.until(page.teaching.isVisible)
    modem.network.deliver(STRANGER, ASKED)
    window.until(lambda: [row.phone for row in page.list.model.rows] == [STRANGER])
    page.list.view.setCurrentIndex(page.list.model.index(0, 0))
    window.until(lambda: len(page.bubbles.bubbles) == 1)
    assert "⟨U+202E⟩" in page.bubbles.bubbles[0].words.plain

    window.click("inbox_give")
    chooser = page.findChild(PhoneOwnerChooser)
    window.qtbot.keyClicks(chooser.finder.search, "lea")
    window.until(lambda: chooser.finder.list.count() == 1)
    chooser.finder.list.itemClicked.emit(chooser.finder.list.item(0))
    window.until(lambda: page.talk.head.name.accessibleName() == "Léa Martin")

    me = window.services.preferences.person
    (who_answers,) = [each.menu() for each in page.talk.head.menu.actions() if each.menu() is not None]
    next(each for each in who_answers.actions() if me in each.text()).trigger()
    window.until(lambda: window.services.inbox.conversation(STRANGER).assigned_to == me)
    page.reply.text.setPlainText(TOLD)
    window.click("inbox_reply_send")
    window.until(lambda: sms_to(modem, STRANGER) == [TOLD])
    window.until(lambda: window.services.inbox.answer_times().answered == 1)
    window.until(lambda: window.services.inbox.counts().todo == 0)

    sheet = tmp_path / "léa.xlsx"
    page.acts.sheets.write_table(sheet, STRANGER)
    window.until(sheet.exists)
    window.window.close()
    cells = [str(cell.value) for row in load_workbook(sheet).active.iter_rows() for cell in row if cell.value]
    assert any("⟨U+202E⟩" in each for each in cells)
    assert not any("\u202e" in each for each in cells)

    terminal = DeskTerminal(profile, capsys, MODEM)
    told = terminal.json("conversation", STRANGER, "--export", str(tmp_path / "léa.txt"))
    assert told["messages"] == 2
    assert TOLD in (tmp_path / "léa.txt").read_text(encoding="utf-8-sig")
    kept = terminal.json("conversation", STRANGER)
    assert (kept["contacts"], kept["assigned_to"], kept["done"]) == (["Léa Martin"], me, True)
