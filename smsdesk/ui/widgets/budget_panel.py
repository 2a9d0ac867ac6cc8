"""What a notice does to the SIM budgets, in the composer: meters, warnings, and the choice to split it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from smsdesk.domain.budget import Level
from smsdesk.domain.budget_forecast import Forecast, Split, SplitBy
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.widgets.layout import clear, column
from smsdesk.ui.widgets.meters import MeterView
from smsdesk.ui.widgets.surfaces import Banner
from smsdesk.ui.widgets.text import Label


class BudgetPanel(QWidget):
    """Shows a forecast; `split` is what the person chose, None to let wait what does not fit."""

    split_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._forecast: Forecast | None = None
        self._splits: dict[QRadioButton, Split | None] = {}
        self._group = QButtonGroup(self)
        self._warning = Banner("", Tone.UNCERTAIN)
        self._warning.setObjectName("budget_warning")
        self._meters = column(space=tokens.SPACE_M)
        self._choices = column(space=tokens.SPACE_XS)
        self.setLayout(column(self._warning, self._meters, self._choices, space=tokens.SPACE_S))
        self.hide()

    @property
    def split(self) -> Split | None:
        """How the notice is to be spread, as the person chose."""
        return next((split for button, split in self._splits.items() if button.isChecked()), None)

    @property
    def warning(self) -> str:
        """What is said before it is sent; "" when everything fits."""
        if self._forecast is None or self.split is not None:
            return ""
        return "\n".join(translate(sentence) for sentence in self._forecast.warnings)

    def show_forecast(self, forecast: Forecast | None) -> None:
        """Show what a notice would do; None, or a notice that no SIM counts, shows nothing."""
        if forecast == self._forecast:
            return
        chosen = self.split.by if self.split is not None else None
        self._forecast = forecast
        clear(self._meters)
        for meter in forecast.meters if forecast else ():
            self._meters.addWidget(MeterView(meter))
        self._offer(forecast.splits if forecast and not forecast.fits else ())
        for button, split in self._splits.items():
            if split is not None and split.by is chosen:
                button.setChecked(True)
        self._warn()
        self.setVisible(bool(forecast and (forecast.meters or forecast.warnings)))

    def _offer(self, splits: tuple[Split, ...]) -> None:
        clear(self._choices)
        self._splits = {}
        if not splits:
            return
        self._choices.addWidget(Label(self.tr("What does not fit:"), wrap=True))
        wait = self._add(self.tr("Let it wait"), "", None)
        wait.setObjectName("budget_wait")
        wait.setChecked(True)
        names = {SplitBy.DAYS: self.tr("Over several days"), SplitBy.SIMS: self.tr("Between the SIMs")}
        for split in splits:
            button = self._add(names[split.by], translate(split.sentence), split)
            button.setObjectName(f"budget_split_{split.by}")

    def _add(self, words: str, meaning: str, split: Split | None) -> QRadioButton:
        """A choice in few words, since they cannot wrap, with what it means below."""
        button = QRadioButton(words)
        button.setAccessibleDescription(meaning)
        self._group.addButton(button)
        button.toggled.connect(self._chosen)
        self._splits[button] = split
        self._choices.addWidget(button)
        if meaning:
            self._choices.addWidget(Label(meaning, Type.CAPTION, muted=True, wrap=True))
        return button

    def _chosen(self, on: bool) -> None:
        if on:
            self._warn()
            self.split_chosen.emit()

    def _warn(self) -> None:
        levels = {meter.level for meter in self._forecast.meters} if self._forecast else set()
        self._warning.say(self.warning, Tone.FAILED if Level.OVER in levels else Tone.UNCERTAIN)
