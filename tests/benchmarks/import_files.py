"""Lists for the benchmarks of the import, written as Excel writes them: shared strings, dates as numbers."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

FIRST = [
    "Léa",
    "Tom",
    "Zoé",
    "Inès",
    "Hugo",
    "Jade",
    "Louis",
    "Emma",
    "Jules",
    "Chloé",
    "Nathan",
    "Manon",
    "Lucas",
    "Camille",
    "Adam",
    "Alice",
    "Noé",
    "Rose",
    "Malo",
    "Anna",
    "Sacha",
    "Lina",
    "Gabin",
    "Mila",
    "Aaron",
    "Julia",
    "Théo",
    "Éva",
    "Liam",
    "Agathe",
    "Paul",
    "Nina",
    "Raphaël",
    "Louise",
    "Arthur",
    "Ambre",
    "Ethan",
    "Anaïs",
]
PARENTS = [
    "Anne",
    "Marc",
    "Julie",
    "Karim",
    "Sophie",
    "David",
    "Claire",
    "Nicolas",
    "Élodie",
    "Thomas",
    "Nadia",
    "Pierre",
    "Hélène",
    "Yann",
]
SYLLABLES = [
    "mar",
    "le",
    "du",
    "ber",
    "mo",
    "ga",
    "che",
    "roux",
    "vi",
    "lan",
    "per",
    "bon",
    "fau",
    "gi",
    "rard",
    "len",
    "tes",
    "nau",
    "cor",
    "bel",
]
COURSES = ("Piano", "Violon", "Guitare", "Flûte traversière", "Chant choral", "Batterie")
STREETS = ("rue des Lilas", "avenue de la Gare", "chemin du Moulin", "place de la Mairie", "impasse des Prés")
TOWNS = (
    ("77120", "Coulommiers"),
    ("77515", "Pommeuse"),
    ("77163", "Mortcerf"),
    ("77580", "Crécy-la-Chapelle"),
)
SERVICES = ("Ordures ménagères secteur 1", "Ordures ménagères secteur 2", "Travaux de voirie", "Périscolaire")
PUPIL_HEADER = (
    "INE", "Nom", "Prénom", "Né(e) le", "Classe", "Cours", "Nom responsable 1", "Prénom responsable 1",
    "Tél responsable 1", "Nom responsable 2", "Prénom responsable 2", "Tél responsable 2",
)  # fmt: skip
RESIDENT_HEADER = (
    "Nom", "Prénom", "Téléphone", "E-mail", "Adresse", "Code postal", "Ville", "Liste", "N° foyer",
    "Bâtiment", "Étage", "Commentaire",
)  # fmt: skip
_DAY_0 = date(1899, 12, 30)
_BORN_FROM = date(2010, 1, 1)

Cell = str | int | date


def pupils(count: int, seed: int = 1) -> Iterator[Sequence[Cell]]:
    """A conservatoire's list: twelve columns, two parents with a phone each, some brothers and sisters."""
    chance = random.Random(seed)
    for number in range(count):
        if number % 4 or not number:
            last, mother = _last(chance), chance.choice(PARENTS)
            phones = (_mobile(chance), _mobile(chance))
        born = _BORN_FROM + timedelta(days=chance.randrange(3000))
        yield (
            f"{number:09}K", last.upper(), chance.choice(FIRST), born, f"CM{number % 2 + 1} {'ABC'[number % 3]}",
            chance.choice(COURSES), last.upper(), mother, phones[0], _last(chance).upper(), chance.choice(PARENTS),
            phones[1],
        )  # fmt: skip


def residents(count: int, seed: int = 2) -> Iterator[Sequence[Cell]]:
    """A town's list: one row a person with phone, e-mail, address and service list."""
    chance = random.Random(seed)
    for number in range(count):
        last, first = _last(chance), chance.choice(FIRST)
        postcode, town = chance.choice(TOWNS)
        street = f"{chance.randrange(1, 200)} {chance.choice(STREETS)}"
        mail = f"{first[:1].lower()}.{last}{number}@example.org"
        yield (
            last.upper(), first, _mobile(chance), mail, street, postcode, town, chance.choice(SERVICES),
            str(number // 3), chance.choice("ABCD"), str(chance.randrange(6)), "",
        )  # fmt: skip


def _last(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize()


def _mobile(chance: random.Random) -> str:
    digits = f"{chance.randrange(100_000_000):08}"
    return (
        f"06{' ' if digits < '5' else ''}1{digits[1:]}"
        if digits[0] in "359"
        else f"06 {'1' + digits[1:2]} " + (f"{digits[2:4]} {digits[4:6]} {digits[6:8]}")
    )


def write_xlsx(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write one sheet; nothing of it is kept in memory but the distinct texts."""
    texts: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="' + _MAIN)
            sheet.write(b'"><sheetData>')
            for number, row in enumerate(
                (header, *rows) if isinstance(rows, tuple) else _with(header, rows), 1
            ):
                sheet.write(_row(number, row, texts))
            sheet.write(b"</sheetData></worksheet>")
        shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        archive.writestr("xl/sharedStrings.xml", f'{_XML}<sst xmlns="{_MAIN.decode()}">{shared}</sst>')
        for name, content in _PARTS.items():
            archive.writestr(name, _XML + content)


def _with(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    yield header
    yield from rows


def _row(number: int, row: Sequence[Cell], texts: dict[str, int]) -> bytes:
    cells = []
    for column, cell in enumerate(row):
        place = f"{chr(ord('A') + column)}{number}"
        if isinstance(cell, date):
            cells.append(f'<c r="{place}" s="1"><v>{(cell - _DAY_0).days}</v></c>')
        elif isinstance(cell, int):
            cells.append(f'<c r="{place}"><v>{cell}</v></c>')
        elif cell:
            cells.append(f'<c r="{place}" t="s"><v>{texts.setdefault(cell, len(texts))}</v></c>')
    return f'<row r="{number}" spans="1:{len(row)}">{"".join(cells)}</row>'.encode()


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN.decode()}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN.decode()}"><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
}
