"""Réglages, answers: how soon one answers, what STOP does, and how the desktop tells of new messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from smsdesk.domain.opt_outs import Mode, OptOutSettings
from smsdesk.domain.sentences import Sentence
from smsdesk.services.bundle import Services
from smsdesk.services.preferences import Notifying
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.formats import duration
from smsdesk.ui.i18n import translate
from smsdesk.ui.notices import Notices
from smsdesk.ui.pages.settings_answers_stop import StopTexts
from smsdesk.ui.pages.settings_keeping import Keeping
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import Banner, Card, SectionHeader
from smsdesk.ui.widgets.text import Label

T = TypeVar("T")

_TARGETS = (15, 30, 60, 120, 240, 480, 1440, 2880)
"""Minutes that are offered; another one that was set elsewhere is offered beside them."""


@dataclass(frozen=True)
class _Kept:
    target: int | None
    opt_outs: OptOutSettings
    notifying: Notifying


class AnswersCard(Card):
    """Shows the choices and keeps each one as it is made."""

    def __init__(self, tasks: Tasks, services: Services, notices: Notices) -> None:
        super().__init__(SectionHeader(self.tr("Answers")), space=tokens.SPACE_M)
        self._tasks = tasks
        self._services = services
        self._keeping = Keeping(tasks, notices, self)
        self._kept: _Kept | None = None
        self.problem = Banner("", Tone.FAILED)
        self.body.addLayout(self._make_choices())
        law = self.tr(
            "Whoever writes STOP is written into the consent register with the message as evidence. Safety "
            "alerts reach everybody all the same: the sender of an SMS can be forged."
        )
        self.body.addWidget(Label(law, Type.CAPTION, muted=True, wrap=True))
        self.confirm = QCheckBox(self.tr("Confirm STOP and START by an SMS, once"))
        self.confirm.setObjectName("settings_stop_confirm")
        self.confirm.clicked.connect(self._keep_opt_outs)
        self.body.addWidget(self.confirm)
        self.stop_texts = StopTexts()
        self.stop_texts.left.connect(self._keep_texts)
        self.body.addWidget(self.stop_texts)
        self.body.addWidget(self._make_boxes())
        self.body.addWidget(self.problem)

    def _make_choices(self) -> QHBoxLayout:
        self.target = Picker(self.tr("Answer within"))
        self.target.setObjectName("settings_target")
        self.target.activated.connect(self._keep_target)
        self.information = _modes(self.tr("STOP to information"), "settings_stop_information")
        self.promotion = _modes(self.tr("STOP to promotion"), "settings_stop_promotion")
        for picker in (self.information, self.promotion):
            picker.addItem(self.tr("I decide"), Mode.PROPOSE)
            picker.addItem(self.tr("Applied at once"), Mode.APPLY)
            picker.activated.connect(self._keep_opt_outs)
        fields = row(space=tokens.SPACE_M)
        late = self.tr("Who waits longer stands out in the inbox")
        fields.addWidget(Labelled(self.target.accessibleName(), self.target, late), 1)
        clear_only = self.tr("Only a clear STOP; a hint is always yours")
        fields.addWidget(Labelled(self.information.accessibleName(), self.information, clear_only), 1)
        fields.addWidget(Labelled(self.promotion.accessibleName(), self.promotion, clear_only), 1)
        return fields

    def _make_boxes(self) -> QWidget:
        self.shown = QCheckBox(self.tr("Show a notification when a message comes"))
        self.shown.setObjectName("settings_notify")
        self.text = QCheckBox(self.tr("with its first words"))
        self.sound = QCheckBox(self.tr("with a sound"))
        for box in (self.shown, self.text, self.sound):
            box.clicked.connect(self._keep_notifying)
        piece = QWidget()
        piece.setLayout(flow(self.shown, self.text, self.sound, space=tokens.SPACE_M))
        return piece

    def refresh(self) -> None:
        """Read the choices again."""
        services = self._services
        self._tasks.read(
            self,
            "answers",
            lambda: _Kept(
                services.inbox.target_minutes(),
                services.opt_outs.settings(),
                services.preferences.notifying(),
            ),
            self._show,
        )

    def _show(self, kept: _Kept) -> None:
        if kept == self._kept:
            return
        self._kept = kept
        self._offer_targets(kept.target)
        for picker, mode in (
            (self.information, kept.opt_outs.information),
            (self.promotion, kept.opt_outs.promotion),
        ):
            picker.setCurrentIndex(picker.findData(mode))
        self.confirm.setChecked(kept.opt_outs.confirm)
        self.stop_texts.show_texts(kept.opt_outs.stop_text, kept.opt_outs.start_text)
        self.shown.setChecked(kept.notifying.shown)
        self.text.setChecked(kept.notifying.text)
        self.sound.setChecked(kept.notifying.sound)
        self._enable()

    def _offer_targets(self, chosen: int | None) -> None:
        self.target.clear()
        self.target.addItem(self.tr("No target"), None)
        for minutes in sorted({*_TARGETS, *([chosen] if chosen is not None else [])}):
            self.target.addItem(duration(minutes * 60), minutes)
        self.target.setCurrentIndex(self.target.findData(chosen) if chosen is not None else 0)

    def _enable(self) -> None:
        for box in (self.text, self.sound):
            box.setEnabled(self.shown.isChecked())
        self.stop_texts.setVisible(self.confirm.isChecked())

    def _keep_target(self) -> None:
        if self._kept is not None:
            words = self.tr("The time for an answer is kept.")
            before, chosen = self._kept.target, self.target.currentData()
            self._kept = replace(self._kept, target=chosen)
            self._change(words, before, chosen, self._services.inbox.set_target)

    def _keep_texts(self) -> None:
        """A text that is refused stays to be corrected."""
        if self._kept is None:
            return
        stop, start = self.stop_texts.texts
        before, chosen = self._kept, replace(self._kept.opt_outs, stop_text=stop, start_text=start)
        if chosen == before.opt_outs:
            return

        def refused(sentence: Sentence) -> None:
            self._kept = before
            self._tell(sentence)

        self._keep(chosen, refused)

    def _keep(self, chosen: OptOutSettings, refused: Callable[[Sentence], None]) -> None:
        """What is chosen next builds on this, also before it was read again."""
        assert self._kept is not None  # whoever asks for it has looked
        before = self._kept.opt_outs
        self._kept = replace(self._kept, opt_outs=chosen)
        words, save = self.tr("What follows a STOP is kept."), self._services.opt_outs.save_settings
        self._change(words, before, chosen, save, refused)

    def _tell(self, sentence: Sentence) -> None:
        self.problem.say(translate(sentence), Tone.FAILED)

    def _keep_opt_outs(self) -> None:
        self._enable()
        if self._kept is None:
            return
        chosen = replace(
            self._kept.opt_outs,
            information=Mode(self.information.currentData()),
            promotion=Mode(self.promotion.currentData()),
            confirm=self.confirm.isChecked(),
        )
        self._keep(chosen, self._refused)

    def _keep_notifying(self) -> None:
        self._enable()
        if self._kept is None:
            return
        chosen = Notifying(self.shown.isChecked(), self.text.isChecked(), self.sound.isChecked())
        before, self._kept = self._kept.notifying, replace(self._kept, notifying=chosen)
        words = self.tr("How you hear of new messages is kept.")
        self._change(words, before, chosen, self._services.preferences.keep_notifying)

    def _change(
        self,
        words: str,
        before: T,
        chosen: T,
        keep: Callable[[T], None],
        refused: Callable[[Sentence], None] | None = None,
    ) -> None:
        self.problem.say("", Tone.FAILED)
        self._keeping.keep(
            words,
            before,
            chosen,
            keep,
            failed=refused or self._refused,
        )

    def _refused(self, sentence: Sentence) -> None:
        """What was chosen is not kept: what is shows again."""
        self._tell(sentence)
        self._kept = None
        self.refresh()


def _modes(name: str, object_name: str) -> Picker:
    picker = Picker(name)
    picker.setObjectName(object_name)
    return picker
