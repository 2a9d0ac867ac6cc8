"""Envoyer, first part, "À qui": groups, people and towns to choose, and to take out again, as chips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from smsdesk.domain.audience import NOBODY_CHOSEN, AudienceRequest, Outcome
from smsdesk.domain.folding import fold
from smsdesk.domain.people import Contact, Group
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.groups import as_tree
from smsdesk.ui.pages.notify_choices import Choice, ChoiceList, Chosen, Kind, Offer
from smsdesk.ui.pages.notify_second import SecondGuardianChoice
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.flow import FlowLayout
from smsdesk.ui.widgets.layout import clear
from smsdesk.ui.widgets.surfaces import Card, EmptyState
from smsdesk.ui.widgets.text import Label

_CHIP_WORDS = tokens.PANE_WIDTH // 2
"""As much of a name as fits into the narrowest column; its tool tip has all of it."""

_TO, _EXCEPT = "to", "except"


@dataclass(frozen=True)
class Known:
    """What there is to choose from besides people: groups, towns, and how many everyone is."""

    groups: tuple[Group, ...] = ()
    towns: tuple[str, ...] = ()
    everyone: int = 0


class AudiencePanel(Card):
    """What the person chose; `changed` says that it is something else.

    `searched` carries what is typed, `import_wanted` says that there is nobody yet to choose from.
    """

    changed = Signal()
    searched = Signal(str)
    import_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._known = Known()
        self._groups: list[tuple[Group, int]] = []
        self._people: tuple[Contact, ...] = ()
        self._chosen = Chosen()
        self.search = SearchField(self.tr("Group, person or town"))
        self.search.setObjectName("notify_group_search")
        self.search.searched.connect(self._on_search)
        self.ways = Segments(
            ((_TO, self.tr("Recipients")), (_EXCEPT, self.tr("Except"))), self.tr("Choose or take out")
        )
        for way in (_TO, _EXCEPT):
            self.ways.button(way).setObjectName(f"notify_way_{way}")
        self.ways.chosen.connect(lambda _way: self._fill())
        self.list = ChoiceList()
        self.list.setObjectName("notify_group_list")
        self.list.setAccessibleName(self.tr("Groups and people"))
        self.list.marked.connect(self._take_over)
        self.pupils = QCheckBox(self.tr("Write to the pupils too"))
        self.pupils.setToolTip(self.tr("Besides the guardians, pupils with a mobile of their own"))
        self.pupils.toggled.connect(self.changed)
        self.second = SecondGuardianChoice()
        self.second.changed.connect(self.changed)
        self._chips = FlowLayout(tokens.SPACE_XS)
        self._chip_area = QWidget()
        self._chip_area.setLayout(self._chips)
        self._empty = self._make_empty()
        self._empty.hide()
        self.body.addWidget(Label(self.tr("To whom"), Type.SUBTITLE))
        for part in (self.search, self.ways, self._chip_area):
            self.body.addWidget(part)
        for part in (self.list, self._empty):  # no stack: that is as wide as what is not seen
            self.body.addWidget(part, 1)
        self.body.addWidget(self.pupils)
        self.body.addWidget(self.second)
        self._chip_area.hide()

    def _make_empty(self) -> EmptyState:
        load = Button(self.tr("Import a class list"), Icon.IMPORT)
        load.clicked.connect(self.import_wanted)
        text = self.tr("Your groups appear here once a class list is imported.")
        return EmptyState(Icon.PEOPLE, self.tr("No group yet"), text, load)

    def show_known(self, known: Known) -> None:
        """Offer these."""
        self._known = known
        self._groups = as_tree(known.groups)
        anybody = bool(known.groups or known.everyone)
        self.list.setVisible(anybody)
        self._empty.setVisible(not anybody)
        self._fill()

    def show_people(self, people: Sequence[Contact]) -> None:
        """Offer these people, found by the search, below the groups."""
        self._people = tuple(people)
        self._fill()

    def choose(
        self, request: AudienceRequest = NOBODY_CHOSEN, people: Sequence[Contact] = (), earlier: str = ""
    ) -> None:
        """Begin anew with this request; groups must be among those shown, people among those given.

        `earlier` is the title of the broadcast that the request names.
        """
        named = {person.id: person.name for person in people}
        groups = {group.id: group.name for group in self._known.groups}
        self._chosen = chosen = Chosen()
        chosen.outcome = request.outcome
        included = [
            *([Choice(Kind.EVERYONE, 0, self.tr("Everyone"))] if request.everyone else ()),
            *([self._earlier(request, earlier)] if request.of_broadcast is not None else ()),
            *_named(Kind.GROUP, request.group_ids, groups),
            *(Choice(Kind.AREA, 0, town) for town in request.areas),
            *_named(Kind.PERSON, request.contact_ids, named),
        ]
        excluded = [
            *_named(Kind.GROUP, request.excluded_group_ids, groups),
            *_named(Kind.PERSON, request.excluded_contact_ids, named),
        ]
        chosen.included = {choice.key: choice for choice in included}
        chosen.excluded = {choice.key: choice for choice in excluded}
        self.pupils.setChecked(request.and_pupils)
        self.second.choose(request.second_guardian_after)
        self.ways.choose(_TO)
        self.search.clear()
        self._people = ()
        self._fill()
        self._tell()

    def _earlier(self, request: AudienceRequest, title: str) -> Choice:
        words = {
            Outcome.NOT_REACHED: self.tr("Not reached by “{title}”"),
            Outcome.NOT_ANSWERED: self.tr("Without an answer to “{title}”"),
            Outcome.GOT_IT: self.tr("Who got “{title}”"),
            Outcome.ALL: self.tr("Those of “{title}”"),
        }
        return Choice(Kind.EARLIER, request.of_broadcast or 0, words[request.outcome].format(title=title))

    def suggest(self, names: Sequence[str]) -> None:
        """Choose the groups of these names, when nobody is chosen yet."""
        wanted = {fold(name) for name in names}
        found = [group for group in self._known.groups if fold(group.name) in wanted]
        if self._chosen.included or not found:
            return
        for group in found:
            self._chosen.mark(Choice(Kind.GROUP, group.id, group.name), excluded=False, chosen=True)
        self._fill()
        self._tell()

    def exclude(self, contact_id: int, name: str) -> None:
        """Leave somebody out of this send."""
        self._chosen.mark(Choice(Kind.PERSON, contact_id, name), excluded=True, chosen=True)
        self._fill()
        self._tell()

    @property
    def request(self) -> AudienceRequest:
        """What was chosen, for the services."""
        chosen = self._chosen.request(and_pupils=self.pupils.isChecked())
        return replace(chosen, second_guardian_after=self.second.minutes)

    @property
    def names(self) -> tuple[str, ...]:
        """What was chosen, by name."""
        return tuple(choice.name for choice in self._chosen.included.values())

    @property
    def _excluding(self) -> bool:
        return self.ways.current == _EXCEPT

    def _on_search(self, text: str) -> None:
        self._people = ()
        self._fill()
        self.searched.emit(text)

    def _fill(self) -> None:
        marked = self._chosen.excluded if self._excluding else self._chosen.included
        self.list.fill(self._offers(fold(self.search.text().strip())), marked)

    def _offers(self, wanted: str) -> Iterator[Offer]:
        known = self._known
        if known.everyone and not wanted and not self._excluding:
            yield Offer(
                Choice(Kind.EVERYONE, 0, self.tr("Everyone")),
                formats.number(known.everyone),
                tip=self.tr("All who are there, each phone once"),
                icon=Icon.PEOPLE,
            )
        for group, depth in self._groups:
            if wanted in fold(f"{group.name} {group.teacher}"):
                yield Offer(
                    Choice(Kind.GROUP, group.id, group.name),
                    formats.number(group.size),
                    0 if wanted else depth,
                    group.teacher,
                    Icon.SMART if group.smart else None,
                )
        if wanted and not self._excluding:
            for town in known.towns:
                if wanted in fold(town):
                    yield Offer(Choice(Kind.AREA, 0, town), self.tr("town"), icon=Icon.HOME)
        for person in self._people:
            yield Offer(
                Choice(Kind.PERSON, person.id, person.name), ", ".join(person.groups), icon=Icon.PERSON
            )

    def _take_over(self) -> None:
        for choice, chosen in self.list.choices():
            self._chosen.mark(choice, excluded=self._excluding, chosen=chosen)
        self._tell()

    def _drop(self, choice: Choice, excluded: bool) -> None:
        self._chosen.mark(choice, excluded=excluded, chosen=False)
        self._fill()
        self._tell()

    def _tell(self) -> None:
        clear(self._chips)
        for choice in self._chosen.included.values():
            self._chips.addWidget(self._chip(choice.name, partial(self._drop, choice, False)))
        for choice in self._chosen.excluded.values():
            words = self.tr("except {name}").format(name=choice.name)
            self._chips.addWidget(self._chip(words, partial(self._drop, choice, True)))
        self._chip_area.setVisible(bool(self._chosen.included or self._chosen.excluded))
        self._order_tabs()
        self.changed.emit()

    def _order_tabs(self) -> None:
        """The chips are made again and again: Tab finds them between the ways and the list."""
        before: QWidget = self.ways.button(_EXCEPT)
        for at in range(self._chips.count()):
            item = self._chips.itemAt(at)
            chip = item.widget() if item is not None else None
            if chip is not None:
                self.setTabOrder(before, chip)
                before = chip

    def _chip(self, text: str, remove: partial[None]) -> Button:
        words = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, theme.wide(_CHIP_WORDS))
        chip = Button(words.replace("&", "&&"), Icon.CLOSE, Look.QUIET)
        chip.setProperty("look", "chip")
        chip.setAccessibleName(self.tr("Remove {name}").format(name=text))
        chip.setToolTip(plain_tip(chip.accessibleName()))
        chip.clicked.connect(lambda _checked: remove())
        return chip


def _named(kind: Kind, ids: Sequence[int], names: dict[int, str]) -> list[Choice]:
    """The choices of these ids whose names are known: others are gone."""
    return [Choice(kind, number, names[number]) for number in ids if number in names]
