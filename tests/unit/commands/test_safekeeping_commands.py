"""`smsdesk backup`, `restore` and `check` on files that are damaged in every way."""

from __future__ import annotations

import re
import shlex
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from terminal import Terminal

from smsdesk.commands import context
from smsdesk.commands.context import Context
from smsdesk.desk import Desk
from smsdesk.domain.clock import system_clock
from smsdesk.storage import copies, pin_tries, settings
from smsdesk.storage import profile as profile_module
from smsdesk.storage.database import Database
from smsdesk.storage.profile import Profile

PAGE = 4096


class Shell(Terminal):
    """Runs commands on one profile in this process."""

    def __init__(self, profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
        super().__init__(profile, capsys)
        self.database = profile / "smsdesk.sqlite3"

    def numbers(self) -> list[str]:
        return [message["to"] for message in self.json("messages")]


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A profile with so many messages that its file has pages in the middle."""
    made = Shell(tmp_path / "profile", capsys)
    made.run("send", *(f"+3363998{number:04}" for number in range(60)), "--text", "Bonjour " * 15)
    return made


def _header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"\0" * 100)


def _middle(path: Path) -> None:
    pages = path.stat().st_size // PAGE
    with path.open("r+b") as file:
        file.seek(PAGE * 2)
        file.write(b"\xa5" * PAGE * (pages - 3))


def _cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def _keep_copy(database: Path, days_ago: int) -> Path:
    with copies.watching(database) as connection:
        made = copies.keep_copy(connection, database, system_clock() - timedelta(days=days_ago))
    assert made is not None
    return made


@pytest.mark.parametrize("damage", [_header, _middle, _cut])
def test_the_sentence_of_a_damaged_file_leads_back(shell: Shell, damage: Callable[[Path], None]) -> None:
    good = _keep_copy(shell.database, 2)
    bad = _keep_copy(shell.database, 1)
    _middle(bad)
    damage(shell.database)
    told = shell.refused("messages", code=4)
    command = re.search(r'run (smsdesk .*"[^"]*")\.', told)
    assert command is not None, told
    arguments = shlex.split(command[1])
    assert arguments == ["smsdesk", "--profile", str(shell.profile), "restore", str(good)]
    damaged = shell.database.read_bytes()
    said = shell.json("restore", arguments[-1])
    assert Path(said["kept"]).read_bytes() == damaged
    assert len(shell.numbers()) == 60
    assert "is whole" in shell.run("check")


def test_without_a_copy_the_sentence_says_what_a_copy_of_ones_own_is_for(shell: Shell) -> None:
    _header(shell.database)
    told = shell.refused("check", code=4)
    assert "damaged" in told
    assert "restore FILE" in told


def test_garbage_in_the_log_of_sqlite_costs_nothing_that_was_committed(shell: Shell) -> None:
    shell.database.with_name("smsdesk.sqlite3-wal").write_bytes(b"\xa5" * 3 * PAGE)
    assert len(shell.numbers()) == 60
    assert "is whole" in shell.run("check")


def test_a_copy_is_private_and_may_be_renewed(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "copy.sqlite3"
    shell.run("backup", file)
    shell.run("send", "+33639989999", "--text", "Au revoir")
    said = shell.json("backup", file)
    assert said == {"file": str(file), "bytes": file.stat().st_size}
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")] == []
    shell.run("restore", file)
    assert len(shell.numbers()) == 61


def test_a_copy_overwrites_nothing_but_a_copy(shell: Shell, tmp_path: Path) -> None:
    letter = tmp_path / "letter.odt"
    letter.write_bytes(b"Madame, Monsieur")
    assert "another file" in shell.refused("backup", letter)
    assert "database itself" in shell.refused("backup", shell.database)
    assert letter.read_bytes() == b"Madame, Monsieur"
    assert "cannot be written" in shell.refused("backup", tmp_path / "nowhere" / "copy")


def test_only_a_whole_copy_of_ours_is_restored(shell: Shell, tmp_path: Path) -> None:
    before = shell.database.read_bytes()
    letter = tmp_path / "letter.odt"
    letter.write_bytes(b"Madame, Monsieur")
    empty = tmp_path / "empty.sqlite3"
    empty.touch()
    for file in (letter, empty, tmp_path / "missing"):
        shell.refused("restore", file)
    copy = tmp_path / "copy.sqlite3"
    shell.run("backup", copy)
    _middle(copy)
    assert "no usable copy" in shell.refused("restore", copy)
    assert shell.database.read_bytes() == before


def test_nothing_is_restored_under_a_running_instance(shell: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    shell.run("backup", copy)
    running = Profile(shell.profile)
    running.take()
    assert "already running" in shell.refused("restore", copy, code=4)
    running.release()
    shell.run("restore", copy)


def test_what_waits_in_a_copy_waits_for_a_person(shell: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    shell.run("backup", copy)
    shell.run("restore", copy)
    database = Database(shell.database)
    assert settings.queue_paused(database.read()) == "restored"
    database.close()
    shell.run("resume")


def test_a_pin_that_was_tried_stays_tried(shell: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    shell.run("backup", copy)
    database = Database(shell.database)
    with database.write() as connection:
        assert pin_tries.begin_try(connection, "893301", "1111", system_clock())
        pin_tries.end_try(connection, "893301", "1111", right=False)
    database.close()
    for _ in range(2):
        shell.run("restore", copy)
        database = Database(shell.database)
        with database.write() as connection:
            assert not pin_tries.begin_try(connection, "893301", "1111", system_clock())
        database.close()


def test_three_copies_are_kept_and_a_damaged_file_takes_no_good_one_away(shell: Shell) -> None:
    made = [_keep_copy(shell.database, days) for days in (4, 3, 2, 1)]
    assert copies.kept(shell.database) == made[:0:-1]
    assert copies.is_due(shell.database, system_clock())
    _middle(shell.database)
    with copies.watching(shell.database) as connection:
        assert copies.keep_copy(connection, shell.database, system_clock()) is None
    assert copies.kept(shell.database) == made[:0:-1]


KILLED = """
import os, signal, sys
from pathlib import Path
from smsdesk.domain.clock import system_clock
from smsdesk.storage import copies, restoring
point, seen = int(sys.argv[3]), 0
def watch(event, arguments):
    global seen
    if event in ("open", "os.rename", "os.remove", "sqlite3.connect", "os.mkdir"):
        seen += 1
        if seen == point:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]), system_clock())
"""


KILLED_COPY = KILLED.replace(
    "restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]), system_clock())",
    "copies.copy(Path(sys.argv[1]), Path(sys.argv[2]))",
).replace("import restoring", "import copies, restoring")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_death_while_restoring_leaves_a_profile_that_opens(shell: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    shell.run("backup", copy)
    shell.run("send", "+33639989999", "--text", "Au revoir")
    point, ended = 0, -signal.SIGKILL
    while ended == -signal.SIGKILL:
        point += 1
        command = [sys.executable, "-c", KILLED, str(shell.database), str(copy), str(point)]
        ended = subprocess.run(command, check=False).returncode
        assert "is whole" in shell.run("check")
        assert len(shell.numbers()) in (60, 61)
    assert ended == 0
    assert len(shell.numbers()) == 60
    assert point > 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows replaces no file that is open")
def test_nothing_is_restored_while_a_short_command_has_the_data_open(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.sqlite3"
    shell.run("backup", copy)
    monkeypatch.setattr(profile_module, "PATIENCE_S", 0.1)
    with Desk.open(shell.profile):
        before = shell.database.stat().st_ino
        assert "Another command is using" in shell.refused("restore", copy, code=4)
        assert shell.database.stat().st_ino == before
        shell.run("send", "+33639989999", "--text", "Au revoir")
    shell.run("restore", copy)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows replaces no file that is open")
def test_a_command_waits_for_a_restore_and_is_refused_when_that_takes_long(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile_module, "PATIENCE_S", 0.1)
    restoring = Profile(shell.profile)
    restoring.visit_alone()
    assert "being restored" in shell.refused("messages", code=4)
    restoring.leave()
    assert len(shell.numbers()) == 60


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("renewed", [False, True])
def test_death_while_copying_leaves_a_whole_copy_or_none(shell: Shell, tmp_path: Path, renewed: bool) -> None:
    copy = tmp_path / "copy.sqlite3"
    if renewed:
        shell.run("backup", copy)
        shell.run("send", "+33639989999", "--text", "Au revoir")
    point, ended = 0, -signal.SIGKILL
    while ended == -signal.SIGKILL:
        point += 1
        command = [sys.executable, "-c", KILLED_COPY, str(shell.database), str(copy), str(point)]
        ended = subprocess.run(command, check=False).returncode
        assert copies.problems(copy) == [] if copy.exists() else not renewed
        assert "is whole" in shell.run("check")
    assert ended == 0
    assert point > 2
    shell.run("backup", copy)
    shell.run("restore", copy)
    assert len(shell.numbers()) == 60 + renewed


def test_a_long_upgrade_is_said_and_the_command_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, told = threading.Event(), []

    def tell(_context: Context, sentence: object) -> None:
        told.append(str(sentence))
        said.set()

    monkeypatch.setattr(context, "UPGRADE_TOLD_AFTER_S", 0.0)
    monkeypatch.setattr(Context, "tell", tell)
    Context(tmp_path).upgrading(lambda: None if said.wait(60) else pytest.fail("nothing was said"))
    assert len(told) == 1
    assert "brought up to date" in told[0]


def test_a_short_upgrade_is_done_without_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "UPGRADE_TOLD_AFTER_S", 3600.0)
    monkeypatch.setattr(Context, "tell", lambda *_: pytest.fail("it was said"))
    done: list[bool] = []
    Context(tmp_path).upgrading(lambda: done.append(True))
    assert done == [True]
    waiting = [each for each in threading.enumerate() if isinstance(each, threading.Timer)]
    assert all(timer.finished.is_set() for timer in waiting)
