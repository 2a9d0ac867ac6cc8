"""The computer stays awake while SMS leave: when, and by a real child process that ends with us."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smsdesk.domain.sentences import say
from smsdesk.domain.views import QueueSummary
from smsdesk.ui.keep_awake import (
    ChildInhibitor,
    KeepAwake,
    NoInhibitor,
    WindowsInhibitor,
    inhibitor_of_this_system,
    must_stay_awake,
)

IDLE = QueueSummary(0, 0, 0, None, False, None)
DUE = replace(IDLE, waiting=3, due_parts=3)
LEAVING = replace(IDLE, in_flight=1)

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="needs a shell script as a program"
)


@pytest.mark.parametrize(
    ("queue", "awake"),
    [
        (IDLE, False),
        (DUE, True),
        (LEAVING, True),
        (replace(IDLE, waiting=3), False),  # planned for later, or held
        (replace(DUE, paused=True), False),
        (replace(DUE, reason=say("No modem was found yet. Plug one in.")), False),
        (replace(LEAVING, paused=True), True),  # what has begun ends
        (replace(IDLE, planned=2, missed=1, uncertain=4), False),
    ],
)
def test_when_it_must_not_sleep(queue: QueueSummary, awake: bool) -> None:
    assert must_stay_awake(queue) is awake


class Calls:
    """Notes what is asked of it."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def hold(self) -> None:
        self.made.append("hold")

    def let_go(self) -> None:
        self.made.append("let go")

    def end(self) -> None:
        self.made.append("end")


def test_it_is_held_once_and_let_go_once() -> None:
    calls = Calls()
    awake = KeepAwake(None, calls)
    for queue in (IDLE, DUE, LEAVING, DUE, IDLE, IDLE, LEAVING):
        awake.follow(queue)
    awake.stop()
    assert calls.made == ["hold", "let go", "hold", "end"]
    assert not awake.held


@pytest.fixture
def inhibitor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[ChildInhibitor, Path]:
    """The way of Linux, with a program of its name on the path that notes how it was called."""
    noted = tmp_path / "called"
    script = tmp_path / "systemd-inhibit"
    script.write_text(
        f'#!/bin/sh\necho "$$ $*" >> "{noted}"\nwhile [ "${{1#--}}" != "$1" ]; do shift; done\nexec "$@"\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    found = inhibitor_of_this_system(platform="linux")
    assert isinstance(found, ChildInhibitor)
    return found, noted


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def held(noted: Path) -> Callable[[], bool]:
    return lambda: noted.exists() and noted.read_text().endswith("cat\n")


@linux_only
def test_a_child_is_started_while_sending_and_ended_after(
    qtbot: QtBot, inhibitor: tuple[ChildInhibitor, Path]
) -> None:
    child, noted = inhibitor
    awake = KeepAwake(None, child)
    awake.follow(DUE)
    qtbot.waitUntil(held(noted))
    number, *arguments = noted.read_text().split()
    assert child.pid == int(number)
    assert "--what=sleep:idle" in arguments
    assert alive(int(number))
    awake.follow(IDLE)
    qtbot.waitUntil(lambda: not alive(int(number)))
    awake.follow(DUE)
    qtbot.waitUntil(lambda: noted.read_text().count("cat\n") == 2)
    second = child.pid
    awake.stop()
    assert not alive(second)


@linux_only
def test_sending_again_before_the_child_has_ended_holds_again(
    qtbot: QtBot, inhibitor: tuple[ChildInhibitor, Path]
) -> None:
    child, noted = inhibitor
    child.hold()
    qtbot.waitUntil(held(noted))
    child.let_go()
    child.hold()
    qtbot.waitUntil(lambda: noted.read_text().count("cat\n") == 2)
    assert alive(child.pid)
    child.end()


@linux_only
def test_a_child_that_ends_by_itself_is_only_told_in_the_log(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    refused = tmp_path / "refused"
    refused.write_text("#!/bin/sh\nexit 3\n")
    refused.chmod(0o755)
    child = ChildInhibitor([str(refused)])
    child.hold()
    qtbot.waitUntil(lambda: "may fall asleep" in caplog.text)
    child.end()


def test_a_program_that_is_not_there_is_only_told_in_the_log(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    child = ChildInhibitor([str(tmp_path / "nothing")])
    child.hold()
    qtbot.waitUntil(lambda: "does not start" in caplog.text)
    child.let_go()
    child.end()


def test_each_system_has_its_way() -> None:
    assert isinstance(inhibitor_of_this_system(platform="win32"), WindowsInhibitor)
    assert isinstance(inhibitor_of_this_system(platform="linux", which=lambda _name: None), NoInhibitor)
    assert isinstance(inhibitor_of_this_system(platform="freebsd"), NoInhibitor)
    mac = inhibitor_of_this_system(platform="darwin", which=lambda name: f"/usr/bin/{name}")
    assert isinstance(mac, ChildInhibitor)
    assert mac._command == ["/usr/bin/caffeinate", "-i", "-w", str(os.getpid())]


@pytest.mark.parametrize("way", [NoInhibitor, WindowsInhibitor])
def test_where_nothing_can_be_done_the_log_says_so(
    way: type[NoInhibitor], caplog: pytest.LogCaptureFixture
) -> None:
    if sys.platform == "win32" and way is WindowsInhibitor:
        pytest.skip("there it can")
    with caplog.at_level(logging.WARNING):
        made = way()
        made.hold()
        made.let_go()
        made.end()
    assert "may fall asleep while sending" in caplog.text
