"""The composition root of the window: opens the desk with its engine and shows the window over it.

Qt is imported inside the functions: where a system library is missing, the person is told which.
"""

from __future__ import annotations

import argparse
import ctypes
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from smsdesk.desk import Desk
from smsdesk.domain.errors import DeskError
from smsdesk.domain.sentences import say
from smsdesk.services.autostart import MINIMISED
from smsdesk.services.defects import DefectWatch, listen
from smsdesk.storage.profile import Profile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from smsdesk.ui.window import MainWindow

log = logging.getLogger(__name__)

_DEBIAN = (
    "libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 libxcb-cursor0"
    " libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)
_FEDORA = (
    "mesa-libGL mesa-libEGL libxkbcommon fontconfig dbus-libs glib2 xcb-util-cursor libxkbcommon-x11"
    " xcb-util-wm xcb-util-keysyms libxcb"
)


SWITCH_INTERVAL_S = 0.001
"""How long a busy thread keeps the interpreter from the others. Python's 5 ms, times the threads of engine
and modem, would be seen: while sending, the event loop's p99 wait fell from 15 to 9 ms by this."""


class WindowError(DeskError):
    """The window cannot be shown on this machine as it stands; the commands work all the same."""


def build(argv: Sequence[str]) -> tuple[QApplication, MainWindow]:
    """Open everything, engine included, and show the window without entering the event loop.

    `argv` holds the global options: --profile DIR, --modem URL (repeatable), --minimised. Closing the window
    ends all of it, threads included. Raises ProfileError, or WindowError where Qt lacks a system library.
    """
    options = _options(argv)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    _choose_platform()
    _check_libraries()
    app = _application()
    from smsdesk.ui.upgrading import show_upgrade  # noqa: PLC0415  # after the libraries were checked

    desk = Desk.open(options.profile, options.modem, engine=True, upgrading=partial(show_upgrade, app))
    try:
        window = _window(app, desk, Profile(options.profile).folder / "window.ini")
    except BaseException:
        desk.close()
        raise
    window.station.begin(minimised=options.minimised)
    return app, window


def run(argv: Sequence[str]) -> int:
    """Show the window until it is closed; gives the exit code."""
    seen = _has_display()
    app, window = build(argv)
    if not seen:
        print("There is no display here: the window runs unseen until Ctrl+C.", file=sys.stderr)
    wake = _close_on_signals(window)
    _catch_defects()
    try:
        return int(app.exec())
    finally:
        window.close()
        wake.close()


def show_gallery() -> int:
    """Show every widget in every state until that window is closed; gives the exit code."""
    _choose_platform()
    _check_libraries()
    app = _application()
    from smsdesk.ui.design.theme import Theme  # noqa: PLC0415  # after the libraries were checked
    from smsdesk.ui.gallery.window import GalleryWindow  # noqa: PLC0415

    window = GalleryWindow(Theme.of(app))
    window.show()
    return int(app.exec())


def draw_gallery(folder: Path, looks: Sequence[str]) -> list[Path]:
    """Draw every widget in every state, in these looks, into `folder`; gives the files."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # where windows come and go unseen
    _check_libraries()
    app = _application()
    from smsdesk.ui.design.theme import Appearance  # noqa: PLC0415  # after the libraries were checked
    from smsdesk.ui.gallery.drawing import draw  # noqa: PLC0415

    return draw(app, folder, [Appearance(look) for look in looks])


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="smsdesk", add_help=False, allow_abbrev=False)
    profile = os.environ.get("SMSDESK_PROFILE")
    parser.add_argument("--profile", type=Path, default=Path(profile) if profile else None)
    parser.add_argument("--modem", action="append", default=[])
    parser.add_argument(MINIMISED, action="store_true")
    return parser.parse_args(list(argv))


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _choose_platform() -> None:
    """Without a display Qt would abort the process: it paints into memory there."""
    if not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _check_libraries() -> None:
    """Load what Qt needs of the system while the failure can still be explained."""
    try:
        import PySide6.QtWidgets  # noqa: PLC0415  # may lack a system library
        import shiboken6  # noqa: F401, PLC0415
    except ImportError as missing:
        raise _missing(missing) from missing
    if sys.platform.startswith("linux") and _uses_x11():
        plugin = Path(PySide6.QtWidgets.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        try:
            if plugin.exists():
                ctypes.CDLL(str(plugin))
        except OSError as missing:
            raise _missing(missing) from missing


def _uses_x11() -> bool:
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    return chosen.startswith("xcb") or (not chosen and not os.environ.get("WAYLAND_DISPLAY"))


def _missing(error: Exception) -> WindowError:
    return WindowError(
        say(
            "The window needs system libraries that are missing here ({reason}). Install them: on Debian or"
            " Ubuntu, sudo apt install {debian}; on Fedora, sudo dnf install {fedora}.",
            reason=str(error).split(":", maxsplit=1)[0],
            debian=_DEBIAN,
            fedora=_FEDORA,
        )
    )


def _application() -> QApplication:
    """The running QApplication, or a new one."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # after the libraries were checked

    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["smsdesk"])
    app.setApplicationName("smsdesk")
    app.setApplicationDisplayName("SMS desk")
    app.setDesktopFileName("smsdesk")  # by this name a Linux desktop knows whose count and notices these are
    return app


def _window(app: QApplication, desk: Desk, state: Path) -> MainWindow:
    from PySide6.QtCore import QSettings  # noqa: PLC0415  # after the libraries were checked

    from smsdesk.ui.collector import Collector  # noqa: PLC0415
    from smsdesk.ui.design import icons  # noqa: PLC0415
    from smsdesk.ui.design.theme import Theme  # noqa: PLC0415
    from smsdesk.ui.i18n import Language, Translations  # noqa: PLC0415
    from smsdesk.ui.look_chosen import look_of  # noqa: PLC0415
    from smsdesk.ui.window import MainWindow  # noqa: PLC0415

    choices = desk.services.preferences.read()
    theme = Theme.of(app)
    theme.dress(look_of(choices))
    translations = Translations.of(app)
    translations.use(Language(choices.language))
    app.setWindowIcon(icons.make(icons.Icon.MESSAGE, icons.Ink.ACCENT))
    keep = QSettings(str(state), QSettings.Format.IniFormat)
    collector = Collector(app)

    ends = ExitStack()
    ends.callback(collector.stop)
    ends.callback(desk.close)
    window = MainWindow(desk.services, theme, translations, keep=keep, closing=ends.close)
    ends.callback(listen(DefectWatch(state.parent, window.troubles.arise)))
    return window


def _close_on_signals(window: MainWindow) -> socket.socket:
    """Ctrl+C in the terminal and the end of the session close the window properly.

    Python runs signal handlers only when Qt gives it a turn: a byte on a socket makes Qt do so.
    """
    from PySide6.QtCore import QSocketNotifier  # noqa: PLC0415  # after the libraries were checked

    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)
    signal.set_wakeup_fd(writer.fileno())
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, window)
    notifier.activated.connect(lambda: reader.recv(1))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: window.close())
    return writer


def _catch_defects() -> None:
    """What fails in a handler of the window, or ends a thread, is logged; who watches the log tells it."""

    def in_window(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("the window failed", exc_info=(kind, error, trace))

    def in_thread(ended: threading.ExceptHookArgs) -> None:
        if ended.exc_value is not None and not issubclass(ended.exc_type, SystemExit):
            log.critical("a thread ended", exc_info=(ended.exc_type, ended.exc_value, ended.exc_traceback))

    sys.excepthook = in_window
    threading.excepthook = in_thread
