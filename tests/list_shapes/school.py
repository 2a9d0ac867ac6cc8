"""A made-up school: families with children, guardians, phones, classes and lessons, from which lists are made."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, time

import phonenumbers

LASTS = (
    "Martin", "Petit", "Durand", "Roux", "Caron", "Leroy", "Moreau", "Fournier", "Lefèvre", "Garnier", "Chevalier",
    "Perrin", "Œuvrard", "Le Gall", "De La Tour", "D'Aubigné", "El Amrani", "Van den Berg", "Nguyen", "O'Brien",
    "Ben Salah", "Martin-Dupont", "N'Diaye", "Da Silva", "Müller", "Sánchez", "Traoré", "Kowalczyk", "Benali",
    "Popescu", "Yılmaz", "Haddad", "Bonnet", "Girard", "Blanc", "Guérin", "Rousseau", "Lemaître", "Bourgeois",
    "Thomas", "Simon", "Bernard",
)  # fmt: skip
"""Thomas, Simon and Bernard are first names too."""
GIRLS = (
    "Léa", "Zoé", "Inès", "Chloé", "Anne-Sophie", "Maëlys", "Jade", "Louise", "Aïcha", "Éloïse", "Marie-Lou", "Noémie",
    "Yuna", "Xochitl", "Shirine", "Camille", "Océane", "Romane",
)  # fmt: skip
BOYS = (
    "Tom", "Hugo", "Jean-Baptiste", "Noé", "Mohamed", "Gaël", "Raphaël", "Léo", "Ethan", "Aurélien", "Kévin",
    "Théo", "Anatole", "Ismaël", "Eliott", "Rayan", "Côme", "Zacharie",
)  # fmt: skip
MOTHERS = (
    "Anne",
    "Sophie",
    "Fatima",
    "Céline",
    "Hélène",
    "Isabelle",
    "Marie-Claude",
    "Nathalie",
    "Nadia",
    "Valérie",
    "Agnès",
)
FATHERS = (
    "Marc",
    "Luc",
    "Karim",
    "Étienne",
    "Jérôme",
    "Pierre-Yves",
    "Olivier",
    "Stéphane",
    "Thierry",
    "Yves",
    "Philippe",
)
CLASSES = ("CP", "CE1 A", "CE1 B", "CM1", "CM2 A", "CM2 B", "6e A", "6e B", "3e 2", "GS")
INSTRUMENTS = (
    "Piano",
    "Violon",
    "Guitare",
    "Clarinette",
    "Flûte traversière",
    "Formation musicale",
    "Batterie",
)
TEACHERS = (
    ("Mme", "Isabelle", "Ferrand"), ("M.", "Jean", "Klein"), ("Mme", "Aude", "Vasseur"), ("M.", "Paul", "Okafor"),
)  # fmt: skip
OVERSEAS = ("+262692", "+262693", "+590690", "+594694", "+596696", "+262639")
"""Mobiles of La Réunion, Guadeloupe, Guyane, Martinique and Mayotte."""
FOREIGN = ("+3247012", "+4179123", "+3526211", "+4474001", "+4915123", "+39340123")

LENGTHS = {"+32": 12, "+41": 12, "+49": 14}
"""Characters of a number abroad; 13 elsewhere."""


@dataclass(frozen=True)
class Adult:
    """A guardian; phones in E.164, "" where he has none."""

    civility: str
    first: str
    last: str
    mobile: str
    landline: str = ""
    email: str = ""

    @property
    def phones(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.mobile, self.landline)))

    @property
    def relation(self) -> str:
        return "mère" if self.civility == "Mme" else "père"


@dataclass(frozen=True)
class Lesson:
    """A weekly hour of an instrument with its teacher (civility, first, last)."""

    instrument: str
    teacher: tuple[str, str, str]
    weekday: int
    start: time
    room: str


@dataclass(frozen=True)
class Child:
    first: str
    last: str
    birth: date
    classroom: str
    ident: str
    lesson: Lesson
    guardians: tuple[Adult, ...] = ()


@dataclass(frozen=True)
class School:
    """`families` are children who have the same guardians."""

    families: tuple[tuple[Child, ...], ...]

    @property
    def children(self) -> list[Child]:
        return [child for family in self.families for child in family]


@dataclass
class _Numbers:
    rng: random.Random
    used: set[str] = field(default_factory=set)

    def mobile(self, *, abroad: float = 0.1) -> str:
        if self.rng.random() < abroad:
            start = self.rng.choice(OVERSEAS + FOREIGN)
            return self._fresh(start, LENGTHS.get(start[:3], 13))
        return self._fresh("+3363998", 12)

    def landline(self) -> str:
        return self._fresh(self.rng.choice(("+3319900", "+3326191", "+3335301", "+3346571")), 12)

    def _fresh(self, start: str, length: int) -> str:
        while True:
            digits = length - len(start)
            number = start + str(self.rng.randrange(10**digits)).rjust(digits, "0")
            if number not in self.used and _exists(number):
                self.used.add(number)
                return number


def _exists(e164: str) -> bool:
    return e164.startswith("+33") or phonenumbers.is_valid_number(phonenumbers.parse(e164))


def make_school(rng: random.Random, families: int = 10, *, abroad: float = 0.1) -> School:
    """A school of so many families; `abroad` is the share of mobiles of overseas departments and other countries."""
    numbers = _Numbers(rng, set())
    lessons = [
        Lesson(name, TEACHERS[at % len(TEACHERS)], at % 6, time(14 + at % 4, 30 * (at % 2)), f"{at + 1}")
        for at, name in enumerate(INSTRUMENTS)
    ]
    taken: set[tuple[str, str]] = set()
    return School(tuple(_family(rng, numbers, lessons, taken, abroad) for _ in range(families)))


def _family(
    rng: random.Random, numbers: _Numbers, lessons: list[Lesson], taken: set[tuple[str, str]], abroad: float
) -> tuple[Child, ...]:
    last = rng.choice(LASTS)
    landline = numbers.landline() if rng.random() < 0.4 else ""
    others = rng.choice(LASTS) if rng.random() < 0.3 else last
    mother = _adult(rng, "Mme", rng.choice(MOTHERS), others, numbers.mobile(abroad=abroad), landline)
    father = _adult(rng, "M.", rng.choice(FATHERS), last, numbers.mobile(abroad=abroad), "")
    guardians = rng.choice([(mother, father), (mother, father), (mother,), (father, mother)])
    children = []
    for _ in range(rng.choice((1, 1, 2, 3))):
        first = rng.choice(GIRLS + BOYS)
        while (first, last) in taken:
            first, last = rng.choice(GIRLS + BOYS), rng.choice(LASTS)
        taken.add((first, last))
        birth = date(rng.randrange(2008, 2020), rng.randrange(1, 13), rng.randrange(1, 29))
        ident = f"{len(taken) * 7919 + 100_000_000}{rng.choice('ABCDEFGH')}{rng.choice('ABCDEFGH')}"
        children.append(Child(first, last, birth, rng.choice(CLASSES), ident, rng.choice(lessons), guardians))
    return tuple(children)


def _adult(rng: random.Random, civility: str, first: str, last: str, mobile: str, landline: str) -> Adult:
    email = f"{mobile[-6:]}@example.org" if rng.random() < 0.7 else ""
    return Adult(civility, first, last, mobile, landline, email)
