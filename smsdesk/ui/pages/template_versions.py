"""Modèles: how a template was before, version by version, and back to one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import TemplateVersion
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.text import Label

_SHOWN = 20
"""Older versions than this are kept, and no longer listed."""


class VersionsPanel(QFrame):
    """The former versions of one template; `wanted` carries the TemplateVersion to go back to."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("template_versions_panel")
        self.setProperty("look", "well")
        self._list = column(space=tokens.SPACE_M)
        self.setLayout(
            column(Label(self.tr("Former versions"), Type.STRONG), self._list, margin=tokens.SPACE_S)
        )
        self.hide()

    def show_versions(self, versions: Sequence[TemplateVersion]) -> None:
        """List them, the newest first."""
        clear(self._list)
        for version in versions[:_SHOWN]:
            self._list.addWidget(self._line(version))
        if not versions:
            words = self.tr("None yet: each time you save, the text before is kept here.")
            self._list.addWidget(Label(words, muted=True, wrap=True))
        self.show()

    def _line(self, version: TemplateVersion) -> QWidget:
        when = formats.moment(version.saved_at)
        restore = Button(self.tr("Restore"), Icon.UNDO, Look.QUIET)
        restore.setAccessibleName(self.tr("Restore the version until {moment}").format(moment=when))
        restore.clicked.connect(lambda: self.wanted.emit(version))
        head = Label(self.tr("Until {moment}").format(moment=when), Type.CAPTION, muted=True)
        name = visible(version.template.name)
        line = QWidget()
        line.setLayout(
            column(
                row(Label(name, Type.STRONG), head, None, restore),
                Label(visible(version.template.body), wrap=True),
                space=tokens.SPACE_XS,
            )
        )
        return line
