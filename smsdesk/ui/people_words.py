"""The words of the window for kinds of people and of groups."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.people import ContactKind, GroupKind

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
