"""Lists of pupils with their parents, in the ways in which secretaries arrange them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from . import spelling
from .checking import UNNAMED, Truth, guardian
from .school import Adult, Child, School
from .spelling import date_spelled, french, name_spelled, phone_spelled, scribbled
from .tables import (
    Columns,
    Table,
    mother_first,
    name_columns,
    named_guardians,
    nth,
    of_civility,
    once,
    pupil,
    table_of,
)


def parents_by_phone(rng: random.Random, school: School) -> list[Table]:
    """One row a pupil, "Tél. mère" and "Tél. père" with nothing but phones, sometimes abbreviated or without accents."""
    mother = rng.choice(spelling.NAMELESS)
    school = mother_first(school)
    people = [
        pupil(
            rng,
            child,
            guardians=frozenset(guardian(UNNAMED, [adult.mobile]) for adult in child.guardians),
            birth=child.birth,
        )
        for child in school.children
    ]
    one = scribbled(rng, mother)
    blocks: list[Columns] = [
        name_columns(rng, lambda header: scribbled(rng, header)),
        [(scribbled(rng, rng.choice(spelling.BIRTH)), lambda child: date_spelled(rng, child.birth))],
        [(scribbled(rng, rng.choice(spelling.CLASS)), lambda child: child.classroom)],
        [(one, lambda child: phone_spelled(rng, of_civility(child, "Mme", "mobile"))),
         (_like(one, mother), lambda child: phone_spelled(rng, of_civility(child, "M.", "mobile")))],
    ]  # fmt: skip
    return [table_of(rng, school, blocks, people)]


def _like(scribbled_one: str, mother: str) -> str:
    """The father's header, written by the same hand as the mother's."""
    father = spelling.of_father(mother)
    if scribbled_one == mother.upper():
        return father.upper()
    if scribbled_one == mother.lower():
        return father.lower()
    if scribbled_one == spelling.shortened(mother):
        return spelling.shortened(father)
    folded = spelling.fold(mother)
    if scribbled_one in {folded, folded.upper()}:
        return spelling.fold(father) if scribbled_one == folded else spelling.fold(father).upper()
    return father


def numbered_guardians(rng: random.Random, school: School) -> list[Table]:
    """One row a pupil with two guardians: first and last name, phones and mail under numbered headers."""
    naming, fields = rng.choice(spelling.GUARDIANS), rng.choice(spelling.GUARDIAN_FIELDS)
    mobile, home, mail = (
        rng.choice(spelling.MOBILE),
        rng.choice(spelling.HOME),
        rng.choice(spelling.EMAIL[:-1]),
    )
    way = rng.randrange(1000)

    def header(number: int, what: str) -> str:
        whose = naming.format(n=number, o=spelling.ORDINALS[number])
        return scribbled(random.Random(way), fields.format(f=what, g=whose))

    def block(n: int) -> Columns:
        return [
            (header(n, "Nom"), lambda child: nth(child, n, "last")), (header(n, "Prénom"), lambda child: nth(child, n, "first")),
            (header(n, mobile), lambda child: phone_spelled(rng, nth(child, n, "mobile"))),
            (header(n, home), lambda child: phone_spelled(rng, nth(child, n, "landline"))),
            (header(n, mail), lambda child: nth(child, n, "email")),
        ]  # fmt: skip

    people = [
        pupil(rng, child, guardians=named_guardians(child), birth=child.birth, ident=child.ident)
        for child in school.children
    ]
    blocks: list[Columns] = [
        name_columns(rng), [(rng.choice(spelling.IDENT), lambda child: child.ident)],
        [(scribbled(rng, rng.choice(spelling.BIRTH)), lambda child: date_spelled(rng, child.birth))],
        [(rng.choice(spelling.CLASS), lambda child: child.classroom)], block(1), block(2),
    ]  # fmt: skip
    return [table_of(rng, school, blocks, people)]


def guardians_in_one_cell(rng: random.Random, school: School) -> list[Table]:
    """Whole names: "DURAND Léa", "Mme Anne Petit", then a phone column for each parent."""
    naming, way = (
        rng.choice(
            (
                "Responsable {n}",
                "Parent {n}",
                "Resp. légal {n}",
                "Représentant légal {n}",
                "resp {n}",
                "Nom et prénom du responsable {n}",
            )
        ),
        rng.randrange(3),
    )
    phone, civil = (
        rng.choice(
            ("Tél.", "Téléphone", "Portable", "Tél. resp. {n}", "Tél. {n}", "Port. {n}", "Mobile {n}")
        ),
        rng.random() < 0.5,
    )

    def block(n: int) -> Columns:
        def name(child: Child) -> str:
            adult = child.guardians[n - 1] if len(child.guardians) >= n else None
            if adult is None:
                return ""
            return f"{adult.civility} " * civil + name_spelled(
                rng, adult.first, adult.last, 0 if civil and way == 2 else way
            )

        return [
            (naming.format(n=n), name),
            (phone.format(n=n), lambda child: phone_spelled(rng, nth(child, n, "mobile"))),
        ]

    people = [
        pupil(
            rng,
            child,
            guardians=frozenset(guardian(f"{a.first} {a.last}", [a.mobile]) for a in child.guardians),
        )
        for child in school.children
    ]
    children = [
        (
            scribbled(rng, rng.choice(spelling.WHOLE)),
            lambda child: name_spelled(rng, child.first, child.last, way),
        )
    ]
    blocks: list[Columns] = [
        children,
        [(rng.choice(spelling.CLASS), lambda child: child.classroom)],
        block(1) + block(2),
    ]
    return [table_of(rng, school, blocks, people)]


def several_phones_in_a_cell(rng: random.Random, school: School) -> list[Table]:
    """ "Maman : 06.. / Papa : 07.." in one column, or both numbers bare."""
    worded = rng.random() < 0.6
    words = rng.choice((("Maman", "Papa"), ("mère", "père"), ("Mère :", "Père :"), ("maman:", "papa:")))
    between = (
        rng.choice((" / ", "\n", " - ", ", ", " ; ", " ou ", " et "))
        if not worded
        else rng.choice((" / ", "\n", ", ", " ; ", " - "))
    )

    def cell(child: Child) -> str:
        parts = []
        for adult in child.guardians:
            word = words[adult.civility == "M."]
            number = french(adult.mobile)
            parts.append(number if not worded else f"{word} {number}")
        return between.join(parts)

    people = [
        pupil(rng, child, guardians=frozenset(guardian(UNNAMED, [a.mobile]) for a in child.guardians))
        if worded
        else pupil(rng, child, phones=frozenset(a.mobile for a in child.guardians))
        for child in school.children
    ]
    header = (
        rng.choice(
            ("Téléphone", "Tél.", "Contact parents", "Contacts", "Portables", "Coordonnées", "Téléphones")
        )
        if worded
        else rng.choice(("Téléphone", "Tél.", "Portables", "Numéros", "Téléphones"))
    )
    blocks: list[Columns] = [
        name_columns(rng),
        [(rng.choice(spelling.CLASS), lambda child: child.classroom)],
        [(header, cell)],
    ]
    return [table_of(rng, school, blocks, people)]


def _of_one_name(family: Sequence[Child]) -> list[Child]:
    """The children of a family, all with its name, or only the first where two would be the same."""
    children = [replace(child, last=family[0].last) for child in family]
    return children[:1] if len({child.first for child in children}) < len(children) else children


def one_row_a_parent(rng: random.Random, school: School) -> list[Table]:
    """One row a parent with up to three children: numbered headers, as ONDE's guardians but written by hand."""
    style = rng.choice(("Enfant {n}", "Prénom enfant {n}", "Prénom de l'enfant {n}", "Élève {n}"))
    whole = not style.startswith("Pr")
    classes = rng.choice(("Classe {n}", "Classe enfant {n}", "Classe de l'enfant {n}"))
    headers = ["Nom parent", "Prénom parent", rng.choice(spelling.MOBILE), rng.choice(spelling.EMAIL[:-1])]
    if not whole:
        headers.insert(0, rng.choice(("Nom de famille", "Nom enfant", "Nom de l'enfant", "Nom des enfants")))
    for number in (1, 2, 3):
        headers += [style.format(n=number), classes.format(n=number)]
    rows: list[list[Any]] = []
    people = []
    used: set[tuple[str, str]] = set()
    for same in school.families:
        family = [child for child in _of_one_name(same) if (child.first, child.last) not in used]
        used |= {(child.first, child.last) for child in family}
        for adult in same[0].guardians if family else ():
            row: list[Any] = [adult.last, adult.first, phone_spelled(rng, adult.mobile), adult.email]
            row = row if whole else [family[0].last, *row]
            for child in family:
                row += [f"{child.first} {child.last}" if whole else child.first, child.classroom]
            rows.append(row + [""] * (len(headers) - len(row)))
        people += [
            pupil(
                rng,
                child,
                guardians=frozenset(guardian(f"{a.first} {a.last}", [a.mobile]) for a in child.guardians),
                whole=whole,
            )
            for child in family
        ]
    table = Table(headers, rows, Truth(once(people)))
    return [table]


def one_row_a_guardian_and_child(rng: random.Random, school: School) -> list[Table]:
    """One row for each pupil and guardian: the pupil stands there twice."""
    mobile, home = rng.choice(spelling.MOBILE), rng.choice(spelling.HOME)
    headers = [*(rng.choice(pool) for pool in (spelling.LAST[1:8], spelling.FIRST[1:5], spelling.CLASS)),
               rng.choice(("Lien", "Lien de parenté", "Qualité")), "Nom responsable", "Prénom responsable", mobile, home]  # fmt: skip
    rows = [
        [child.last, child.first, child.classroom, adult.relation, adult.last, adult.first,
         phone_spelled(rng, adult.mobile), phone_spelled(rng, adult.landline)]
        for child in school.children for adult in child.guardians
    ]  # fmt: skip
    people = [pupil(rng, child, guardians=named_guardians(child)) for child in school.children]
    return [Table(headers, rows, Truth(tuple(people)))]


def merged_headers(rng: random.Random, school: School) -> list[Table]:
    """Two header rows: "Élève | Responsable 1 | Responsable 2" over "Nom, Prénom, Portable"."""
    school = mother_first(school)
    words = rng.choice(
        (
            ("Responsable 1", "Responsable 2"),
            ("Mère", "Père"),
            ("Représentant légal 1", "Représentant légal 2"),
            ("PARENT 1", "PARENT 2"),
            ("Resp. 1", "Resp. 2"),
        )
    )
    by_sex = words[0] == "Mère"

    def adult(child: Child, n: int) -> Adult | None:
        if by_sex:
            return next((a for a in child.guardians if (a.civility == "Mme") == (n == 1)), None)
        return child.guardians[n - 1] if len(child.guardians) >= n else None

    mobile = rng.choice(spelling.MOBILE)
    rows = []
    for child in school.children:
        row: list[Any] = [child.last, child.first, child.classroom]
        for n in (1, 2):
            found = adult(child, n)
            row += [found.last, found.first, phone_spelled(rng, found.mobile)] if found else ["", "", ""]
        rows.append(row)
    people = [
        pupil(rng, c, guardians=frozenset(guardian(f"{a.first} {a.last}", [a.mobile]) for a in c.guardians))
        for c in school.children
    ]
    headers = ["Nom", "Prénom", "Classe", *["Nom", "Prénom", mobile] * 2]
    return [
        Table(
            headers, rows, Truth(tuple(people)), upper=["Élève", "", "", words[0], "", "", words[1], "", ""]
        )
    ]
