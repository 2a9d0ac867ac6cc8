"""What fills the window around its pages: rail, header, help and status line, made anew for each language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from smsdesk.domain.modems import ModemStatus
from smsdesk.domain.views import QueueSummary
from smsdesk.services.bundle import Services
from smsdesk.services.events import Topic
from smsdesk.ui import status
from smsdesk.ui.frame import Header, Rail, StatusLine
from smsdesk.ui.help_panel import HelpPanel
from smsdesk.ui.i18n import Language
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.layout import column, row

STANDING_TOPICS = frozenset({Topic.MODEM, Topic.QUEUE, Topic.BROADCASTS, Topic.INBOX, Topic.SCHEDULE})
"""What changes where the desk stands."""

Standing = tuple[Sequence[ModemStatus], QueueSummary, int]
"""The modems, what waits, and how many messages are unread."""


def read_standing(services: Services) -> Standing:
    """Where the desk stands now; asks the database."""
    station = services.station
    return station.modems(), station.queue(), services.inbox.unread_count()


class Central(QWidget):
    """The parts and their places; what they do is the window's."""

    def __init__(
        self, language: Language, banner: QWidget | None, works: QWidget, go: Callable[[Place], None]
    ) -> None:
        """`banner` stands above every page, `works` below; `go` follows the rail and the status line."""
        super().__init__()
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._go = go
        self.rail = Rail()
        self.rail.chosen.connect(lambda route: go(Place(route)))
        self.header = Header()
        self.stack = QStackedWidget()
        self.status = StatusLine()
        self.content = QWidget()
        content = column(self.header, space=0)
        self.content.setLayout(content)
        if banner is not None:
            content.insertWidget(0, banner)
        content.addWidget(self.stack, 1)
        content.addWidget(works)
        self.help = HelpPanel(language)
        self._link()
        self._lay_out()

    def _link(self) -> None:
        line, go = self.status, self._go
        for part, place in (
            (line.modem, Place(Route.SETTINGS, "modem")),
            (line.queue, Place(Route.BROADCASTS)),
            (line.planned, Place(Route.PLANNING)),
            (line.missed, Place(Route.HOME)),
            (line.station, Place(Route.SETTINGS, "window")),
            (line.uncertain, Place(Route.BROADCASTS, "uncertain")),
        ):
            part.clicked.connect(lambda _checked=False, place=place: go(place))

    def _lay_out(self) -> None:
        upper = row(self.rail, space=0)
        upper.addWidget(self.content, 1)
        upper.addWidget(self.help)
        whole = column(space=0)
        whole.addLayout(upper, 1)
        whole.addWidget(self.status)
        self.setLayout(whole)

    def show_standing(self, standing: Standing) -> None:
        """Say it in the status line and on the rail."""
        modems, queue, unread = standing
        status.show(self.status, modems, queue)
        self.rail.show_unread(unread)
