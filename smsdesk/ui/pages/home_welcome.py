"""Accueil on the first start: three questions, each of which can wait, and the way into the sample world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from smsdesk.domain.modems import ModemState, ModemStatus
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.services.bundle import Services
from smsdesk.services.first_steps import Step, Welcome
from smsdesk.services.wording import LONGEST_PREFIX
from smsdesk.ui import status
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.settings_institution import LONGEST_NAME
from smsdesk.ui.pages.settings_station import ModemSetup
from smsdesk.ui.places import Place, Route
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.fields import Labelled
from smsdesk.ui.widgets.layout import column, reading_order, row
from smsdesk.ui.widgets.step_card import StepCard
from smsdesk.ui.widgets.surfaces import Banner, Card, IconLabel
from smsdesk.ui.widgets.text import Label


@dataclass(frozen=True)
class Standing:
    """How far the first start came, and the modems as they are."""

    welcome: Welcome
    modems: tuple[ModemStatus, ...]

    @property
    def ready(self) -> ModemStatus | None:
        """The modem that sends."""
        return next((modem for modem in self.modems if modem.state is ModemState.READY), None)

    def done(self, step: Step) -> bool:
        """Whether the question is answered; who has a list is not asked any more."""
        return {
            Step.INSTITUTION: bool(self.welcome.institution),
            Step.MODEM: self.ready is not None,
            Step.LIST: False,
        }[step]

    @property
    def next_step(self) -> Step | None:
        """The first question that is neither answered nor put off; None: all are."""
        return next((step for step in Step if not (self.done(step) or step in self.welcome.put_off)), None)


class WelcomePanel(QWidget):
    """Asks one question at a time; `navigate` carries a Place, `moved` asks the keyboard to follow."""

    navigate = Signal(object)
    moved = Signal()

    def __init__(self, tasks: Tasks, services: Services, try_out: Callable[[], None] | None) -> None:
        super().__init__()
        self._tasks = tasks
        self._services = services
        self._standing: Standing | None = None
        self._opened: Step | None = None
        self.cards = {
            Step.INSTITUTION: self._make_institution(),
            Step.MODEM: self._make_modem(),
            Step.LIST: self._make_list(),
        }
        for step, card in self.cards.items():
            card.reopened.connect(lambda step=step: self._turn_to(step))
        intro = self.tr("Three questions, and the first SMS can leave. Each of them can wait.")
        self.setLayout(
            column(Label(intro, muted=True, wrap=True), *self.cards.values(), space=tokens.SPACE_S)
        )
        if try_out is not None:
            self._add_trial(try_out)

    def _make_institution(self) -> StepCard:
        self.name = QLineEdit()
        self.name.setObjectName("welcome_institution")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("for example Conservatoire de Dole"))
        self.signature = QLineEdit()
        self.signature.setObjectName("welcome_signature")
        self.signature.setMaxLength(LONGEST_PREFIX)
        self.signature.setPlaceholderText(self.tr("for example “Conservatoire:”"))
        for field in (self.name, self.signature):
            field.returnPressed.connect(self._keep_institution)
        self._problem = Banner("", Tone.UNCERTAIN)
        fields = row(space=tokens.SPACE_M)
        fields.addWidget(
            Labelled(self.tr("Name"), self.name, self.tr("Families read it in your messages.")), 1
        )
        fields.addWidget(
            Labelled(self.tr("Signature"), self.signature, self.tr("If your messages begin the same way.")), 1
        )
        go_on = _continue(self.tr("Continue"), "welcome_institution_next", self._keep_institution)
        return StepCard(
            1,
            self.tr("What is your institution called?"),
            fields,
            self._problem,
            self._line(go_on, Step.INSTITUTION),
        )

    def _make_modem(self) -> StepCard:
        self.modem = ModemSetup(self._tasks, self._services.station)
        self.modem.setProperty("look", "clear")
        self.modem.body.setContentsMargins(0, 0, 0, 0)
        words = self.tr(
            "Plug it in with its SIM card. If the card asks for its PIN code, enter it here. Where nothing "
            "is found, “Examine the modem” looks at everything and says what to do."
        )
        go_on = _continue(self.tr("Continue"), "welcome_modem_next", lambda: self._put_off(Step.MODEM))
        self._modem_next = go_on
        return StepCard(
            2,
            self.tr("Is the modem plugged in?"),
            Label(words, muted=True, wrap=True),
            self.modem,
            self._line(go_on, Step.MODEM),
        )

    def _make_list(self) -> StepCard:
        words = self.tr(
            "The Excel list that you have is enough: names, classes, phones. You see what becomes of it "
            "before anything is kept."
        )
        load = Button(self.tr("Import a class list"), Icon.IMPORT, Look.PRIMARY)
        load.setObjectName("home_import")
        load.clicked.connect(lambda: self.navigate.emit(Place(Route.IMPORT)))
        one = Button(self.tr("Enter people by hand"), Icon.ADD_PERSON)
        one.setObjectName("welcome_by_hand")
        one.clicked.connect(lambda: self.navigate.emit(Place(Route.PEOPLE)))
        return StepCard(
            3,
            self.tr("Whom do you write to?"),
            Label(words, muted=True, wrap=True),
            self._line(load, Step.LIST, one),
        )

    def _line(self, primary: Button, step: Step, *others: Button) -> QHBoxLayout:
        """The way on, the other ways, and the one past the question."""
        later = Button(self.tr("Later"), None, Look.LINK)
        later.setObjectName(f"welcome_{step}_later")
        later.setAccessibleName(self.tr("Answer this later"))
        later.clicked.connect(lambda: self._put_off(step))
        return row(primary, *others, later, None, space=tokens.SPACE_M)

    def _add_trial(self, try_out: Callable[[], None]) -> None:
        button = Button(self.tr("Try without a modem"), Icon.PLAY)
        button.setObjectName("home_try")
        button.clicked.connect(try_out)
        words = column(
            Label(self.tr("Only looking for now?"), Type.STRONG),
            Label(
                self.tr("A sample school opens with a modem that only pretends: nobody receives anything."),
                muted=True,
                wrap=True,
            ),
            space=0,
        )
        line = row(IconLabel(Icon.INFORMATION), space=tokens.SPACE_M)
        line.addLayout(words, 1)
        line.addWidget(button)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(Card(line))

    def show_standing(self, standing: Standing) -> None:
        """Show how far it came. What is open stays open while one sees it: somebody reads or types there."""
        if self._standing is None or self._standing.welcome.institution != standing.welcome.institution:
            self.name.setText(standing.welcome.institution)
        self._standing = standing
        if self._opened is None or not self.isVisible():
            self._opened = standing.next_step
        self.modem.show_modems(standing.modems)
        self._modem_next.setVisible(standing.ready is not None)
        self._show_cards()

    def _turn_to(self, step: Step | None) -> None:
        self._opened = step
        self._show_cards()
        self.moved.emit()

    def _show_cards(self) -> None:
        standing = self._standing
        if standing is None:
            return
        for step, card in self.cards.items():
            answer = self._answer(step, standing)
            card.show_state(opened=step is self._opened, done=standing.done(step), answer=answer)

    def _answer(self, step: Step, standing: Standing) -> str:
        if step is Step.INSTITUTION and standing.welcome.institution:
            return visible(standing.welcome.institution)
        if step is Step.MODEM and standing.ready is not None:
            return visible(status.modem_line(standing.modems).text)
        return self.tr("Later") if step in standing.welcome.put_off else ""

    @property
    def first(self) -> QWidget | None:
        """Where the keyboard starts: the first field of the open question."""
        opened = self.cards.get(self._opened) if self._opened is not None else None
        return next(iter(reading_order(opened.content.layout())), None) if opened is not None else None

    def _keep_institution(self) -> None:
        name, signature = self.name.text(), self.signature.text()
        steps = self._services.first_steps
        self._change(lambda: steps.name_institution(name, signature))

    def _put_off(self, step: Step) -> None:
        steps = self._services.first_steps
        self._change(lambda: steps.put_off(step))

    def _change(self, work: Callable[[], None]) -> None:
        """Keep an answer, then go to the next question that is open."""

        def kept() -> Standing:
            work()
            return read_standing(self._services)

        self._tasks.change(self, kept, self._go_on, self._refused)

    def _refused(self, sentence: Sentence) -> None:
        self._problem.say(translate(sentence), Tone.UNCERTAIN)

    def _go_on(self, standing: Standing) -> None:
        self._problem.say("", Tone.UNCERTAIN)
        self.show_standing(standing)
        self._turn_to(standing.next_step)


def read_standing(services: Services) -> Standing:
    """How far the first start came."""
    return Standing(services.first_steps.read(), services.station.modems())


def _continue(words: str, name: str, act: Callable[[], None]) -> Button:
    button = Button(words, None, Look.PRIMARY)
    button.setObjectName(name)
    button.clicked.connect(act)
    return button
