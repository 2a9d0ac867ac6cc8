"""Modèles: the library written to a file for another desk, and templates taken from such a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import Template
from smsdesk.services.template_sharing import Conflict, ImportedTemplates, OnConflict, TemplateImport
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.dialog_help import give_help
from smsdesk.ui.help_topics import TEMPLATES
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.page import PageContext, scrolled
from smsdesk.ui.pages.saving_files import ask_path
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.text import Label


class TemplateSharingActs(QObject):
    """What the page's buttons "Export" and "Import" do."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._tasks = context.tasks
        self._notices = context.notices
        self._sharing = context.services.templates.sharing

    def export(self, templates: Sequence[Template]) -> None:
        """Ask for a file, and write these templates."""
        ask_path(
            self._page,
            self.tr("Export the templates"),
            self.tr("templates"),
            (".toml", ".json"),
            lambda path: self._write(path, templates),
        )

    def _write(self, path: Path, templates: Sequence[Template]) -> None:
        self._tasks.change(
            self,
            lambda: self._sharing.export(path, templates),
            lambda count: self._notices.toast(
                self.tr("%n templates written to {file}.", "", count).format(file=path.name)
            ),
        )

    def import_(self) -> None:
        """Ask for a file, and show what it would bring."""
        dialog = QFileDialog(self._page, self.tr("Import templates"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Templates (*.toml *.json)"))
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(lambda path: self.read(Path(path)))
        dialog.open()

    def read(self, path: Path) -> None:
        """Take the templates of this file; ask where a name is taken."""
        self._tasks.read(self, "file", lambda: self._sharing.read(path), self._look_at)

    def _look_at(self, plan: TemplateImport) -> None:
        if plan.conflicts or plan.rejected:
            dialog = ImportDialog(self._page, plan)
            dialog.decided.connect(lambda decisions: self._apply(plan, decisions))
            dialog.open()
        elif plan.new:
            self._apply(plan, {})
        else:
            self._notices.toast(self.tr("All templates of this file are here already."))

    def _apply(self, plan: TemplateImport, decisions: dict[str, OnConflict]) -> None:
        self._tasks.change(self, lambda: self._sharing.apply(plan, decisions), self._told)

    def _told(self, done: ImportedTemplates) -> None:
        added = self.tr("%n templates added", "", len(done.added))
        replaced = self.tr("%n replaced", "", len(done.replaced))
        self._notices.toast(f"{added}, {replaced}." if done.replaced else f"{added}.")


class ImportDialog(QDialog):
    """Asks what becomes of each template whose name is taken; `decided` carries the answers by name."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, plan: TemplateImport) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import templates"))
        self.setObjectName("template_import")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        give_help(self, TEMPLATES)
        self._choices: dict[str, Segments] = {}
        content = QWidget()
        stack = column(space=tokens.SPACE_M)
        for conflict in plan.conflicts:
            stack.addWidget(self._question(conflict))
        for each in plan.rejected:
            words = self.tr("Template {number} is left out: {reason}")
            stack.addWidget(
                Label(words.format(number=each.number, reason=visible(translate(each.reason))), wrap=True)
            )
        stack.addStretch(1)
        content.setLayout(stack)
        accept = Button(self.tr("Import"), None, Look.PRIMARY)
        accept.setObjectName("template_import_accept")
        accept.clicked.connect(self._take)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        new = self.tr("%n new templates", "", len(plan.new))
        taken = self.tr("%n names are taken by another text", "", len(plan.conflicts))
        head = Label(f"{new} · {taken}" if plan.conflicts else new, Type.SUBTITLE, wrap=True)
        layout = column(head, space=tokens.SPACE_M, margin=tokens.SPACE_L)
        layout.addWidget(scrolled(content), 1)
        layout.addLayout(row(None, cancel, accept))
        self.setLayout(layout)
        self.resize(theme.wide(tokens.PANE_WIDTH + tokens.SIDE_WIDTH), theme.high(tokens.ROW_HEIGHT) * 10)

    def _question(self, conflict: Conflict) -> QWidget:
        name = conflict.ours.name
        choices = (
            (OnConflict.KEEP, self.tr("Keep mine")),
            (OnConflict.REPLACE, self.tr("Replace it")),
            (OnConflict.BOTH, self.tr("Have both")),
        )
        segments = self._choices[name] = Segments(
            choices, self.tr("What becomes of {name}").format(name=name)
        )
        question = QWidget()
        question.setLayout(
            column(
                Label(visible(name), Type.STRONG, wrap=True),
                Label(
                    self.tr("Mine: {text}").format(text=visible(conflict.ours.body)), muted=True, wrap=True
                ),
                Label(self.tr("In the file: {text}").format(text=visible(conflict.theirs.body)), wrap=True),
                segments,
                space=tokens.SPACE_XS,
            )
        )
        return question

    def _take(self) -> None:
        decisions = {name: OnConflict(segments.current) for name, segments in self._choices.items()}
        self.accept()
        self.decided.emit(decisions)
