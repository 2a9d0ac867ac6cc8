"""Réglages, data: where they lie, whether they are whole, copies of them, and the way back to one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.services.long_work import Stop
from smsdesk.services.safekeeping import SUFFIX, Inside, Kept, KeptCopy, Safekeeping
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.saving_files import ask_path
from smsdesk.ui.pages.settings_data_back import BackQuestion
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Banner, Card, SectionHeader
from smsdesk.ui.widgets.text import ElidedLabel, Label, breakable
from smsdesk.ui.widgets.work_line import WorkLine


class DataCard(Card):
    """Where everything lies, and a look whether it is whole."""

    def __init__(self, tasks: Tasks, safekeeping: Safekeeping) -> None:
        super().__init__(SectionHeader(self.tr("Your data")), space=tokens.SPACE_M)
        self._tasks = tasks
        self._safekeeping = safekeeping
        self._folder = Path()
        self.place = Label(wrap=True)
        self.place.setObjectName("settings_data_place")
        self.check = Button(self.tr("Check the data"), Icon.SEARCH)
        self.check.setObjectName("settings_data_check")
        self.check.clicked.connect(self._check)
        self._open = Button(self.tr("Open the folder"), None, Look.LINK)
        self._open.setObjectName("settings_data_folder")
        self._open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        self._work = WorkLine("settings_data_checking")
        self.result = Banner("", Tone.DELIVERED)
        self.result.setObjectName("settings_data_result")
        for piece in (self.place, self._work, self.result):
            self.body.addWidget(piece)
        self.body.addLayout(flow(self.check, self._open))

    def show_kept(self, kept: Kept) -> None:
        """Say where everything lies."""
        self._folder = kept.folder
        words = self.tr(
            "Everything that SMS desk keeps lies in one folder of this computer: {folder} ({size})."
        )
        self.place.setText(
            words.format(folder=breakable(visible(str(kept.folder))), size=formats.size(kept.size))
        )

    def _check(self) -> None:
        stop = self._work.begin(self.tr("Every page of the data is being read…"), self.check)
        self.result.say("", Tone.DELIVERED)
        safekeeping = self._safekeeping
        self._tasks.wait_for(self, "check", lambda: safekeeping.check(stop), self._checked, self._failed)

    def _checked(self, found: tuple[str, ...] | None) -> None:
        self._work.end()
        if found is None:
            self.result.say(self.tr("The check was stopped."), Tone.NEUTRAL)
        elif found:
            words = self.tr(
                "Something in the data is damaged. Go back to a copy below; what is there now is kept."
            )
            self.result.say(words, Tone.FAILED)
        else:
            self.result.say(self.tr("The data are whole."), Tone.DELIVERED)

    def _failed(self, sentence: Sentence) -> None:
        self._work.end()
        self.result.say(translate(sentence), Tone.FAILED)


class CopiesCard(Card):
    """The copies of the last days and those one makes; `go_back` is None where there is no way back."""

    def __init__(
        self, tasks: Tasks, safekeeping: Safekeeping, go_back: Callable[[Path], None] | None
    ) -> None:
        super().__init__(SectionHeader(self.tr("Copies")), space=tokens.SPACE_M)
        self._tasks = tasks
        self._safekeeping = safekeeping
        self._go_back = go_back
        self._shown: tuple[KeptCopy, ...] | None = None
        words = self.tr(
            "A copy is kept each day while SMS desk is open; the last three stay. One of your own, on a USB "
            "stick for example, also helps when the computer breaks."
        )
        self.now = Button(self.tr("Make a copy now…"), Icon.SAVE)
        self.now.setObjectName("settings_data_copy")
        self.now.clicked.connect(self._ask_where)
        self.other = Button(self.tr("Go back to another copy…"), Icon.RESTORE)
        self.other.setObjectName("settings_data_other")
        self.other.clicked.connect(self._ask_which)
        if go_back is None:
            self.other.hide()
        self._rows = column(space=tokens.SPACE_XS)
        self._work = WorkLine("settings_data_copying")
        self.result = Banner("", Tone.DELIVERED)
        self.result.setObjectName("settings_data_copied")
        self.body.addWidget(Label(words, muted=True, wrap=True))
        self.body.addLayout(self._rows)
        self.body.addWidget(self._work)
        self.body.addWidget(self.result)
        self.body.addLayout(flow(self.now, self.other))

    def show_kept(self, kept: Kept) -> None:
        """Show the copies there are; anew only when there are others."""
        if kept.copies == self._shown:
            return
        self._shown = kept.copies
        clear(self._rows)
        for each in kept.copies:
            self._rows.addWidget(self._row(each))
        if not kept.copies:
            self._rows.addWidget(
                Label(self.tr("No copy yet: the first one is made within minutes."), muted=True)
            )

    def _row(self, copy: KeptCopy) -> QWidget:
        name = self._name(copy)
        line = row(space=tokens.SPACE_M)
        line.addWidget(ElidedLabel(name, Type.STRONG), 1)
        line.addWidget(Label(formats.size(copy.size), muted=True))
        if self._go_back is not None:
            back = Button(self.tr("Go back to it…"), Icon.RESTORE, Look.QUIET)
            back.setObjectName(f"settings_data_back_{copy.day}")
            back.setAccessibleName(self.tr("Go back to: {copy}").format(copy=name))
            back.clicked.connect(partial(self._look_into, copy.path, name))
            line.addWidget(back)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _name(self, copy: KeptCopy) -> str:
        if copy.day is None:
            return visible(copy.path.name)
        return self.tr("Copy of {day}").format(day=formats.day(copy.day))

    # a copy now

    def _ask_where(self) -> None:
        name = self._safekeeping.suggested_name()
        ask_path(self, self.tr("Make a copy of everything"), name, [SUFFIX], self.copy_to)

    def copy_to(self, target: Path) -> None:
        """Write the copy there, with its progress."""
        safekeeping = self._safekeeping
        self.result.say("", Tone.DELIVERED)
        stop = self._work.begin(
            self.tr("The copy is being written…"), self.now, lambda: safekeeping.progress(target)
        )
        self._tasks.wait_for(
            self, "copy", lambda: safekeeping.back_up(target, stop), self._copied, self._refused
        )

    def _copied(self, target: Path | None) -> None:
        self._work.end()
        if target is None:
            self.result.say(self.tr("The copy was stopped; nothing of it stays."), Tone.NEUTRAL)
            return
        words = self.tr(
            "The copy is whole: {file}. It holds names and numbers: keep it where only you read it."
        )
        self.result.say(words.format(file=breakable(visible(str(target)))), Tone.DELIVERED)

    def _refused(self, sentence: Sentence) -> None:
        self._work.end()
        self.result.say(translate(sentence), Tone.FAILED)

    # the way back

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a copy"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Copies of SMS desk ({files})").format(files=f"*{SUFFIX}"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda path: self._look_into(Path(path), visible(Path(path).name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look_into(self, file: Path, name: str) -> None:
        stop = self._work.begin(self.tr("The copy is being looked at…"), self.other)
        self._tasks.wait_for(
            self,
            "inside",
            lambda: self._safekeeping.look_into(file),
            lambda inside: self._ask(file, name, inside, stop),
            self._refused,
        )

    def _ask(self, file: Path, name: str, inside: Inside, stop: Stop) -> None:
        self._work.end()
        go_back = self._go_back
        if go_back is None or stop.asked:
            return
        question = BackQuestion(self.window(), name, inside)
        question.accepted.connect(lambda: go_back(file))
        question.open()
