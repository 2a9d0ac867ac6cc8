"""What one presses and fills in."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QProgressBar, QRadioButton, QWidget

from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.gallery.specimen import CHECKABLE, FIELD, PRESSABLE, ROWS, SHOWN, Specimen
from smsdesk.ui.widgets.buttons import (
    Button,
    Choice,
    DeliberateButton,
    IconButton,
    Look,
    NameLink,
    PressButton,
    Segments,
)
from smsdesk.ui.widgets.choices import WrappedCheckBox
from smsdesk.ui.widgets.fields import DayField, Labelled, MomentField, Picker, SearchField
from smsdesk.ui.widgets.leaving_text import LeavingText
from smsdesk.ui.widgets.message_editor import MessageEditor
from smsdesk.ui.widgets.removable import RemovableChip
from smsdesk.ui.widgets.sections import Sections
from smsdesk.ui.widgets.spins import CountField, HourField
from smsdesk.ui.widgets.taskbuttons import TaskButton
from smsdesk.ui.widgets.text import Label
from smsdesk.ui.widgets.work_line import WorkLine

_FILTERS = (("all", "Tous"), ("mail", "À traiter (3)"), ("stop", "STOP"))
_LONG = "Le second responsable, seulement si le premier ne l’a pas reçu"
_WIDE, _WIDER = 240, 420


def buttons() -> tuple[Specimen, ...]:
    """Every kind of button."""
    looks = [
        Specimen(f"Button, {look}", partial(Button, "Envoyer 26 SMS", Icon.SEND, look), PRESSABLE)
        for look in Look
    ]
    return (
        *looks,
        Specimen("PressButton", lambda: PressButton("Continuer"), PRESSABLE),
        Specimen("DeliberateButton", lambda: DeliberateButton("Confirmer", look=Look.PRIMARY), PRESSABLE),
        Specimen("NameLink", lambda: NameLink("Jean-Christophe de Saint-Exupéry"), PRESSABLE, width=160),
        Specimen("IconButton", lambda: IconButton(Icon.DELETE, "Supprimer"), PRESSABLE),
        Specimen("TaskButton", _task, PRESSABLE, width=_WIDE),
        Specimen("TaskButton, alarm", _alarm, PRESSABLE, width=_WIDE),
        Specimen("RemovableChip", lambda: RemovableChip("Piano 2e cycle"), PRESSABLE),
        *(
            Specimen(f"Segments, {look}", partial(Segments, _FILTERS, "Filtre", look=look), CHECKABLE)
            for look in ("segment", "dense", "tab")
        ),
        Specimen("Sections", _sections, CHECKABLE, width=_WIDER, height=160),
        Specimen("QCheckBox", lambda: QCheckBox("Rappeler la veille"), CHECKABLE),
        Specimen("WrappedCheckBox", lambda: WrappedCheckBox(_LONG), CHECKABLE, width=_WIDE),
        Specimen("QRadioButton", lambda: QRadioButton("Tout de suite"), CHECKABLE),
        Specimen("Choice", lambda: Choice("06 39 98 00 01", "Téléphone"), CHECKABLE, width=180),
    )


def fields() -> tuple[Specimen, ...]:
    """What one fills in."""
    return (
        Specimen("SearchField", lambda: SearchField("Nom ou téléphone"), FIELD, width=_WIDE),
        Specimen("SearchField, typed", _searched, FIELD, width=_WIDE),
        Specimen("Picker", _picker, FIELD, width=_WIDE),
        Specimen("DayField", _day, FIELD, width=_WIDE),
        Specimen("MomentField", lambda: MomentField("Quand"), FIELD, width=_WIDE),
        Specimen("CountField", lambda: CountField("Combien", 99), FIELD, width=120),
        Specimen("HourField", lambda: HourField("Heure"), FIELD, width=120),
        Specimen("LeavingText", _leaving, FIELD, width=_WIDE),
        Specimen("MessageEditor", _editor, FIELD, width=_WIDE, height=96),
        Specimen("Labelled", _labelled, FIELD, width=_WIDE),
        Specimen("QProgressBar, wide", _progress, SHOWN, width=_WIDE),
        Specimen("WorkLine", _work, SHOWN, width=_WIDE),
        Specimen("Sections, its names", _sections, ROWS[:2], width=_WIDER, height=160),
    )


def _task() -> QWidget:
    return TaskButton(Icon.ABSENCE, "Un professeur est absent", "Les familles de ses cours sont prévenues.")


def _alarm() -> QWidget:
    made = TaskButton(Icon.ALERT, "Alerte urgente", "Tout le monde, sans attendre.", Ink.ON_ALARM)
    made.setProperty("alarm", True)
    return made


def _sections() -> QWidget:
    entries = [
        ("modem", Icon.MODEM, "Modem et SIM", Label("Le modem est prêt.")),
        ("hours", Icon.CLOCK, "Horaires", Label("De 8 h à 20 h.")),
    ]
    return Sections("Réglages", entries)


def _searched() -> QWidget:
    made = SearchField("Nom ou téléphone")
    made.setText("Durand")
    return made


def _picker() -> QWidget:
    made = Picker("Modèle")
    made.addItems(["Professeur absent", "Salle changée"])
    return made


def _day() -> QWidget:
    made = DayField("Jour")
    made.show_day(date(2026, 3, 12))
    return made


def _leaving() -> QWidget:
    made = LeavingText("Réponse")
    made.setPlainText("Le secrétariat est fermé jusqu’à lundi.")
    return made


def _editor() -> QWidget:
    made = MessageEditor("Texte")
    made.setPlainText("Bonjour {prénom}, le cours est annulé. À bientôt 🎵")
    return made


def _labelled() -> QWidget:
    return Labelled("Signature", SearchField("Conservatoire"), "Elle commence chaque message.")


def _work() -> QWidget:
    made = WorkLine("gallery_work")
    made.begin("La liste est écrite…", None, lambda: 0.05)
    return made


def _progress() -> QWidget:
    made = QProgressBar()
    made.setProperty("look", "wide")
    made.setTextVisible(False)
    made.setAccessibleName("Envoi")
    made.setRange(0, 100)
    made.setValue(60)
    return made
