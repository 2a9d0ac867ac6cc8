"""Envoyer, "Quoi": the values that the text still needs, for everybody or for those who lack one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from smsdesk.domain.folding import fold
from smsdesk.domain.plan import named
from smsdesk.domain.templates import MergeText
from smsdesk.domain.typed_moments import offered, spoken
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.widgets.fields import Labelled
from smsdesk.ui.widgets.layout import clear, column

_NOBODY: Mapping[str, Sequence[str]] = {}


class ValueFields(QWidget):
    """Asks for values; `changed`: one was typed, `fallback_given` (field, words): for those who lack one."""

    changed = Signal()
    fallback_given = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[str, QLineEdit] = {}
        self._partly: dict[str, Sequence[str]] = {}
        self._area = column(space=tokens.SPACE_S)
        self.setLayout(self._area)
        self.hide()

    @property
    def values(self) -> Mapping[str, str]:
        """The values typed for fields that people do not have themselves."""
        return {name: field.text().strip() for name, field in self._values.items() if field.text().strip()}

    def set_values(self, values: Mapping[str, str]) -> None:
        """Begin with these values, as of a draft."""
        self._build(list(values), {}, values)

    def ask(self, text: str, missing: Sequence[str], partly: Mapping[str, Sequence[str]] = _NOBODY) -> None:
        """Ask for the values of these fields, besides those already asked that the text still has.

        `partly` names the people who lack a value that others have.
        """
        in_text = {fold(name) for name in MergeText(text).names}
        wanted = [name for name in self._values if fold(name) in in_text]
        known = {fold(name) for name in wanted}
        wanted += [name for name in missing if fold(name) not in known and name not in partly]
        partly = {name: names for name, names in partly.items() if fold(name) not in known}
        if wanted != list(self._values) or partly != self._partly:
            self._build(wanted, partly, self.values)

    def _build(
        self, wanted: Sequence[str], partly: Mapping[str, Sequence[str]], values: Mapping[str, str]
    ) -> None:
        clear(self._area)
        self._partly = dict(partly)
        self._values = {}
        for name in wanted:
            field = self._values[name] = QLineEdit(values.get(name, ""))
            field.setObjectName(f"notify_field_{name}")
            field.textChanged.connect(self.changed)
            _speak_french(field, name)
            self._area.addWidget(Labelled(_capital(name), field))
        for name, names in partly.items():
            self._area.addWidget(self._fallback(name, names))
        self.setVisible(bool(wanted or partly))

    def _fallback(self, name: str, names: Sequence[str]) -> Labelled:
        field = QLineEdit()
        field.setObjectName(f"notify_fallback_{name}")
        field.setMaxLength(60)
        field.editingFinished.connect(
            lambda: self.fallback_given.emit(name, field.text().strip()) if field.text().strip() else None
        )
        words = self.tr("{field} is missing for {names}. For them, write:")
        return Labelled(words.format(field=_capital(name), names=visible(named(names))), field)


def _speak_french(field: QLineEdit, name: str) -> None:
    """Propose days and hours, and say them as an SMS does however they are typed."""
    today = date.today()  # noqa: DTZ011  # the day at this desk
    proposals = offered(name, today)
    if proposals:
        completer = QCompleter(proposals, field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(completer)
        if (proposed := completer.popup()) is not None:
            theme.dress_apart(proposed)
        field.editingFinished.connect(lambda: field.setText(spoken(name, field.text(), today)))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
