"""What is on the pictures: a desk after a week of work, page by page, from the demonstration."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path

from camera import Camera
from dialogs import draw_dialogs
from openpyxl import load_workbook
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from smsdesk.commands import demo
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import Group
from smsdesk.domain.questions import Question, QuestionKind, with_call_to_action
from smsdesk.domain.schedule import Reminder, SeriesDraft, Timing
from smsdesk.modem import virtual
from smsdesk.services import sample_world
from smsdesk.services.bundle import Services
from smsdesk.services.notify import SendOptions
from smsdesk.services.resources import resource_path
from smsdesk.ui.import_words import Tab
from smsdesk.ui.pages.settings import Section
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.taskbuttons import TaskButton
from smsdesk.ui.window import MainWindow

_BIRTH_COLUMN, _COURSE_COLUMN, _PHONE_COLUMN = 3, 4, 10
_PERHAPS_KNOWN = (6, 7)
"""Rows of people whose names alone will be known."""
_NEWCOMERS = (
    ("Basile", "Fontaine", "Piano"),
    ("Capucine", "Fontaine", "Guitare"),
    ("Sacha", "Okafor", "Violon"),
)
_POLL = Question(QuestionKind.CHOICES, ("samedi 12", "dimanche 13"), remind_after=24 * 60)
_POLL_TEXT = "Concert d'hiver : quel jour vous convient ?"
_POLL_ANSWERS = (
    "1",
    "Samedi svp !",
    "2",
    "dimanche plutôt",
    "1 merci",
    "B",
    "Les deux nous vont",
    "A",
    "Samedi",
)
_TABS = {
    "import-colonnes": Tab.FILE,
    "import-modifies": Tab.CHANGED,
    "import-partis": Tab.LEFT,
    "import-questions": Tab.WARNINGS,
}


def draw(camera: Camera) -> None:
    """Every page and dialog, while the desk fills."""
    window, services = camera.window, camera.window.services
    camera.wait(lambda: any(modem.state is ModemState.READY for modem in services.station.modems()))
    camera.take("welcome", Place(Route.HOME))
    sample = resource_path(*sample_world.SAMPLE)
    camera.take("import", Place(Route.IMPORT), lambda: window.page.load(sample))
    group = demo.import_sample(services, lambda _line: None)
    broadcast = demo.notify_course(services, lambda _line: None)
    camera.wait(lambda: _is_done(services, broadcast))
    phone = services.inbox.conversations(limit=1)[0].phone
    start = NotifyStart(group_ids=(group.id,), template="Absence d'un professeur")
    camera.take("home", Place(Route.HOME))
    camera.take("notify", Place(Route.NOTIFY, start), lambda: _type(window, "notify_field_date", "jeudi 3"))
    sample_world.hold_a_course_today(services, datetime.now().astimezone())
    camera.take("absence", Place(Route.ABSENCE), lambda: _choose_first(window))
    _plan(services, group.id)
    camera.take("planning", Place(Route.PLANNING))
    camera.take("alerte", Place(Route.CRISIS), lambda: _choose_first(window))
    camera.take("inbox", Place(Route.INBOX, phone))
    camera.take("people", Place(Route.PEOPLE))
    camera.take("person", Place(Route.PEOPLE), lambda: window.page.table.view.selectRow(0))
    camera.take("duplicates", Place(Route.DUPLICATES))
    camera.take("season", Place(Route.SEASON))
    camera.take("consents", Place(Route.CONSENTS))
    camera.take("broadcasts", Place(Route.BROADCASTS))
    camera.take("broadcast", Place(Route.BROADCAST, broadcast))
    camera.take("templates", Place(Route.TEMPLATES))
    camera.take("reports", Place(Route.REPORTS))
    for section in Section:
        camera.take(f"settings-{section}", Place(Route.SETTINGS, section))
    _draw_two_way(camera, group)
    _draw_import(camera, sample)
    draw_dialogs(camera, phone)


def _plan(services: Services, group: int) -> None:
    """A rehearsal each Tuesday, reminders of a concert, and the end of the inscriptions."""
    request, tomorrow = (
        AudienceRequest(group_ids=(group,)),
        datetime.now().astimezone().date() + timedelta(days=1),
    )
    evening = datetime.combine(tomorrow, time(18))
    concert = evening + timedelta(days=9, hours=2)
    for title, timing in {
        "Répétition": Timing(evening, "FREQ=WEEKLY;BYDAY=TU"),
        "Concert": Timing(event=concert, reminders=(Reminder(7, time(18)), Reminder(1, time(18)))),
        "Fin des inscriptions": Timing(evening + timedelta(days=3)),
    }.items():
        services.schedule.plan_series(SeriesDraft(request, f"{title} : {{prénom}}.", timing, title=title))


def _choose_first(window: MainWindow) -> None:
    """The first of what is offered in large: a teacher who has courses, a situation."""
    button = window.page.findChild(TaskButton)
    if button is not None:
        button.click()


def _draw_two_way(camera: Camera, group: Group) -> None:
    """A poll as it is asked, its answers, and a family that wants no more SMS."""
    window, services = camera.window, camera.window.services
    start = NotifyStart(group_ids=(group.id,), text=_POLL_TEXT)
    camera.take("question", Place(Route.NOTIFY, start), lambda: _ask(window))
    request = AudienceRequest(group_ids=(group.id,))
    phones = [message.e164 for message in services.notify.plan(request, _POLL_TEXT).messages]
    network = virtual.network_of(demo.MODEM)
    for phone, answer in zip(phones, _POLL_ANSWERS, strict=False):
        network.answer(phone, answer)
    text = with_call_to_action(_POLL_TEXT, _POLL)
    poll = services.notify.send(request, text, options=SendOptions(title=group.name, question=_POLL))
    camera.wait(lambda: services.answers.tally(poll).answered == len(_POLL_ANSWERS))
    camera.take("answers", Place(Route.BROADCAST, poll), lambda: _open_answers(window))
    network.deliver(phones[0], "STOP svp, merci")
    camera.wait(lambda: bool(services.opt_outs.waiting()))
    camera.take("stop", Place(Route.INBOX, phones[0]))


def _ask(window: MainWindow) -> None:
    """Choose a question with its choices, an end and a reminder."""
    asked = window.page.question
    evening = datetime.combine(datetime.now().astimezone().date() + timedelta(days=3), time(18)).astimezone()
    asked.begin(replace(_POLL, closes_at=evening))
    asked.worded.emit()
    asked.changed.emit()


def _open_answers(window: MainWindow) -> None:
    window.findChild(QAbstractButton, "broadcast_tab_answers").click()


def _draw_import(camera: Camera, sample: Path) -> None:
    """The steps of an import, with the list of the next term."""
    place, window = Place(Route.IMPORT), camera.window
    camera.take("import-depart", place, partial(_begin, window))
    with tempfile.TemporaryDirectory() as folder:
        window.page.load(next_term(sample, Path(folder)))
        view = window.page.plan_view
        camera.wait(view.isVisible)
        for name, tab in _TABS.items():
            camera.take(name, place, view.tabs.button(tab).click)
        view.question_pane.all_new.click()
        camera.wait(view.apply.isEnabled)
        camera.take("import-resultat", place, lambda: _import(camera))


def _begin(window: MainWindow) -> None:
    window.page.begin()


def _import(camera: Camera) -> None:
    page = camera.window.page
    page.plan_view.apply.click()
    camera.wait(lambda: page.result is not None)


def next_term(sample: Path, folder: Path) -> Path:
    """The sample as it comes back: a mother has a new phone, some left, some came, two may be known."""
    book = load_workbook(sample)
    sheet = book.active
    sheet.cell(8, _PHONE_COLUMN).value = "06 39 98 01 99"
    sheet.delete_rows(12, 3)
    for row in _PERHAPS_KNOWN:
        for column in (_BIRTH_COLUMN, *range(_COURSE_COLUMN + 1, sheet.max_column + 1)):
            sheet.cell(row, column).value = None
        sheet.cell(row, _COURSE_COLUMN).value = "Harpe"
        sheet.cell(row, _PHONE_COLUMN).value = f"06 39 98 03 {row:02d}"
    for first, last, course in _NEWCOMERS:
        blank = [None] * (_PHONE_COLUMN - _COURSE_COLUMN - 1)
        sheet.append([last, first, None, course, *blank, f"06 39 98 02 {len(first):02d}"])
    path = folder / "Inscriptions janvier.xlsx"
    book.save(path)
    return path


def _type(window: MainWindow, name: str, text: str) -> None:
    field = window.findChild(QLineEdit, name)
    if field is not None:
        field.setText(text)


def _is_done(services: Services, broadcast: int) -> bool:
    summary = services.broadcasts.get(broadcast).summary
    everything = summary.counts.get(PartState.DELIVERED, 0) == summary.messages
    return everything and services.inbox.unread_count() == len(sample_world.ANSWERS)
