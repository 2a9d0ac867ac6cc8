"""The words of the window for people: kinds, groups, phones, consent, ages and hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from smsdesk.domain.filters import ConsentState
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, Group, GroupKind, WeeklySlot
from smsdesk.domain.phone_kinds import PhoneKind
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone

translate = QCoreApplication.translate


def kind_word(kind: ContactKind) -> str:
    """What a person is."""
    return {
        ContactKind.PUPIL: translate("people", "Pupil"),
        ContactKind.GUARDIAN: translate("people", "Guardian"),
        ContactKind.TEACHER: translate("people", "Teacher"),
        ContactKind.STAFF: translate("people", "Staff"),
        ContactKind.RESIDENT: translate("people", "Resident"),
    }[kind]


def group_kind_word(kind: GroupKind) -> str:
    """What a group is."""
    return {
        GroupKind.CLASS: translate("people", "Class"),
        GroupKind.COURSE: translate("people", "Course"),
        GroupKind.ENSEMBLE: translate("people", "Ensemble"),
        GroupKind.SERVICE: translate("people", "Service"),
        GroupKind.FREE: translate("people", "Free list"),
    }[kind]


def group_icon(group: Group) -> Icon:
    """What stands before the name of a group: its kind, or that a filter fills it."""
    if group.filter is not None:
        return Icon.SMART
    return {
        GroupKind.CLASS: Icon.CLASS,
        GroupKind.COURSE: Icon.COURSE,
        GroupKind.ENSEMBLE: Icon.ENSEMBLE,
        GroupKind.SERVICE: Icon.SERVICE,
        GroupKind.FREE: Icon.FREE_LIST,
    }[group.kind]


def phone_kind_word(kind: PhoneKind) -> str:
    """What a phone is."""
    return {
        PhoneKind.MOBILE: translate("people", "Mobile"),
        PhoneKind.LANDLINE: translate("people", "Landline"),
        PhoneKind.OTHER: translate("people", "Other"),
    }[kind]


def purpose_word(purpose: Purpose) -> str:
    """What consent is asked for."""
    return {
        Purpose.INFORMATION: translate("people", "Information"),
        Purpose.ALERT: translate("people", "Alerts"),
        Purpose.PROMOTION: translate("people", "Promotion"),
    }[purpose]


@dataclass(frozen=True)
class ConsentLook:
    """How a state of consent is shown."""

    icon: Icon
    text: str
    tone: Tone


def consent_look(state: ConsentState) -> ConsentLook:
    """Icon, word and colour of a state of consent."""
    return {
        ConsentState.GRANTED: ConsentLook(Icon.SENT, translate("people", "Agrees"), Tone.DELIVERED),
        ConsentState.REFUSED: ConsentLook(Icon.CANCELLED, translate("people", "Objects"), Tone.FAILED),
        ConsentState.UNKNOWN: ConsentLook(Icon.UNCERTAIN, translate("people", "Not asked"), Tone.NEUTRAL),
    }[state]


def day(value: date) -> str:
    """A day as numbers: 14/07/2012."""
    written = QDate(value.year, value.month, value.day)
    return QLocale().toString(written, QLocale.FormatType.ShortFormat)


def age(born: date, today: date) -> str:
    """How old somebody is."""
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return translate("people", "%n years old", "", years)


def weekday(number: int) -> str:
    """The name of a day of the week, 0 being Monday."""
    name = QLocale().standaloneDayName(number + 1)
    return name[:1].upper() + name[1:]


def slot_words(slot: WeeklySlot) -> str:
    """An hour of a course: "Tuesday 17:00-18:00, room 3"."""
    hours = f"{slot.start:%H:%M}" + (f"–{slot.end:%H:%M}" if slot.end else "")
    when = f"{weekday(slot.weekday)} {hours}"
    return translate("people", "{when}, {room}").format(when=when, room=slot.room) if slot.room else when


def contact_field_word(field: str) -> str:
    """What an attribute of a person is called."""
    return {
        "kind": translate("people", "Role"),
        "first_name": translate("people", "First name"),
        "last_name": translate("people", "Last name"),
        "birth_date": translate("people", "Born"),
        "external_id": translate("people", "Number in the school"),
        "email": translate("people", "E-mail"),
        "address": translate("people", "Address"),
        "postcode": translate("people", "Postcode"),
        "city": translate("people", "Town"),
        "notes": translate("people", "Notes"),
        "phones": translate("people", "Phones"),
        "groups": translate("people", "Groups"),
        "guardians": translate("people", "Guardians"),
    }[field]
