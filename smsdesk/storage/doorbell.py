"""The bell of a profile whose window is open: a second start rings it, and that window comes forward.

A ring is a small file in a folder of the profile, which is its owner's alone: no port, nothing of the
network, and the same on every system. It carries at most the word by which a Wayland desktop lets a window
come forward (xdg-activation); a file that holds anything else rings all the same, and nothing of it is used.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from smsdesk.domain.errors import InUseError
from smsdesk.domain.sentences import say
from smsdesk.storage.profile import FOLDER_MODE, is_taken
from smsdesk.storage.profile_folder import BELL

_RING = ".ring"
_WORD = re.compile(rb"[!-~]{1,256}")
"""Desktops make them of letters, figures and dashes."""
_LONGEST = 256

HUNG_WITHIN_S = 2.0
"""So soon after its start a program has its window; a command never has one."""
ANSWERED_WITHIN_S = 3.0
"""A window looks within milliseconds, also on a busy computer within this; else something holds it."""
_LOOK_EVERY_S = 0.02


class Bell:
    """Hangs as long as the window of a profile is open; `folder` changes when somebody rings."""

    def __init__(self, profile: Path) -> None:
        """Hang it up; what an earlier window left there is gone. OSError: the disk refuses."""
        self.folder = profile / BELL
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=FOLDER_MODE, exist_ok=True)

    def answer(self) -> str | None:
        """The word that the newest ring brought, "" without one; None when nobody rang."""
        words: list[str] = []
        for ring in sorted(self.folder.glob(f"*{_RING}")):
            with contextlib.suppress(OSError):  # whoever rang gave up just now
                if ring.is_file() and not ring.is_symlink():
                    words.append(_word(ring))
                ring.unlink()
        return words[-1] if words else None

    def take_down(self) -> None:
        """Nobody comes forward any more. At once, so that nobody takes the end of his ring for an answer."""
        gone = self.folder.with_name(f"{BELL}-{os.urandom(4).hex()}")
        with contextlib.suppress(OSError):  # Windows renames no folder that is watched
            self.folder.rename(gone)
        for folder in (gone, self.folder):
            shutil.rmtree(folder, ignore_errors=True)


def _word(ring: Path) -> str:
    """What a ring brings, "" where it is nothing that a desktop gives."""
    with ring.open("rb") as file:
        said = file.read(_LONGEST + 1)
    return said.decode("ascii") if _WORD.fullmatch(said) else ""


def ring(profile: Path, hung_within_s: float = 0.0, answered_within_s: float = ANSWERED_WITHIN_S) -> bool:
    """Have the window that is open on a profile come forward; False: there is none, or it does not answer.

    Waits `hung_within_s` for one that is opening.
    """
    bell = profile / BELL
    if not _waited(lambda: bell.is_dir() or not is_taken(profile), hung_within_s) or not is_taken(profile):
        return False
    _let_come_forward()
    mine = bell / f"{time.time_ns()}-{os.urandom(4).hex()}"
    try:
        mine.write_bytes(_own_word().encode("ascii", "ignore"))
        mine = mine.rename(mine.with_suffix(_RING))  # whole, before anybody looks
    except OSError:
        return False
    answered = _waited(lambda: not mine.exists(), answered_within_s)
    mine.unlink(missing_ok=True)
    return answered and bell.is_dir()


def came_forward(profile: Path) -> InUseError:
    """What a start says whose ring was answered."""
    return InUseError(
        say(
            "SMS desk is already running on the profile {folder}: its window has come forward.",
            folder=str(profile),
        )
    )


def _waited(happened: Callable[[], bool], within_s: float) -> bool:
    deadline = time.monotonic() + within_s
    while not happened():
        if time.monotonic() >= deadline:
            return False
        time.sleep(_LOOK_EVERY_S)
    return True


def _let_come_forward() -> None:
    """Windows lets only the program that a person has just started hand the foreground on."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # elsewhere it is not needed

        any_process = -1  # ASFW_ANY
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


def _own_word() -> str:
    """What the desktop gave this process to hand on (xdg-activation, startup notification); "" without."""
    return os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""
