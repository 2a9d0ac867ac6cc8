"""What is done with a conversation: told in a toast that can take it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import Conversation
from smsdesk.ui.models.conversations import who
from smsdesk.ui.pages.inbox_head import Act
from smsdesk.ui.pages.inbox_paper import ThreadSheets
from smsdesk.ui.pages.page import PageContext


class ConversationActs(QObject):
    """Does what a person wants with a conversation; the pages hear of it as of every change."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._inbox = context.services.inbox
        self._tasks = context.tasks
        self._notices = context.notices
        self._me = context.services.preferences.person
        self.sheets = ThreadSheets(context, page)

    def do(self, act: Act, shown: Conversation) -> None:
        """Do this with a conversation."""
        {
            Act.DONE: self._done,
            Act.STAR: self._star,
            Act.ARCHIVE: self._archive,
            Act.UNREAD: self._unread,
            Act.PRINT: self.sheets.print,
            Act.PDF: self.sheets.save_pdf,
            Act.TABLE: self.sheets.save_table,
        }[act](shown)

    def assign(self, shown: Conversation, name: str) -> None:
        """Have somebody answer it; "" is nobody in particular."""
        words = self.tr("{name} answers {who}.")
        if not name:
            words = self.tr("Anybody may answer {who}.")
        elif name == self._me:
            words = self.tr("You answer {who}.")
        back = partial(self._inbox.assign, shown.phone, shown.assigned_to)
        self._change(
            partial(self._inbox.assign, shown.phone, name),
            words.format(who=who(shown), name=visible_line(name)),
            back,
        )

    def _done(self, shown: Conversation) -> None:
        phone, inbox = shown.phone, self._inbox
        if shown.done:
            words = self.tr("{who}: still to do.")
            self._change(
                partial(inbox.reopen, phone), words.format(who=who(shown)), partial(inbox.finish, phone)
            )
        else:
            words = self.tr("{who}: done.")
            self._change(
                partial(inbox.finish, phone), words.format(who=who(shown)), partial(inbox.reopen, phone)
            )

    def _star(self, shown: Conversation) -> None:
        words = self.tr("{who} has no star any more.") if shown.starred else self.tr("{who} has a star.")
        self._switch(self._inbox.star, shown, shown.starred, words)

    def _archive(self, shown: Conversation) -> None:
        words = self.tr("{who} is archived. A new message brings the conversation back.")
        if shown.archived:
            words = self.tr("{who} is back from the archive.")
        self._switch(self._inbox.archive, shown, shown.archived, words)

    def _switch(self, switch: Callable[[str, bool], bool], shown: Conversation, on: bool, words: str) -> None:
        phone = shown.phone
        self._change(partial(switch, phone, not on), words.format(who=who(shown)), partial(switch, phone, on))

    def _unread(self, shown: Conversation) -> None:
        self._tasks.change(self, partial(self._inbox.mark_unread, shown.phone))

    def _change(self, work: Callable[[], bool], told: str, back: Callable[[], object]) -> None:
        def tell(changed: bool) -> None:
            if changed:
                self._notices.done(
                    told, lambda: self._tasks.change(self, back), lambda: self._tasks.change(self, work)
                )

        self._tasks.change(self, work, tell)
