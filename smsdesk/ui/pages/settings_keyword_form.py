"""The form for one keyword: the word, what it does, and the list, text or question that it needs for that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from smsdesk.domain.keywords import LONGEST_WORD, Keyword, KeywordAction
from smsdesk.domain.people import Group
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.text import measure, normalise
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import BroadcastSummary
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.models.groups import as_tree
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.leaving_text import LeavingText
from smsdesk.ui.widgets.surfaces import Banner
from smsdesk.ui.widgets.text import Label

_INDENT = "\u2003"


class KeywordForm(QFrame):
    """`saved` carries the Keyword that was typed, `closed` gives up."""

    saved = Signal(object)
    closed = Signal()

    def __init__(
        self, keyword: Keyword, groups: Sequence[Group], broadcasts: Sequence[BroadcastSummary]
    ) -> None:
        super().__init__()
        self._id = keyword.id
        self.word = QLineEdit(keyword.word)
        self.word.setObjectName("settings_keyword")
        self.word.setMaxLength(LONGEST_WORD)
        self.word.setPlaceholderText(self.tr("For example DECHETS"))
        self.action = Picker(self.tr("What it does"))
        self.action.setObjectName("settings_keyword_action")
        self.action.addItem(self.tr("Joins and leaves a list"), KeywordAction.LIST)
        self.action.addItem(self.tr("Gets a text"), KeywordAction.ANSWER)
        self.action.addItem(self.tr("Asks the question of a send"), KeywordAction.POLL)
        self.action.setCurrentIndex(self.action.findData(keyword.action))
        self.action.currentIndexChanged.connect(lambda _at: self._show_fields())
        self.group = Picker(self.tr("List"))
        self.group.setObjectName("settings_keyword_group")
        for group, depth in as_tree([each for each in groups if each.filter is None]):
            self.group.addItem(_INDENT * depth + visible_line(group.name), group.id)
        self.broadcast = Picker(self.tr("Send whose question it asks"))
        for each in broadcasts:
            self.broadcast.addItem(visible_line(each.title), each.id)
        for picker, chosen in ((self.group, keyword.group_id), (self.broadcast, keyword.broadcast_id)):
            picker.setCurrentIndex(max(0, picker.findData(chosen)))
        self.answer = LeavingText(self.tr("Text"))
        self.answer.setObjectName("settings_keyword_answer")
        self.answer.setPlainText(keyword.answer)
        self.answer.textChanged.connect(self._count)
        self._cost = Label("", Type.CAPTION, muted=True)
        self.problem = Banner("", Tone.FAILED)
        self._build()
        self._show_fields()
        self._count()

    def _build(self) -> None:
        self.setProperty("look", "card")
        save = Button(self.tr("Save"), Icon.SAVE)
        save.setObjectName("settings_keyword_save")
        save.clicked.connect(lambda: self.saved.emit(self.typed()))
        cancel = Button(self.tr("Cancel"), look=Look.QUIET)
        cancel.clicked.connect(self.closed)
        first = row(space=tokens.SPACE_M)
        first.addWidget(Labelled(self.tr("Word"), self.word), 1)
        first.addWidget(Labelled(self.action.accessibleName(), self.action), 1)
        self._group = Labelled(self.group.accessibleName(), self.group)
        self._broadcast = Labelled(self.broadcast.accessibleName(), self.broadcast)
        self._answer = Labelled(self.tr("Text"), self.answer)
        self.setLayout(
            column(
                first,
                self._group,
                self._broadcast,
                self._answer,
                self._cost,
                self.problem,
                row(save, cancel, None),
                margin=tokens.SPACE_M,
            )
        )

    def _show_fields(self) -> None:
        action = KeywordAction(self.action.currentData())
        self._group.setVisible(action is KeywordAction.LIST)
        self._broadcast.setVisible(action is KeywordAction.POLL)
        alone = self.tr("What the word alone is answered; nothing: how to join")
        self.answer.setPlaceholderText(alone if action is KeywordAction.LIST else "")

    def _count(self) -> None:
        text = normalise(self.answer.toPlainText()).strip()
        self._cost.setText(self.tr("%n SMS", "", measure(text).parts) if text else "")
        self._cost.setVisible(bool(text))

    def typed(self) -> Keyword:
        """The keyword as it stands in the form."""
        action = KeywordAction(self.action.currentData())
        return Keyword(
            self.word.text().strip(),
            action,
            self.answer.toPlainText().strip(),
            group_id=self.group.currentData() if action is KeywordAction.LIST else None,
            broadcast_id=self.broadcast.currentData() if action is KeywordAction.POLL else None,
            id=self._id,
        )

    def refuse(self, sentence: Sentence) -> None:
        """Say why nothing was saved; everything typed stays."""
        self.problem.say(translate(sentence), Tone.FAILED)
