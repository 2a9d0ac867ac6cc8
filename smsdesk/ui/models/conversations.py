"""The list of conversations: who, the first line, when, and how many messages nobody has read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt

from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import Conversation
from smsdesk.ui.dates import short_moment
from smsdesk.ui.formats import phone as written_phone
from smsdesk.ui.models.paged import Index, PagedRows

PAGE = 100
"""A screen shows about ten; this many come in well under a frame's time."""

translate = QCoreApplication.translate

_NAMES = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SERVED = frozenset({_NAMES, _SPOKEN, _TIP})


class ConversationsModel(PagedRows[Conversation]):
    """Conversations, the last spoken first, one row for each phone."""

    def __init__(self) -> None:
        super().__init__(lambda conversation: conversation.phone, PAGE)

    def data(self, index: Index, role: int = _NAMES) -> object:
        if role not in _SERVED:
            return None
        conversation = self.row(index.row())
        return spoken(conversation) if role == _SPOKEN else who(conversation)

    def mark_read(self, phone: str) -> None:
        """Show at once that nothing of this phone is unread; the database is told by the page."""
        at = self.position(phone)
        if at is not None:
            self.update_row(replace(self.row(at), unread=0))


def who(conversation: Conversation) -> str:
    """The names of those who have this phone, else the number as it is read, else the sender's text."""
    if conversation.names:
        return visible(", ".join(conversation.names))
    if not conversation.phone:
        return translate("inbox", "Unknown sender")
    return visible(written_phone(conversation.phone))


def first_line(conversation: Conversation) -> str:
    """The beginning of what was said last, in one line; "You: " before the desk's own words."""
    line = visible(" ".join(conversation.last_text.split()))
    if conversation.last_outgoing:
        return translate("inbox", "You: {text}").format(text=line)
    return line or translate("inbox", "Message without readable text")


def spoken(conversation: Conversation) -> str:
    """The row for a screen reader."""
    words = [who(conversation), short_moment(conversation.last_at), first_line(conversation)]
    if conversation.unread:
        words.insert(1, translate("inbox", "%n unread message(s)", "", conversation.unread))
    return ", ".join(words)
