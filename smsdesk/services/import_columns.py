"""What the columns of a list are: as the person says now, else as he said of such a list before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from smsdesk.domain.class_lists import Column, ColumnChoices
from smsdesk.domain.columns import find_layout
from smsdesk.domain.digests import digest
from smsdesk.domain.folding import fold
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.sheets import SheetFile
from smsdesk.domain.side_by_side import split_tables
from smsdesk.storage import list_shapes
from smsdesk.storage.database import Connection


def recall(connection: Connection, files: Sequence[SheetFile]) -> ColumnChoices:
    """What was said before of columns of sheets with the same headers."""
    if list_shapes.is_empty(connection):
        return {}
    return {
        (sheet.name, index): said
        for file in files
        for sheet in file.sheets
        for table in split_tables(sheet)
        for index, said in list_shapes.load_shape(connection, signature(find_layout(table).columns)).items()
    }


def remember(connection: Connection, plan: ImportPlan, now: str) -> None:
    """Keep what a person said of the columns of a plan for the next lists of these shapes."""
    for sheet in plan.sheets:
        said = {index: choice for (name, index), choice in plan.corrections.items() if name == sheet.name}
        if said and (shape := signature(sheet.columns)):
            list_shapes.keep_shape(connection, shape, said, now)


def forget(connection: Connection, plan: ImportPlan) -> None:
    """Recognise such lists without what was said of them."""
    for sheet in plan.sheets:
        list_shapes.forget_shape(connection, signature(sheet.columns))


def signature(columns: Iterable[Column]) -> str:
    """What is the same for lists of one shape: their headers, in their order, however they are written.

    Without any header there is no shape: the empty signature, which nothing is kept under.
    """
    headers = [fold(column.header) for column in columns]
    if not any(headers):
        return ""
    return digest("\x1f".join(headers))
