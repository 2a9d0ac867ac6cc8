"""Envoyer, "Quoi": buttons that put fields into the text, and the bar that changes the field one is at."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QMenu, QWidget

from smsdesk.domain.templates import FIELDS, MergeText
from smsdesk.domain.templates import Field as MergeField
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.flow import FlowLayout, flow
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.message_editor import FieldSpan, MessageEditor
from smsdesk.ui.widgets.text import Label

OFFERED_FIELDS = ("prénom", "nom", "classe", "professeur", "date", "heure", "salle")
"""The fields one needs most; the menu has the others."""

AGREEMENTS = (
    "{inscrit/inscrite}",
    "{cher/chère}",
    "{est//sont}",
    "{professeur: absent/absente}",
    "{de prénom}",
)
"""What French asks for, ready to be changed: the texts are French, whatever the window speaks."""

CALLS = (
    " Renseignements au {téléphone}.",
    " Répondez OUI ou NON.",
    " Répondez OUI pour confirmer.",
    " Plus d'infos : https://",
)
"""What a message may ask for at its end."""


class FieldButtons(QWidget):
    """Chips to click; `chosen` carries what is to be put into the text."""

    chosen = Signal(str)
    call_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        chips = FlowLayout(tokens.SPACE_XS)
        for name in OFFERED_FIELDS:
            button = Button(f"{{{name}}}")
            button.setProperty("look", "chip")
            button.setAccessibleName(self.tr("Insert the field {name}").format(name=name))
            button.clicked.connect(lambda _checked, name=name: self.chosen.emit(f"{{{name}}}"))
            chips.addWidget(button)
        self.setLayout(column(chips, flow(self._make_more(), self._make_calls()), space=tokens.SPACE_XS))

    def _make_more(self) -> Button:
        more = Button(self.tr("Others"), Icon.ADD, Look.LINK)
        more.setObjectName("notify_more_fields")
        menu = QMenu(more)
        for name in FIELDS:
            if name not in OFFERED_FIELDS:
                menu.addAction(f"{{{name}}}", partial(self.chosen.emit, f"{{{name}}}"))
        menu.addSection(self.tr("Words that agree"))
        for written in AGREEMENTS:
            menu.addAction(written, partial(self.chosen.emit, written))
        more.setMenu(menu)
        return more

    def _make_calls(self) -> Button:
        ask = Button(self.tr("Ask for something"), Icon.REPLY, Look.LINK)
        ask.setObjectName("notify_calls")
        ask.setToolTip(self.tr("Put a phone, a link or “answer YES” at the end of the text"))
        menu = QMenu(ask)
        for written in CALLS:
            menu.addAction(written.strip(), partial(self.call_chosen.emit, written))
        ask.setMenu(menu)
        return ask


class FieldBar(QFrame):
    """What can be chosen for the field at the cursor: what stands for a missing value, without accents."""

    def __init__(self, editor: MessageEditor) -> None:
        super().__init__()
        self.setProperty("look", "well")
        self._editor = editor
        self._span: FieldSpan | None = None
        self._filling = False
        self._name = Label("", Type.STRONG)
        self.fallback = QLineEdit()
        self.fallback.setObjectName("notify_fallback")
        self.fallback.setAccessibleName(self.tr("What to write where the value is missing"))
        self.fallback.setPlaceholderText(self.tr("If it is missing, write…"))
        self.fallback.setMaxLength(60)
        self.fallback.textEdited.connect(self._rewrite)
        self.plain = QCheckBox(self.tr("Without accents"))
        self.plain.setObjectName("notify_plain")
        self.plain.setToolTip(self.tr("Write this value with ê as e, so that the SMS stays long"))
        self.plain.toggled.connect(self._rewrite)
        remove = IconButton(Icon.DELETE, self.tr("Take this field out"))
        remove.clicked.connect(self._remove)
        self.setLayout(
            column(
                row(self._name, None, self.plain, remove),
                self.fallback,
                space=tokens.SPACE_XS,
                margin=tokens.SPACE_S,
            )
        )
        editor.field_changed.connect(self._follow)
        self.hide()

    def _follow(self) -> None:
        if self._filling:
            return
        span = self._editor.current_field if self._in_use else None
        field = _field_of(span)
        self._span = span if field is not None else None
        self.setVisible(field is not None)
        if field is None:
            return
        self._filling = True
        self._name.setText(f"{{{' '.join(filter(None, (field.link, field.name)))}}}")
        self.fallback.setText(field.fallback or "")
        self.plain.setChecked(field.plain)
        self._filling = False

    @property
    def _in_use(self) -> bool:
        """Whether the person is at the text, or here: a text that was only opened asks for nothing."""
        focus = self.window().focusWidget()
        return self._editor.hasFocus() or (focus is not None and self.isAncestorOf(focus))

    def _rewrite(self) -> None:
        field = _field_of(self._span)
        if self._filling or self._span is None or field is None:
            return
        written = " ".join(
            filter(None, (field.link, field.name, "sans accent" if self.plain.isChecked() else ""))
        )
        fallback = self.fallback.text().translate({ord(sign): None for sign in "{}|"})
        written = f"{{{written}|{fallback}}}" if fallback.strip() else f"{{{written}}}"
        self._filling = True
        self._editor.replace_field(self._span, written)
        self._span = self._editor.current_field
        self._filling = False

    def _remove(self) -> None:
        if self._span is not None:
            self._editor.replace_field(self._span, "")
            self._editor.setFocus()


def _field_of(span: FieldSpan | None) -> MergeField | None:
    places = MergeText(span.written).places if span is not None else ()
    return places[0] if places and isinstance(places[0], MergeField) else None
