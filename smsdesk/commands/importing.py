"""The command that imports class lists: shows the plan, and does it unless it is only to be shown."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from smsdesk.commands.context import Context
from smsdesk.commands.import_documents import doubt_line, plan_document, plan_lines
from smsdesk.domain.class_lists import Choice, Meaning, RowKey
from smsdesk.domain.errors import InputError
from smsdesk.domain.import_plan import ImportPlan, Leavers, Progress, Stage
from smsdesk.domain.sentences import say

_QUIET_S = 3.0
"""Shorter work needs no word on its progress, on a slow computer too."""
_STEPS = 5
"""Words on the progress of one stage."""
_NEW = "new"
_NONE = "none"


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--group", metavar="NAME", help="Put everybody of the list into this group.")
@click.option("--dry-run", is_flag=True, help="Show what would happen and change nothing.")
@click.option("--accept-warnings", is_flag=True, help="Import although something is doubtful.")
@click.option(
    "--left",
    type=click.Choice([choice.value for choice in Leavers]),
    default=Leavers.KEEP.value,
    help="Those who are no longer in the list: keep, remove from its groups, or archive (default: keep).",
)
@click.option(
    "--same",
    multiple=True,
    metavar="ROW=ID",
    help="Who a doubtful row is: the id of a contact, or 'new'. Of several sheets: SHEET!ROW=ID.",
)
@click.option(
    "--column",
    multiple=True,
    metavar="LETTER=MEANING",
    help="What a column is, in the words of --json: 'D=class', 'E=phone/guardian 1', 'F=none'.",
)
@click.option("--fresh-columns", is_flag=True, help="Leave aside what was said of such columns before.")
@click.pass_obj
def import_(  # noqa: PLR0913  # the options of one command
    context: Context,
    *,
    files: tuple[Path, ...],
    group: str | None,
    dry_run: bool,
    accept_warnings: bool,
    left: str,
    same: tuple[str, ...],
    column: tuple[str, ...],
    fresh_columns: bool,
) -> int:
    """Read class lists (xlsx, xls, ods, csv, vcf) into people and groups."""
    recall, told = not fresh_columns, _Told(context)
    with context.desk() as desk:
        importing = desk.services.importing
        plan = importing.plan(files, group, recall=recall, progress=told)
        mapping, answers = dict(_choice(plan, said) for said in column), dict(_answer(plan, s) for s in same)
        if mapping:
            plan = importing.plan(files, group, mapping, answers=answers, recall=recall, progress=told)
        elif answers:
            plan = importing.answer(plan, answers)
        if not dry_run:
            if not accept_warnings:
                for doubt in plan.warnings:
                    context.tell(doubt_line(doubt))
            importing.apply(plan, accept_warnings, leavers=Leavers(left))
    context.emit(plan_document(plan, applied=not dry_run), plan_lines(plan, applied=not dry_run))
    return 0


class _Told:
    """Says to whoever looks at a terminal how far long work is; in a script's file it would only be noise."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._watched = sys.stderr.isatty()
        self._since = time.monotonic()
        self._said: tuple[Stage, int] | None = None

    def __call__(self, progress: Progress) -> None:
        now = (progress.stage, int(progress.done * _STEPS))
        if not self._watched or time.monotonic() - self._since < _QUIET_S or now == self._said:
            return
        self._said = now
        self._context.tell(f"{progress.stage.value.capitalize()}: {progress.done:.0%}")


def _answer(plan: ImportPlan, said: str) -> tuple[RowKey, int | None]:
    """`--same`: "12=34", "CM1!12=new"."""
    place, contact = _parts(said)
    sheet, row = _place(plan, place)
    asked = {doubt.row: doubt for doubt in plan.warnings if doubt.row is not None and doubt.candidates}
    key = (sheet, int(row)) if row.isdecimal() else None
    if key is None or key not in asked:
        raise InputError(say("There is no question about row {row}; see --dry-run.", row=place))
    if contact.casefold() == _NEW:
        return key, None
    ids = [str(each.contact_id) for each in asked[key].candidates]
    if contact not in ids:
        raise InputError(say("Row {row} can be {ids} or new.", row=place, ids=", ".join(ids)))
    return key, int(contact)


def _choice(plan: ImportPlan, said: str) -> tuple[tuple[str, int], Choice | None]:
    """`--column`: "D=class", "CM1!E=phone/guardian 1", "F=none"."""
    place, words = _parts(said)
    name, letter = _place(plan, place)
    columns = next(sheet.columns for sheet in plan.sheets if sheet.name == name)
    index = next((each.index for each in columns if each.letter == letter.upper()), None)
    if index is None:
        raise InputError(say("There is no column {letter}; see --dry-run.", letter=place))
    if words.casefold() == _NONE:
        return (name, index), None
    meaning, _, person = words.partition("/")
    known = [each.value for each in Meaning]
    if meaning not in known:
        raise InputError(
            say("Column {letter} can be none or one of {known}.", letter=place, known=", ".join(known))
        )
    return (name, index), Choice(Meaning(meaning), person)


def _parts(said: str) -> tuple[str, str]:
    place, equals, value = said.rpartition("=")
    if not (place.strip() and equals and value.strip()):
        raise InputError(say("{said} is no answer; write --same 12=new or --column D=phone.", said=said))
    return place.strip(), value.strip()


def _place(plan: ImportPlan, place: str) -> tuple[str, str]:
    """The sheet that is named before a "!", else the only one; and what stands behind."""
    sheet, mark, inner = place.rpartition("!")
    names = list(dict.fromkeys(each.name for each in plan.sheets))
    if not mark and len(names) == 1:
        return names[0], inner
    if not mark or sheet not in names:
        shown = ", ".join(filter(None, names)) or plan.file
        raise InputError(
            say("{place} names no sheet of the list, which has: {names}.", place=place, names=shown)
        )
    return sheet, inner
