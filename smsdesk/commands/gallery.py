"""`smsdesk gallery`: every widget of the window in every state and look, for who works on it."""

from __future__ import annotations

from pathlib import Path

import click

from smsdesk.commands.context import Context
from smsdesk.commands.documents import counted

LOOKS = ("light", "dark", "contrast-light", "contrast-dark")


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--look", "looks", multiple=True, type=click.Choice(LOOKS), help="Only this look (repeatable).")
@click.pass_obj
def gallery(context: Context, folder: Path | None, looks: tuple[str, ...]) -> int:
    """Show every widget in a window, or draw them into pictures in FOLDER."""
    # Qt is for the window alone.
    from smsdesk import app  # noqa: PLC0415

    if folder is None:
        return app.show_gallery()
    files = app.draw_gallery(folder, looks or LOOKS)
    context.emit(
        {"files": [str(file) for file in files]},
        [f"{counted(len(files), 'picture', 'pictures')} written to {folder}."],
    )
    return 0
