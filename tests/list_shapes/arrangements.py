"""Lists arranged in ways that headers alone do not tell: no header, tables beside one another, rows that go on."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from smsdesk.domain.people import ContactKind

from . import spelling
from .checking import UNNAMED, Person, Truth, guardian
from .school import Child, School
from .spelling import date_spelled, french, name_spelled, phone_spelled
from .tables import Columns, Table, named_guardians, nth, pupil, table_of


def without_header(rng: random.Random, school: School) -> list[Table]:
    """No header, or one that says nothing: names in capitals, a class, a birth date and a phone in any order."""
    columns: Columns = [
        ("", lambda child: child.last.upper()), ("", lambda child: child.first), ("", lambda child: child.classroom),
        ("", lambda child: f"{child.birth:%d/%m/%Y}"), ("", lambda child: french(child.guardians[0].mobile)),
    ]  # fmt: skip
    names, others = columns[:2], columns[2:]
    blocks = [names, *([column] for column in rng.sample(others, len(others)))]
    rng.shuffle(blocks)
    people = [
        pupil(rng, c, birth=c.birth, phones=frozenset({c.guardians[0].mobile})) for c in school.children
    ]
    table = replace(table_of(rng, school, blocks, people), strict=True)
    if rng.random() < 0.5:
        return [replace(table, headers=[f"Colonne{at + 1}" for at in range(5)])]
    return [replace(table, headers=table.rows[0], rows=table.rows[1:])]


def rows_that_go_on(rng: random.Random, school: School) -> list[Table]:
    """The pupil stands once, his other parent in the row below with nothing before the name."""
    rows: list[list[Any]] = []
    for child in school.children:
        for at, adult in enumerate(child.guardians):
            first = [child.last, child.first, child.classroom] if not at else ["", "", ""]
            rows.append(
                [
                    *first,
                    f"{adult.civility} {adult.first} {adult.last.upper()}",
                    phone_spelled(rng, adult.mobile),
                ]
            )
    people = [
        pupil(rng, c, guardians=frozenset(guardian(f"{a.first} {a.last}", [a.mobile]) for a in c.guardians))
        for c in school.children
    ]
    headers = [
        "Nom",
        "Prénom",
        "Classe",
        rng.choice(("Responsable", "Parent", "Responsables légaux")),
        rng.choice(spelling.MOBILE),
    ]
    return [Table(headers, rows, Truth(tuple(people)), strict=True)]


def classes_below_one_another(rng: random.Random, school: School) -> list[Table]:
    """One sheet, a line for each class between the pupils, sometimes with the header again."""
    way, again = rng.choice(("Classe : {}", "{}", "CLASSE DE {}")), rng.random() < 0.5
    headers = ["Nom", "Prénom", rng.choice(("Tél. mère", "tel. maman", "Tél. responsable", "Port. mère"))]
    rows: list[list[Any]] = []
    people: list[Person] = []
    for name in sorted({child.classroom for child in school.children}):
        rows += [[way.format(name), "", ""], *([headers] if again else [])]
        for child in (one for one in school.children if one.classroom == name):
            rows.append([child.last, child.first, phone_spelled(rng, child.guardians[0].mobile)])
            people.append(
                pupil(rng, child, guardians=frozenset({guardian(UNNAMED, [child.guardians[0].mobile])}))
            )
        rows += [["", "", ""]] * rng.randrange(2)
    return [Table(headers, rows, Truth(tuple(people)), strict=True)]


def beside_one_another(rng: random.Random, school: School) -> list[Table]:
    """Two tables on one sheet, side by side, with the same headers."""
    headers = ["Nom", "Prénom", "Classe", rng.choice(("Portable", "Tél.", "Téléphone"))]
    cells = [
        [c.last, c.first, c.classroom, phone_spelled(rng, c.guardians[0].mobile)] for c in school.children
    ]
    half = (len(cells) + 1) // 2
    right = cells[half:] + [["", "", "", ""]] * (2 * half - len(cells))
    rows = [[*left, "", *other] for left, other in zip(cells[:half], right, strict=True)]
    people = [pupil(rng, c, phones=frozenset({c.guardians[0].mobile})) for c in school.children]
    return [Table([*headers, "", *headers], rows, Truth(tuple(people)), strict=True)]


def two_courses_a_row(rng: random.Random, school: School) -> list[Table]:
    """Two instruments in each row, each with teacher, day and hour of its own."""
    lessons = sorted({child.lesson for child in school.children}, key=lambda lesson: lesson.instrument)
    second = {lesson.instrument: lessons[at - 1] for at, lesson in enumerate(lessons)}

    def block(n: int) -> Columns:
        def of(child: Child) -> Any:
            return child.lesson if n == 1 else second[child.lesson.instrument]

        return [
            (f"Instrument {n}", lambda child: of(child).instrument),
            (f"Professeur {n}", lambda child: f"{of(child).teacher[0]} {of(child).teacher[2]}"),
            (f"Jour {n}", lambda child: spelling.DAYS[of(child).weekday]),
            (f"Heure {n}", lambda child: f"{of(child).start:%Hh%M}"),
        ]

    people = [
        Person(c.first, c.last, groups=frozenset({c.lesson.instrument, second[c.lesson.instrument].instrument}),
               guardians=frozenset({guardian(UNNAMED, [c.guardians[0].mobile])}))
        for c in school.children
    ]  # fmt: skip
    blocks: list[Columns] = [
        [("Élève", lambda child: name_spelled(rng, child.first, child.last, 0))],
        [("Tél. parent", lambda child: phone_spelled(rng, child.guardians[0].mobile))], block(1) + block(2),
    ]  # fmt: skip
    courses = tuple(
        (one.instrument, one.teacher[2], frozenset({(one.weekday, one.start)})) for one in lessons
    )
    table = table_of(rng, school, blocks, people, "conservatoire")
    return [replace(table, truth=replace(table.truth, courses=courses))]


def phones_apart(rng: random.Random, school: School) -> list[Table]:
    """Both guardians' names first, then both phones under the numbers of the guardians."""
    naming, phone = (
        rng.choice(("Responsable {}", "Nom resp. {}", "Parent {}", "Resp. légal {}")),
        rng.choice(("Tél {}", "Portable {}", "Tél. n°{}")),
    )
    birth = [(rng.choice(spelling.BIRTH), lambda child: date_spelled(rng, child.birth))]
    blocks: list[Columns] = [
        [("Nom", lambda child: child.last), ("Prénom", lambda child: child.first)], birth,
        [(rng.choice(spelling.CLASS), lambda child: child.classroom)],
        [(naming.format(n), lambda child, n=n: f"{nth(child, n, 'first')} {nth(child, n, 'last').upper()}".strip()) for n in (1, 2)]
        + [(phone.format(n), lambda child, n=n: phone_spelled(rng, nth(child, n, "mobile"))) for n in (1, 2)],
    ]  # fmt: skip
    people = [
        pupil(
            rng,
            c,
            birth=c.birth,
            guardians=frozenset(guardian(f"{a.first} {a.last}", [a.mobile]) for a in c.guardians),
        )
        for c in school.children
    ]
    return [table_of(rng, school, blocks, people)]


def residents(rng: random.Random, school: School) -> list[Table]:
    """People of a street: an address, a landline and a mobile each."""
    everybody = {(a.first, a.last): a for child in school.children for a in child.guardians}.values()
    rows = [[a.last, a.first, f"{at + 1} rue Pasteur", "38000", "Grenoble", phone_spelled(rng, a.landline), phone_spelled(rng, a.mobile)]
            for at, a in enumerate(everybody)]  # fmt: skip
    people = [Person(a.first, a.last, phones=frozenset(a.phones)) for a in everybody]
    headers = [
        "Nom",
        "Prénom",
        "Adresse",
        "CP",
        "Ville",
        rng.choice(spelling.HOME),
        rng.choice(spelling.MOBILE),
    ]
    return [
        Table(
            headers,
            rows,
            Truth(tuple(people), kind=ContactKind.RESIDENT),
            title="Riverains de la rue Pasteur",
            blocks=((0, 2), (2, 5), (5, 6), (6, 7)),
        )
    ]


def two_children_sheets(rng: random.Random, school: School) -> list[Table]:
    """A sheet of classes and a sheet of instruments: the same pupils stand in both."""
    people = [
        Person(
            c.first,
            c.last,
            groups=frozenset({c.classroom, c.lesson.instrument}),
            guardians=named_guardians(c),
            birth=c.birth,
        )
        for c in school.children
    ]
    first = [[c.last, c.first, c.birth, c.classroom] for c in school.children]
    one = [
        [*row, *[value for a in (0, 1) for value in _adult(rng, c, a)]]
        for row, c in zip(first, school.children, strict=True)
    ]
    guardians = [
        f"{what} responsable {n}" for n in (1, 2) for what in ("Nom", "Prénom", "Portable", "Domicile")
    ]
    two = [
        [c.last.upper(), c.first, phone_spelled(rng, c.guardians[0].mobile), c.lesson.instrument]
        for c in school.children
    ]
    return [
        Table(
            ["Nom", "Prénom", "Né(e) le", "Classe", *guardians], one, Truth(tuple(people)), sheet="Classes"
        ),
        Table(["Nom", "Prénom", "Portable responsable 1", "Instrument"], two, Truth(()), sheet="Instruments"),
    ]


def _adult(rng: random.Random, child: Child, at: int) -> list[Any]:
    if at >= len(child.guardians):
        return ["", "", "", ""]
    adult = child.guardians[at]
    return [adult.last, adult.first, phone_spelled(rng, adult.mobile), phone_spelled(rng, adult.landline)]
