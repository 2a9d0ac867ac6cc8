"""Import of a class list: choose the file, see the plan, correct it, apply it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from smsdesk.domain.class_lists import Meaning
from smsdesk.domain.folding import fold
from smsdesk.domain.import_plan import ImportPlan, ImportResult
from smsdesk.domain.people import Group
from smsdesk.domain.sentences import Sentence
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.import_drop import DropZone
from smsdesk.ui.pages.import_plan_view import PlanView
from smsdesk.ui.pages.import_result import ResultView
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.surfaces import Banner


class ImportPage(Page):
    """Three steps in one place: the file, the plan, what was done."""

    back = Place(Route.PEOPLE)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self.tr("Import a list"))
        self._path: Path | None = None
        self._plan: ImportPlan | None = None
        self._group = ""
        self._choices: dict[tuple[str, int], Meaning | None] = {}
        self._again = Button(self.tr("Read the file again"), Icon.REFRESH, Look.QUIET)
        self._again.clicked.connect(lambda: self._read(anew=False))
        self.problem = Banner("", Tone.FAILED, self._again)
        self.problem.setObjectName("import_problem")
        self.drop = DropZone()
        self.drop.chosen.connect(lambda file: self.load(Path(file)))
        self.plan_view = PlanView()
        self.plan_view.corrected.connect(self._correct)
        self.plan_view.grouped.connect(self._put_into)
        self.plan_view.applied.connect(self._apply)
        self.plan_view.another_wanted.connect(self.begin)
        self.result: ResultView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.drop)
        self._stack.addWidget(self.plan_view)
        self.first = self.drop
        self.body.addWidget(self.problem)
        self.body.addWidget(self._stack, 1)
        self.setAcceptDrops(True)

    def open(self, what: object) -> None:
        """Begin anew after an import that was done; one that is being looked at stays."""
        if self.result is not None:
            self.begin()

    def begin(self) -> None:
        """Forget the file and show where one is chosen."""
        self._path, self._plan = None, None
        self.problem.say("", Tone.FAILED)
        self.drop.set_reading("")
        self._show(self.drop)
        if self.result is not None:
            self._stack.removeWidget(self.result)
            self.result.deleteLater()
            self.result = None

    def load(self, path: Path) -> None:
        """Read a file and show what an import of it would do; nothing is changed."""
        self.begin()
        self._path = path
        self._choices, self._group = {}, ""
        self.drop.set_reading(path.name)
        self._read(anew=True)

    def _read(self, *, anew: bool) -> None:
        path, choices, importing = self._path, dict(self._choices), self.services.importing
        group = self._group or None
        if path is not None:
            self.tasks.wait_for(
                self,
                "plan",
                lambda: importing.plan(path, group=group, mapping=choices or None),
                lambda plan: self._show_plan(plan, anew=anew),
                self._refuse,
            )

    def _show_plan(self, plan: ImportPlan, *, anew: bool) -> None:
        self._plan = plan
        self.drop.set_reading("")
        self.problem.say("", Tone.FAILED)
        self.plan_view.show_plan(plan, anew=anew)
        self._show(self.plan_view)

    def _refuse(self, sentence: Sentence) -> None:
        """Nothing was changed: what is shown stays, and the sentence says what to do."""
        self.drop.set_reading("")
        self.plan_view.set_busy(False)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.problem.say(translate(sentence), Tone.FAILED)

    def _correct(self, sheet: str, index: int, meaning: Meaning | None) -> None:
        self._choices[(sheet, index)] = meaning
        self._read(anew=False)

    def _put_into(self, group: str) -> None:
        self._group = group
        self._read(anew=False)

    def _apply(self, accepted: bool) -> None:
        plan, services = self._plan, self.services
        if plan is None:
            return

        def apply() -> tuple[ImportResult, tuple[Group, ...]]:
            result = services.importing.apply(plan, accept_warnings=accepted)
            wanted = {fold(name) for name in result.groups}
            return result, tuple(group for group in services.people.groups() if fold(group.name) in wanted)

        self.plan_view.set_busy(True)
        self.tasks.change(self, apply, lambda done: self._show_result(*done), self._refuse)

    def _show_result(self, result: ImportResult, groups: tuple[Group, ...]) -> None:
        self.problem.say("", Tone.FAILED)
        self.result = ResultView(result, groups)
        self.result.navigate.connect(self.navigate)
        self.result.another_wanted.connect(self.begin)
        self._stack.addWidget(self.result)
        self._show(self.result)

    def _show(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        self.first = widget
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.load(path)


def _dropped(event: QDropEvent) -> Path | None:
    """The file that is dragged, when it is exactly one on this computer."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
