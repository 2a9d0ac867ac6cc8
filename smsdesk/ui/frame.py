"""The frame around every page: the navigation rail, the header line and the status line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.page import Page
from smsdesk.ui.places import Route
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.buttons import IconButton, PressButton
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.text import ElidedLabel

_OWNERS = {
    Route.ABSENCE: Route.NOTIFY,
    Route.CRISIS: Route.HOME,
    Route.BROADCAST: Route.BROADCASTS,
    Route.IMPORT: Route.PEOPLE,
    Route.DUPLICATES: Route.PEOPLE,
    Route.SEASON: Route.PEOPLE,
    Route.CONSENTS: Route.PEOPLE,
}
"""Pages below another one: that one is marked in the rail."""

_BADGE_MAX = 99
"""More than this is shown as 99+: the number no longer matters, the room does."""


class NavButton(PressButton):
    """One entry of the rail: icon and word, or the icon alone; a badge counts what waits there."""

    def __init__(self, route: Route, icon: Icon, word: str) -> None:
        super().__init__(word)
        self.setObjectName(f"nav_{route}")
        self.setProperty("look", "nav")
        self.setCheckable(True)
        self.setIcon(icons.make(icon, Ink.MUTED, Tone.ACCENT))
        self.setIconSize(QSize(theme.wide(tokens.ICON_L) + tokens.SPACE_S, theme.wide(tokens.ICON_L)))
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.word = word
        self.meaning = icon
        self._badge = QLabel(self)
        self._badge.setProperty("look", "badge")
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.hide()
        self._collapsed = False

    def collapse(self, collapsed: bool) -> None:
        """Show the icon alone, with the word as tool tip."""
        self._collapsed = collapsed
        self.setText("" if collapsed else self.word)
        self.setToolTip(self.word if collapsed else "")
        self._place_badge()

    def show_count(self, count: int, spoken: str) -> None:
        """Count what waits there; `spoken` says it in words for a screen reader."""
        self._badge.setText(str(count) if count <= _BADGE_MAX else f"{_BADGE_MAX}+")
        self._badge.setVisible(count > 0)
        self.setAccessibleName(f"{self.word}, {spoken}" if count else self.word)
        self._place_badge()

    def resizeEvent(self, event: object) -> None:
        self._place_badge()

    def _place_badge(self) -> None:
        size = self._badge.sizeHint()
        width = max(size.width(), theme.wide(tokens.ICON_M))
        top = tokens.SPACE_XS if self._collapsed else (self.height() - size.height()) // 2
        right = tokens.SPACE_XS if self._collapsed else tokens.SPACE_S
        self._badge.setGeometry(self.width() - width - right, top, width, size.height())


class Rail(QFrame):
    """The navigation on the left; `chosen` carries a Route."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "rail")
        self.setAccessibleName(self.tr("Navigation"))
        self._group = QButtonGroup(self)
        self.buttons: dict[Route, NavButton] = {}
        layout = column(space=tokens.SPACE_XS, margin=tokens.SPACE_S)
        for route, icon, word in self._entries():
            button = self.buttons[route] = NavButton(route, icon, word)
            button.clicked.connect(lambda _checked=False, route=route: self.chosen.emit(route))
            self._group.addButton(button)
            if route is Route.SETTINGS:
                layout.addStretch(1)
            layout.addWidget(button)
        self.setLayout(layout)
        self.collapse(False)

    def _entries(self) -> tuple[tuple[Route, Icon, str], ...]:
        return (
            (Route.HOME, Icon.HOME, self.tr("Home")),
            (Route.NOTIFY, Icon.NOTIFY, self.tr("Send")),
            (Route.INBOX, Icon.INBOX, self.tr("Inbox")),
            (Route.PEOPLE, Icon.PEOPLE, self.tr("People")),
            (Route.BROADCASTS, Icon.BROADCASTS, self.tr("Broadcasts")),
            (Route.TEMPLATES, Icon.TEMPLATES, self.tr("Templates")),
            (Route.PLANNING, Icon.PLANNING, self.tr("Planning")),
            (Route.REPORTS, Icon.REPORTS, self.tr("Figures")),
            (Route.SETTINGS, Icon.SETTINGS, self.tr("Settings")),
        )

    def collapse(self, collapsed: bool) -> None:
        """Show icons only."""
        icons_only = tokens.RAIL_WIDTH_COLLAPSED + theme.wide(tokens.ICON_L) - tokens.ICON_L
        self.setFixedWidth(icons_only if collapsed else theme.wide(tokens.RAIL_WIDTH))
        for button in self.buttons.values():
            button.collapse(collapsed)

    def mark(self, route: Route) -> None:
        """Show where the window is; a page below another marks that one."""
        self.buttons[_OWNERS.get(route, route)].setChecked(True)

    def show_unread(self, count: int) -> None:
        """Count the answers nobody has read."""
        self.buttons[Route.INBOX].show_count(count, self.tr("%n unread", "", count))


class Header(QFrame):
    """Title and actions of the page that is shown; a thin bar runs below while something takes long."""

    went_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "header")
        self._back = IconButton(Icon.BACK, self.tr("Back"))
        self._back.clicked.connect(self.went_back)
        self._title = ElidedLabel("", Type.TITLE)
        self._title.setObjectName("page_title")
        self._bars: list[QWidget] = []
        self._actions = QStackedWidget()
        self._actions.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._actions.setMinimumHeight(theme.high(tokens.CONTROL_HEIGHT_LARGE))  # the title stays where it is
        line = self._line = row(self._back)
        line.addWidget(self._title, 1)
        line.addWidget(self._actions)
        line.setContentsMargins(tokens.SPACE_L, tokens.SPACE_S, tokens.SPACE_L, tokens.SPACE_S)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Work in progress"))
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.hide()
        self.setLayout(column(line, self._busy, space=0))
        self.setMinimumHeight(theme.high(tokens.HEADER_HEIGHT))

    def take(self, tools: QWidget) -> None:
        """Show these before the actions of every page."""
        self._line.insertWidget(self._line.indexOf(self._actions), tools)

    def add(self, page: Page) -> None:
        """Take in the actions of a page."""
        self._bars.append(page.actions_bar)
        self._actions.addWidget(page.actions_bar)

    def show_page(self, page: Page) -> None:
        """Show the title and the actions of this page."""
        self._back.setVisible(page.back is not None)
        self._title.setText(page.title)
        for bar in self._bars:
            shown = QSizePolicy.Policy.Preferred if bar is page.actions_bar else QSizePolicy.Policy.Ignored
            bar.setSizePolicy(shown, QSizePolicy.Policy.Preferred)
        self._actions.setCurrentWidget(page.actions_bar)

    def show_busy(self, busy: bool) -> None:
        """Show that something takes long: a bar that runs, or one that stands where nothing may move."""
        self._busy.setRange(0, 1 if theme.still() else 0)
        self._busy.setValue(self._busy.maximum())
        self._busy.setVisible(busy)


class StatusButton(PressButton):
    """One piece of the status line: an icon and words, a link to where one can do something about it."""

    def __init__(self, name: str, *, whole: bool = False) -> None:
        """`whole`: so short that it is never cut."""
        super().__init__()
        self._whole = whole
        self._words, self._brief = "", ""
        self.setObjectName(name)
        self.setProperty("look", "status")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(theme.wide(tokens.ICON_S) + tokens.SPACE_XS, theme.wide(tokens.ICON_S)))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, icon: Icon, tone: Tone, text: str, brief: str = "") -> None:
        """Show this, or less of it in little room; an empty text hides the piece."""
        self._words, self._brief = text, brief or text
        self.setIcon(icons.make(icon, tone))
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self.setVisible(bool(text))

    def shorten(self, briefly: bool) -> None:
        """Show the brief words or all of them; what is read aloud stays the same."""
        self.setText(self._brief if briefly else self._words)

    def minimumSizeHint(self) -> QSize:
        """The icon, a few letters and the ellipsis."""
        hint = self.sizeHint()
        return hint if self._whole else QSize(min(hint.width(), 2 * tokens.SPACE_XXL), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cut with an ellipsis where room is short; the tool tip has all of it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        lacking = self.sizeHint().width() - self.width()
        if lacking > 0:  # a width in whole pixels is not enough for a text of just that width
            room = self.fontMetrics().horizontalAdvance(self.text()) - lacking
            option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


class StatusLine(QFrame):
    """Modem, queue and what needs a decision, always in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "status")
        self.setAccessibleName(self.tr("Status"))
        self.setMinimumHeight(theme.high(tokens.STATUS_HEIGHT))
        self.modem = StatusButton("status_modem")
        self.queue = StatusButton("status_queue")
        self.planned = StatusButton("status_planned")
        self.missed = StatusButton("status_missed")
        self.uncertain = StatusButton("status_uncertain")
        self.station = StatusButton("status_station")
        self.help = StatusButton("status_help", whole=True)
        self._pieces = (self.modem, self.queue, self.planned, self.missed, self.uncertain)
        line = row(
            self.modem, self.queue, self.planned, self.station, None, self.missed, self.uncertain, self.help
        )
        line.setContentsMargins(tokens.SPACE_S, 0, tokens.SPACE_S, 0)
        self.setLayout(line)
        self.show_station(False)
        self.help.say(Icon.HELP, Tone.NEUTRAL, self.tr("Help (F1)"))

    def show_station(self, on: bool) -> None:
        """Whether this computer is the sending station, where closing the window ends nothing."""
        self.station.say(Icon.MODEM, Tone.NEUTRAL, self.tr("Sending station") if on else "")
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Say it all where there is room, else the most important of each piece."""
        for briefly in (False, True):
            for piece in self._pieces:
                piece.shorten(briefly)
            if self.sizeHint().width() <= self.width():
                return
