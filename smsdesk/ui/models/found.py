"""The messages that a search found, the newest first, with the words that were sought."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Qt

from smsdesk.domain.archive_words import AskedWords, archive_words, asked
from smsdesk.domain.inbox_views import FoundMessage
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import Direction
from smsdesk.ui.dates import short_moment
from smsdesk.ui.formats import phone as written_phone
from smsdesk.ui.models.paged import Index, PagedRows

translate = QCoreApplication.translate

FOUND_PAGE = 50
"""Some screens of messages; a page takes less than a frame's time to find."""

_NAMES = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_SERVED = frozenset({_NAMES, _SPOKEN})
_WORD = re.compile(r"[^\W_]+")
_BEFORE = 24
"""Letters of the text before the first word found: enough to understand it, and it stays in sight."""


class FoundModel(PagedRows[FoundMessage]):
    """One row for each message; `words` is what they were found by."""

    def __init__(self) -> None:
        super().__init__(lambda message: message.place, FOUND_PAGE)
        self.words = AskedWords()

    def show(self, text: str, messages: Sequence[FoundMessage], *, anew: bool) -> None:
        """Show what was found for a text: `anew` instead of what was there, else in its place."""
        self.words = asked(text)
        if anew:
            self.replace(messages)
        else:
            self.refresh(messages)

    def data(self, index: Index, role: int = _NAMES) -> object:
        if role not in _SERVED:
            return None
        row = self.row(index.row())
        return f"{whose(row)}, {short_moment(row.at)}, {said(row)}" if role == _SPOKEN else whose(row)


def whose(message: FoundMessage) -> str:
    """With whom a found message was exchanged."""
    if message.names:
        return visible_line(", ".join(message.names))
    return visible_line(written_phone(message.phone)) or translate("inbox", "Unknown sender")


def said(message: FoundMessage) -> str:
    """The text of a found message in one line; "You: " before the desk's own."""
    if message.text is None:
        return translate("inbox", "Message without readable text")
    text = visible_line(message.text)
    if message.direction is Direction.OUT:
        return translate("inbox", "You: {text}").format(text=text)
    return text


def marked(line: str, words: AskedWords) -> Iterator[tuple[str, bool]]:
    """The line in pieces, and whether each was sought; what stands long before the first one is left out."""
    found = [match.span() for match in _WORD.finditer(line) if _sought(match.group(), words)]
    at = _begin(line, found[0][0]) if found else 0
    if at:
        yield "…", False
    for start, end in found:
        yield line[at:start], False
        yield line[start:end], True
        at = end
    yield line[at:], False


def _sought(word: str, words: AskedWords) -> bool:
    folded = archive_words(word)
    return folded in words.finished or (bool(words.begun) and folded.startswith(words.begun))


def _begin(line: str, first: int) -> int:
    """Where to begin so that the first word found is in sight: at a word."""
    return 0 if first <= _BEFORE else line.find(" ", first - _BEFORE) + 1
