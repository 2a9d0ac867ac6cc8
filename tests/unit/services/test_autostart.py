"""Starting with the session: an entry that a desktop understands, ours alone, gone when it is switched off."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.services.autostart import MINIMISED, Autostart, exec_line, start_command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps it in its registry")

COMMAND = ("/opt/sms desk/python", "-m", "smsdesk", "--profile", "/home/a b/données")


def entry(folder: Path) -> dict[str, str]:
    lines = (folder / "smsdesk.desktop").read_text("utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines[1:])


def started(line: str) -> list[str]:
    """The words that a desktop starts: the string value first, then quotes as in a shell (Desktop Entry)."""
    words = line.replace("\\\\", "\\").replace("%%", "%")
    done = subprocess.run(["sh", "-c", f"printf '%s\\n' {words}"], check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def test_it_is_switched_on_and_off(tmp_path: Path) -> None:
    autostart = Autostart(COMMAND, tmp_path / "autostart")
    assert not autostart.is_on()
    autostart.turn_on(minimised=False)
    assert autostart.is_on()
    assert entry(tmp_path / "autostart")["Type"] == "Application"
    assert started(entry(tmp_path / "autostart")["Exec"]) == list(COMMAND)
    autostart.turn_off()
    assert not autostart.is_on()
    assert list((tmp_path / "autostart").iterdir()) == []
    autostart.turn_off()


def test_a_station_starts_minimised(tmp_path: Path) -> None:
    autostart = Autostart(COMMAND, tmp_path)
    autostart.turn_on(minimised=False)
    autostart.turn_on(minimised=True)
    assert started(entry(tmp_path)["Exec"]) == [*COMMAND, MINIMISED]
    assert autostart.is_on()


@pytest.mark.parametrize("word", ["a b", 'say "hi"', "50%", "$HOME", "back\\slash", "tick`", "é", "a\\\\b"])
def test_every_path_is_started_as_it_is(word: str) -> None:
    assert started(exec_line(["x", word])) == ["x", word]


def test_a_path_cannot_add_a_line_to_the_entry(tmp_path: Path) -> None:
    autostart = Autostart(["x", "a\nHidden=true"], tmp_path)
    autostart.turn_on(minimised=False)
    assert "Hidden" not in entry(tmp_path)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktops_settings_switched_off_is_off(tmp_path: Path, line: str) -> None:
    autostart = Autostart(COMMAND, tmp_path)
    autostart.turn_on(minimised=False)
    path = tmp_path / "smsdesk.desktop"
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    assert not autostart.is_on()
    autostart.turn_on(minimised=False)
    assert autostart.is_on()


def test_another_profiles_entry_is_not_this_one(tmp_path: Path) -> None:
    Autostart((*COMMAND[:-1], "/elsewhere"), tmp_path).turn_on(minimised=True)
    assert not Autostart(COMMAND, tmp_path).is_on()


def test_what_is_damaged_counts_as_off(tmp_path: Path) -> None:
    (tmp_path / "smsdesk.desktop").write_bytes(b"\xff\xfe no text")
    assert not Autostart(COMMAND, tmp_path).is_on()


def test_a_system_that_refuses_is_explained(tmp_path: Path) -> None:
    blocked = tmp_path / "autostart"
    blocked.write_text("a file stands where the folder should be", "utf-8")
    with pytest.raises(InputError, match="does not let SMS desk change"):
        Autostart(COMMAND, blocked).turn_on(minimised=False)


def test_the_place_is_the_desktops_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    Autostart(COMMAND).turn_on(minimised=False)
    assert (tmp_path / "autostart" / "smsdesk.desktop").is_file()
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    Autostart(COMMAND).turn_on(minimised=False)
    assert (tmp_path / "home" / ".config" / "autostart" / "smsdesk.desktop").is_file()


def test_what_is_started_is_this_program_on_this_profile() -> None:
    command = start_command(Path("/data/desk"), ["virtual://", "/dev/ttyUSB0"])
    assert command[0] == sys.executable
    assert command[1:] == (
        "-m", "smsdesk", "--profile", "/data/desk", "--modem", "virtual://", "--modem", "/dev/ttyUSB0",
    )  # fmt: skip
