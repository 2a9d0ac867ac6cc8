"""Above the messages: what a phone asks for (STOP, START, a list), with one button that does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFrame, QWidget

from smsdesk.domain.opt_outs import OptOut, OptOutState
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.sign_ups import SignUp, SignUpState
from smsdesk.domain.stop_reading import StopKind
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bundle import Services
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.people_words import purpose_word
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import IconLabel
from smsdesk.ui.widgets.text import Label

translate = QCoreApplication.translate

Proposal = OptOut | SignUp


def proposals_of(services: Services, phone: str) -> tuple[Proposal, ...]:
    """What a phone asks for and nobody has decided, and the last STOP that stands; on the database thread."""
    asked = services.opt_outs.of_phone(phone)
    waiting = [each for each in asked if each.state is OptOutState.PROPOSED]
    standing = [each for each in asked if each.applied and each.kind is not StopKind.START][:1]
    lists = [each for each in services.sign_ups.of_phone(phone) if each.state is SignUpState.PROPOSED]
    return tuple(dict.fromkeys((*waiting, *lists, *standing)))


def asking_phones(services: Services) -> dict[str, str]:
    """Each phone that asks for something nobody has decided, with the word for its chip."""
    lists = {each.e164: list_word(each) for each in services.sign_ups.waiting()}
    return lists | {each.e164: stop_word(each) for each in services.opt_outs.waiting()}


def stop_word(asked: OptOut) -> str:
    """A request in the word of its chip."""
    if asked.kind is StopKind.MAYBE_STOP:
        return translate("proposals", "STOP?")
    return "START" if asked.kind is StopKind.START else "STOP"


def list_word(asked: SignUp) -> str:
    """A request about a list in the word of its chip."""
    return translate("proposals", "Joins a list") if asked.joins else translate("proposals", "Leaves a list")


class ProposalBanner(QFrame):
    """A sentence with its buttons below: beside them it would have too little room."""

    def __init__(self, text: str, tone: Tone, *buttons: QWidget) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.setProperty("tone", str(tone))
        self.setAccessibleName(text)
        self.label = Label(text, wrap=True)
        self.label.set_tone(tone)
        line = row(IconLabel(Icon.CONSENT, tone))
        line.addWidget(self.label, 1)
        inside = column(line, row(None, *buttons), space=tokens.SPACE_XS)
        inside.setContentsMargins(tokens.SPACE_M, tokens.SPACE_S, tokens.SPACE_M, tokens.SPACE_S)
        self.setLayout(inside)


class ProposalBar(QWidget):
    """One banner for each proposal; what a button did is told in a toast that can take it back."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._services = context.services
        self._tasks = context.tasks
        self._notices = context.notices
        self._shown: tuple[Proposal, ...] = ()
        self._lines = column(space=tokens.SPACE_XS)
        self.setLayout(self._lines)
        self.hide()

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Show these."""
        if tuple(proposals) == self._shown:
            return
        self._shown = tuple(proposals)
        clear(self._lines)
        for each in proposals:
            banner = self._sign_up(each) if isinstance(each, SignUp) else self._opt_out(each)
            self._lines.addWidget(banner)
        self.setVisible(bool(proposals))

    def _opt_out(self, asked: OptOut) -> ProposalBanner:
        service = self._services.opt_outs
        if asked.state is not OptOutState.PROPOSED:
            words = self.tr("Receives no more SMS ({what}) since “{text}”.")
            button = Button(self.tr("Undo"), Icon.UNDO)
            button.clicked.connect(lambda: self._tasks.change(self, partial(service.undo, asked.id)))
            return ProposalBanner(_said(words, asked.applied, asked.text), Tone.NEUTRAL, button)
        words = {
            StopKind.STOP: self.tr("“{text}”: asks for no more SMS ({what})."),
            StopKind.MAYBE_STOP: self.tr("“{text}”: may ask for no more SMS ({what}). Read it first."),
            StopKind.START: self.tr("“{text}”: asks for SMS ({what}) again."),
        }[asked.kind]
        accept = self.tr("Receive again") if asked.kind is StopKind.START else self.tr("Send no more")
        told = self.tr("Written into the consent register. Safety alerts still arrive.")
        return self._banner(
            _said(words, asked.proposed, asked.text),
            accept,
            partial(self._do, partial(service.apply, asked.id), told, partial(service.undo, asked.id)),
            partial(self._tasks.change, self, partial(service.dismiss, asked.id)),
        )

    def _sign_up(self, asked: SignUp) -> ProposalBanner:
        service = self._services.sign_ups
        words = self.tr("“{text}”: asks to leave the list {group}.")
        if asked.joins:
            words = self.tr("“{text}”: asks to join the list {group}.")
            if not asked.names:
                words = self.tr("“{text}”: asks to join the list {group}, and is not among your people yet.")
        text = words.format(text=_quoted(asked.text), group=visible_line(asked.group))
        accept = self.tr("Add to the list") if asked.joins else self.tr("Take off the list")
        told = self.tr("{group} is changed.").format(group=visible_line(asked.group))
        return self._banner(
            text,
            accept,
            partial(self._do, partial(service.apply, asked.id), told, partial(service.undo, asked.id)),
            partial(self._tasks.change, self, partial(service.dismiss, asked.id)),
        )

    def _banner(
        self, text: str, accept: str, on_accept: Callable[[], None], on_dismiss: Callable[[], None]
    ) -> ProposalBanner:
        button = Button(accept)
        button.setObjectName("inbox_proposal_accept")
        button.clicked.connect(lambda _checked: on_accept())
        dismiss = Button(self.tr("Do nothing"), look=Look.QUIET)
        dismiss.setObjectName("inbox_proposal_dismiss")
        dismiss.clicked.connect(lambda _checked: on_dismiss())
        return ProposalBanner(text, Tone.UNCERTAIN, dismiss, button)

    def _do(self, work: Callable[[], object], told: str, back: Callable[[], object]) -> None:
        owner: QObject = self
        self._tasks.change(
            owner,
            work,
            lambda _done: self._notices.done(told, lambda: self._tasks.change(owner, back)),
        )


_LONGEST_QUOTE = 60


def _quoted(text: str) -> str:
    """The beginning of what was written; all of it stands below."""
    line = visible_line(text)
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"


def _said(words: str, purposes: Sequence[Purpose], text: str) -> str:
    what = " + ".join(purpose_word(purpose).lower() for purpose in purposes)
    return words.format(text=_quoted(text), what=what)
