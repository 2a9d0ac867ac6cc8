"""Which broadcast does this message answer: choose among those that this phone had."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from smsdesk.domain.answer_views import Candidate
from smsdesk.domain.folding import fold
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui import formats
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.help_topics import ABOUT
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.search_dialog import SearchDialog

_WIDTH = tokens.PANE_WIDTH + tokens.RAIL_WIDTH
_ROWS = 8


class AboutChooser(SearchDialog):
    """`chosen` carries the broadcast's id, None for no broadcast at all."""

    def __init__(self, parent: QWidget, candidates: Sequence[Candidate], now_about: int | None) -> None:
        title = self.tr("What does this message answer?")
        super().__init__(parent, "inbox_about", title, self.tr("Title of the broadcast"), ABOUT)
        self._candidates = candidates
        self._now_about = now_about
        self.list.setAccessibleName(title)
        self.setLayout(column(self.search, self.list, margin=tokens.SPACE_M))
        self.resize(theme.wide(_WIDTH), _ROWS * theme.high(tokens.ROW_HEIGHT))
        self.fill()

    def offer(self, wanted: list[str]) -> None:
        for each in self._candidates:
            if all(word in fold(each.title) for word in wanted):
                chosen = each.broadcast_id == self._now_about
                icon = icons.make(
                    Icon.SUCCESS if chosen else Icon.BROADCASTS, Ink.ACCENT if chosen else Ink.MUTED
                )
                words = f"{visible_line(each.title)} · {formats.moment(each.sent_at)}"
                self.add(icon, words, each.broadcast_id, theme.high(tokens.ROW_HEIGHT))
        if not wanted:
            icon = icons.make(Icon.CLOSE, Ink.MUTED)
            self.add(icon, self.tr("None: it stands alone"), None, theme.high(tokens.ROW_HEIGHT))
