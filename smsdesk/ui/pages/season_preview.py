"""What the step into a new school year means: groups in numbers, people by name, and the step itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QRadioButton

from smsdesk.domain.seasons import Carrying, Leaver, SeasonPreview, WithoutGroup
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label

_NAMES = 3
"""So many lines of names are seen at least."""
_WIDEST = 16_777_215
"""Qt's own "no limit" (QWIDGETSIZE_MAX)."""


class SeasonOutcome(Card):
    """`begin_wanted` carries what becomes of pupils without a group (WithoutGroup)."""

    begin_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self.begun = Label("", wrap=True)
        self.kept = Label("", wrap=True)
        self.ended = Label("", wrap=True)
        self.people = Label("", Type.STRONG, wrap=True)
        self.names = QListView()
        self.names.setObjectName("season_names")
        self.names.setAccessibleName(self.tr("Pupils without a group"))
        self.names.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.names.setUniformItemSizes(True)
        self.names.setMinimumHeight(theme.high(tokens.ROW_HEIGHT) * _NAMES)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = QStringListModel(self)
        self.names.setModel(self._model)
        self.keep = QRadioButton(self.tr("Keep them among the people"))
        self.keep.setObjectName("season_keep")
        self.archive = QRadioButton(self.tr("Archive them and their guardians"))
        self.archive.setObjectName("season_archive")
        self.keep.setChecked(True)
        self.guardians = Label("", Type.CAPTION, muted=True, wrap=True)
        self.begin = Button("", Icon.SEASON, Look.PRIMARY)
        self.begin.setObjectName("season_begin")
        self.begin.clicked.connect(self._begin)
        for piece in (Label(self.tr("What will be"), Type.SUBTITLE), self.begun, self.kept, self.ended):
            self.body.addWidget(piece)
        self.body.addWidget(self.people)
        self.body.addWidget(self.names, 1)
        for widget in (self.keep, self.archive, self.guardians):
            self.body.addWidget(widget)
        undo = Label(self.tr("One change: it can be undone."), Type.CAPTION, muted=True)
        self.body.addWidget(undo)
        self.body.addLayout(row(None, self.begin))
        self.stand(beside=True)
        self.show_nothing()

    def stand(self, *, beside: bool) -> None:
        """Take a column of its own beside the groups, or the whole width below them."""
        column = theme.wide(tokens.SIDE_WIDTH + tokens.SPACE_XXL)
        self.setMinimumWidth(column if beside else 0)
        self.setMaximumWidth(column if beside else _WIDEST)

    def show_nothing(self) -> None:
        """While something is wrong nothing can begin."""
        self.begin.setEnabled(False)
        if not self.begin.text():
            self.begin.setText(self.tr("Begin"))

    def show_preview(self, preview: SeasonPreview) -> None:
        """Say what would be."""
        counts = Counter(each.how for each in preview.groups)
        begun, kept, ended = counts[Carrying.EMPTY], counts[Carrying.MEMBERS], counts[Carrying.ENDED]
        _say(self.begun, self.tr("%n groups begin anew, empty", "", begun), begun)
        _say(self.kept, self.tr("%n groups keep their people", "", kept), kept)
        _say(self.ended, self.tr("%n groups end", "", ended), ended)
        pupils, guardians = len(preview.pupils), len(preview.guardians)
        told = self.tr("%n pupils are in no group any more", "", pupils)
        self.people.setText(told if pupils else self.tr("Every pupil still has a group."))
        self._model.setStringList(_names(preview.pupils))
        for widget in (self.names, self.keep, self.archive):
            widget.setVisible(bool(pupils))
        _say(self.guardians, self.tr("%n guardians would be archived with them", "", guardians), guardians)
        self.begin.setText(self.tr("Begin {season}").format(season=visible(preview.season)))
        self.begin.setEnabled(True)

    def _begin(self) -> None:
        self.begin_wanted.emit(WithoutGroup.ARCHIVE if self.archive.isChecked() else WithoutGroup.KEEP)


def _say(label: Label, text: str, count: int) -> None:
    label.setText(text)
    label.setVisible(bool(count))


def _names(leavers: Sequence[Leaver]) -> list[str]:
    return [visible(leaver.name) for leaver in leavers]
