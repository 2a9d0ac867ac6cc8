"""Import of class lists: files or pasted rows, the plan of what would happen, and then what was done."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QLocale, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QStackedWidget, QWidget

from smsdesk.domain.class_lists import Choice
from smsdesk.domain.folding import fold
from smsdesk.domain.import_plan import ImportPlan, ImportResult, PastImport, Progress
from smsdesk.domain.people import Group
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.services.events import Topic
from smsdesk.services.history import Entry
from smsdesk.services.long_work import LongWork
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.i18n import translate
from smsdesk.ui.import_words import Tab
from smsdesk.ui.models.import_plan import PlanRows
from smsdesk.ui.pages.import_drop import DropZone
from smsdesk.ui.pages.import_past import SHOWN, PastImports
from smsdesk.ui.pages.import_plan_view import PlanView
from smsdesk.ui.pages.import_result import ResultView
from smsdesk.ui.pages.import_source import Report, Source
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.pages.saving_files import ask_path
from smsdesk.ui.places import ImportStart, Place, Route
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.surfaces import Banner


class ImportPage(Page):
    """Three steps in one place: the files, the plan, what was done."""

    back = Place(Route.PEOPLE)
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PEOPLE})
    _progressed = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self.tr("Import a list"))
        self._source = Source()
        self._stop = threading.Event()
        """Set: what is being read is no longer wanted."""
        self._again = Button(self.tr("Read the file again"), Icon.REFRESH, Look.QUIET)
        self._again.setObjectName("import_again")
        self._again.clicked.connect(lambda: self._read(anew=not self._shows_plan))
        self.problem = Banner("", Tone.FAILED, self._again)
        self.problem.setObjectName("import_problem")
        self.drop = DropZone()
        self.past = PastImports(self.clock)
        self.plan_view: PlanView = PlanView()
        self._start = self._make_start()
        self.result: ResultView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._start)
        self._stack.addWidget(self.plan_view)
        self.first = self.drop.first
        self.body.addWidget(self.problem)
        self.body.addWidget(self._stack, 1)
        self.setAcceptDrops(True)
        self._connect()

    def _make_start(self) -> QWidget:
        layout = column(space=tokens.SPACE_M)
        layout.addWidget(self.drop, 1)
        layout.addWidget(self.past)
        start = QWidget()
        start.setLayout(layout)
        return start

    def _connect(self) -> None:
        self.drop.chosen.connect(lambda files: self.load([Path(file) for file in files]))
        self.drop.pasted.connect(self.paste)
        self.drop.cancelled.connect(self.begin)
        self.past.undone.connect(self._undo_past)
        self._progressed.connect(self.drop.show_progress)
        pane = self.plan_view.file_pane
        pane.corrected.connect(self._correct)
        pane.grouped.connect(lambda group: self._read_with(group=group or None))
        pane.forgotten.connect(self._forget_columns)
        pane.unhidden.connect(lambda: self._read_with(hidden=True))
        self.plan_view.rows.saving.connect(self._save_rejected)
        self.plan_view.answered.connect(self._plan_with_answers)
        self.plan_view.rows.rows_wanted.connect(self._look_up)
        self.plan_view.applied.connect(self._apply)
        self.plan_view.another_wanted.connect(self.begin)
        self.plan_view.rows.copied.connect(
            lambda count: self.notices.toast(self.tr("%n rows copied", "", count))
        )
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    def open(self, what: object) -> None:
        """Begin anew after an import that was done; one that is being looked at stays."""
        if isinstance(what, ImportStart):
            if what.text:
                self._load_text(what.text)
            else:
                self.load(what.paths)
        elif isinstance(what, Source):
            self._load(what)
        elif self.result is not None:
            self.begin()

    def shown(self) -> object:
        return self._source or None

    def refresh(self) -> None:
        importing = self.services.importing
        self.tasks.read(self, "past", lambda: importing.imports(SHOWN), self.past.show_imports)

    def begin(self) -> None:
        """Forget the file, end its reading, and show where one is chosen."""
        self._stop.set()
        self._source = Source()
        self.problem.say("", Tone.FAILED)
        self.drop.set_reading("")
        self._show(self._start)
        if self.result is not None:
            self._stack.removeWidget(self.result)
            self.result.deleteLater()
            self.result = None

    def load(self, paths: Path | Sequence[Path]) -> None:
        """Read files and show what an import of them would do; nothing is changed."""
        wanted = (paths,) if isinstance(paths, Path) else tuple(paths)
        self._load(Source(paths=wanted, name=", ".join(path.name for path in wanted)))

    def _load_text(self, text: str) -> None:
        self._load(Source(text=text, name=self.tr("Pasted rows")))

    def paste(self) -> None:
        """Take what is on the clipboard: rows of a spreadsheet, or files."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None while it is empty
        files = _files(data) if data else []
        if files:
            self.load(files)
        elif data and data.text().strip():
            self._load_text(data.text())
        else:
            self.notices.toast(self.tr("Nothing to paste: copy the rows of your list first."))

    def _load(self, source: Source) -> None:
        self.begin()
        self._source = source
        self.plan_view.questions.forget()
        self.drop.set_reading(source.name)
        self._read(anew=True)

    def _read_with(self, **said: object) -> None:
        """Read once more, with what a person has just said."""
        self._source = replace(self._source, **said)  # type: ignore[arg-type]  # the fields by their names
        self._read(anew=False)

    def _read(self, *, anew: bool) -> None:
        if not self._source:
            return
        source, importing, answers = (
            self._source,
            self.services.importing,
            dict(self.plan_view.questions.answers),
        )
        self._work(
            lambda progress, cancelled: source.plan(importing, answers, progress, cancelled), anew=anew
        )

    def _plan_with_answers(self) -> None:
        plan, importing = self.plan_view.plan, self.services.importing
        answers = dict(self.plan_view.questions.answers)
        self._work(lambda _progress, _cancelled: importing.answer(plan, answers), anew=False)

    def _work(
        self,
        work: Callable[[Callable[[Progress], None], Callable[[], bool]], ImportPlan],
        *,
        anew: bool,
    ) -> None:
        """Make a plan off the window's thread, in place of any that is still being made."""
        self._stop.set()
        stop = self._stop = threading.Event()
        self.plan_view.set_busy(True)
        report, people = Report(self._progressed.emit), self.services.people

        def plan() -> PlanRows:
            made = work(report, lambda: stop.is_set() or self.tasks.closed)
            return PlanRows.of(made, people.groups())

        def done(laid_out: PlanRows) -> None:
            if not stop.is_set():
                self._show_plan(laid_out, anew=anew)

        def failed(sentence: Sentence) -> None:
            if not stop.is_set():
                self._refuse(sentence)

        self.tasks.wait_for(self, "plan", plan, done, failed)

    def _show_plan(self, laid_out: PlanRows, *, anew: bool) -> None:
        self.drop.set_reading("")
        self.problem.say("", Tone.FAILED)
        self.plan_view.show_plan(laid_out, anew=anew)
        if anew or not self._shows_plan:
            self._show(self.plan_view)

    def _look_up(self, tab: Tab) -> None:
        """Rows that were not needed for the plan are compared once somebody wants to see them."""
        laid_out, view = self.plan_view.laid_out, self.plan_view
        self.tasks.wait_for(
            self,
            "rows",
            lambda: laid_out.look_up(tab),
            lambda _none: view.show_looked_up(laid_out, tab),
            self._refuse,
        )

    def _refuse(self, sentence: Sentence) -> None:
        """Nothing was changed: what is shown stays, and the sentence says what to do."""
        self.drop.set_reading("")
        self.plan_view.set_busy(False)
        self.take_focus()
        self.problem.say(translate(sentence), Tone.FAILED)

    def _correct(self, sheet: str, index: int, choice: Choice | None) -> None:
        self._read_with(choices={**self._source.choices, (sheet, index): choice})

    def _forget_columns(self) -> None:
        """Recognise the columns as on the first day, and from now on."""
        plan, importing = self.plan_view.plan, self.services.importing
        self.tasks.change(
            self,
            lambda: importing.forget_columns(plan),
            lambda _done: self._read_with(choices={}, recall=False),
        )

    def _save_rejected(self) -> None:
        """Ask where, and write the cells that could not be used into a file for whoever corrects the list."""
        name = self.tr("Rejected cells of {file}").format(file=self._source.stem)
        ask_path(self, self.tr("Save the rejected cells"), name, (".xlsx", ".csv"), self.write_rejected)

    def write_rejected(self, path: Path) -> None:
        """Write that file."""
        plan, importing = self.plan_view.plan, self.services.importing
        language = QLocale().bcp47Name()[:2]
        self.tasks.change(
            self,
            lambda: importing.save_rejected(plan, path, language=language, words=translate),
            lambda _count: self.notices.toast(self.tr("Saved: {file}").format(file=visible(path.name))),
            self._refuse,
        )

    def _apply(self, accepted: bool) -> None:
        plan, services, leavers = self.plan_view.plan, self.services, self.plan_view.leavers

        def apply(work: LongWork) -> tuple[ImportResult, tuple[Group, ...]]:
            result = services.importing.apply(plan, accept_warnings=accepted, leavers=leavers, work=work)
            wanted = {fold(name) for name in result.groups}
            return result, tuple(group for group in services.people.groups() if fold(group.name) in wanted)

        self.plan_view.set_busy(True)
        words = self.tr("{file} is being imported…").format(file=visible(plan.file))
        self.tasks.work(
            self, words, apply, lambda done: self._show_result(plan, *done), self._refuse, apart=True
        )

    def _show_result(self, plan: ImportPlan, result: ImportResult, groups: tuple[Group, ...]) -> None:
        self.problem.say("", Tone.FAILED)
        file = visible(plan.file)
        self.result = ResultView(result, groups, len(plan.rejected))
        self.result.navigate.connect(self.navigate)
        self.result.another_wanted.connect(self.begin)
        self.result.undone.connect(lambda: self._undo(result.change_set_id, file))
        self._stack.addWidget(self.result)
        self._source = Source()
        self._show(self.result)

    def _undo_past(self, past: PastImport) -> None:
        self._undo(past.change_set_id, visible(past.file))

    def _undo(self, change_set_id: int | None, file: str) -> None:
        history = self.services.history
        if change_set_id is None:
            return

        def undone(entry: Entry) -> None:
            self.begin()
            words = self.tr("The import of {file} is undone: everything is as before.").format(file=file)
            if entry.nobodys:
                words = self.tr("The import of {file} is undone.").format(file=file)
                words += " " + self.tr(
                    "%n waiting message(s) will still go to people who are removed.", "", entry.nobodys
                )
                self.notices.toast(words, self.tr("See them"), self._see_broadcasts)
            else:
                self.notices.toast(words)

        words = self.tr("The import of {file} is being undone…").format(file=file)
        self.tasks.work(self, words, lambda work: history.undo_set(change_set_id, work), undone)

    def _see_broadcasts(self) -> None:
        self.navigate.emit(Place(Route.BROADCASTS))

    @property
    def _shows_plan(self) -> bool:
        return self._stack.currentWidget() is self.plan_view

    def _show(self, step: QWidget) -> None:
        self._stack.setCurrentWidget(step)
        self.take_focus()

    def take_focus(self) -> None:
        """The keyboard starts where the step that is seen begins."""
        step = self._stack.currentWidget()
        self.first = step.first if isinstance(step, PlanView | ResultView) else self.drop.first
        super().take_focus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            self.drop.set_hovered(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop.set_hovered(False)

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files(event.mimeData())
        self.drop.set_hovered(False)
        if files:
            event.acceptProposedAction()
            self.load(files)


def _files(data: QMimeData) -> list[Path]:
    """The files of this computer that are dragged or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
