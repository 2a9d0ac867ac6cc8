"""Réglages, keywords: which words families send to join a list, to get a text, or to be asked a question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from smsdesk.domain.auto_replies import KeywordSettings
from smsdesk.domain.keywords import Conflict, Keyword, KeywordAction
from smsdesk.domain.opt_outs import Mode
from smsdesk.domain.people import Group
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import BroadcastSummary
from smsdesk.services.bundle import Services
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.notices import Notices
from smsdesk.ui.pages.settings_keyword_form import KeywordForm
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Banner, Card, SectionHeader
from smsdesk.ui.widgets.text import ElidedLabel, Label

_BROADCASTS_LOOKED_AT = 100


@dataclass(frozen=True)
class _Read:
    keywords: tuple[Keyword, ...]
    conflicts: tuple[Conflict, ...]
    settings: KeywordSettings
    groups: tuple[Group, ...]
    broadcasts: tuple[BroadcastSummary, ...]


class KeywordsCard(Card):
    """Lists the keywords with what is wrong with them; below, the form for one of them."""

    def __init__(self, tasks: Tasks, services: Services, notices: Notices) -> None:
        self.add = Button("", Icon.ADD, Look.QUIET)
        super().__init__(space=tokens.SPACE_M)
        self._tasks = tasks
        self._services = services
        self._notices = notices
        self._read: _Read | None = None
        self.form: KeywordForm | None = None
        self.add.setText(self.tr("Add a keyword"))
        self.add.setObjectName("settings_keyword_add")
        self.add.clicked.connect(lambda: self._open(Keyword("", KeywordAction.LIST)))
        told = self.tr(
            "A family sends INSCRIRE and the word to join a list, QUITTER and the word to leave it; a word "
            "alone can get a text such as the opening hours. Case, accents and courtesy do not matter."
        )
        self._rows = column(space=tokens.SPACE_XS)
        self._place = column(space=0)
        self.unknown = Picker(self.tr("An unknown phone that joins a list"))
        self.unknown.setObjectName("settings_keyword_unknown")
        self.unknown.addItem(self.tr("I decide in the inbox"), Mode.PROPOSE)
        self.unknown.addItem(self.tr("Becomes a resident at once"), Mode.APPLY)
        self.unknown.activated.connect(self._keep_settings)
        self.body.addWidget(SectionHeader(self.tr("Keywords"), self.add))
        self.body.addWidget(Label(told, Type.CAPTION, muted=True, wrap=True))
        self.body.addLayout(self._rows)
        self.body.addLayout(self._place)
        self.body.addWidget(Labelled(self.unknown.accessibleName(), self.unknown))

    def refresh(self) -> None:
        """Read the keywords again; a form that is open stays as it is."""
        services = self._services
        self._tasks.read(
            self,
            "keywords",
            lambda: _Read(
                services.keywords.list(),
                services.keywords.conflicts(),
                services.keywords.settings(),
                services.people.groups(),
                _asking(services),
            ),
            self._show,
        )

    def _show(self, read: _Read) -> None:
        if read == self._read:
            return
        self._read = read
        self.unknown.setCurrentIndex(self.unknown.findData(read.settings.unknown))
        clear(self._rows)
        wrong = {conflict.keyword.id: conflict.reason for conflict in read.conflicts}
        for keyword in read.keywords:
            self._rows.addWidget(self._row(keyword, wrong.get(keyword.id)))

    def _row(self, keyword: Keyword, problem: Sentence | None) -> QWidget:
        word = visible_line(keyword.word)
        edit = IconButton(Icon.EDIT, self.tr("Change {word}").format(word=word))
        edit.clicked.connect(lambda: self._open(keyword))
        delete = IconButton(Icon.DELETE, self.tr("Remove {word}").format(word=word))
        delete.clicked.connect(lambda: self._delete(keyword))
        line = row(space=tokens.SPACE_S)
        line.addWidget(Label(word.upper(), Type.STRONG))
        line.addWidget(ElidedLabel(self._does(keyword), muted=True), 1)
        for button in (edit, delete):
            line.addWidget(button)
        piece = QWidget()
        wrong = Banner(translate(problem) if problem is not None else "", Tone.UNCERTAIN)
        piece.setLayout(column(line, wrong, space=0))
        return piece

    def _does(self, keyword: Keyword) -> str:
        """What a keyword does, in one line."""
        if keyword.action is KeywordAction.LIST:
            groups = self._read.groups if self._read is not None else ()
            name = next((group.name for group in groups if group.id == keyword.group_id), "?")
            return self.tr("joins and leaves {group}").format(group=visible_line(name))
        words = self.tr("asks “{text}”") if keyword.action is KeywordAction.POLL else self.tr("“{text}”")
        return words.format(text=visible_line(keyword.answer))

    def _open(self, keyword: Keyword) -> None:
        """Show the form for a keyword, in the place of another one."""
        if self._read is None:
            return
        self._close()
        self.form = KeywordForm(keyword, self._read.groups, self._read.broadcasts)
        self.form.saved.connect(self._save)
        self.form.closed.connect(self._close)
        self._place.addWidget(self.form)
        self.form.word.setFocus()

    def _close(self) -> None:
        clear(self._place)
        self.form = None

    def _save(self, keyword: Keyword) -> None:
        service, form = self._services.keywords, self.form
        if form is None:
            return

        def kept(_keyword: Keyword) -> None:
            self._close()
            self.refresh()

        self._tasks.change(self, lambda: service.save(keyword), kept, form.refuse)

    def _delete(self, keyword: Keyword) -> None:
        service = self._services.keywords
        if keyword.id is None:
            return
        told = self.tr("The keyword {word} is removed.").format(word=visible_line(keyword.word))
        back = partial(service.save, _as_new(keyword))
        self._change(
            partial(service.delete, keyword.id),
            lambda: self._notices.done(told, lambda: self._change(back)),
        )

    def _keep_settings(self) -> None:
        chosen = KeywordSettings(Mode(self.unknown.currentData()))
        self._change(lambda: self._services.keywords.save_settings(chosen))

    def _change(self, work: Callable[[], object], done: Callable[[], None] = lambda: None) -> None:
        def ended(_result: object) -> None:
            self.refresh()
            done()

        self._tasks.change(self, work, ended)


def _asking(services: Services) -> tuple[BroadcastSummary, ...]:
    """The latest sends that ask something; on the database thread."""
    latest = services.broadcasts.list(limit=_BROADCASTS_LOOKED_AT)
    asking = services.polls.asking([each.id for each in latest])
    return tuple(each for each in latest if each.id in asking)


def _as_new(keyword: Keyword) -> Keyword:
    return Keyword(keyword.word, keyword.action, keyword.answer, keyword.group_id, keyword.broadcast_id)
