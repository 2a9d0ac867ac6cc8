"""vCards as a list of ours: one row a card, columns by what the cards say, each cell with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from smsdesk.domain.folding import fold
from smsdesk.domain.headers import kind_named, lists_teachers
from smsdesk.domain.names import split_name
from smsdesk.domain.own_cells import joined
from smsdesk.domain.own_columns import ENGLISH, KIND_WORDS, TECHNICAL, Field, OwnColumn, header_text
from smsdesk.domain.people import ContactKind
from smsdesk.domain.sheets import Sheet
from smsdesk.domain.vcards import Card, Property, dialled_text

_F = Field
OWN = "X-SMSDESK-"
"""Before the names of properties of ours: what no standard property can carry."""
NUMBER = "N"
"""The parameter that tells guardians apart, and the pieces of long notes."""
_FIELDS = {field.upper(): field for field in Field}
_MOST_PHONES = 30
_NO_GROUPS = frozenset({"mycontacts", "starred", "* mycontacts", "* starred"})
_LABELS = (
    (frozenset({"CELL", "MOBILE", "IPHONE"}), "portable"),
    (frozenset({"FAX"}), "fax"),
    (frozenset({"WORK"}), "travail"),
    (frozenset({"HOME"}), "domicile"),
)
_NOBODYS_KINDS = frozenset({"GROUP", "LOCATION", "ORG"})
_LAST_PREFERENCE = 101
"""Behind every value that PREF may have (RFC 6350, 5.3)."""

_Cells = dict[OwnColumn, tuple[str, int]]
"""The cells of a row, each with the line on which it stands."""


def cards_sheet(cards: Iterable[Card], stem: str) -> Sheet:
    """The cards as a sheet with our header; `stem` is the file's name, which may say what the people are."""
    said = ContactKind.TEACHER if lists_teachers(stem) else kind_named(stem)
    kind = KIND_WORDS[said][True] if said else ""
    rows = [(card, dict(_cells(card, kind))) for card in cards if not _is_nobody(card)]
    columns = list(dict.fromkeys([OwnColumn(_F.LAST_NAME), OwnColumn(_F.REF), *_used(rows)]))
    places: dict[tuple[int, int], int] = {}
    table: list[list[str]] = [[header_text(column, ENGLISH) for column in columns]]
    for number, (card, cells) in enumerate(rows, 1):
        places[number, -1] = card.line
        table.append([cells[column][0] if column in cells else "" for column in columns])
        places |= {(number, at): cells[column][1] for at, column in enumerate(columns) if column in cells}
    return Sheet("", table, places=places)


def _used(rows: Sequence[tuple[Card, _Cells]]) -> Iterator[OwnColumn]:
    for _, cells in rows:
        yield from cells


def _is_nobody(card: Card) -> bool:
    kind = card.first("KIND") or card.first("X-ADDRESSBOOKSERVER-KIND")
    return kind is not None and kind.text.strip().upper() in _NOBODYS_KINDS


def _cells(card: Card, kind: str) -> Iterator[tuple[OwnColumn, tuple[str, int]]]:
    own = [found for found in card.properties if found.name.startswith(OWN)]
    if kind:
        yield OwnColumn(_F.KIND), (kind, card.line)
    yield from _name_cells(card)
    yield from _phone_cells(card, ours=any(found.name == f"{OWN}REF" for found in own))
    yield from _plain_cells(card)
    for found in own:
        field = _FIELDS.get(found.name.removeprefix(OWN))
        number = found.parameters.get(NUMBER, "1")
        if field and number.isascii() and number.isdecimal() and 0 < int(number) < 100:
            yield OwnColumn(field, int(number)), (found.text, found.line)


def _name_cells(card: Card) -> Iterator[tuple[OwnColumn, tuple[str, int]]]:
    last, first, line = _name(card)
    yield OwnColumn(_F.LAST_NAME), (last, line)
    yield OwnColumn(_F.FIRST_NAME), (first, line)


def _name(card: Card) -> tuple[str, str, int]:
    """(last, first, line) by N, else by FN, the organisation or the number itself."""
    structured = card.first("N")
    parts = [*(structured.parts() if structured else []), "", "", ""]
    last, first = parts[0].strip(), " ".join(filter(None, (parts[1].strip(), parts[2].strip())))
    if structured and (last or first):
        return last, first, structured.line
    for name in ("FN", "NICKNAME", "ORG"):
        found = card.first(name)
        text = " ".join(found.text.replace(";", " ").split()) if found else ""
        if found and text:
            split = split_name(text, last_first=False)
            return split.last, split.first, found.line
    phone = card.first("TEL")
    return (dialled_text(phone), "", phone.line) if phone else ("", "", card.line)


def _phone_cells(card: Card, *, ours: bool) -> Iterator[tuple[OwnColumn, tuple[str, int]]]:
    phones = sorted(card.all("TEL")[:_MOST_PHONES], key=_preference)
    for number, found in enumerate(phones, 1):
        label = card.label(found) or ("" if ours else _label(found))
        yield OwnColumn(_F.PHONE, number), (dialled_text(found), found.line)
        yield OwnColumn(_F.LABEL, number), (label, found.line)


def _preference(found: Property) -> int:
    if "PREF" in found.types:
        return 0
    said = found.parameters.get("PREF", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 4 else _LAST_PREFERENCE


def _label(found: Property) -> str:
    return next((label for types, label in _LABELS if types & found.types), "")


def _plain_cells(card: Card) -> Iterator[tuple[OwnColumn, tuple[str, int]]]:
    email = next((found for found in card.all("EMAIL") if "@" in found.text), None)
    if email:
        yield OwnColumn(_F.EMAIL), (email.text.strip(), email.line)
    yield from _address_cells(card)
    born = card.first("BDAY")
    if born and born.text.strip() and not born.text.startswith("--"):
        yield OwnColumn(_F.BIRTH_DATE), (_birth_text(born.text.strip()), born.line)
    notes = card.all("NOTE")
    if notes:
        yield OwnColumn(_F.NOTES), ("\n".join(note.text for note in notes), notes[0].line)
    groups = [name for found in card.all("CATEGORIES") for name in found.listed()]
    groups = [name for name in dict.fromkeys(groups) if fold(name) not in _NO_GROUPS]
    if groups:
        yield OwnColumn(_F.GROUPS), (joined(groups), card.all("CATEGORIES")[0].line)


def _address_cells(card: Card) -> Iterator[tuple[OwnColumn, tuple[str, int]]]:
    found = min(card.all("ADR"), key=lambda adr: not adr.types & {"HOME", "PREF"}, default=None)
    if found is None:
        return
    parts = [*found.parts(), *[""] * 6]
    street = "\n".join(filter(None, (parts[0], parts[1], parts[2])))
    for field, text in ((_F.ADDRESS, street), (_F.POSTCODE, parts[5]), (_F.CITY, parts[3])):
        if text:
            yield OwnColumn(field), (text, found.line)


def _birth_text(text: str) -> str:
    """A day as a list writes it; "19850412" and "1985-04-12T00:00:00Z" too (ISO 8601)."""
    day = text[:10] if text[4:5] == "-" else text[:8]
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return text


OWN_FIELDS = frozenset(Field) - {
    _F.LAST_NAME, _F.FIRST_NAME, _F.BIRTH_DATE, _F.GROUPS, _F.PHONE, _F.LABEL, _F.OTHER_PHONES, _F.EMAIL,
    _F.ADDRESS, _F.POSTCODE, _F.CITY, _F.NOTES,
}  # fmt: skip
"""What a card says in properties of ours, and not in standard ones."""
assert TECHNICAL <= OWN_FIELDS
