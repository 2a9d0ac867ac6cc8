"""Réglages, how the institution writes: the services that sign, and how long a text may be."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from smsdesk.domain.plan import MOST_PARTS, PartLimits
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.signatures import Signature
from smsdesk.services.wording import LONGEST_PREFIX, Wording, WordingChoices
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.notices import Notices
from smsdesk.ui.pages.settings_keeping import Keeping
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.fields import Labelled
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.spins import CountField
from smsdesk.ui.widgets.surfaces import Banner, Card, SectionHeader
from smsdesk.ui.widgets.text import Label


class WordingCard(Card):
    """Shows the choices and keeps what is typed, when the keyboard leaves a field."""

    def __init__(self, tasks: Tasks, wording: Wording, notices: Notices) -> None:
        super().__init__(space=tokens.SPACE_M)
        self._tasks = tasks
        self._keeping = Keeping(tasks, notices, self)
        self._wording = wording
        self._kept: WordingChoices | None = None
        self._fields: list[tuple[QLineEdit, QLineEdit]] = []
        self._rows = column(space=tokens.SPACE_S)
        add = Button(self.tr("Add a service"), Icon.ADD, Look.QUIET)
        add.setObjectName("settings_add_signature")
        add.clicked.connect(self._add)
        self.many = self._number("settings_parts_many", self.tr("Warn from so many SMS on"))
        self.most = self._number("settings_parts_most", self.tr("Never more than so many SMS"))
        self.problem = Banner("", Tone.UNCERTAIN)
        self.problem.setObjectName("settings_wording_problem")
        words = self.tr(
            "Each service may begin its messages with its own words; they are counted, and never doubled."
        )
        self.body.addWidget(SectionHeader(self.tr("Signatures and length of texts")))
        self.body.addWidget(Label(words, Type.CAPTION, muted=True, wrap=True))
        self.body.addLayout(self._rows)
        self.body.addLayout(row(add, None))
        limits = row(space=tokens.SPACE_M)
        limits.addWidget(Labelled(self.many.accessibleName(), self.many), 1)
        limits.addWidget(Labelled(self.most.accessibleName(), self.most), 1)
        self.body.addLayout(limits)
        self.body.addWidget(self.problem)

    def _number(self, object_name: str, name: str) -> CountField:
        field = CountField(name, MOST_PARTS)
        field.setObjectName(object_name)
        field.editingFinished.connect(self._keep)
        return field

    def refresh(self) -> None:
        """Read the choices again; what is being typed stays."""
        self._tasks.read(self, "wording", self._wording.read, self._show)

    def _show(self, choices: WordingChoices) -> None:
        if choices == self._kept:
            return
        self._kept = choices
        self.many.setValue(choices.limits.many)
        self.most.setValue(choices.limits.most)
        clear(self._rows)
        self._fields = []
        for signature in choices.signatures:
            self._add_row(signature)

    def _add(self) -> None:
        name, _ = self._add_row(Signature("", ""))
        name.setFocus()

    def _add_row(self, signature: Signature) -> tuple[QLineEdit, QLineEdit]:
        name, prefix = QLineEdit(signature.name), QLineEdit(signature.prefix.strip())
        name.setAccessibleName(self.tr("Name of the service"))
        name.setPlaceholderText(self.tr("Service, for example School office"))
        prefix.setAccessibleName(self.tr("Its messages begin with"))
        prefix.setPlaceholderText(self.tr("Begins with, for example “Schools:”"))
        prefix.setMaxLength(LONGEST_PREFIX)
        pair = (name, prefix)
        remove = IconButton(Icon.DELETE, self.tr("Remove this service"))
        line = QWidget()
        layout = row(space=tokens.SPACE_S)
        layout.addWidget(name, 1)
        layout.addWidget(prefix, 1)
        layout.addWidget(remove)
        line.setLayout(layout)
        remove.clicked.connect(lambda: self._remove(pair, line))
        for field in pair:
            field.editingFinished.connect(self._keep)
        self._fields.append(pair)
        self._rows.addWidget(line)
        return pair

    def _remove(self, pair: tuple[QLineEdit, QLineEdit], line: QWidget) -> None:
        self._fields.remove(pair)
        line.hide()
        self._rows.removeWidget(line)
        line.deleteLater()
        self._keep()

    def _typed(self) -> WordingChoices:
        """What stands in the fields; a line that is not filled in yet waits."""
        pairs = [(name.text().strip(), prefix.text().strip()) for name, prefix in self._fields]
        signatures = tuple(Signature(name, f"{prefix} ") for name, prefix in pairs if name and prefix)
        return WordingChoices(signatures, PartLimits(self.many.value(), self.most.value()))

    def _keep(self) -> None:
        typed, before = self._typed(), self._kept
        if before is not None and typed != before:
            self._keeping.keep(
                self.tr("Signatures and length of texts are kept."),
                before,
                typed,
                self._wording.keep,
                done=self._accepted,
                failed=self._refused,
            )

    def _accepted(self, choices: WordingChoices) -> None:
        self._kept = choices
        self.problem.say("", Tone.UNCERTAIN)

    def _refused(self, sentence: Sentence) -> None:
        """What was typed cannot be kept; it stays to be corrected."""
        self.problem.say(translate(sentence), Tone.UNCERTAIN)
