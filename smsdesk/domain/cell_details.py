"""Cells with dates, classes and what else is told of a person, and how the person of a row takes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smsdesk.domain.cell_ways import Read, Take, detail
from smsdesk.domain.class_lists import Column, Meaning
from smsdesk.domain.column_content import TICKS
from smsdesk.domain.dates import read_date
from smsdesk.domain.folding import fold
from smsdesk.domain.headers import without_question
from smsdesk.domain.names import civility_of
from smsdesk.domain.nothing_said import means_nothing, says_nothing
from smsdesk.domain.phone_cells import HAS_PHONE, Unused
from smsdesk.domain.phones import parse_phones
from smsdesk.domain.row_facts import RowPerson
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import Cell, text_of

_M = Meaning
_NO_CLASS = frozenset({"mycontacts", "starred", "-", "aucune", "aucun", "neant", "n/a", "sans objet"})
"""Labels that contact programs put on everybody, and words for none."""
_NO = frozenset({"non", "n", "no", "0", "false", "faux", "refus", "refuse", "pas d'accord", "jamais"})
_NO_OBJECTION = _NO - {"refus", "refuse", "pas d'accord", "jamais"} | {
    "-",
    "aucun",
    "aucune",
    "neant",
    "accepte",
}
"""What stands in a column of objections where there is none."""
_SEVERAL_CLASSES = re.compile(
    r"\s*(?:[;|\n]|:::)\s*|,\s+(?!(?i:niveau|cycle|degr|ann[ée]e))|\s+/\s+|\s+\+\s+"
    r"|(?<=[^\W\d]{4})/(?=[^\W\d]{4})|(?<=\"),(?=\")"
)
"""What stands between two classes; "Orchestre, niveau 2" is one."""
_NO_DATE = re.compile(r"\s*0{1,2}[/.\-]0{1,2}[/.\-]0{2,4}\s*")
"""What programs write for a day that is not known: "0/0/00" in Outlook."""


def dates_of(column: Column) -> Read:
    """Days; an Unused for what is none."""

    def read(cell: Cell) -> object:
        if isinstance(cell, str) and _NO_DATE.fullmatch(cell):
            return None
        found = read_date(cell, month_first=column.month_first)
        return found or Unused(cell, say("This is not a date; write it like 31/12/2012."))

    return read


def take_birth_date(person: RowPerson, said: object) -> Sequence[Unused] | None:
    """Give a day of birth; one that cannot be read leaves none."""
    if isinstance(said, Unused):
        person.birth_date = None
        return (said,)
    person.birth_date = said  # type: ignore[assignment]
    return None


def classes_of(column: Column) -> Read:
    """The classes of a cell, each with the kind that its column says; a tick means that of the header."""

    def read(cell: Cell) -> object:
        text = cell.strip() if column.meaning is _M.CLASS and isinstance(cell, str) else text_of(cell)
        if HAS_PHONE.search(text) and parse_phones(text).phones:
            return Unused(cell, say("This is a phone and no class."))
        if column.header and fold(text) in TICKS:
            text = without_question(column.header)
        elif fold(text) in _NO:
            return []
        names = (
            " ".join(name.split()).removeprefix("* ").strip('"') for name in _SEVERAL_CLASSES.split(text)
        )
        return [(name, column.group_kind) for name in names if name and fold(name) not in _NO_CLASS]

    return read


def take_classes(person: RowPerson, said: object) -> Sequence[Unused] | None:
    """Give classes besides those of other columns."""
    if isinstance(said, Unused):
        return (said,)
    person.classes += said  # type: ignore[arg-type]
    return None


def _told(cell: Cell) -> object:
    """A text, unless it says that there is none: two "néant" are neither one number nor one house."""
    text = text_of(cell)
    return None if says_nothing(text) else text


def _email_of(cell: Cell) -> object:
    text = text_of(cell)
    if "@" in text:
        return text
    return None if means_nothing(text) else Unused(cell, say("This is no e-mail address."))


def _give_email(person: RowPerson, text: str) -> None:
    person.email = person.email or text


def _give_civility(person: RowPerson, text: str) -> None:
    person.civility = text


def _give_relation(person: RowPerson, text: str) -> None:
    person.relation = text


def _give_number(person: RowPerson, text: str) -> None:
    person.external_id = text


def _give_street(person: RowPerson, text: str) -> None:
    person.address = f"{person.address} {text}".strip()


def _give_postcode(person: RowPerson, text: str) -> None:
    person.postcode = person.postcode or text


def _give_city(person: RowPerson, text: str) -> None:
    person.city = person.city or text


def _give_notes(person: RowPerson, text: str) -> None:
    person.notes = f"{person.notes}\n{text}".strip()


def _take_receives(person: RowPerson, said: object) -> Sequence[Unused] | None:
    if isinstance(said, Unused):
        return (said,)
    person.receives = bool(said)
    return None


DETAILS: dict[Meaning | None, tuple[Read, Take]] = {
    _M.EMAIL: (_email_of, detail(_give_email)),
    _M.CIVILITY: (lambda cell: civility_of(text_of(cell)), detail(_give_civility)),
    _M.RELATION: (text_of, detail(_give_relation)),
    _M.RECEIVES: (lambda cell: fold(text_of(cell)) not in _NO, _take_receives),
    _M.REFUSES: (lambda cell: fold(text_of(cell)) in _NO_OBJECTION, _take_receives),
    _M.EXTERNAL_ID: (_told, detail(_give_number)),
    _M.ADDRESS: (_told, detail(_give_street)),
    _M.POSTCODE: (text_of, detail(_give_postcode)),
    _M.CITY: (text_of, detail(_give_city)),
    _M.NOTES: (text_of, detail(_give_notes)),
}
"""How cells with this meaning are read and taken."""
