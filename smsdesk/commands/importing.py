"""The command that imports class lists: shows the plan, and does it unless it is only to be shown."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

import click

from smsdesk.commands.context import Context
from smsdesk.commands.import_answers import answers_said, choice_said, leavers_said
from smsdesk.commands.import_documents import doubt_lines, plan_document, plan_lines
from smsdesk.domain.import_plan import Leavers, Progress, Stage
from smsdesk.domain.own_columns import ENGLISH

_QUIET_S = 3.0
"""Shorter work needs no word on its progress, on a slow computer too."""
_STEPS = 5
"""Words on the progress of one stage."""


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
    "--leaver",
    multiple=True,
    metavar="ID=CHOICE",
    help="One of those who are no longer in the list, otherwise than --left says: keep, remove or archive.",
)
@click.option(
    "--same",
    multiple=True,
    metavar="ROW=ID",
    help="Who a doubtful row is: the id of a contact, or 'new'. Of several sheets: SHEET!ROW=ID; "
    "of brothers and sisters in one row: ROW:NAME=ID. "
    "'all=same' or 'all=new' answers whatever is left open with one person to choose.",
)
@click.option(
    "--column",
    multiple=True,
    metavar="LETTER=MEANING",
    help="What a column is, in the words of --json: 'D=class', 'E=phone/guardian 1', 'F=none'.",
)
@click.option("--fresh-columns", is_flag=True, help="Leave aside what was said of such columns before.")
@click.option("--hidden-sheets", is_flag=True, help="Read the sheets that a workbook hides, too.")
@click.option(
    "--rejected",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the cells that could not be used into a file (.xlsx or .csv).",
)
@click.pass_obj
def import_(  # noqa: PLR0913  # the options of one command
    context: Context,
    *,
    files: tuple[Path, ...],
    group: str | None,
    dry_run: bool,
    accept_warnings: bool,
    left: str,
    leaver: tuple[str, ...],
    same: tuple[str, ...],
    column: tuple[str, ...],
    fresh_columns: bool,
    hidden_sheets: bool,
    rejected: Path | None,
) -> int:
    """Read class lists (xlsx, xls, ods, csv, vcf) into people and groups."""
    told = _Told(context)
    with context.desk() as desk:
        importing = desk.services.importing
        read = partial(
            importing.plan, files, group, recall=not fresh_columns, hidden=hidden_sheets, progress=told
        )
        plan = read()
        if column:
            plan = read(dict(choice_said(plan, said) for said in column))
        if same:
            plan = importing.answer(plan, answers_said(plan, same))
        if rejected is not None:
            importing.save_rejected(plan, rejected, language=ENGLISH)
        if not dry_run:
            if not accept_warnings:
                for line in doubt_lines(plan.warnings):
                    context.tell(line)
            importing.apply(plan, accept_warnings, leavers=leavers_said(plan, Leavers(left), leaver))
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
