"""The scaffold of every page: title, actions in the header, content on the grid, refresh when it changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from smsdesk.domain.clock import Clock, system_clock
from smsdesk.services.bundle import Services
from smsdesk.services.events import Changed, Topic
from smsdesk.ui.bridge import topics
from smsdesk.ui.design import tokens
from smsdesk.ui.notices import Notices
from smsdesk.ui.places import Place
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.layout import column, level, row


@dataclass(frozen=True)
class PageContext:
    """What every page is given: the services, the way to call them, the way to tell, the time."""

    services: Services
    tasks: Tasks
    notices: Notices
    clock: Clock = system_clock
    try_out: Callable[[], None] | None = None
    """Opens the sample world; None where there is no way into it: inside it above all."""
    go_back_to: Callable[[Path], None] | None = None
    """Takes a copy in the place of the data, and opens the window anew; None where nothing is worth it."""


class Page(QWidget):
    """A page; `navigate` carries the Place to go to, `title_changed` says that the header is to be redrawn.

    Subclasses name the `topics` whose changes concern them, fill `body`, add actions to the header, and say
    in `refresh` how to fetch what they show; the keyboard starts at `first`. A page that is not seen is
    refreshed when it is seen again.
    """

    navigate = Signal(object)
    title_changed = Signal()
    topics: ClassVar[frozenset[Topic]] = frozenset()
    back: ClassVar[Place | None] = None
    """Where the header's back button leads; None: no such button."""
    undoes_itself: ClassVar[bool] = False
    """Whether Ctrl+Z means a longer memory here than that of the window."""

    def __init__(self, context: PageContext, title: str, *, margin: int = tokens.SPACE_L) -> None:
        super().__init__()
        self.services = context.services
        self.tasks = context.tasks
        self.notices = context.notices
        self.clock = context.clock
        self.try_out = context.try_out
        self.go_back_to = context.go_back_to
        self.title = title
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.actions_bar = QWidget()
        self.actions_bar.setLayout(row())
        self.body: QVBoxLayout = column(space=tokens.SPACE_M, margin=margin)
        self.body.setContentsMargins(margin, 0, margin, margin)
        self.setLayout(self.body)
        self.first: QWidget = self
        self._stale = True

    def add_action(self, widget: QWidget) -> None:
        """Put a button into the header line, on its right."""
        layout = self.actions_bar.layout()
        if layout is not None:
            layout.addWidget(widget)
            level(layout)

    def set_title(self, title: str) -> None:
        """Change what the header says."""
        self.title = title
        self.setAccessibleName(title)
        self.title_changed.emit()

    def open(self, what: object) -> None:
        """Show what navigation asks for (Place.what); called each time before the page is shown."""

    def shown(self) -> object:
        """What `open` needs to show the same again, in another language; None: nothing in particular."""
        return None

    def selected(self) -> int | str | None:
        """What `open` needs to pick the same again after a crash: an id or a name."""
        what = self.shown()
        return what if isinstance(what, int | str) else None

    def leave(self) -> None:
        """The person goes to another page."""

    def take_focus(self) -> None:
        """Put the keyboard at `first`; while that is not there to be used, at the page itself."""
        first = self.first if self.first.isVisible() and self.first.isEnabled() else self
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()  # what one types now takes the place of what was searched before

    def refresh(self) -> None:
        """Fetch again what is shown, through `tasks`."""

    def on_changed(self, events: frozenset[Changed]) -> None:
        """Refresh if this concerns the page: at once when it is seen, else when it is next."""
        if not topics(events) & self.topics:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()


class _Scrolled(QScrollArea):
    """Gives its content the height that its lines need at this width, and no more.

    The smallest size of wrapped words is that of narrow ones: Qt would leave an empty room below them.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._follow_width()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._follow_width()
        super().resizeEvent(event)

    def takeWidget(self) -> QWidget:
        content = super().takeWidget()
        content.setSizePolicy(content.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Preferred)
        return content

    def _follow_width(self) -> None:
        content = self.widget()
        layout = content.layout() if content is not None else None
        wraps = layout is not None and layout.hasHeightForWidth()
        wanted = QSizePolicy.Policy.Ignored if wraps else QSizePolicy.Policy.Preferred
        if content is not None and content.sizePolicy().verticalPolicy() is not wanted:
            content.setSizePolicy(content.sizePolicy().horizontalPolicy(), wanted)


def scrolled(content: QWidget) -> QScrollArea:
    """Content that may be higher than the window."""
    area = _Scrolled()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("look", "clear")
    area.viewport().setProperty("look", "clear")
    area.setWidget(content)
    return area
