"""Choose a template for an answer by a few letters; what is known of the family is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from smsdesk.domain.folding import fold
from smsdesk.domain.templates import MergeText, folded, listed
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import Template
from smsdesk.services.bundle import Services
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.help_topics import ANSWER
from smsdesk.ui.pages.inbox_side import Correspondent
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.search_dialog import SearchDialog
from smsdesk.ui.widgets.text import Label

_WIDTH = tokens.PANE_WIDTH + tokens.RAIL_WIDTH
_ROWS = 9


@dataclass(frozen=True)
class Offered:
    """The templates there are, and how the institution signs."""

    templates: tuple[Template, ...]
    institution: str
    phone: str


def offered(services: Services) -> Offered:
    """Look up what can be offered; runs on the database thread."""
    choices = services.preferences.read()
    return Offered(services.templates.list(), choices.institution, choices.phone)


class TemplateChooser(SearchDialog):
    """`chosen` carries the text that is to be written."""

    def __init__(self, parent: QWidget, templates: Sequence[tuple[Template, str]]) -> None:
        """`templates` with the texts that they make here."""
        super().__init__(
            parent, "inbox_templates", self.tr("Answer with a template"), self.tr("Name or word"), ANSWER
        )
        self._templates = templates
        self.list.setAccessibleName(self.tr("Templates"))
        self._none = Label(self.tr("No template has these words."), muted=True)
        self.setLayout(column(self.search, self.list, self._none, margin=tokens.SPACE_M))
        self.resize(theme.wide(_WIDTH), _ROWS * theme.high(tokens.ROW_HEIGHT))
        self.fill()

    def offer(self, wanted: list[str]) -> None:
        for template, text in self._templates:
            if all(word in fold(f"{template.name} {template.category} {template.body}") for word in wanted):
                words = f"{visible_line(template.name)} · {visible_line(text)}"
                self.add(
                    icons.make(Icon.TEMPLATES, Ink.MUTED), words, text, theme.high(tokens.ROW_HEIGHT), words
                )
        self._none.setVisible(not self.list.count())


def filled(template: Template, offer: Offered, whom: Correspondent | None) -> str:
    """The template's text for one family; what is not known stays in its braces, to be typed."""
    people = (whom.pupils or whom.owners) if whom is not None else ()
    values = {
        "prénom": listed([person.first_name for person in people]) if people else "",
        "nom": listed(list(dict.fromkeys(person.last_name for person in people))) if people else "",
        "institution": offer.institution,
        "téléphone": offer.phone,
    }
    return MergeText(template.body).merge(folded({name: text for name, text in values.items() if text}))


def first_gap(text: str) -> tuple[int, str] | None:
    """Where the first field stands that nothing fills, and what is written there; None: it can be sent."""
    merge = MergeText(text)
    known = set(merge.names) - set(merge.unknown())
    for at, place in merge.placed:
        if getattr(place, "name", None) in known:
            return at, place.written
    return None
