"""The composition root of the window: opens the desk with its engine and shows the window over it.

Qt is imported inside the functions: where a system library is missing, the person is told which.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

import click

from smsdesk.desk import Desk
from smsdesk.display import choose_platform, has_display, load_for_display
from smsdesk.domain.errors import DeskError, InUseError, ProfileError
from smsdesk.services.autostart import MINIMISED
from smsdesk.services.defects import DefectWatch, listen
from smsdesk.services.safekeeping import go_back, newest_copy
from smsdesk.storage.doorbell import HUNG_WITHIN_S, Bell, came_forward, ring
from smsdesk.storage.profile import Profile, folder_of
from smsdesk.system_libraries import lacking

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from smsdesk.ui.opening import OpeningWindow
    from smsdesk.ui.window import MainWindow

log = logging.getLogger(__name__)

_COMMAND = click.Command(
    "smsdesk",
    params=[
        click.Option(["--profile"], type=click.Path(path_type=Path), envvar="SMSDESK_PROFILE"),
        click.Option(["--modem"], multiple=True),
        click.Option([MINIMISED], is_flag=True),
    ],
    add_help_option=False,
)


class _Options(NamedTuple):
    """The global options of the window."""

    profile: Path | None
    modem: tuple[str, ...]
    minimised: bool


SWITCH_INTERVAL_S = 0.001
"""How long a busy thread keeps the interpreter from the others. Python's 5 ms, times the threads of engine
and modem, would be seen: while sending, the event loop's p99 wait fell from 15 to 9 ms by this."""


def build(argv: Sequence[str]) -> tuple[QApplication, MainWindow]:
    """Open everything, engine included, and show the window without entering the event loop.

    `argv` holds the global options: --profile DIR, --modem URL (repeatable), --minimised. Closing the window
    ends all of it, threads included. Raises ProfileError, or WindowError where Qt lacks a system library.
    """
    options = _options(argv)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    choose_platform()
    _check_libraries()
    app = _application()
    from smsdesk.ui import window_state  # noqa: PLC0415  # after the libraries were checked
    from smsdesk.ui.opening import OpeningWindow  # noqa: PLC0415
    from smsdesk.ui.upgrading import show_upgrade  # noqa: PLC0415

    keep = window_state.settings(Profile(options.profile).folder)
    opening = OpeningWindow.standing() or OpeningWindow(keep)

    def upgrading(work: Callable[[], None]) -> None:
        opening.in_window(lambda: show_upgrade(app, work))

    with ExitStack() as unless_it_opens:
        unless_it_opens.callback(opening.close)
        desk = opening.meanwhile(
            lambda: Desk.open(options.profile, options.modem, engine=True, upgrading=upgrading)
        )
        window = _furnish(app, opening, desk, keep)
        unless_it_opens.pop_all()
    window.station.begin(minimised=options.minimised)
    return app, window


def _furnish(app: QApplication, opening: OpeningWindow, desk: Desk, keep: QSettings) -> MainWindow:
    """Put the window of the desk into the one that is seen already; SystemExit: that was closed meanwhile."""
    with ExitStack() as unless_it_opens:
        unless_it_opens.callback(desk.close)
        if opening.given_up:
            sys.exit(0)
        window = _window(app, opening, desk, keep)
        unless_it_opens.pop_all()
    window.held_by = opening
    opening.hold(window)
    window.page.take_focus()  # what it had before it was put there is forgotten
    return window


def run(argv: Sequence[str]) -> int:
    """Show the window until it is closed; gives the exit code."""
    seen = has_display()
    app, window = open_or_tell(argv, seen=seen)
    if not seen:
        print("There is no display here: the window runs unseen until Ctrl+C.", file=sys.stderr)
    _catch_defects()
    while True:
        code = _until_closed(app, window)
        if window.wanted_copy is None:
            return code
        window = reopen(argv, window.wanted_copy)


def _until_closed(app: QApplication, window: MainWindow) -> int:
    window.ahead.start()
    # Qt alone does not always see that its last window has closed, when that happens within another window.
    window.has_closed.connect(app.exit)
    wake = _close_on_signals(window)
    try:
        return int(app.exec())
    finally:
        window.close()
        wake.close()


def reopen(argv: Sequence[str], copy: Path) -> MainWindow:
    """Put a copy in the place of the data, whose window has closed; the window that opens then tells it."""
    app = _application()
    from smsdesk.ui.starting import came_back, show_going_back  # noqa: PLC0415

    refused: DeskError | None = None
    try:
        show_going_back(app, lambda: go_back(_options(argv).profile, copy))
    except DeskError as error:
        refused = error
    _app, window = build(argv)
    if refused is None:
        window.notices.toast(came_back())
    else:
        window.notices.error(refused.sentence)
    return window


def open_or_tell(argv: Sequence[str], *, seen: bool) -> tuple[QApplication, MainWindow]:
    """As `build`; whoever started it by an icon has no terminal to read why it did not open, and is told."""
    while True:
        try:
            return build(argv)
        except ProfileError as refused:
            if seen and isinstance(refused, InUseError):
                _bring_forward(folder_of(_options(argv).profile))
            if not seen or not _goes_back(argv, refused):
                raise


def _bring_forward(profile: Path) -> None:
    """InUseError that says so where another process has the window, which comes forward."""
    if ring(profile, hung_within_s=HUNG_WITHIN_S):
        raise came_forward(profile)


def _goes_back(argv: Sequence[str], refused: ProfileError) -> bool:
    """Tell why the data cannot be opened; where they are damaged, go back to a copy if the person says so."""
    app = _application()
    from smsdesk.ui.starting import ask_at_start, show_going_back  # noqa: PLC0415

    profile = _options(argv).profile
    copy = ask_at_start(app, refused, lambda: newest_copy(profile))
    if copy is None:
        return False
    path = copy.path
    show_going_back(app, lambda: go_back(profile, path))
    return True


def show_gallery() -> int:
    """Show every widget in every state until that window is closed; gives the exit code."""
    choose_platform()
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


def _options(argv: Sequence[str]) -> _Options:
    return _Options(**_COMMAND.make_context("smsdesk", list(argv)).params)


def _check_libraries() -> None:
    """Load what Qt needs of the system while the failure can still be explained."""
    try:
        import PySide6.QtWidgets  # noqa: PLC0415  # may lack a system library
        import shiboken6  # noqa: F401, PLC0415

        load_for_display(Path(PySide6.__file__).parent)
    except (ImportError, OSError) as missing:
        raise lacking(missing) from missing


def _application() -> QApplication:
    """The running QApplication, or a new one."""
    from smsdesk.ui.opening import application  # noqa: PLC0415  # after the libraries were checked

    return application()


def _window(app: QApplication, opening: OpeningWindow, desk: Desk, keep: QSettings) -> MainWindow:
    from smsdesk.ui.collector import Collector  # noqa: PLC0415  # after the libraries were checked
    from smsdesk.ui.design import icons  # noqa: PLC0415
    from smsdesk.ui.design.theme import Theme  # noqa: PLC0415
    from smsdesk.ui.i18n import Language, Translations  # noqa: PLC0415
    from smsdesk.ui.look_chosen import look_of  # noqa: PLC0415
    from smsdesk.ui.window import MainWindow  # noqa: PLC0415

    choices = desk.services.preferences.read()
    theme = Theme.of(app)
    theme.dress(look_of(choices))
    theme.dwell_in(opening)
    translations = Translations.of(app)
    translations.use(Language(choices.language))
    app.setWindowIcon(icons.make(icons.Icon.MESSAGE, icons.Ink.ACCENT))
    collector = Collector(app)

    ends = ExitStack()
    ends.callback(opening.deleteLater)  # each new look or language would go through all that it holds
    ends.callback(theme.leave, opening)
    ends.callback(collector.stop)
    ends.callback(desk.close)
    window = MainWindow(desk.services, theme, translations, keep=keep, closing=ends.close)
    folder = Path(keep.fileName()).parent
    watch = DefectWatch(folder, lambda defect: window.seen.troubles.arise(defect))  # noqa: PLW0108  # by then
    ends.callback(listen(watch))
    ends.callback(_hang_bell(folder, window))
    return window


def _hang_bell(folder: Path, window: MainWindow) -> Callable[[], None]:
    """A second start on this profile brings the window forward, until what is given back is called."""
    from smsdesk.ui.second_start import SecondStart  # noqa: PLC0415  # after the libraries were checked

    try:
        bell = Bell(folder)
    except OSError:
        log.info("no bell: a second start only says that this one runs")
        return lambda: None
    SecondStart(window, bell.folder, bell.answer, window.come_forward)
    return bell.take_down


def _close_on_signals(window: MainWindow) -> socket.socket:
    """Ctrl+C in the terminal and the end of the session close the window properly.

    Python runs signal handlers only when Qt gives it a turn: a byte on a socket makes Qt do so. It may be
    painting then, so the window closes with the next turn of the event loop.
    """
    from PySide6.QtCore import QSocketNotifier, QTimer  # noqa: PLC0415  # after the libraries were checked

    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)
    signal.set_wakeup_fd(writer.fileno())
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, window)
    notifier.activated.connect(lambda: reader.recv(1))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: QTimer.singleShot(0, partial(window.close)))
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
