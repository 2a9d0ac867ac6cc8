"""The command that takes a list of people out: a spreadsheet, a CSV file or vCards."""

from __future__ import annotations

from pathlib import Path

import click

from smsdesk.commands.context import Context
from smsdesk.commands.documents import counted


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--group", metavar="NAME", help="Only the people of this group.")
@click.option("--search", default="", help="Only those whose name or phone has this.")
@click.option("--archived", is_flag=True, help="Those who left, instead of those who are there.")
@click.pass_obj
def export(context: Context, file: Path, group: str | None, search: str, archived: bool) -> int:
    """Write people to FILE, as its ending says: .xlsx, .csv or .vcf (vCards)."""
    # Spreadsheets take a while to load: no other command waits for them.
    from smsdesk.domain.filters import NO_FILTER, PeopleFilter  # noqa: PLC0415
    from smsdesk.services.exporting import ExportWhat  # noqa: PLC0415

    with context.desk() as desk:
        group_id = desk.services.people.group_named(group).id if group is not None else None
        filters = PeopleFilter(archived=True) if archived else NO_FILTER
        count = desk.services.exporting.write(file, ExportWhat(group_id, search, filters))
    context.emit(
        {"file": str(file), "people": count}, [f"{counted(count, 'person', 'people')} written to {file}."]
    )
    return 0
