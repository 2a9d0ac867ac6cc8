"""Parts of the panel of a person: words of consent, and the last messages with the family."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from smsdesk.domain.consents import ConsentWord
from smsdesk.domain.people import Contact
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import Direction
from smsdesk.ui import formats
from smsdesk.ui.dates import short_moment
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.people_person import Said
from smsdesk.ui.people_words import consent_look, day, purpose_word
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import Piece, column, row
from smsdesk.ui.widgets.surfaces import ClickableCard, IconLabel
from smsdesk.ui.widgets.text import ElidedLabel, Label

translate = QCoreApplication.translate


def block(*pieces: Piece, space: int = tokens.SPACE_XS) -> QWidget:
    """Pieces one under the other as one widget."""
    made = QWidget()
    made.setLayout(column(*pieces, space=space))
    return made


def section(title: str, *pieces: Piece) -> QWidget:
    """Pieces under a small heading."""
    return block(Label(title, Type.CAPTION, muted=True), *pieces)


def phones_with_owners(person: Contact) -> list[tuple[str, str]]:
    """The phones of a family, each once, with whose it is; "" for the person's own."""
    whose = {phone.e164: "" for phone in person.phones}
    for guardian in person.guardians:
        for phone in guardian.phones:
            whose.setdefault(phone.e164, visible(guardian.name))
    return list(whose.items())


def consent_words(words: Sequence[tuple[str, ConsentWord]], person: Contact) -> list[QWidget]:
    """The last words, phone by phone."""
    lines = []
    for e164, whose in phones_with_owners(person):
        of_phone = [word for phone, word in words if phone == e164]
        if of_phone:
            name = f"{formats.phone(e164)} · {whose}" if whose else formats.phone(e164)
            lines.append(block(ElidedLabel(name), *(_word(word) for word in of_phone)))
    return lines


def _word(word: ConsentWord) -> QWidget:
    look = consent_look(word.state)
    said = translate("people", "{purpose}: {answer}").format(
        purpose=purpose_word(word.purpose), answer=look.text
    )
    facts = [visible(word.source), day(word.recorded_at.astimezone().date())]
    line = row(Chip(look.icon, said, look.tone), space=tokens.SPACE_S)
    line.addWidget(ElidedLabel(" · ".join(filter(None, facts)), Type.CAPTION, muted=True), 1)
    made = QWidget()
    made.setLayout(line)
    made.setToolTip(plain_tip(visible(word.evidence)))
    return made


def messages(said: tuple[Said, ...], go: Callable[[str], None]) -> list[QWidget]:
    """The last messages, each a way to its conversation."""
    return [_message(each, go) for each in said]


def _message(said: Said, go: Callable[[str], None]) -> QWidget:
    received = said.item.direction is Direction.IN
    text = visible(said.item.text or "") or translate("people", "(no text)")
    who = translate("people", "From {phone}") if received else translate("people", "To {phone}")
    name = who.format(phone=formats.phone(said.phone))
    head = row(IconLabel(Icon.REPLY if received else Icon.SENT, size=tokens.ICON_S), space=tokens.SPACE_XS)
    head.addWidget(ElidedLabel(name, Type.CAPTION, muted=True), 1)
    head.addWidget(Label(short_moment(said.item.at), Type.CAPTION, muted=True))
    one_line = " ".join(text.split())
    line = ClickableCard(f"{name}: {one_line}", head, ElidedLabel(one_line), space=0)
    line.setProperty("look", "well")
    line.body.setContentsMargins(tokens.SPACE_S, tokens.SPACE_XS, tokens.SPACE_S, tokens.SPACE_XS)
    line.activated.connect(lambda: go(said.phone))
    return line
