"""Envoyer: what is composed is kept at each pause, and the list of what was begun and not sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.untrusted import visible
from smsdesk.services.drafts import Drafts
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, IconButton
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import ElidedLabel, Label

SAVE_MS = 600
"""A pause in typing: a crash then costs half a sentence at most."""

_ROWS = 6
"""Drafts beyond these were given up long ago; they come up when others go."""


class Autosave(QObject):
    """Keeps what is composed, on the database thread; ids are known and used there alone.

    A composition that is begun anew gets a number of its own, so that what is still being kept of the one
    before does not land in it.
    """

    def __init__(
        self, parent: QObject, tasks: Tasks, drafts: Drafts, content: Callable[[], DraftContent]
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._drafts = drafts
        self._content = content
        self._composition = 0
        self._ids: dict[int, int] = {}
        self._kept = DraftContent()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def waiting(self) -> bool:
        """Whether something is not kept yet."""
        return self._timer.isActive()

    def touch(self) -> None:
        """Something changed; it is kept at the next pause."""
        self._timer.start()

    def flush(self) -> None:
        """Keep it now, if it is not kept already; what was emptied is no draft any more."""
        self._timer.stop()
        content = self._content()
        if content == self._kept:
            return
        self._kept, composition = content, self._composition
        self._tasks.change(self, lambda: self._keep(composition, content))

    def _keep(self, composition: int, content: DraftContent) -> None:
        """On the database thread."""
        draft_id = self._ids.get(composition)
        if not content.empty:
            self._ids[composition] = self._drafts.save(replace(content, id=draft_id))
        elif draft_id is not None:
            self._drafts.delete(self._ids.pop(composition))

    def begin(self, content: DraftContent | None = None) -> None:
        """Another composition begins: an empty one, or a draft with its id. What was not kept is dropped."""
        self._timer.stop()
        self._composition += 1
        self._kept = DraftContent()
        if content is not None and content.id is not None:
            self._kept = content
            self._ids[self._composition] = content.id

    def of(self, content: DraftContent) -> Callable[[], DraftContent]:
        """The same content with the id of its draft, to be asked for on the database thread."""
        composition = self._composition
        return lambda: replace(content, id=self._ids.get(composition))

    @property
    def draft_id(self) -> int | None:
        """The draft in which this composition is kept, as far as that is done."""
        return self._ids.get(self._composition)


class DraftsPanel(Card):
    """The drafts as rows; `taken` and `deleted` carry a draft's id."""

    taken = Signal(int)
    deleted = Signal(int)

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self.setObjectName("notify_drafts")
        self._rows = column(space=tokens.SPACE_XS)
        self.body.addWidget(Label(self.tr("Drafts"), Type.SUBTITLE))
        self.body.addLayout(self._rows)
        self.hide()

    def show_drafts(self, drafts: Sequence[DraftContent], now: datetime) -> None:
        """Show these, the latest first."""
        clear(self._rows)
        for draft in drafts[:_ROWS]:
            self._rows.addWidget(self._row(draft, now))

    def _row(self, draft: DraftContent, now: datetime) -> QWidget:
        number = draft.id or 0
        title = visible(draft.title) or self.tr("To nobody yet")
        text = visible(" ".join(draft.text.split())) or self.tr("Without a text")
        go_on = Button(self.tr("Continue"), Icon.EDIT)
        go_on.setAccessibleName(self.tr("Continue the draft {name}").format(name=title))
        go_on.clicked.connect(lambda: self.taken.emit(number))
        delete = IconButton(Icon.DELETE, self.tr("Delete the draft {name}").format(name=title))
        delete.clicked.connect(lambda: self.deleted.emit(number))
        line = row(space=tokens.SPACE_M)
        line.addWidget(ElidedLabel(title, Type.STRONG), 2)
        line.addWidget(ElidedLabel(text, muted=True), 4)
        when = formats.moment(draft.updated_at, now) if draft.updated_at else ""
        line.addWidget(Label(when, Type.CAPTION, muted=True))
        line.addLayout(row(go_on, delete))
        holder = QWidget()
        holder.setLayout(line)
        return holder
