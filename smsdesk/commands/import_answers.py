"""What somebody answers to an import on the command line: who is who, what columns are, who left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smsdesk.domain.class_lists import Choice, Doubt, Meaning, RowKey
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.import_plan import ImportPlan, Leavers
from smsdesk.domain.sentences import say

_NEW = "new"
_NONE = "none"
_ALL = "all"
_SAME = "same"


def answers_said(plan: ImportPlan, said: Sequence[str]) -> dict[RowKey, int | None]:
    """`--same`: "12=34", "CM1!12=new", and "all=same" or "all=new" for the questions left open.

    "all=same" leaves those open that have several people to choose from.
    """
    asked = {doubt.row: doubt for doubt in plan.warnings if doubt.row is not None and doubt.candidates}
    answers: dict[RowKey, int | None] = {}
    for each in said:
        place, value = _parts(each)
        if place.casefold() != _ALL:
            continue
        if value.casefold() not in {_SAME, _NEW}:
            raise InputError(say("{said} is no answer; write --same all=same or all=new.", said=each))
        new = value.casefold() == _NEW
        single = {row: doubt for row, doubt in asked.items() if new or len(doubt.candidates) == 1}
        answers |= {row: None if new else doubt.candidates[0].contact_id for row, doubt in single.items()}
    named = [each for each in said if _parts(each)[0].casefold() != _ALL]
    for each in named:
        answers |= _answer(plan, asked, each)
    return answers


def leavers_said(plan: ImportPlan, usual: Leavers, said: Sequence[str]) -> Leavers | dict[int, Leavers]:
    """`--left archive --leaver 12=keep`: what is done with each who is no longer in the list."""
    if not said:
        return usual
    choices = {leaver.contact_id: usual for leaver in plan.left}
    for each in said:
        who, choice = _parts(each)
        if not who.isdecimal() or int(who) not in choices:
            raise InputError(say("Nobody with the number {id} has left the list; see --dry-run.", id=who))
        if choice not in list(Leavers):
            raise InputError(
                say("{said} is no answer; write --leaver {id}=archive, remove or keep.", said=each, id=who)
            )
        choices[int(who)] = Leavers(choice)
    return choices


def _answer(plan: ImportPlan, asked: Mapping[RowKey, Doubt], said: str) -> dict[RowKey, int | None]:
    """`--same`: "12=34", "CM1!12=new", "12:Léa Martin=new" for one of several whom a row asks about.

    A number below 0 is somebody of the list itself.
    """
    place, contact = _parts(said)
    sheet, inner = _place(plan, place)
    row, _, name = inner.partition(":")
    keys = [
        key
        for key in asked
        if (key.sheet, str(abs(key.row))) == (sheet, row) and fold(key.name).startswith(fold(name))
    ]
    if not keys:
        raise InputError(say("There is no question about row {row}; see --dry-run.", row=place))
    if contact.casefold() == _NEW:
        return dict.fromkeys(keys)
    ids = {str(each.contact_id): key for key in reversed(keys) for each in asked[key].candidates}
    if contact not in ids:
        raise InputError(say("Row {row} can be {ids} or new.", row=place, ids=", ".join(ids)))
    return {ids[contact]: int(contact)}


def choice_said(plan: ImportPlan, said: str) -> tuple[tuple[str, int], Choice | None]:
    """`--column`: "D=class", "CM1!E=phone/guardian 1", "F=none"."""
    place, words = _parts(said)
    name, letter = _place(plan, place)
    columns = next(sheet.columns for sheet in plan.sheets if sheet.name == name)
    index = next((each.index for each in columns if each.letter == letter.upper()), None)
    if index is None:
        raise InputError(say("There is no column {letter}; see --dry-run.", letter=place))
    if words.casefold() == _NONE:
        return (name, index), None
    meaning, _, person = words.partition("/")
    known = [each.value for each in Meaning]
    if meaning not in known:
        raise InputError(
            say("Column {letter} can be none or one of {known}.", letter=place, known=", ".join(known))
        )
    return (name, index), Choice(Meaning(meaning), person)


def _parts(said: str) -> tuple[str, str]:
    place, equals, value = said.rpartition("=")
    if not (place.strip() and equals and value.strip()):
        raise InputError(say("{said} is no answer; write --same 12=new or --column D=phone.", said=said))
    return place.strip(), value.strip()


def _place(plan: ImportPlan, place: str) -> tuple[str, str]:
    """The sheet that is named before a "!", else the only one; and what stands behind."""
    sheet, mark, inner = place.rpartition("!")
    names = list(dict.fromkeys(each.name for each in plan.sheets))
    if not mark and len(names) == 1:
        return names[0], inner
    if not mark or sheet not in names:
        shown = ", ".join(filter(None, names)) or plan.file
        raise InputError(
            say("{place} names no sheet of the list, which has: {names}.", place=place, names=shown)
        )
    return sheet, inner
