"""What comes in is shown as what it is: in pieces, unreadable, from a carrier, as a vote; and kept on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot
from two_way_desk import COURSE, IRIS, LEA, QUICK, TOM, ZOE, DeskTerminal, Window, people

from smsdesk.app import build
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.inbox_views import InboxFilter
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.modem import virtual
from smsdesk.modem.virtual import tpdu
from smsdesk.services.notify import SendOptions
from smsdesk.storage import received
from smsdesk.ui import paper
from smsdesk.ui.pages.inbox import InboxPage
from smsdesk.ui.pages.inbox_bubbles import BubbleRow
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.chips import Chip

MODEM = "two-way-shown"
LONG = "Bonjour, Léa a de la fièvre depuis hier soir et ne pourra pas venir au cours de jeudi. " * 3
GARBAGE = "07913386094000F0FFFFFF"

translate = QCoreApplication.translate


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, QUICK)
    virtual.forget(MODEM)


@pytest.fixture
def opened(qtbot: QtBot, profile: Path, modem: virtual.VirtualModem) -> Iterator[Window]:
    """The inbox of a desk that knows its families."""
    people(profile)
    _app, main = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    window = Window(qtbot, main)
    main.go(Place(Route.INBOX))
    yield window
    main.close()


def inbox(window: Window) -> InboxPage:
    page = window.window.page
    assert isinstance(page, InboxPage)
    return page


def listed(window: Window) -> set[str]:
    return {row.phone for row in inbox(window).list.model.rows}


def talk(window: Window, phone: str) -> BubbleRow:
    """Open a conversation by its row; gives its last bubble."""
    window.until(lambda: phone in listed(window))
    page = inbox(window)
    at = page.list.model.position(phone)
    assert at is not None
    page.list.view.setCurrentIndex(page.list.model.index(at, 0))
    window.until(lambda: page.shown() == phone and bool(page.bubbles.bubbles))
    return page.bubbles.bubbles[-1]


def chips(bubble: BubbleRow) -> list[str]:
    return [chip.text for chip in bubble.findChildren(Chip)]


def choose(menu: QMenu, words: str) -> None:
    """The entry of a menu that begins with these words."""
    (entry,) = [each for each in menu.actions() if each.text().startswith(words)]
    entry.trigger()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_message_in_pieces_is_shown_with_its_gap_and_becomes_whole(
    opened: Window,
    modem: virtual.VirtualModem,
    profile: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(received, "INCOMPLETE_SHOWN_AFTER", timedelta(seconds=1))  # nobody waits here
    envelope = tpdu.Envelope(LEA, datetime.now(UTC))
    first, second = (pdu.hex().upper() for pdu in tpdu.encode_delivers(envelope, LONG, 7))
    modem.network.deliver_raw(second)
    bubble = talk(opened, LEA)
    assert bubble.words.plain.startswith("[…]")
    missing = translate("inbox", "A part is missing")
    assert missing in chips(bubble)
    modem.network.deliver_raw(first)
    opened.until(lambda: inbox(opened).bubbles.bubbles[-1].words.plain == LONG)
    assert missing not in chips(inbox(opened).bubbles.bubbles[-1])

    opened.window.close()
    (told,) = DeskTerminal(profile, capsys, MODEM).json("inbox")
    assert (told["text"], told["complete"]) == (LONG, True)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_what_nobody_can_read_and_what_no_family_wrote_stand_apart_from_answers(
    opened: Window, modem: virtual.VirtualModem, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    modem.network.deliver_raw(GARBAGE)
    modem.network.deliver("ORANGE", "Votre facture est disponible : http://o.example")
    modem.network.deliver("36105", "Info conso : 12 SMS.")
    modem.network.deliver(LEA, "Bonjour")
    opened.until(lambda: listed(opened) == {"", LEA})
    unreadable = talk(opened, "")
    assert unreadable.raw is not None
    assert unreadable.raw.isHidden()
    opened.click("inbox_details")
    assert unreadable.raw.isVisible()
    assert unreadable.raw.plain == GARBAGE
    assert inbox(opened).reply.currentIndex() == 1  # nobody to answer to

    opened.until(lambda: opened.services.inbox.counts().unread_apart == 2)
    filters = inbox(opened).list.filters
    apart = translate("ListFilters", "Services and carriers")
    opened.until(lambda: any(each.text() == f"{apart} (2)" for each in filters.menu.actions()))
    choose(filters.menu, apart)
    opened.until(lambda: listed(opened) - {""} == {"ORANGE", "36105"})
    bill = talk(opened, "ORANGE")
    assert bill.words.plain.endswith("http://o.example")
    assert inbox(opened).reply.currentIndex() == 1
    assert {each.phone for each in opened.services.inbox.conversations(show=InboxFilter.TODO)} == {"", LEA}

    opened.window.close()
    terminal = DeskTerminal(profile, capsys, MODEM)
    kinds = {each["from"]: (each["kind"], each["text"] is None) for each in terminal.json("inbox")}
    assert kinds[""] == ("undecodable", True)
    assert kinds["ORANGE"] == ("sms", False)
    assert {each["phone"] for each in terminal.json("conversations", "--apart")} == {"ORANGE", "36105"}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_vote_is_told_beside_its_message_and_leaves_nothing_to_do(
    opened: Window, modem: virtual.VirtualModem, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for phone, answer in (
        (LEA, "2"), (TOM, "Dimanche, mais à quelle heure ?"), (ZOE, "Bien reçu, merci !"), (IRIS, "oui")
    ):  # fmt: skip
        modem.network.answer(phone, answer)
    services = opened.services
    question = Question(QuestionKind.CHOICES, ("samedi", "dimanche"))
    number = services.notify.send(
        AudienceRequest(group_ids=(services.people.group_named(COURSE).id,)),
        "Quel jour ?",
        options=SendOptions(title="Jour du concert", question=question),
    )
    opened.until(lambda: services.answers.tally(number).answered == 4)
    opened.until(lambda: services.inbox.counts().todo == 3)
    todo = {each.phone for each in services.inbox.conversations(show=InboxFilter.TODO)}
    assert todo == {TOM, ZOE, IRIS}
    voted = talk(opened, LEA)
    assert voted.shown.about is not None
    assert voted.shown.about.title == "Jour du concert"
    assert "dimanche" in chips(voted)
    assert services.inbox.conversation(LEA).done
    opened.click("inbox_done")  # taken up again all the same
    opened.until(lambda: not services.inbox.conversation(LEA).done)

    opened.window.close()
    terminal = DeskTerminal(profile, capsys, MODEM)
    assert {each["phone"] for each in terminal.json("conversations", "--todo")} == {LEA, TOM, ZOE, IRIS}


class PrintsIntoFile(QPrintDialog):
    """Somebody who chooses to print into a file, and presses Print."""

    file: Path

    def __init__(self, printer: QPrinter, parent: object) -> None:
        super().__init__(printer)
        self._printer = printer

    def exec(self) -> int:
        self._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self._printer.setOutputFileName(str(self.file))
        return QDialog.DialogCode.Accepted.value


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_conversation_goes_on_paper_and_into_files_by_its_menu(
    opened: Window, modem: virtual.VirtualModem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "QPrintDialog", PrintsIntoFile)
    PrintsIntoFile.file = tmp_path / "printed.pdf"
    modem.network.deliver(LEA, "=1+1 <b>merci</b>\u202e")
    talk(opened, LEA)
    menu = inbox(opened).talk.head.menu
    choose(menu, translate("ThreadHead", "Print the conversation…"))
    opened.until(
        lambda: PrintsIntoFile.file.exists() and PrintsIntoFile.file.read_bytes().endswith(b"%%EOF\n")
    )
    for words, name in (("Conversation as PDF…", "fil.pdf"), ("Conversation as a file…", "fil.txt")):
        choose(menu, translate("ThreadHead", words))
        opened.save_as(tmp_path / name)
    assert (tmp_path / "fil.pdf").read_bytes().startswith(b"%PDF")
    said = (tmp_path / "fil.txt").read_text(encoding="utf-8-sig")
    assert "Léa Martin" in said
    assert "=1+1 <b>merci</b>⟨U+202E⟩" in said
