"""A whole town of people for the benchmarks: French names as frequent as they are, families, towns, groups."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from smsdesk.domain.first_names import FIRST_NAMES
from smsdesk.domain.names import name_key
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.domain.sentences import say
from smsdesk.storage import consents, groups, people
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.people import ContactRow

NOW = "2026-03-11T08:00:00.000+00:00"
TODAY = date(2026, 3, 11)
FREQUENT = [
    "Martin",
    "Bernard",
    "Thomas",
    "Petit",
    "Robert",
    "Richard",
    "Durand",
    "Dubois",
    "Moreau",
    "Laurent",
    "Simon",
    "Michel",
    "Lefebvre",
    "Leroy",
    "Roux",
    "David",
    "Bertrand",
    "Morel",
    "Fournier",
    "Girard",
    "Bonnet",
    "Dupont",
    "Lambert",
    "Fontaine",
    "Rousseau",
    "Vincent",
    "Muller",
    "Lefèvre",
    "Faure",
    "André",
    "Mercier",
    "Blanc",
    "Guérin",
    "Boyer",
    "Garnier",
    "Chevalier",
    "François",
    "Legrand",
    "Gauthier",
    "Garcia",
    "Perrin",
    "Robin",
    "Clément",
    "Morin",
    "Nicolas",
    "Henry",
    "Roussel",
    "Mathieu",
    "Gautier",
    "Masson",
    "Marchand",
    "Duval",
    "Denis",
    "Dumont",
    "Marie",
    "Lemaire",
    "Noël",
    "Meyer",
    "Dufour",
    "Meunier",
    "Brun",
    "Blanchard",
    "Giraud",
    "Joly",
    "Rivière",
    "Lucas",
    "Brunet",
    "Gaillard",
    "Barbier",
    "Arnaud",
    "Martinez",
    "Gérard",
    "Roche",
    "Renard",
    "Schmitt",
    "Roy",
    "Leroux",
    "Colin",
    "Vidal",
    "Caron",
    "Picard",
    "Roger",
    "Fabre",
    "Aubert",
    "Lemoine",
    "Renaud",
    "Dumas",
    "Lacroix",
    "Olivier",
    "Philippe",
    "Bourgeois",
    "Pierre",
    "Benoît",
    "Rey",
    "Leclerc",
    "Payet",
    "Rolland",
    "Leclercq",
    "Guillaume",
    "Lecomte",
    "Lopez",
    "Œuvrard",
]
BEGINNINGS = (
    "Bou",
    "Cha",
    "Gui",
    "Mar",
    "Per",
    "Ber",
    "Le ",
    "De ",
    "Da",
    "Bel",
    "Cor",
    "Gra",
    "Van",
    "Ha",
    "Ju",
    "Tri",
    "Mo",
    "Sau",
)
MIDDLES = (
    "ri",
    "lan",
    "ve",
    "ti",
    "mon",
    "chau",
    "bé",
    "ga",
    "nou",
    "pi",
    "so",
    "d’",
    "tou",
    "re",
    "va",
    "cœu",
)
ENDINGS = (
    "gny",
    "ot",
    "eau",
    "ard",
    "ier",
    "in",
    "el",
    "on",
    "at",
    "ois",
    "ac",
    "ert",
    "aud",
    "eux",
    "ille",
    "ain",
)
TOWNS = (
    "Orléans",
    "Saint-Jean-de-Braye",
    "Fleury-les-Aubrais",
    "Olivet",
    "Saran",
    "La Ferté-Saint-Aubin",
    "Chécy",
)


@dataclass(frozen=True)
class Town:
    """Ids of some groups: a large one, a small one and one of those who teach."""

    large: int
    small: int


def fill(database: Database, count: int, seed: int = 4) -> Town:
    """Write `count` people with their phones, families, groups and a few objections."""
    chance = random.Random(seed)
    with (
        database.write() as connection,
        recording(connection, say("A town"), made_by="", now=NOW, new_contacts_from=1),
    ):
        rows = list(_rows(chance, count))
        people.insert_contacts(connection, rows, NOW)
        people.insert_phones(
            connection, ((contact_id, _phones(chance, contact_id)) for contact_id, _ in rows)
        )
        _families(connection, rows)
        return _groups(connection, rows, chance)


def last_names() -> list[str]:
    """Last names, the most frequent first."""
    made = [b + m + e for m in MIDDLES for e in ENDINGS for b in BEGINNINGS]
    return [*FREQUENT, *made]


def first_names() -> list[str]:
    """First names as they are written."""
    return sorted(name.title() for name in FIRST_NAMES if name.isascii())


def _rows(chance: random.Random, count: int) -> Iterator[tuple[int, ContactRow]]:
    lasts, firsts = last_names(), first_names()
    chosen = chance.choices(lasts, [1 / (rank + 8) for rank in range(len(lasts))], k=count)
    given = chance.choices(firsts, [1 / (rank % 97 + 5) for rank in range(len(firsts))], k=count)
    for contact_id, (last, first) in enumerate(zip(chosen, given, strict=True), start=1):
        second = f"-{given[contact_id - 2]}" if contact_id % 9 == 0 else ""
        married = f"-{chosen[contact_id - 2]}" if contact_id % 11 == 0 else ""
        yield contact_id, _row(contact_id, first + second, last + married, chance)


def _row(contact_id: int, first: str, last: str, chance: random.Random) -> ContactRow:
    kind = (ContactKind.PUPIL, ContactKind.GUARDIAN, ContactKind.RESIDENT, ContactKind.RESIDENT)[
        contact_id % 4
    ]
    years = chance.randrange(4, 20) if kind is ContactKind.PUPIL else chance.randrange(20, 95)
    return ContactRow(
        kind=kind,
        first_name=first,
        last_name=last,
        folded=name_key(first, last),
        birth_date=TODAY - timedelta(days=years * 365 + chance.randrange(365)),
        external_id=f"ID{contact_id}",
        address=f"{chance.randrange(1, 200)} rue des Écoles",
        postcode="45000",
        city=chance.choice(TOWNS),
    )


def _phones(chance: random.Random, contact_id: int) -> tuple[Phone, ...]:
    if contact_id % 4 == 0 and contact_id % 5:
        return ()
    mobile = Phone(f"+336{chance.randrange(10**8):08}", "portable")
    return (
        (mobile, Phone(f"+332{chance.randrange(10**8):08}", "domicile", mobile=False))
        if contact_id % 2
        else (mobile,)
    )


def _families(connection: Connection, rows: list[tuple[int, ContactRow]]) -> None:
    pupils = [contact_id for contact_id, row in rows if row.kind is ContactKind.PUPIL]
    known = len(rows)
    people.add_guardianships(
        connection,
        [
            (pupil, guardian, position, True, "mère" if position else "père")
            for pupil in pupils
            for position, guardian in enumerate((pupil + 1, pupil + 5))
            if guardian <= known
        ],
    )


def _groups(connection: Connection, rows: list[tuple[int, ContactRow]], chance: random.Random) -> Town:
    large = groups.insert_group(connection, "Habitants", "habitants", GroupKind.SERVICE, NOW)
    small = groups.insert_group(connection, "CM2 A", "cm2 a", GroupKind.CLASS, NOW)
    groups.add_members(connection, [(large, contact_id) for contact_id, _ in rows if contact_id % 2])
    groups.add_members(
        connection, [(small, contact_id) for contact_id, _ in chance.sample(rows, min(30, len(rows)))]
    )
    for number in range(200):
        consents.add_consent(
            connection, f"+336{number:08}", Purpose.INFORMATION, number % 2 == 0, "form", "", NOW
        )
    return Town(large, small)
