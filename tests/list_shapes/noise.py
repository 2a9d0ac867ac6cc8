"""What stands around and within the tables of real lists: titles, blanks, totals, useless columns, headers again."""

from __future__ import annotations

import random
from typing import Any

from smsdesk.domain.sheets import MergedRange, Sheet, SheetFile

from .spelling import USELESS
from .tables import Table

_TITLES = (
    "École élémentaire Jules Ferry", "Conservatoire à rayonnement communal", "Année scolaire 2026-2027", "Liste des élèves", "LISTE GÉNÉRALE", "Édité le 12/10/2026 à 14:32",
    "Document confidentiel - ne pas diffuser", "Coordonnées des familles", "Page 1/3",
)  # fmt: skip
NOTES = (
    "Document imprimé le 12/10/2026", "* élève en garde alternée", "NB : les numéros en rouge sont à vérifier", "Le secrétariat reste à votre disposition au 01 99 00 00 00", "Fin de liste",
    "Page 1", "Légende : DP = demi-pensionnaire",
)  # fmt: skip

NAMED = frozenset({*NOTES, "Médecin"})
"""Values of cells, and headers of columns with strangers' phones, that are named as not used."""


def sheet_of(rng: random.Random, table: Table, *, quiet: bool = False) -> Sheet:
    """The table on a sheet, as a person would have made it; `quiet` leaves out everything but the table."""
    headers, rows, upper = list(table.headers), [list(row) for row in table.rows], list(table.upper)
    if not (quiet or table.strict):
        headers, rows = _shuffled(rng, table, headers, rows)
        if not upper:
            headers, rows = _more_columns(rng, headers, rows)
    lines: list[list[Any]] = []
    if table.title:
        lines += [[table.title], []]
    elif not (quiet or table.strict):
        lines += [
            [title] if rng.random() < 0.7 else ["", "", title]
            for title in rng.sample(_TITLES, rng.choice((0, 0, 1, 2)))
        ]
        lines += [[]] * (rng.choice((0, 1)) if lines else 0)
    merged = _merged(upper, len(lines))
    if upper:
        lines.append(upper)
    head = list(headers)
    lines.append(head)
    lines += rows
    if not (quiet or table.strict):
        lines = _between(rng, lines, head, len(lines) - len(rows))
        lines += _after(rng, len(rows))
        lines = _trailing(rng, lines)
        if rng.random() < 0.15 and not merged:
            lines = [["", *line] if line else line for line in lines]
    return Sheet(table.sheet or "Feuil1", lines, merged)


def _shuffled(
    rng: random.Random, table: Table, headers: list[str], rows: list[list[Any]]
) -> tuple[list[str], list[list[Any]]]:
    if not table.blocks or rng.random() < 0.4:
        return headers, rows
    blocks = rng.sample(table.blocks, len(table.blocks))
    order = [at for start, end in blocks for at in range(start, end)]
    return [headers[at] for at in order], [[row[at] for at in order] for row in rows]


def _more_columns(
    rng: random.Random, headers: list[str], rows: list[list[Any]]
) -> tuple[list[str], list[list[Any]]]:
    for header, value in rng.sample(USELESS, rng.choice((0, 0, 1, 2, 3))):
        headers = [*headers, header]
        rows = [[*row, value(at)] for at, row in enumerate(rows)]
    if rng.random() < 0.2:
        headers = [rng.choice(("N°", "", "#", "Num", "N° ordre")), *headers]
        rows = [[at + 1, *row] for at, row in enumerate(rows)]
    return headers, rows


def _merged(upper: list[str], row: int) -> tuple[MergedRange, ...]:
    starts = [at for at, text in enumerate(upper) if text]
    ends = [*starts[1:], len(upper)] if starts else []
    return tuple(MergedRange(row, start, row, end - 1) for start, end in zip(starts, ends, strict=True))


def _between(rng: random.Random, lines: list[list[Any]], head: list[str], first: int) -> list[list[Any]]:
    """A blank row, or the header of the next page."""
    if rng.random() < 0.2:
        lines.insert(rng.randrange(first, len(lines) + 1), [])
    if rng.random() < 0.15 and len(lines) - first > 4:
        lines.insert(first + (len(lines) - first) // 2, list(head))
    return lines


def _after(rng: random.Random, count: int) -> list[list[Any]]:
    lines: list[list[Any]] = []
    if rng.random() < 0.25:
        lines.append(
            rng.choice(
                (
                    [f"Total : {count} élèves"],
                    ["TOTAL", count],
                    ["Effectif", "", count],
                    ["", "Total", count],
                    [f"Nombre d'élèves : {count}"],
                )
            )
        )
    if rng.random() < 0.25:
        lines += [[], [rng.choice(NOTES)]]
    return lines


def _trailing(rng: random.Random, lines: list[list[Any]]) -> list[list[Any]]:
    if rng.random() < 0.3:
        lines = [[*line, "", None, ""] for line in lines]
    if rng.random() < 0.2:
        lines += [["", ""], []]
    return lines


def file_of(rng: random.Random, tables: list[Table], *, quiet: bool = False) -> SheetFile:
    """All tables, one sheet each."""
    stem = tables[0].stem or "liste"
    sheets = [sheet_of(rng, table, quiet=quiet) for table in tables]
    named = [
        sheet if table.sheet or len(tables) == 1 else Sheet(f"Feuil{at + 1}", sheet.rows, sheet.merged)
        for at, (sheet, table) in enumerate(zip(sheets, tables, strict=True))
    ]
    return SheetFile(f"{stem}.xlsx", stem, tuple(named))
