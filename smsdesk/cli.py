"""The program `smsdesk`: global options, the commands, and what an error looks like to a person."""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn, cast

import click

from smsdesk import __version__
from smsdesk.commands.context import Context
from smsdesk.domain.errors import DeskError
from smsdesk.domain.untrusted import visible_line

EXIT_DEFECT = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130

COMMANDS = {
    "demo": "demo:demo",
    "import": "importing:import_",
    "groups": "people:groups",
    "contacts": "people:contacts",
    "consents": "people:consents",
    "export": "exporting:export",
    "history": "changes:history",
    "undo": "changes:undo",
    "redo": "changes:redo",
    "duplicates": "changes:duplicates",
    "season": "changes:season",
    "notify": "notifying:notify",
    "send": "notifying:send",
    "drafts": "drafts:drafts",
    "seed-list": "notifying:seed_list",
    "templates": "templates:templates",
    "schedule": "schedule:schedule",
    "absence": "absence:absence",
    "calendar": "calendar:calendar",
    "crisis": "crisis:crisis",
    "station": "station:station",
    "messages": "sending:messages",
    "broadcasts": "sending:broadcasts",
    "inbox": "reading:inbox",
    "conversations": "conversations:conversations",
    "conversation": "conversations:conversation",
    "search": "archive:search",
    "statistics": "archive:statistics",
    "answers": "answers:answers",
    "opt-outs": "opt_outs:opt_outs",
    "keywords": "keywords:keywords",
    "auto-reply": "auto_reply:auto_reply",
    "resolve": "sending:resolve",
    "cancel": "sending:cancel",
    "pause": "sending:pause",
    "resume": "sending:resume",
    "budget": "budget:budget",
    "modem": "modem:modem",
    "backup": "safekeeping:backup",
    "restore": "safekeeping:restore",
    "check": "safekeeping:check",
    "virtual-modem": "virtual_modem:virtual_modem",
    "gallery": "gallery:gallery",
}
"""Name -> module of smsdesk.commands and the click command there, loaded when it is called."""


def _remember(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Put a global option that stands behind a command where the command looks for it."""
    if value:
        name = "modem_urls" if parameter.name == "modem" else str(parameter.name)
        ctx.obj = replace(cast("Context", ctx.obj), **{name: value})


def _global_options() -> list[click.Option]:
    """The global options once more, for those who write them behind the command."""
    shared: dict[str, Any] = {"expose_value": False, "hidden": True, "callback": _remember}
    return [
        click.Option(["--json"], is_flag=True, **shared),
        click.Option(["--profile"], type=click.Path(path_type=Path), **shared),
        click.Option(["--modem"], multiple=True, **shared),
    ]


class Commands(click.Group):
    """Loads a command's module when that command is called: the others cost nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, taking the global options too."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(f"smsdesk.commands.{module}"), attribute)
        return _with_global_options(cast("click.Command", command))


def _with_global_options(command: click.Command) -> click.Command:
    known = {parameter.name for parameter in command.params}
    command.params.extend(option for option in _global_options() if option.name not in known)
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _with_global_options(inner)
    return command


@click.group(cls=Commands, invoke_without_command=True)
@click.version_option(__version__, prog_name="smsdesk")
@click.option(
    "--profile",
    type=click.Path(path_type=Path),
    envvar="SMSDESK_PROFILE",
    help="Folder where the program keeps everything (default: the user's data folder).",
)
@click.option(
    "--modem",
    "modem_urls",
    multiple=True,
    metavar="URL",
    help="A port (/dev/ttyUSB0, COM5), a pyserial URL or virtual:// (default: found by itself).",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.option(
    "--minimised", is_flag=True, help="Start the window out of the way, in the tray where there is one."
)
@click.pass_context
def root(
    ctx: click.Context, profile: Path | None, modem_urls: tuple[str, ...], as_json: bool, minimised: bool
) -> int:
    """Notify families and residents by SMS and read their answers. Without a command: the window."""
    ctx.obj = Context(profile=profile, modem_urls=modem_urls, json=as_json)
    return 0 if ctx.invoked_subcommand else _open_window(profile, modem_urls, minimised=minimised)


def _open_window(profile: Path | None, modem_urls: Sequence[str], *, minimised: bool) -> int:
    # Qt is for the window alone: no command loads it.
    from smsdesk.app import run  # noqa: PLC0415

    options = [*(("--profile", str(profile)) if profile else ())]
    for url in modem_urls:
        options += ["--modem", url]
    if minimised:
        options.append("--minimised")
    return run(options)


def run_command(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; every failure becomes one sentence on standard error and an exit code."""
    try:
        result = root.main(args=arguments, prog_name="smsdesk", standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of our output is gone (`smsdesk messages | head`): nothing more to say to anybody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as failure:
        sentence, code = explain(failure)
        click.echo(visible_line(sentence), err=True)
        return code
    return result if isinstance(result, int) else 0


def explain(failure: Exception) -> tuple[str, int]:
    """The sentence and the exit code for whatever ended a command."""
    if isinstance(failure, DeskError):
        return str(failure), failure.exit_code
    if isinstance(failure, click.ClickException):
        return _usage_sentence(failure), EXIT_USAGE
    if isinstance(failure, OSError):
        return f"The system refused: {failure}. Correct that and run the command again.", EXIT_DEFECT
    return (
        f"Something unexpected happened ({type(failure).__name__}). Run the command again; report it, "
        "with the log of the profile, if it stays.",
        EXIT_DEFECT,
    )


def _usage_sentence(misuse: click.ClickException) -> str:
    context = getattr(misuse, "ctx", None)
    command = context.command_path if context is not None else "smsdesk"
    return f"{misuse.format_message()} See '{command} --help'."


def main() -> NoReturn:
    """Run the command line of this process and end it."""
    # Log lines go to the profile's log, never between the sentences for the person.
    logging.getLogger().addHandler(logging.NullHandler())
    sys.exit(run_command())
