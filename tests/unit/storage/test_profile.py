"""The profile folder: private, and used by one sender at a time, also after a crash."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from smsdesk.domain.errors import ProfileError
from smsdesk.storage.logs import close_log
from smsdesk.storage.profile import Profile, folder_of, has_database

posix_only = pytest.mark.skipif(os.name == "nt", reason="file modes and signals are those of POSIX")

HOLDER = """
import sys
from pathlib import Path
from smsdesk.storage.profile import Profile, folder_of, has_database
profile = Profile(Path(sys.argv[1]))
profile.take()
print("taken", flush=True)
sys.stdin.read()
"""


@posix_only
def test_the_folder_is_private_even_when_it_was_not(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir(mode=0o755)
    profile = Profile(folder)
    profile.take()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())
    profile.release()


def test_a_second_sender_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    first, second = Profile(tmp_path), Profile(tmp_path)
    first.take()
    with pytest.raises(ProfileError, match="already running") as refusal:
        second.take()
    assert refusal.value.exit_code == 4
    first.release()
    second.take()
    second.release()


@posix_only
def test_a_killed_sender_leaves_the_profile_free(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"taken\n"
        with pytest.raises(ProfileError):
            Profile(tmp_path).take()
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    profile = Profile(tmp_path)
    profile.take()
    profile.release()


def test_a_file_in_the_way_is_a_sentence(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    with pytest.raises(ProfileError, match="cannot be used"):
        Profile(in_the_way)


def test_a_log_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.log.mkdir()
    with pytest.raises(ProfileError, match="cannot be used"):
        profile.open_log()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's device that is always full")
def test_a_full_disk_costs_the_log_line_and_nothing_else(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    profile = Profile(tmp_path)
    profile.log.symlink_to("/dev/full")
    handler = profile.open_log()
    try:
        logging.getLogger("smsdesk.test").warning("a line that finds no room")
    finally:
        close_log(handler)
    assert capfd.readouterr().err == ""


def test_the_named_folder_is_meant_wherever_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert folder_of(Path("desk")) == tmp_path / "desk"
    assert folder_of(Path("~/desk")) == tmp_path / "home" / "desk"


@posix_only
def test_without_a_name_it_is_the_users_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert folder_of(None).name == "smsdesk"
    assert has_database(None) is False


def test_looking_whether_something_was_kept_makes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    assert not has_database(folder)
    assert not folder.exists()
    Profile(folder).database.mkdir()
    assert not has_database(folder)
    Profile(folder).database.rmdir()
    Profile(folder).database.touch()
    assert has_database(folder)
