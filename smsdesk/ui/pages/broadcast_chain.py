"""What a broadcast is about, what followed it, and what may follow: one click away from its page."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from smsdesk.domain.broadcast_views import Chain
from smsdesk.domain.compositions import TO_WHOM
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.views import BroadcastKind, BroadcastSummary
from smsdesk.ui import formats
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.relation_words import followed_words, follows_words
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.flow import FlowLayout
from smsdesk.ui.widgets.states import Outcome, tally


class FollowBar(QFrame):
    """Links along the chain, then buttons that begin what may follow; `chosen` carries the Place to go to."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self._broadcast: int | None = None
        self._reach: Mapping[Relation, int] = {}
        self._fitting: frozenset[Relation] = frozenset()
        self._shown: object = None
        self._links: list[Button] = []
        self._flow = FlowLayout()
        self.buttons: dict[Relation, Button] = {}
        for relation, words, icon in (
            (Relation.NOT_REACHED, "", Icon.NOTIFY),
            (Relation.NOT_ANSWERED, "", Icon.NOTIFY),
            (Relation.CORRECTION, self.tr("Correct"), Icon.EDIT),
            (Relation.REPEAT, self.tr("Send once more"), Icon.REPEAT),
        ):
            self.buttons[relation] = self._button(relation, words, icon)
            self._flow.addWidget(self.buttons[relation])
        self.setLayout(self._flow)
        self.show_reach({})

    def _button(self, relation: Relation, words: str, icon: Icon) -> Button:
        button = Button(words, icon)
        button.setObjectName(f"broadcast_{relation}")
        button.clicked.connect(
            lambda: self.chosen.emit(
                Place(Route.NOTIFY, NotifyStart(about=self._broadcast, relation=relation))
            )
        )
        return button

    def show_broadcast(self, summary: BroadcastSummary) -> None:
        """Offer what makes sense: while it leaves it can be corrected, later it can be followed."""
        self._broadcast = summary.id
        outcomes = tally(summary.counts)
        waiting = bool(outcomes.get(Outcome.WAITING)) and not summary.cancelled
        got = any(outcomes.get(each) for each in (Outcome.SENT, Outcome.DELIVERED, Outcome.UNCERTAIN))
        usual = summary.kind is not BroadcastKind.REPLY and summary.relation is not Relation.TEST
        late = frozenset() if waiting else frozenset(self.buttons.keys() - {Relation.CORRECTION})
        correction = frozenset({Relation.CORRECTION}) if got or waiting else frozenset()
        self._fitting = late | correction if usual else frozenset()
        self._show_buttons()

    def show_reach(self, phones: Mapping[Relation, int]) -> None:
        """Say to how many phones a follow-up goes; one that goes to nobody is not offered."""
        self._reach = phones
        missed, silent = phones.get(Relation.NOT_REACHED, 0), phones.get(Relation.NOT_ANSWERED, 0)
        self.buttons[Relation.NOT_REACHED].setText(self.tr("Write to the %n not reached", "", missed))
        self.buttons[Relation.NOT_ANSWERED].setText(self.tr("Write to the %n without an answer", "", silent))
        self._show_buttons()

    def _show_buttons(self) -> None:
        for relation, button in self.buttons.items():
            goes = bool(self._reach.get(relation)) if relation in TO_WHOM else True
            button.setVisible(goes and relation in self._fitting)

    def show_chain(self, chain: Chain, besides: Collection[int] = (), crisis: int | None = None) -> None:
        """Link to what a broadcast follows and what followed it, but for those (ids) that stand elsewhere.

        `crisis` is the alert of which it is a step.
        """
        if (chain, tuple(besides), crisis) == self._shown:
            return
        self._shown = chain, tuple(besides), crisis
        for link in self._links:
            self._flow.removeWidget(link)
            link.deleteLater()
        self._links = []
        if crisis is not None:
            self._link("broadcast_crisis", self.tr("Open the alert"), Icon.ALERT, Place(Route.CRISIS, crisis))
        about = chain.about
        if about is not None and about.id not in besides:
            self._add(about.id, follows_words(about.relation, about.title), Icon.BACK)
        for each in chain.followed:
            if each.id not in besides:
                words = f"{followed_words(each.relation)} · {formats.moment(each.created_at)}"
                self._add(each.id, words, Icon.NEXT)

    def _add(self, number: int, words: str, icon: Icon) -> None:
        self._link(f"broadcast_chain_{number}", words, icon, Place(Route.BROADCAST, number))

    def _link(self, name: str, words: str, icon: Icon, place: Place) -> None:
        link = Button(words.replace("&", "&&"), icon, Look.LINK)
        link.setObjectName(name)
        link.clicked.connect(lambda: self.chosen.emit(place))
        self._links.append(link)
        self._flow.addWidget(link)
        link.show()
