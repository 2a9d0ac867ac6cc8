"""The right pane of the register: what one phone said, word by word, and alerts sent over an objection."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from smsdesk.domain.consents import ConsentWord, Override
from smsdesk.domain.untrusted import visible
from smsdesk.services.bundle import Services
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.consents import ConsentsModel, state_text
from smsdesk.ui.pages.people_sections import block, section
from smsdesk.ui.people_words import consent_look, day, purpose_word
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets import chips
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import Piece, row
from smsdesk.ui.widgets.surfaces import Banner, Card
from smsdesk.ui.widgets.text import Label


@dataclass(frozen=True)
class PhoneHistory:
    """All that is known of one phone's consent, the newest first."""

    e164: str
    names: tuple[str, ...]
    words: tuple[ConsentWord, ...]
    overrides: tuple[Override, ...]


def look_up(services: Services, e164: str) -> PhoneHistory:
    """Read it; on the database thread."""
    consents = services.consents
    names = services.people.names_for(e164)
    return PhoneHistory(e164, names, consents.history(e164), consents.overrides(e164))


class ConsentPanel(Card):
    """`note_wanted` asks for the form, `navigate` carries a Place."""

    note_wanted = Signal()
    closed = Signal()
    navigate = Signal(object)

    def __init__(self, history: PhoneHistory) -> None:
        super().__init__(space=tokens.SPACE_M)
        self.history = history
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.clicked.connect(self.closed)
        self.body.addLayout(row(Label(formats.phone(history.e164), Type.SUBTITLE), None, close))
        names = visible(", ".join(history.names)) or self.tr("Nobody in your lists has this phone.")
        self.body.addWidget(Label(names, wrap=True))
        note = Button(self.tr("Write down an answer"), Icon.ADD)
        note.clicked.connect(self.note_wanted)
        talk = Button(self.tr("Go to the conversation"), look=Look.LINK)
        talk.clicked.connect(lambda: self.navigate.emit(Place(Route.INBOX, history.e164)))
        self.body.addWidget(block(row(note, None), row(talk, None)))
        if history.overrides:
            self.body.addWidget(self._overrides())
        words = [self._word(word) for word in history.words]
        self.body.addWidget(section(self.tr("What was said"), *words))
        self.body.addStretch(1)
        self.setAccessibleName(formats.phone(history.e164))

    def _overrides(self) -> QWidget:
        """Alerts for people's safety go out over an objection; each one is told."""
        told = Banner(
            self.tr("Alerts for people’s safety were sent to this phone in spite of an objection."),
            Tone.UNCERTAIN,
        )
        return block(told, *(self._override(each) for each in self.history.overrides))

    def _override(self, sent: Override) -> QWidget:
        when = formats.moment(sent.made_at)
        link = Button(visible(sent.title).replace("&", "&&"), look=Look.LINK)
        link.clicked.connect(lambda: self.navigate.emit(Place(Route.BROADCAST, sent.broadcast_id)))
        return block(row(link, None), Label(when, Type.CAPTION, muted=True), space=0)

    def _word(self, word: ConsentWord) -> QWidget:
        look = consent_look(word.state)
        said = self.tr("{purpose}: {answer}").format(purpose=purpose_word(word.purpose), answer=look.text)
        facts = f"{day(word.recorded_at.astimezone().date())} · {visible(word.source)}"
        pieces: list[Piece] = [
            row(Chip(look.icon, said, look.tone), None),
            Label(facts, Type.CAPTION, muted=True, wrap=True),
        ]
        if word.evidence:
            pieces.append(Label(visible(word.evidence), Type.CAPTION, wrap=True))
        return block(*pieces, space=tokens.SPACE_XS)


class ConsentPainter(QStyledItemDelegate):
    """Paints the answer of a row as a chip."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, ConsentsModel):
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        shown = model.rows[index.row()]
        look = consent_look(shown.state)
        icon, tone = (Icon.ALERT, Tone.UNCERTAIN) if shown.overrides else (look.icon, look.tone)
        at = QPointF(option.rect.left() + tokens.SPACE_XS, option.rect.center().y() - chips.chip_height() / 2)
        chips.paint_chip(painter, at, icon, state_text(shown), tone, option.rect.width() - tokens.SPACE_S)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(tokens.RAIL_WIDTH, theme.high(tokens.ROW_HEIGHT))
