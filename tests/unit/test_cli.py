"""The command line: global options anywhere, errors as one sentence with the exit code, no Qt."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from smsdesk import cli


def run(*arguments: str) -> int:
    return cli.run_command(list(arguments))


def test_every_command_of_the_table_loads_and_explains_itself() -> None:
    context = click.Context(cli.root)
    for name in cli.COMMANDS:
        command = cli.root.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert command.get_short_help_str()


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["--nonsense"], ["notify"], ["resolve", "abc"], ["cancel"], ["send", "--text"]],
)
def test_misuse_is_one_sentence_and_exit_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert "--help" in shown.err


@pytest.mark.parametrize("place", ["before", "behind"])
def test_global_options_stand_before_or_behind_the_command(
    place: str, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--json", "--profile", str(profile)]
    assert run(*([*options, "groups"] if place == "before" else ["groups", *options])) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert profile.is_dir()


def test_a_profile_that_cannot_be_is_exit_code_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert run("--profile", str(in_the_way), "groups") == 4
    assert "Choose another one" in capsys.readouterr().err


@pytest.mark.expects_errors
def test_a_defect_is_a_sentence_with_its_story_in_the_log(
    profile: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("a defect made for this test")

    monkeypatch.setattr("smsdesk.services.people.People.groups", broken)
    assert run("--profile", str(profile), "groups") == 1
    shown = capsys.readouterr()
    assert "Something unexpected happened" in shown.err
    assert "Traceback" not in shown.err
    assert "a defect made for this test" in (profile / "smsdesk.log").read_text()


def test_commands_do_not_load_qt(profile: Path) -> None:
    program = (
        "import sys; from smsdesk.cli import run_command;"
        f"code = run_command(['--profile', {str(profile)!r}, '--json', 'groups']);"
        "sys.exit(code or int(any(name.startswith('PySide6') for name in sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_reader_that_goes_away_is_no_error(profile: Path) -> None:
    command = f"'{sys.executable}' -m smsdesk --profile '{profile}' --help | true"
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert result.stderr == ""
