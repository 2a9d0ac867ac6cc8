"""The list of conversations: who, the first line, when, what is unread, and how each one stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt

from smsdesk.domain.inbox_views import AnswerTimes
from smsdesk.domain.untrusted import visible, visible_line
from smsdesk.domain.views import Conversation
from smsdesk.ui.dates import short_moment
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.formats import duration
from smsdesk.ui.formats import phone as written_phone
from smsdesk.ui.models.paged import Index, PagedRows
from smsdesk.ui.tips import plain_tip

PAGE = 50
"""A screen shows about seven; so many are read again at each message that comes, in a quarter of a frame."""

translate = QCoreApplication.translate

_MINUTE = 60
_DAY = 24 * 3600
_DAYS_FROM = 2 * _DAY
_NAMES = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SERVED = frozenset({_NAMES, _SPOKEN, _TIP})


@dataclass(frozen=True)
class Marks:
    """What else a row says: `about` is the title of the broadcast that was answered last, `proposal` in a
    word what this phone asks for and nobody has decided."""

    about: str = ""
    proposal: str = ""


NO_MARKS = Marks()


@dataclass(frozen=True)
class ChipLook:
    """A chip to paint or to make."""

    icon: Icon
    text: str
    tone: Tone


class ConversationsModel(PagedRows[Conversation]):
    """Conversations, the last spoken first, one row for each phone."""

    def __init__(self) -> None:
        super().__init__(lambda conversation: conversation.phone, PAGE)
        self._marks: dict[str, Marks] = {}

    def data(self, index: Index, role: int = _NAMES) -> object:
        if role not in _SERVED:
            return None
        conversation = self.row(index.row())
        if role == _SPOKEN:
            return self.spoken(conversation)
        return plain_tip(who(conversation)) if role == _TIP else who(conversation)

    def renew(self, rows: Sequence[Conversation], kept: str | None) -> None:
        """Bring the first page up to date: what no longer belongs there goes, but for the phone `kept`."""
        there = {row.phone for row in rows}
        until = _spoken_at(rows[-1]) if len(rows) == self.page_size else None
        stays = []
        for row in tuple(self.rows):
            if row.phone in there or (until is not None and _spoken_at(row) < until):
                continue
            if row.phone == kept:
                stays.append(row)
            else:
                self.drop(row)
        self.refresh(sorted((*rows, *stays), key=_spoken_at, reverse=True))

    def mark(self, marks: Mapping[str, Marks]) -> None:
        """Say more about some rows, by phone."""
        for phone, told in marks.items():
            if self._marks.get(phone, NO_MARKS) != told:
                self._marks[phone] = told
                at = self.position(phone)
                if at is not None:
                    self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def marks(self, phone: str) -> Marks:
        """What else the row of a phone says."""
        return self._marks.get(phone, NO_MARKS)

    def mark_read(self, phone: str) -> None:
        """Show at once that nothing of this phone is unread; the database is told by the page."""
        at = self.position(phone)
        if at is not None:
            self.update_row(replace(self.row(at), unread=0))

    def spoken(self, conversation: Conversation) -> str:
        """The row for a screen reader."""
        words = [who(conversation), short_moment(conversation.last_at), first_line(conversation)]
        if conversation.unread:
            words.insert(1, translate("inbox", "%n unread message(s)", "", conversation.unread))
        if conversation.starred:
            words.append(translate("inbox", "with a star"))
        looks = chips(conversation, self.marks(conversation.phone), datetime.now().astimezone())
        return ", ".join([*words, *(look.text for look in looks)])


def _spoken_at(conversation: Conversation) -> tuple[datetime, str]:
    """What the list is ordered by."""
    return conversation.last_at, conversation.phone


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


def standing(conversation: Conversation, now: datetime) -> list[ChipLook]:
    """How a conversation stands: somebody waits for an answer, or for too long; it is put away."""
    looks = []
    if not conversation.done:
        looks.append(_waiting(conversation, now))
    if conversation.archived:
        looks.append(ChipLook(Icon.ARCHIVE, translate("inbox", "Archived"), Tone.NEUTRAL))
    return looks


def _waiting(conversation: Conversation, now: datetime) -> ChipLook:
    if conversation.waiting_since is None:
        return ChipLook(Icon.CLOCK, translate("inbox", "To do"), Tone.UNCERTAIN)
    seconds = int((now - conversation.waiting_since).total_seconds())
    if seconds < _MINUTE and not conversation.late:
        return ChipLook(Icon.CLOCK, translate("inbox", "To do"), Tone.UNCERTAIN)  # room for what it is about
    since = waited(seconds)
    if conversation.late:
        text = translate("inbox", "Late: {duration}").format(duration=since)
        return ChipLook(Icon.MISSED, text, Tone.FAILED)
    text = translate("inbox", "To do: {duration}").format(duration=since)
    return ChipLook(Icon.CLOCK, text, Tone.UNCERTAIN)


def waited(seconds: int) -> str:
    """How long somebody has waited: "40 min", "3 h", "5 days"."""
    if seconds < _DAYS_FROM:
        return duration(max(0, seconds))
    return translate("inbox", "%n day(s)", "", seconds // _DAY)


def times_words(times: AnswerTimes) -> str:
    """How soon people are answered, and how many wait too long; "" before anybody was answered."""
    words = []
    if times.median is not None:
        usual = waited(int(times.median.total_seconds()))
        words.append(translate("inbox", "Usually answered within {duration}").format(duration=usual))
    if times.late_now:
        words.append(translate("inbox", "%n waiting too long", "", times.late_now))
    return " · ".join(words)


def chips(conversation: Conversation, marks: Marks, now: datetime) -> list[ChipLook]:
    """The chips of a row, the most urgent first."""
    looks = standing(conversation, now)
    if marks.proposal:
        looks.insert(0, ChipLook(Icon.SILENCED, marks.proposal, Tone.FAILED))
    if conversation.assigned_to:
        looks.append(ChipLook(Icon.PERSON, visible_line(conversation.assigned_to), Tone.ACCENT))
    if marks.about:
        looks.append(ChipLook(Icon.BROADCASTS, visible_line(marks.about), Tone.NEUTRAL))
    return looks
