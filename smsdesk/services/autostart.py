"""Whether the system starts SMS desk with a person's session: an XDG desktop file, or Windows' Run key."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say

MINIMISED = "--minimised"
"""The option with which the window starts out of the way."""

_ENTRY = "smsdesk.desktop"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_RUN_NAME = "SMS desk"


def start_command(profile: Path, modem_urls: Sequence[str] = ()) -> tuple[str, ...]:
    """The words that start the window on this profile, as this process was started."""
    program = (
        (sys.executable,) if getattr(sys, "frozen", False) else (_windowed(sys.executable), "-m", "smsdesk")
    )
    modems = (word for url in modem_urls for word in ("--modem", url))
    return (*program, "--profile", str(profile), *modems)


def _windowed(python: str) -> str:
    """On Windows the interpreter that opens no terminal beside the window."""
    quiet = Path(python).with_name("pythonw.exe")
    return str(quiet) if sys.platform == "win32" and quiet.exists() else python


class Autostart:
    """Reads and changes what the system starts; `command` is what it is to run."""

    def __init__(self, command: Sequence[str], folder: Path | None = None) -> None:
        """`folder`: where the desktop looks for what it starts; None is the place of this person."""
        self._command = tuple(command)
        self._folder = folder or _config_folder() / "autostart"

    @property
    def offered(self) -> bool:
        """Whether this system has a place for it."""
        return sys.platform == "win32" or sys.platform.startswith("linux")

    def is_on(self) -> bool:
        """Whether the system starts this very profile, minimised or not."""
        line = self._read()
        return line in {self._line(minimised=False), self._line(minimised=True)}

    def turn_on(self, *, minimised: bool) -> None:
        """Start with the session from now on. InputError: the system refuses."""
        try:
            self._write(self._line(minimised=minimised))
        except OSError as refused:
            raise self._refused(refused) from refused

    def turn_off(self) -> None:
        """Start by hand only. InputError: the system refuses."""
        try:
            self._erase()
        except OSError as refused:
            raise self._refused(refused) from refused

    def _refused(self, refused: OSError) -> InputError:
        return InputError(
            say(
                "The system does not let SMS desk change what starts with the session ({reason}). Ask whoever"
                " looks after this computer.",
                reason=refused.strerror or type(refused).__name__,
            )
        )

    def _line(self, *, minimised: bool) -> str:
        words = (*self._command, MINIMISED) if minimised else self._command
        return subprocess.list2cmdline(words) if sys.platform == "win32" else exec_line(words)

    if sys.platform == "win32":

        def _read(self) -> str:
            import winreg  # noqa: PLC0415  # exists on Windows only

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                    return str(winreg.QueryValueEx(key, _RUN_NAME)[0])
            except OSError:
                return ""

        def _write(self, line: str) -> None:
            import winreg  # noqa: PLC0415  # exists on Windows only

            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                winreg.SetValueEx(key, _RUN_NAME, 0, winreg.REG_SZ, line)

        def _erase(self) -> None:
            import winreg  # noqa: PLC0415  # exists on Windows only

            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                try:
                    winreg.DeleteValue(key, _RUN_NAME)
                except FileNotFoundError:
                    return

    else:

        def _read(self) -> str:
            try:
                lines = (self._folder / _ENTRY).read_text("utf-8").splitlines()
            except (OSError, UnicodeDecodeError):
                return ""
            values = dict(line.split("=", 1) for line in lines if "=" in line)
            switched_off = values.get("Hidden") == "true" or values.get(_GNOME) == "false"
            return "" if switched_off else values.get("Exec", "")

        def _write(self, line: str) -> None:
            self._folder.mkdir(parents=True, exist_ok=True)
            entry = self._folder / _ENTRY
            entry.write_text(_DESKTOP_ENTRY.format(line=line), "utf-8")

        def _erase(self) -> None:
            (self._folder / _ENTRY).unlink(missing_ok=True)


_GNOME = "X-GNOME-Autostart-enabled"
"""How GNOME's own settings switch an entry off without taking it away."""

_DESKTOP_ENTRY = """[Desktop Entry]
Type=Application
Name=SMS desk
Exec={line}
Terminal=false
"""


def _config_folder() -> Path:
    """Where a person's settings lie (XDG Base Directory: a relative path counts as none)."""
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".config"


def exec_line(words: Sequence[str]) -> str:
    """The Exec value of a desktop file (Desktop Entry Specification, "The Exec key")."""
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    """In quotes, with the shell's signs escaped; that again as a string value; and % doubled."""
    for sign in '\\"`$':
        word = word.replace(sign, f"\\{sign}")
    return '"' + word.replace("\\", "\\\\").replace("%", "%%").replace("\n", "\\n") + '"'
