"""Lists of courses, of classes sheet by sheet, of adults, and of an English-speaking school."""

from __future__ import annotations

import random
from dataclasses import replace

from . import spelling
from .checking import UNNAMED, Person, Truth, guardian
from .parents import parents_by_phone
from .school import Child, School
from .spelling import hour_spelled, phone_spelled
from .tables import (
    Columns,
    Table,
    name_columns,
    nth,
    once,
    pupil,
    table_of,
)


def conservatoire(rng: random.Random, school: School) -> list[Table]:
    """Instrument, teacher, day, hour, room and level, one lesson a row."""
    way = rng.randrange(3)
    one_cell = rng.random() < 0.3
    lessons = {child.lesson for child in school.children}
    people = [
        Person(
            child.first,
            child.last,
            groups=frozenset({child.lesson.instrument}),
            guardians=frozenset({guardian(UNNAMED, [child.guardians[0].mobile])}),
        )
        for child in school.children
    ]

    def teacher(child: Child) -> str:
        civility, first, last = child.lesson.teacher
        return (f"{civility} {last}", f"{civility} {first} {last}", f"{last.upper()} {first}")[way]

    when: Columns = [
        (rng.choice(("Jour", "Jour du cours", "Jour de cours", "JOUR")), lambda child: rng.choice((str.lower, str.capitalize))(spelling.DAYS[child.lesson.weekday])),
        (rng.choice(("Heure", "Horaire", "Heure de début", "Heure du cours", "Début")), lambda child: hour_spelled(rng, child.lesson.start)),
    ]  # fmt: skip
    if one_cell:
        when = [
            (
                rng.choice(("Horaire", "Créneau", "Jour et heure", "Jour/heure", "Horaires")),
                lambda child: (
                    f"{spelling.DAYS[child.lesson.weekday]} {child.lesson.start.hour}h{child.lesson.start.minute:02d}"
                ),
            )
        ]
    blocks: list[Columns] = [
        name_columns(rng),
        [(rng.choice(("Instrument", "Discipline", "Cours", "Matière", "Activité", "Atelier", "Instr.")), lambda child: child.lesson.instrument),
         (rng.choice(("Professeur", "Prof", "Prof.", "Enseignant", "Enseignant(e)", "Nom du professeur", "Professeur(e)", "Intervenant")), teacher),
         *when, (rng.choice(("Salle", "Salle de cours", "Lieu")), lambda child: child.lesson.room)],
        [(rng.choice(("Niveau", "Cycle", "Cycle / année", "Degré", "Niv.")), lambda child: "1C3")],
        [(rng.choice(("Tél. responsable", "Téléphone parent", "Tél. parents", "Portable resp. légal", "Tél. du représentant légal")), lambda child: phone_spelled(rng, child.guardians[0].mobile))],
    ]  # fmt: skip
    table = table_of(rng, school, blocks, people, "conservatoire")
    courses = tuple(
        (lesson.instrument, lesson.teacher[2], frozenset({(lesson.weekday, lesson.start)}))
        for lesson in lessons
    )
    return [replace(table, truth=replace(table.truth, courses=courses))]


def one_table_a_class(rng: random.Random, school: School) -> list[Table]:
    """One sheet a class, the class in the sheet's name or in a title above the table."""
    classes = sorted({child.classroom for child in school.children})
    header = rng.choice(("Tél. mère", "Portable", "Tél. responsable 1", "tel parent"))
    own = header == "Portable"
    titled = rng.random() < 0.5
    tables = []
    for name in classes:
        children = [child for child in school.children if child.classroom == name]
        people = [
            pupil(rng, c, phones=frozenset({c.guardians[0].mobile}))
            if own
            else pupil(rng, c, guardians=frozenset({guardian(UNNAMED, [c.guardians[0].mobile])}))
            for c in children
        ]
        rows = [[c.last, c.first, phone_spelled(rng, c.guardians[0].mobile)] for c in children]
        title = rng.choice(
            (
                "Classe : {}",
                "Classe de {}",
                "Liste de la classe {}",
                "CLASSE {}",
                "Élèves de la classe de {} - 2026/2027",
                "{}",
            )
        )
        tables.append(
            Table(
                ["Nom", "Prénom", header],
                rows,
                Truth(tuple(people)),
                title=title.format(name) if titled else "",
                sheet="" if titled else name,
            )
        )
    return tables


def class_in_the_name(rng: random.Random, school: School) -> list[Table]:
    """No class anywhere but in the name of the file."""
    (table,) = parents_by_phone(rng, school)
    at = next(index for index, (start, end) in enumerate(table.blocks) if index == 2)
    start, end = table.blocks[at]
    name = rng.choice(("CM2 B", "CE1", "6e A"))
    people = tuple(replace(person, groups=frozenset({name})) for person in table.truth.people)
    blocks = ((0, 2), (2, 3), (3, 5))
    stem = rng.choice(
        (
            f"Classe de {name}",
            f"liste classe {name}",
            f"{name}",
            f"Classe_{name.replace(' ', '_')}",
            f"{name} (1)",
            f"classe {name} 2026-2027",
        )
    )
    return [
        replace(
            table, headers=table.headers[:start] + table.headers[end:], rows=[row[:start] + row[end:] for row in table.rows],
            truth=Truth(people), blocks=blocks, stem=stem,
        )
    ]  # fmt: skip


def english(rng: random.Random, school: School) -> list[Table]:
    """Headers of an English-speaking school."""
    naming = rng.choice(
        (
            "Parent {n} {f}",
            "Guardian {n} {f}",
            "Parent/Guardian {n} {f}",
            "{f} (Parent {n})",
            "Parent {n}: {f}",
            "{f} of parent {n}",
        )
    )
    phone = rng.choice(
        ("Phone", "Mobile", "Cell", "Cell phone", "Phone number", "Mobile number", "Tel", "Telephone")
    )

    def block(n: int) -> Columns:
        return [
            (
                naming.format(n=n, f="Name"),
                lambda child: f"{nth(child, n, 'first')} {nth(child, n, 'last')}".strip(),
            ),
            (naming.format(n=n, f=phone), lambda child: phone_spelled(rng, nth(child, n, "mobile"))),
            (naming.format(n=n, f="Email"), lambda child: nth(child, n, "email")),
        ]

    people = [
        pupil(
            rng,
            c,
            birth=c.birth,
            guardians=frozenset(guardian(f"{a.first} {a.last}", [a.mobile]) for a in c.guardians),
        )
        for c in school.children
    ]
    blocks: list[Columns] = [
        [(rng.choice(("First name", "Given name", "First Name", "Student first name", "Forename", "Pupil first name")), lambda child: child.first),
         (rng.choice(("Last name", "Surname", "Family name", "Student last name", "Pupil surname")), lambda child: child.last)],
        [(rng.choice(("DOB", "Date of birth", "Birth date", "D.O.B.", "Birthday", "Born")), lambda child: child.birth)],
        [(rng.choice(("Class", "Form", "Grade", "Year group", "Homeroom", "Class name", "Year")), lambda child: child.classroom)],
        block(1), block(2),
    ]  # fmt: skip
    return [table_of(rng, school, blocks, people)]


def adults(rng: random.Random, school: School) -> list[Table]:
    """Adult pupils with phones of their own, several columns of them."""
    mobile, home = rng.choice(spelling.MOBILE[:4]), rng.choice(spelling.HOME)
    everybody = {(a.first, a.last): a for child in school.children for a in child.guardians}
    people = [
        Person(a.first, a.last, phones=frozenset(a.phones), groups=frozenset({"Chorale"}))
        for a in everybody.values()
    ]
    rows = [
        [
            a.civility,
            a.last,
            a.first,
            phone_spelled(rng, a.landline),
            phone_spelled(rng, a.mobile),
            a.email,
            "Chorale",
        ]
        for a in everybody.values()
    ]
    mail = rng.choice(spelling.EMAIL[:-1])
    return [
        Table(
            [rng.choice(("Civilité", "Civ.", "Titre")), "Nom", "Prénom", home, mobile, mail, "Ensemble"],
            rows,
            Truth(once(people)),
            blocks=((0, 3), (3, 4), (4, 5), (5, 6), (6, 7)),
        )
    ]
