"""What opens over a page, for the pictures: each with something in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from camera import Camera
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.views import Template
from smsdesk.services.template_sharing import Conflict, TemplateImport
from smsdesk.ui import window_keys
from smsdesk.ui.closing import ClosingQuestion, LeftBehind
from smsdesk.ui.keys_overview import KeysOverview
from smsdesk.ui.pages.group_chooser import GroupChooser
from smsdesk.ui.pages.inbox_about import AboutChooser
from smsdesk.ui.pages.inbox_give import PhoneOwnerChooser
from smsdesk.ui.pages.inbox_templates import TemplateChooser
from smsdesk.ui.pages.template_sharing import ImportDialog
from smsdesk.ui.palette import Palette
from smsdesk.ui.places import Place, Route
from smsdesk.ui.trouble_words import told
from smsdesk.ui.troubles import TroubleDialog, details
from smsdesk.ui.window import MainWindow


def draw_dialogs(camera: Camera, phone: str) -> None:
    """Every dialog, over the start page; `phone` has had messages."""
    window = camera.window
    window.go(Place(Route.HOME))
    camera.settle()
    for name, dialog in _dialogs(window, phone):
        camera.take_dialog(f"dialog-{name}", dialog)
    camera.take("help", Place(Route.HOME), window.toggle_help)
    window.toggle_help()


def _dialogs(window: MainWindow, phone: str) -> Iterator[tuple[str, QDialog]]:
    services, now = window.services, datetime.now().astimezone()
    groups = services.people.groups()
    QTest.keySequence(window, QKeySequence(window_keys.FIND))
    yield "palette", window.findChild(Palette)
    yield "keys", KeysOverview(window)
    yield "closing", ClosingQuestion(window, LeftBehind(26, 2, now + timedelta(hours=3)), now)
    yield "group", GroupChooser(window, "Piano", groups)
    yield "owner", PhoneOwnerChooser(window, window.tasks, services.people.contacts, phone)
    yield "about", AboutChooser(window, services.answers.candidates(phone), None)
    templates = services.templates.list()
    yield "templates", TemplateChooser(window, [(each, each.body) for each in templates])
    yield "import", ImportDialog(window, TemplateImport((), (), (_conflict(templates[0]),), ()))
    error = InputError(say("The disk is full: nothing can be kept in {path}. Free some space; nothing was"
                           " lost.", path="/home/claire/smsdesk"))  # fmt: skip
    what = told(error.sentence, InputError)
    yield "trouble", TroubleDialog(window, what, details(error.sentence))


def _conflict(ours: Template) -> Conflict:
    return Conflict(ours, Template(0, ours.name, ours.category, f"{ours.body} Merci de votre patience."))
