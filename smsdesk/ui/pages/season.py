"""Personnes, a new school year: what becomes of each group, who is left without one, the step itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QStackedWidget, QWidget

from smsdesk.domain.people import Group
from smsdesk.domain.seasons import SeasonPreview, WithoutGroup
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.services.bundle import Services
from smsdesk.services.events import Topic
from smsdesk.services.seasons import RolledOver
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.page import Page, PageContext, scrolled
from smsdesk.ui.pages.people_doing import Doing
from smsdesk.ui.pages.season_groups import SeasonGroups
from smsdesk.ui.pages.season_preview import SeasonOutcome
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.fields import Labelled
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Banner, EmptyState
from smsdesk.ui.widgets.text import Label

_ROWS = 4
"""What is seen at least of the groups where they stand over what becomes of them."""
_SIDE_BY_SIDE_FROM = 680
"""Pixels, for words of the usual size."""
_TYPING_PAUSE_MS = 250
"""The preview follows once a name is typed, not at each letter of it."""

_Read = tuple[str, str, tuple[Group, ...]]


def _read(services: Services) -> _Read:
    """This season, the next one, and the groups that begin anew each year."""
    seasons = services.seasons
    return seasons.current(), seasons.next(), seasons.seasonal_groups()


class SeasonPage(Page):
    """On the left the groups with what becomes of each, on the right what that means."""

    topics = frozenset({Topic.GROUPS})
    back = Place(Route.PEOPLE)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self.tr("New school year"))
        self.doing = Doing(self.services, self.tasks, self.notices, self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TYPING_PAUSE_MS)
        self._later.timeout.connect(self._preview)
        self.name = QLineEdit()
        self.name.setObjectName("season_name")
        self.name.setMaximumWidth(theme.wide(tokens.RAIL_WIDTH))
        self.name.textEdited.connect(lambda _text: self._wait())
        self._current = Label("", muted=True, wrap=True)
        self.groups = SeasonGroups()
        self.groups.changed.connect(self._wait)
        self.problem = Banner("", Tone.FAILED)
        self.outcome = SeasonOutcome()
        self.outcome.begin_wanted.connect(self._begin)
        self._known: tuple[Group, ...] | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_whole())
        self._stack.addWidget(self._nothing())
        self.body.addWidget(self._stack, 1)
        self.first = self.name

    def _make_whole(self) -> QWidget:
        named = Labelled(self.tr("The new school year is called"), self.name)
        left = column(self._current, row(named, None), self.problem, space=tokens.SPACE_M)
        left.addWidget(self.groups, 1)
        self._panes = row(space=tokens.SPACE_M)
        self._panes.addLayout(left, 1)
        self._panes.addWidget(self.outcome)
        whole = QWidget()
        whole.setLayout(self._panes)
        return scrolled(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both have no room side by side, what it means stands below."""
        super().resizeEvent(event)
        narrow = theme.usual(self.width()) < _SIDE_BY_SIDE_FROM
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._panes.setDirection(way)
        self.outcome.stand(beside=not narrow)
        self.groups.setMinimumHeight(theme.high(tokens.ROW_HEIGHT_TWO_LINES) * _ROWS if narrow else 0)

    def refresh(self) -> None:
        """Read the groups; choices that were made stay while the groups are the same."""
        services = self.services
        self.tasks.read(self, "groups", lambda: _read(services), lambda read: self._show(*read))

    def _show(self, current: str, following: str, groups: tuple[Group, ...]) -> None:
        if self._known is None or [each.id for each in groups] != [each.id for each in self._known]:
            self.name.setText(following)
            self.groups.show_groups(groups)
        self._known = groups
        told = self.tr(
            "This is {season}. Each group goes into the archive as it is, and begins anew as you choose here."
            " Lists of services and free lists go on by themselves."
        )
        self._current.setText(told.format(season=visible(current)))
        self._stack.setCurrentIndex(0 if groups else 1)
        if groups:
            self._preview()

    def _nothing(self) -> EmptyState:
        load = Button(self.tr("Import a list"), Icon.IMPORT)
        load.clicked.connect(lambda: self.navigate.emit(Place(Route.IMPORT)))
        return EmptyState(
            Icon.SEASON,
            self.tr("No class, course or ensemble yet"),
            self.tr("They begin anew each school year. Import your lists first."),
            load,
        )

    def _wait(self) -> None:
        """What was previewed is no longer what would be done."""
        self.outcome.show_nothing()
        self._later.start()

    def _preview(self) -> None:
        name, plan, seasons = self.name.text(), self.groups.plan(), self.services.seasons
        self.tasks.read(
            self, "preview", lambda: seasons.preview(name, plan), self._show_preview, self._refuse
        )

    def _show_preview(self, preview: SeasonPreview) -> None:
        self.problem.say("", Tone.FAILED)
        self.outcome.show_preview(preview)

    def _refuse(self, sentence: Sentence) -> None:
        self.problem.say(translate(sentence), Tone.FAILED)
        self.outcome.show_nothing()

    def _begin(self, without: WithoutGroup) -> None:
        self._later.stop()
        name, plan, seasons = self.name.text(), self.groups.plan(), self.services.seasons
        self.outcome.begin.setEnabled(False)
        words = self.tr("The new school year begins…")
        self.doing.change_many(
            words, lambda work: seasons.roll_over(name, plan, without, work), self._begun, self._not_begun
        )

    def _not_begun(self, sentence: Sentence) -> None:
        self.notices.error(sentence)
        self._preview()

    def _begun(self, _done: RolledOver) -> None:
        self._known = None
        self.navigate.emit(Place(Route.PEOPLE))
