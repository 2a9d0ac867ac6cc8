"""A whole file of lists: its sheets put together into one class list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from smsdesk.domain.class_lists import ClassList, ColumnChoices, Rejected, SheetSummary
from smsdesk.domain.errors import InputError
from smsdesk.domain.families import Families
from smsdesk.domain.own_list import OwnListReader
from smsdesk.domain.people import GroupKind
from smsdesk.domain.sentences import say
from smsdesk.domain.sheet_reading import SheetReader
from smsdesk.domain.sheets import Sheet, SheetFile
from smsdesk.domain.side_by_side import lies_on_its_side, split_tables
from smsdesk.domain.titles import Title, file_title, sheet_title
from smsdesk.domain.untold import untold
from smsdesk.domain.unused_cells import unused_cells

__all__ = ["ColumnChoices", "read_class_list", "read_class_lists", "understood_sheets"]

_Reader = SheetReader | OwnListReader


def read_class_list(
    file: SheetFile, group: str | None = None, choices: ColumnChoices | None = None, *, mark: str = ""
) -> ClassList:
    """Read every sheet. `group` takes everybody in. Raises InputError when no sheet has phones."""
    return read_class_lists((file,), group, choices, mark=mark)


def read_class_lists(
    files: Sequence[SheetFile],
    group: str | None = None,
    choices: ColumnChoices | None = None,
    *,
    mark: str = "",
) -> ClassList:
    """Read several files as one list, their sheets told apart by name; like `read_class_list`.

    `mark` is that of this profile, by which it knows its own exports again.
    """
    found = [
        (sheet, file, _readers(sheet, file, choices or {}, mark)) for file in files for sheet in file.sheets
    ]
    readers = [(reader, file) for _, file, of_sheet in found for reader in of_sheet]
    used = [(reader, file) for reader, file in readers if reader.is_list or _is_register(reader)]
    turned = [_turned(sheet, file) for sheet, file, of_sheet in found if not of_sheet]
    if not used and turned:
        raise InputError(turned[0].reason)
    if not used:
        raise _no_phones(files, [reader for reader, _ in readers])
    alone = not any(reader.is_list for reader, _ in used)
    families = Families()
    for reader, file in used:
        sheets = sum(other is file for _, other in used)
        reader.read(families, Title() if group else _fallback(reader, file, sheets))
    if group:
        families.join_all(group.strip(), GroupKind.FREE)
    result = families.result()
    if not result.people:
        raise InputError(say("The list {file} names nobody below its header.", file=_names(files)))
    return replace(
        result,
        sheets=tuple(reader.summary() for reader, _ in used),
        rejected=(
            *(_without_phones(reader, file) for reader, file in used if alone),
            *dict.fromkeys(
                reject for reader, _ in readers for reject in [*reader.rejected, *_unused(reader)]
            ),
            *(reject for file in files for sheet in file.sheets for reject in untold(sheet)),
            *turned,
            *(_unread(file, name) for file in files for name in file.hidden),
        ),
    )


def understood_sheets(
    files: Sequence[SheetFile], choices: ColumnChoices, mark: str
) -> tuple[SheetSummary, ...]:
    """How each sheet of a list is understood, without reading its rows."""
    readers = [
        reader for file in files for sheet in file.sheets for reader in _readers(sheet, file, choices, mark)
    ]
    return tuple(reader.summary() for reader in readers if reader.is_list or _is_register(reader))


def _readers(sheet: Sheet, file: SheetFile, choices: ColumnChoices, mark: str) -> list[_Reader]:
    own = OwnListReader.of(sheet, choices, mark)
    if own is None and lies_on_its_side(sheet):
        return []
    return [own] if own else [SheetReader(table, choices, file.stem) for table in split_tables(sheet)]


def _is_register(reader: _Reader) -> bool:
    return isinstance(reader, SheetReader) and reader.is_register


def _without_phones(reader: _Reader, file: SheetFile) -> Rejected:
    """What is said of a register of pupils that comes alone: the guardians are in another list."""
    name = reader.sheet.said or file.name
    sentence = say(
        "There are no phones in {name}; these people can be reached once the list of their guardians "
        "is imported too.",
        name=name,
    )
    return Rejected(reader.sheet.name, "", name, sentence)


def _unused(reader: _Reader) -> list[Rejected]:
    if not isinstance(reader, SheetReader) or not reader.is_list:
        return []
    return unused_cells(reader.sheet.name, reader.sheet.rows, reader.tables)


def _turned(sheet: Sheet, file: SheetFile) -> Rejected:
    reason = say(
        "The headers of {name} stand below one another. Give each person a row under one row of headers "
        "(in a spreadsheet: copy, then paste with “transpose”) and try again.",
        name=sheet.said or file.name,
    )
    return Rejected(sheet.name, "", file.name, reason)


def _unread(file: SheetFile, sheet: str) -> Rejected:
    reason = say(
        "The sheet {sheet} is hidden and was not read; have it read if it belongs to the list.", sheet=sheet
    )
    return Rejected(sheet, "", file.name, reason)


def _names(files: Sequence[SheetFile]) -> str:
    return ", ".join(file.name for file in files)


def _no_phones(files: Sequence[SheetFile], readers: list[_Reader]) -> InputError:
    headers = [column.header for reader in readers for column in reader.layout.columns if column.header]
    if not headers:
        return InputError(
            say("No phone numbers were found in {file}; the list needs a column of them.", file=_names(files))
        )
    return InputError(
        say(
            "No column of {file} holds phone numbers. Its columns are: {headers}.",
            file=_names(files),
            headers=", ".join(dict.fromkeys(headers[:30])),
        )
    )


def _fallback(reader: _Reader, file: SheetFile, sheets: int) -> Title:
    """The class of those whose row and title name none: the sheet's name, else the file's."""
    named = sheet_title(reader.sheet.said)
    return named if named.group and (sheets > 1 or not reader.has_classes) else file_title(file.stem)
