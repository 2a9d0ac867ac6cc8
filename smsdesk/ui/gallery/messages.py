"""What tells how messages stand: bubbles, chips, bars, meters."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from smsdesk.domain.budget import Limit, Meter
from smsdesk.domain.budget_forecast import Forecast
from smsdesk.domain.outgoing import Encoding, PartState
from smsdesk.domain.plan import PlannedMessage
from smsdesk.domain.schedule import EntryState
from smsdesk.ui.answer_words import TallyLine
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.gallery.specimen import FIELD, Specimen
from smsdesk.ui.widgets.bars import OutcomeBar
from smsdesk.ui.widgets.bubbles import Bubble
from smsdesk.ui.widgets.budget_panel import BudgetPanel
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.meters import MeterBar, MeterView
from smsdesk.ui.widgets.recipient_preview import RecipientPreview
from smsdesk.ui.widgets.states import StateLook, entry_look, state_look
from smsdesk.ui.widgets.tally_bars import TallyBars
from smsdesk.ui.widgets.text import ElidedLabel, Label, Line

_TEXT = "Bonjour, le cours de piano de jeudi est annulé. Conservatoire"
_COUNTS = {
    PartState.DELIVERED: 24, PartState.ACCEPTED: 6, PartState.QUEUED: 9, PartState.UNKNOWN: 2,
    PartState.FAILED: 3, PartState.CANCELLED: 1,
}  # fmt: skip
_WIDE = tokens.PANE_WIDTH + tokens.SPACE_XXL
_ANEW = date(2026, 4, 1)
_METERS = (
    Meter("sim", "Orange", Limit.MONTH, 412, 1000, _ANEW, 20, 26),
    Meter("sim", "Orange", Limit.PEOPLE, 188, 199, _ANEW, 4, 3),
    Meter("sim", "Orange", Limit.DAY, 240, 250, _ANEW, 10, 26),
)


def texts() -> tuple[Specimen, ...]:
    """The steps of the type scale, in every tone."""
    return (
        *(Specimen(f"Label, {kind.name.lower()}", partial(Label, "Écrire à 26 familles", kind))
          for kind in Type),
        Specimen("Label, muted", lambda: Label("Il reste 128 caractères.", muted=True)),
        *(Specimen(f"Label, {tone}", partial(_toned, tone)) for tone in Tone),
        Specimen("ElidedLabel", lambda: ElidedLabel("Orchestre des grands élèves du mercredi"), width=160),
        Specimen("Line", Line, width=_WIDE),
    )  # fmt: skip


def states() -> tuple[Specimen, ...]:
    """A chip for each state of a message and of a send; the words and the icon tell what the colour tells."""
    looks = [state_look(state) for state in PartState]
    return tuple(
        Specimen(f"Chip, {look.text}", partial(Chip, look.icon, look.text, look.tone))
        for look in dict.fromkeys((*looks, *map(entry_look, EntryState)))
    )


def outcomes() -> tuple[Specimen, ...]:
    """Bars, meters, bubbles."""
    return (
        Specimen("OutcomeBar", _bar, width=_WIDE),
        Specimen("OutcomeBar, large", lambda: _bar(large=True), width=_WIDE),
        Specimen("TallyBars", _tally, width=_WIDE),
        *(Specimen(f"MeterView, {meter.limit}", partial(MeterView, meter), width=_WIDE)
          for meter in _METERS),
        Specimen("MeterBar", _meter_bar, width=_WIDE),
        Specimen("BudgetPanel", _budget, width=_WIDE),
        Specimen("Bubble, sent", lambda: Bubble(_TEXT, outgoing=True, caption="Remis à 10:42"), width=_WIDE),
        Specimen("Bubble, received", lambda: Bubble("Merci !", outgoing=False, caption="10:44"), width=_WIDE),
        Specimen("RecipientPreview", _preview, FIELD, width=_WIDE),
    )  # fmt: skip


def _toned(tone: Tone) -> QWidget:
    made = Label("2 envois incertains")
    made.set_tone(tone)
    return made


def _bar(*, large: bool = False) -> QWidget:
    made = OutcomeBar(large=large)
    made.show_counts(_COUNTS)
    return made


def _tally() -> QWidget:
    made = TallyBars()
    made.show_lines(
        [
            TallyLine(StateLook(Icon.SUCCESS, Tone.DELIVERED, "Oui"), 18, "42 en tout"),
            TallyLine(StateLook(Icon.NO, Tone.FAILED, "Non"), 4),
            TallyLine(StateLook(Icon.SILENT, Tone.NEUTRAL, "Sans réponse"), 7),
        ]
    )
    return made


def _meter_bar() -> QWidget:
    made = MeterBar()
    made.show_meter(_METERS[0])
    return made


def _budget() -> QWidget:
    made = BudgetPanel()
    made.show_forecast(Forecast(260, False, meters=_METERS[:1]))
    return made


def _preview() -> QWidget:
    made = RecipientPreview()
    message = PlannedMessage("+33639980001", ("Léa Durand",), _TEXT, Encoding.GSM7, 1)
    made.show_messages([message, message])
    return made
