"""Makes conservatoire.xlsx, the sample class list: invented people, numbers kept for fiction by ARCEP.

Run it from the project's folder: `.venv/bin/python resources/samples/make_sample.py`. It makes the same cells
each time.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

SAMPLE = Path(__file__).with_name("conservatoire.xlsx")
TITLE = "Conservatoire municipal de musique — Liste des élèves — Année 2026-2027"
HEADER = (
    "Nom", "Prénom", "Né(e) le", "Cours", "Professeur", "Jour", "Heure", "Salle", "Responsable 1",
    "Portable resp. 1", "E-mail resp. 1", "Responsable 2", "Portable resp. 2", "Tél. élève",
)  # fmt: skip
WIDTHS = (16, 14, 12, 20, 18, 11, 14, 14, 24, 26, 30, 24, 20, 16)
HEADER_ROW = 3
PUPILS = 60
ADULTS = (9, 27, 44, 58)
WITHOUT_SECOND_PARENT = 4
"""Every so many families have one parent in the list."""
SIBLING_EVERY = 5
SECOND_COURSE_EVERY = 10


@dataclass(frozen=True)
class Course:
    """A course: `minutes` is the length of each pupil's own lesson, None when all come together."""

    name: str
    teacher: str
    day: str
    start: int
    room: str
    minutes: int | None = None


COURSES = (
    Course("Piano", "Mme Hélène Marchand", "Mercredi", 13 * 60, "Salle Ravel", 30),
    Course("Violon", "M. Étienne Caron", "Mardi", 16 * 60 + 30, "Salle 2", 30),
    Course("Flûte traversière", "Mme Anaïs Delcœur", "Vendredi", 16 * 60 + 30, "Salle 4", 30),
    Course("Guitare", "M. João Ferreira", "Samedi", 9 * 60, "Salle 3", 30),
    Course("Chant choral", "Mme Inès Garnier", "Jeudi", 18 * 60, "Auditorium"),
    Course("Formation musicale", "M. Loïc Hervé", "Lundi", 17 * 60 + 15, "Salle 1"),
)
FAMILIES = (
    "Martin", "Lefèvre", "Bœuf", "Garçon", "Nguyen", "Dupré", "Müller", "Œuvrard", "Béranger", "Traoré",
    "Le-Goff", "Pérez", "Benali", "Château", "Noël", "Lacœuilhe", "Français", "Ménard", "Aubry", "Hélias",
    "Diallo", "Fabre", "Leclerc", "Roussel", "Guérin", "Marchand", "Prévost", "Gaudin", "Rivière",
    "Blanchard", "Kowalski", "Haddad", "Moreira", "Vasseur", "Collet", "Brun", "Caillé", "Estève", "Pôtier",
    "Lemaître", "Joly", "Boyer", "Carpentier", "Delaunay", "Renard", "Picard", "Mallet", "Weber", "Fleury",
)  # fmt: skip
GIRLS = (
    "Léa", "Zoé", "Chloé", "Inès", "Maëlys", "Anaïs", "Éloïse", "Clémence", "Noémie", "Agathe", "Lucie",
    "Jeanne", "Salomé", "Aïcha", "Cœlia", "Margaux", "Héloïse", "Camille", "Romane", "Louise", "Capucine",
    "Gaëlle", "Élise", "Juliette", "Naëlle", "Ambre", "Victoire", "Sofia",
)  # fmt: skip
BOYS = (
    "Théo", "Léo", "Noé", "Raphaël", "Gaël", "Maël", "Timothée", "Éliott", "Hugo", "Mathéo", "Loïs",
    "Anatole", "Joël", "Sacha", "Gaspard", "Côme", "Marius", "Adam", "Élie", "Basile", "Rémi", "Tristan",
    "Ilyès", "Félix", "Émile", "Nathan", "Oscar", "Paul",
)  # fmt: skip
MOTHERS = (
    "Claire", "Sophie", "Amélie", "Fatou", "Hélène", "Cécile", "Nadia", "Béatrice", "Aurélie", "Mélanie",
    "Sonia", "Delphine",
)  # fmt: skip
FATHERS = (
    "Julien", "Marc", "Stéphane", "Karim", "Rémy", "Cédric", "Benoît", "François", "Mehdi", "Grégoire",
    "Frédéric", "Yann",
)  # fmt: skip


class Phones:
    """Numbers of ARCEP's range for fiction, one after the other, written as different people write them."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> str | int:
        """The next mobile: a text in one of the usual spellings, or a number without its leading 0."""
        self._last += 1
        pairs = f"{self._last // 100:02d} {self._last % 100:02d}"
        spellings = (
            f"06 39 98 {pairs}",
            f"06.39.98.{pairs.replace(' ', '.')}",
            int(f"63998{pairs.replace(' ', '')}"),
            f"+33 6 39 98 {pairs}",
            f"063998{pairs.replace(' ', '')}",
        )
        return spellings[self._last % len(spellings)]


@dataclass(frozen=True)
class Family:
    """The parents' cells of a row, shared by brothers and sisters."""

    name: str
    cells: tuple[str | int, ...]


def rows() -> Iterator[tuple[object, ...]]:
    """The rows below the header, the same each time."""
    chance = random.Random(2026)  # noqa: S311  # invented people, no secret
    phones = Phones()
    family = _family(0, phones, chance)
    lessons = dict.fromkeys(COURSES, 0)
    for number in range(PUPILS):
        adult = number in ADULTS
        if number % SIBLING_EVERY:
            family = _family(number, phones, chance)
        first = (GIRLS if number % 2 else BOYS)[number // 2 % len(GIRLS)]
        name = family.name.upper() if number % 3 else family.name
        born = date(1962 + number // 2, 5, 17) if adult else _born(chance)
        parents = ("", "", "", "", "") if adult else family.cells
        own = phones.next() if adult else ""
        for course in _courses(number):
            yield name, first, born, *_lesson(course, lessons), *parents, own
            lessons[course] += 1


def _family(number: int, phones: Phones, chance: random.Random) -> Family:
    name = FAMILIES[number - number // SIBLING_EVERY].replace("-", " ")
    mother, father = chance.choice(MOTHERS), chance.choice(FATHERS)
    mail = f"{mother}.{name}@example.org".lower().replace(" ", "").replace("œ", "oe")
    mail = mail.translate(str.maketrans("éèêëàâçîïôöùûüñ", "eeeeaaciioouuun"))
    first: str | int = phones.next()
    if number == 13:
        first = f"{phones.next()} (travail) / {phones.next()}"
    if number == 21:
        first = "01 99 00 12 34"
    if number == 33:
        first = "06 39 98 1"
    alone = number % WITHOUT_SECOND_PARENT == 2
    second: tuple[str | int, ...] = ("", "") if alone else (f"M. {father} {name}", phones.next())
    return Family(name, (f"Mme {mother} {name}", first, mail, *second))


def _born(chance: random.Random) -> date:
    return date(chance.randint(2010, 2018), chance.randint(1, 12), chance.randint(1, 28))


def _courses(number: int) -> list[Course]:
    course = COURSES[number % len(COURSES)]
    second = COURSES[-1]
    return [course, second] if number % SECOND_COURSE_EVERY == 0 and course is not second else [course]


def _lesson(course: Course, lessons: dict[Course, int]) -> tuple[str, ...]:
    start = course.start + lessons[course] * course.minutes if course.minutes else course.start
    end = start + (course.minutes or 60)
    hours = f"{start // 60}h{start % 60:02d}-{end // 60}h{end % 60:02d}"
    return course.name, course.teacher, course.day, hours, course.room


def _dress(sheet: Worksheet) -> None:
    """Make it look like the list of a secretary."""
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(HEADER))
    sheet["A1"].font = Font(bold=True, size=14)
    for index, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
        cell = sheet.cell(HEADER_ROW, index)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE7F3")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, 3)
    for (cell,) in sheet.iter_rows(min_row=HEADER_ROW + 1, min_col=3, max_col=3):
        cell.number_format = "DD/MM/YYYY"


def make(path: Path = SAMPLE) -> None:
    """Write the workbook."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Élèves 2026-2027"
    sheet.append([TITLE])
    sheet.append([])
    sheet.append(HEADER)
    for row in rows():
        sheet.append(row)
    _dress(sheet)
    book.save(path)


if __name__ == "__main__":
    make()
