"""The words of the window for what columns mean, for what an import changes and for its tabs."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.class_lists import CHILD, GUARDIAN, PAYER, TEACHER, Choice, Meaning
from smsdesk.domain.folding import fold
from smsdesk.domain.import_plan import Leavers, Stage
from smsdesk.domain.untrusted import visible

translate = QCoreApplication.translate


class Tab(StrEnum):
    """What a plan tells apart, in the order in which it is shown."""

    FILE = "file"
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    LEFT = "left"
    WARNINGS = "warnings"
    REJECTED = "rejected"


def tab_word(tab: Tab) -> str:
    """The name of a tab."""
    return {
        Tab.FILE: translate("import", "Columns"),
        Tab.NEW: translate("import", "New"),
        Tab.CHANGED: translate("import", "Changed"),
        Tab.UNCHANGED: translate("import", "Unchanged"),
        Tab.LEFT: translate("import", "Gone"),
        Tab.WARNINGS: translate("import", "To check"),
        Tab.REJECTED: translate("import", "Rejected"),
    }[tab]


def tab_hint(tab: Tab) -> str:
    """What will be done with those of a tab."""
    return {
        Tab.FILE: translate("import", "Your file as it was understood."),
        Tab.NEW: translate("import", "These people will be added."),
        Tab.CHANGED: translate("import", "These values will be replaced by those of the list."),
        Tab.UNCHANGED: translate("import", "These people stand in the list as they are known already."),
        Tab.LEFT: translate("import", "These people are in a group of the list, but no longer in the list."),
        Tab.WARNINGS: translate("import", "Have a look at these before you import."),
        Tab.REJECTED: translate("import", "These cells cannot be used. The rest of their rows is imported."),
    }[tab]  # fmt: skip


def empty_tab(tab: Tab) -> str:
    """What a tab says when there is nothing in it."""
    return {
        Tab.FILE: "",
        Tab.NEW: translate("import", "Nobody new: everybody of the list is known already."),
        Tab.CHANGED: translate("import", "Nothing changes for those who are known already."),
        Tab.UNCHANGED: translate("import", "Nobody of the list is known as he stands there."),
        Tab.LEFT: translate("import", "Nobody has left: all members of these groups are in the list."),
        Tab.WARNINGS: translate("import", "Nothing to check: it is clear who everybody is."),
        Tab.REJECTED: translate("import", "Every cell could be used."),
    }[tab]


def meaning_word(meaning: Meaning | None) -> str:
    """What a column was taken for."""
    if meaning is None:
        return translate("import", "Do not import")
    return {
        Meaning.LAST_NAME: translate("import", "Last name"),
        Meaning.USUAL_NAME: translate("import", "Name in use"),
        Meaning.BIRTH_NAME: translate("import", "Name at birth"),
        Meaning.FIRST_NAME: translate("import", "First name"),
        Meaning.FULL_NAME: translate("import", "Full name"),
        Meaning.PERSON: translate("import", "Name and phone"),
        Meaning.CIVILITY: translate("import", "Title"),
        Meaning.RELATION: translate("import", "Relation"),
        Meaning.PHONE: translate("import", "Phone"),
        Meaning.EMAIL: translate("import", "E-mail"),
        Meaning.RECEIVES: translate("import", "Gets messages"),
        Meaning.REFUSES: translate("import", "Refuses messages"),
        Meaning.BIRTH_DATE: translate("import", "Date of birth"),
        Meaning.EXTERNAL_ID: translate("import", "Identifier"),
        Meaning.CLASS: translate("import", "Class or group"),
        Meaning.LEVEL: translate("import", "Level"),
        Meaning.TEACHER: translate("import", "Teacher"),
        Meaning.DAY: translate("import", "Day"),
        Meaning.TIME: translate("import", "Time"),
        Meaning.END_TIME: translate("import", "End time"),
        Meaning.ROOM: translate("import", "Room"),
        Meaning.ADDRESS: translate("import", "Address"),
        Meaning.POSTCODE: translate("import", "Postcode"),
        Meaning.CITY: translate("import", "Town"),
        Meaning.NOTES: translate("import", "Notes"),
        Meaning.NUMBER: translate("import", "Phone or identifier"),
        Meaning.CONTACT: translate("import", "Phone or e-mail"),
        Meaning.IGNORED: translate("import", "Of no use here"),
    }[meaning]


def owner_word(person: str) -> str:
    """Whose a column is: "" for the person of the row himself."""
    kind, _, which = person.partition(" ")
    if kind == TEACHER:
        return translate("import", "of the teacher")
    if kind == GUARDIAN:
        return _guardian_word(which)
    if kind == CHILD:
        return translate("import", "of child {which}").format(which=visible(which))
    return visible(person)


def _guardian_word(which: str) -> str:
    parent = fold(which)
    if parent in {"mere", "mother"}:
        return translate("import", "of the mother")
    if parent in {"pere", "father"}:
        return translate("import", "of the father")
    if which == PAYER.partition(" ")[2]:
        return translate("import", "of whoever pays")
    return translate("import", "of guardian {which}").format(which=visible(which)).strip()


def choice_word(choice: Choice | None) -> str:
    """What a person says that a column is, and whose: "Phone of guardian 2"."""
    if choice is None:
        return meaning_word(None)
    if choice.meaning is Meaning.TEACHER:
        return meaning_word(choice.meaning)
    return f"{meaning_word(choice.meaning)} {owner_word(choice.person)}".strip()


def field_word(field: str) -> str:
    """What changes of a person; a field that has no word of its own is named as it is."""
    words = {
        "name": translate("import", "Name"),
        "phones": translate("import", "Phones"),
        "guardians": translate("import", "Guardians"),
        "groups": translate("import", "Groups"),
        "email": translate("import", "E-mail"),
        "birth_date": translate("import", "Date of birth"),
        "external_id": translate("import", "Identifier"),
        "first_name": translate("import", "First name"),
        "last_name": translate("import", "Last name"),
        "address": translate("import", "Address"),
        "postcode": translate("import", "Postcode"),
        "city": translate("import", "Town"),
        "notes": translate("import", "Notes"),
        "receives": translate("import", "Gets messages"),
        "kind": translate("import", "What this person is"),
        "archived": translate("import", "In the archive"),
        "teacher": translate("import", "Teacher"),
        "hours": translate("import", "Weekly hours"),
    }
    return words.get(field, field)


def leavers_word(choice: Leavers) -> str:
    """What can be done with those who are no longer in the list."""
    return {
        Leavers.KEEP: translate("import", "Leave them as they are"),
        Leavers.REMOVE: translate("import", "Take them out of the group"),
        Leavers.ARCHIVE: translate("import", "Archive them"),
    }[choice]


def stage_word(stage: Stage) -> str:
    """What an import is busy with."""
    return {
        Stage.READING: translate("import", "Reading the file"),
        Stage.UNDERSTANDING: translate("import", "Recognising the people"),
        Stage.COMPARING: translate("import", "Comparing with those who are known"),
        Stage.WRITING: translate("import", "Writing"),
    }[stage]
