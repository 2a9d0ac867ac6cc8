"""People as nasty as they come, written into a profile and read out of it, for the tests of exports."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from smsdesk.domain.folding import fold
from smsdesk.domain.names import name_key
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind, Hour, Phone, WeeklySlot
from smsdesk.domain.phones import normalise_phone
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.events import Events
from smsdesk.services.exporting import Exporting
from smsdesk.services.importing import Importing
from smsdesk.services.people import People
from smsdesk.services.preferences import Preferences
from smsdesk.storage import consents, groups, lesson_hours, people
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Database
from smsdesk.storage.people import ContactRow

NOW = "2026-03-11T08:00:00+00:00"
TODAY = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)

NASTY_NAMES = (
    "Martin", "O'Brien", "de la Tour", "Le-Goff", "D'Ormesson", "Ñandú", "Œuvrard", "İstanbul", "Łukasz", "王", "😀", "👩‍👩‍👧 Famille",
    "=1+1", "+33612345678", "-Léa", "@here", "＝cmd", "'t Hooft", "''x", "\"quoted\"", ' "=2', "a;b", "a,b", "x : y", "Léa ; Tom",
    "_x000D_", "#N/A", "TRUE", "1", "0612", "1e5", "2026-01-01", "Zoé" * 40, "Mère de Léa", "Responsable", "M.", "Mme Roux", "non", "oui",
    ";", "a;;b", "a,=b", "\\n", "Réf. SMS desk", "Total", "Classe : Piano", "Nom", "null", "·", "du lundi",
)  # fmt: skip
PHONES = (
    "+33639980001", "+33639980002", "+33639980003", "+33639980004", "+33199000101", "+33353010101", "+32470123456", "+352621123456",
    "+447911123456", "+262692123456", "+41791234567", "+12125550123", "+590690123456",
)  # fmt: skip
NOTES = ("", "", "simple", "two\nlines", "'apostrophe", "=HYPERLINK(\"x\")", "a;b;c;d;e;f;g;h\n;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;", "x" * 40_000, "\ttab", " blank ", 'He said "no"', "\\;,:")  # fmt: skip
Everything = tuple[Counter[object], dict[str, object], frozenset[object], Counter[object]]
LABELS = ("", "", "portable", "Domicile", "travail : bureau", "a;b", "maman", "06", "=x")


@dataclass(frozen=True)
class Somebody:
    """A person to be written; guardians are (index of another one, relation, receives)."""

    kind: ContactKind
    first: str
    last: str
    phones: tuple[Phone, ...] = ()
    guardians: tuple[tuple[int, str, bool], ...] = ()
    groups: tuple[int, ...] = ()
    birth_date: date | None = None
    external_id: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Something:
    """A group to be written; `teacher` is the index of a person, `parent` that of an earlier group."""

    name: str
    kind: GroupKind
    teacher: int | None = None
    parent: int | None = None
    slots: tuple[WeeklySlot, ...] = ()


@dataclass(frozen=True)
class Town:
    """`hours` are (index of a person, index of a group, at which of its hours he comes)."""

    people: tuple[Somebody, ...]
    groups: tuple[Something, ...] = ()
    refused: frozenset[tuple[str, Purpose]] = frozenset()
    hours: tuple[tuple[int, int, tuple[Hour, ...]], ...] = ()


def _phone(e164: str, label: str) -> Phone:
    found = normalise_phone(e164)
    assert not isinstance(found, Sentence), e164
    return Phone(found.e164, " ".join(label.split()), found.mobile)


_LETTERS = "aéèœÇß’' -.;:,=+@\"\\/|#_😀王ñ0123\u00a0\u200b"


def a_town(seed: int, *, notes: tuple[str, ...] = NOTES, people: int | None = None) -> Town:
    """A town of so many people, else of up to twelve, and four groups, the same for the same seed."""
    dice = random.Random(seed)
    size = people or dice.randint(1, 12)
    everybody = tuple(_somebody(dice, number, size, notes) for number in range(size))
    names = {fold(name): name for name in (_line(dice) for _ in range(4))}
    made = tuple(
        Something(
            name,
            dice.choice(list(GroupKind)),
            dice.choice((None, dice.randrange(size))),
            dice.choice((None, dice.randrange(number))) if number else None,
            tuple({_slot(dice) for _ in range(dice.randrange(3))}),
        )
        for number, name in enumerate(names.values())
    )
    numbers = sorted({phone.e164 for each in everybody for phone in each.phones})
    refused = frozenset(
        (dice.choice(numbers), dice.choice(list(Purpose))) for _ in range(dice.randrange(4)) if numbers
    )
    hours = tuple(
        (n, g, own)
        for n, each in enumerate(everybody)
        for g in each.groups
        if g < len(made) and (own := _own_hours(dice, made[g]))
    )
    return Town(everybody, made, refused, hours)


def _own_hours(dice: random.Random, group: Something) -> tuple[Hour, ...]:
    """Some of the hours of a group, or none where there are not several."""
    held = sorted({(slot.weekday, slot.start) for slot in group.slots})
    return tuple(dice.sample(held, dice.randrange(len(held)))) if len(held) > 1 else ()


def _somebody(dice: random.Random, number: int, size: int, notes: tuple[str, ...]) -> Somebody:
    later = list(range(number + 1, size))  # nobody is a guardian of his own guardian
    numbers = dice.sample(PHONES, dice.randrange(4))
    return Somebody(
        dice.choice(list(ContactKind)),
        dice.choice(("", _line(dice), "Léa")),
        dice.choice((_line(dice), "Martin")),
        tuple(_phone(e164, dice.choice(LABELS)) for e164 in numbers),
        tuple(
            (other, dice.choice(("", "mère", "père", "Tante; oncle")), dice.random() < 0.7)
            for other in dice.sample(later, min(dice.randrange(4), len(later), 2))
        ),
        tuple(dice.sample(range(4), dice.randrange(4))),
        dice.choice((None, date(2014, 3, 4), date(1900, 1, 1) + timedelta(dice.randrange(70_000)))),
        dice.choice(("", f"00{number}", f"ID-{number}", f"=ID{number}", f"12345678901{number}")),
        dice.choice(("", "lea@example.org", "=a@b")),
        dice.choice(("", "1 rue d'Ys", "-3 bis\nÉtage 2", "@home")),
        dice.choice(("", "01000", "29000", "2A004")),
        dice.choice(("", "Brest", "Saint-Malo", "=Ys")),
        dice.choice(notes),
    )


def _line(dice: random.Random) -> str:
    text = "".join(dice.choice(_LETTERS) for _ in range(dice.randint(1, 12)))
    return dice.choice((" ".join(text.split()), dice.choice(NASTY_NAMES).strip())) or "x"


def _slot(dice: random.Random) -> WeeklySlot:
    return WeeklySlot(
        dice.randrange(7),
        dice.choice((time(8, 0), time(14, 5), time(23, 58))),
        dice.choice((None, time(23, 59))),
        dice.choice(("", "Salle 3", "A;B", "x : y · z")),
        dice.choice((None, date(2026, 9, 1))),
        dice.choice((None, date(2027, 6, 30))),
    )


class Profile:
    """One profile with the services that a test needs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = Database(folder / "desk.sqlite3")
        events = Events()
        clock = lambda: TODAY  # noqa: E731
        self.people = People(self.database, events, clock)
        self.preferences = Preferences(self.database, events)
        self.exporting = Exporting(self.database, self.people, self.preferences, clock)
        self.importing = Importing(self.database, events, clock)

    def settle(self, town: Town) -> None:
        """Write a town."""
        with (
            self.database.write() as connection,
            recording(connection, say("A town"), made_by="test", now=NOW),
        ):
            ids = range(people.next_contact_id(connection), 10_000)
            people.insert_contacts(
                connection, [(ids[n], _row(each)) for n, each in enumerate(town.people)], NOW
            )
            people.insert_phones(connection, [(ids[n], each.phones) for n, each in enumerate(town.people)])
            people.add_guardianships(
                connection,
                [
                    (ids[n], ids[other], position, receives, relation)
                    for n, each in enumerate(town.people)
                    for position, (other, relation, receives) in enumerate(each.guardians)
                ],
            )
            group_ids: list[int] = []
            for each in town.groups:
                teacher = None if each.teacher is None else ids[each.teacher]
                group_ids.append(
                    groups.insert_group(connection, each.name, fold(each.name), each.kind, NOW, teacher)
                )
                groups.replace_slots(connection, group_ids[-1], each.slots)
                if each.parent is not None:
                    groups.set_parent(connection, group_ids[-1], group_ids[each.parent])
            members = [
                (group_ids[g], ids[n])
                for n, each in enumerate(town.people)
                for g in each.groups
                if g < len(group_ids)
            ]
            groups.add_members(connection, members)
            for n, g, hours in town.hours:
                lesson_hours.replace_hours(connection, group_ids[g], {ids[n]: hours})
            for e164, purpose in sorted(town.refused):
                consents.add_consent(connection, e164, purpose, False, "test", "", NOW)

    def everything(self) -> Everything:
        """All that is held, without ids: people by how often, groups with people in them, refusals, hours."""
        connection = self.database.read()
        ids = [row[0] for row in connection.execute("SELECT id FROM contacts WHERE archived_at IS NULL")]
        found = {contact.id: contact for contact in people.load_contacts(connection, ids)}
        told = Counter(
            (
                c.kind, c.first_name, c.last_name, c.phones, c.birth_date, c.external_id, c.email, c.address, c.postcode,
                c.city, c.notes, c.groups,
                tuple((found[g.contact_id].first_name, found[g.contact_id].last_name, g.phones, g.receives, g.relation) for g in c.guardians),
            )
            for c in found.values()
        )  # fmt: skip
        listed = {group.id: group for group in self.people.groups()}
        used = {name for c in found.values() for name in c.groups}
        for name in list(used):
            inner = name
            while inner:  # the groups that it stands in
                used.add(inner)
                parent = next(group.parent_id for group in listed.values() if group.name == inner)
                inner = listed[parent].name if parent else ""
        by_name = {
            group.name: (
                group.kind,
                group.teacher,
                frozenset(group.slots),
                listed[group.parent_id].name if group.parent_id else "",
            )
            for group in listed.values()
            if group.name in used
        }
        refused = frozenset(
            (e164, purpose) for purpose in Purpose for e164 in consents.refused_phones(connection, purpose)
        )
        hours = Counter(
            (group.name, found[contact_id].name, found[contact_id].birth_date, own)
            for group in listed.values()
            for contact_id, own in lesson_hours.load_hours(connection, [group.id]).get(group.id, {}).items()
        )
        return told, by_name, refused, hours

    def close(self) -> None:
        self.database.close()


def _row(each: Somebody) -> ContactRow:
    return ContactRow(
        each.kind, each.first, each.last, name_key(each.first, each.last), each.birth_date, each.external_id, each.email,
        each.address, each.postcode, each.city, each.notes,
    )  # fmt: skip


@contextmanager
def profiles(count: int) -> Iterator[list[Profile]]:
    """Empty profiles in a folder of their own."""
    with TemporaryDirectory() as folder:
        opened = []
        try:
            for number in range(count):
                (Path(folder) / str(number)).mkdir()
                opened.append(Profile(Path(folder) / str(number)))
            yield opened
        finally:
            for profile in opened:
                profile.close()
