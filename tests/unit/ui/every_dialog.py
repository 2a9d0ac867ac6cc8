"""Everything that opens over a page, each dialog with something in it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from page_desk import PageDesk
from PySide6.QtWidgets import QDialog

import smsdesk.ui
from smsdesk.domain.answer_views import Candidate
from smsdesk.domain.errors import InputError, ProfileError
from smsdesk.domain.sentences import say
from smsdesk.domain.views import Template
from smsdesk.services.safekeeping import Inside
from smsdesk.services.template_sharing import Conflict, TemplateImport
from smsdesk.ui.closing import ClosingQuestion, LeftBehind
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.dialog_help import HelpWindow
from smsdesk.ui.help_topics import Topic
from smsdesk.ui.keys_overview import KeysOverview
from smsdesk.ui.pages.group_chooser import GroupChooser
from smsdesk.ui.pages.inbox_about import AboutChooser
from smsdesk.ui.pages.inbox_give import PhoneOwnerChooser
from smsdesk.ui.pages.inbox_templates import TemplateChooser
from smsdesk.ui.pages.settings_data_back import BackQuestion
from smsdesk.ui.pages.template_sharing import ImportDialog
from smsdesk.ui.palette import Entry, Palette
from smsdesk.ui.places import Place, Route
from smsdesk.ui.starting import StartRefused
from smsdesk.ui.trouble_words import told
from smsdesk.ui.troubles import TroubleDialog, details
from smsdesk.ui.widgets.search_dialog import SearchDialog
from smsdesk.ui.window import MainWindow

NOW = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
TEMPLATE = Template(1, "Piano", "Concert", "Bonjour")
FULL = say(
    "The disk is full: nothing can be kept in {path}. Free some space; nothing was lost.", path="/Concert"
)

Make = Callable[[PageDesk, MainWindow], QDialog]


def _trouble(_desk: PageDesk, window: MainWindow) -> QDialog:
    return TroubleDialog(window, told(FULL, InputError), details(FULL))


MAKERS: dict[type[QDialog], Make] = {
    AboutChooser: lambda _desk, window: AboutChooser(window, [Candidate(1, "Concert", NOW, asks=True)], 1),
    BackQuestion: lambda _desk, window: BackQuestion(window, "Concert", Inside(12, 3, NOW)),
    ClosingQuestion: lambda _desk, window: ClosingQuestion(window, LeftBehind(3, 1, NOW), NOW),
    GroupChooser: lambda desk, window: GroupChooser(window, "Piano", desk.services.people.groups()),
    HelpWindow: lambda desk, window: HelpWindow(_trouble(desk, window), Topic()),
    ImportDialog: lambda _desk, window: ImportDialog(
        window, TemplateImport((), (), (Conflict(TEMPLATE, TEMPLATE),), ())
    ),
    KeysOverview: lambda _desk, window: KeysOverview(window),
    Palette: lambda _desk, window: Palette(window, [Entry("Concert", Place(Route.HOME), Icon.HOME)]),
    PhoneOwnerChooser: lambda desk, window: PhoneOwnerChooser(
        window, window.tasks, desk.services.people.contacts, "+33639970009"
    ),
    StartRefused: lambda _desk, _window: StartRefused(ProfileError(FULL), None),
    TemplateChooser: lambda _desk, window: TemplateChooser(window, [(TEMPLATE, "Bonjour")]),
    TroubleDialog: _trouble,
}


def every_dialog() -> set[type[QDialog]]:
    """The dialogs that stand in the code of the window, also those of a module that nobody imported yet."""
    return {found for found in _below(QDialog) if found is not SearchDialog}


def _below(base: type[QDialog]) -> Iterator[type[QDialog]]:
    for module in pkgutil.walk_packages(smsdesk.ui.__path__, "smsdesk.ui."):
        importlib.import_module(module.name)
    waiting = [base]
    while waiting:
        for each in waiting.pop().__subclasses__():
            waiting.append(each)
            if each.__module__.startswith("smsdesk.ui.") and not each.__module__.startswith(
                "smsdesk.ui.gallery"
            ):
                yield each
