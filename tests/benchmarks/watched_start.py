"""A process of `first_paint`: a window that writes down when it was painted first, and ends when its page stands.

`window OPTIONS` runs main.py as a person would; `minimal` makes the least that PySide6 calls a window.
"""

# ruff: noqa: PLC0415  # what is imported early would be part of what is measured
import os
import resource
import sys
import time

LOOK_MS = 20
STANDS_MS = 500
"""Nothing is read any more for so long: the first page is there."""
painted = []
stood = []


def note_paint():
    """Write down the first paint."""
    if not painted:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        painted.append(f"{time.clock_gettime(time.CLOCK_MONOTONIC)} {usage.ru_utime + usage.ru_stime}")


def resident():
    """The memory of this process, in bytes, what it shares with others included."""
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()  # noqa: PTH123


def note_standing():
    """Write down that the first page stands."""
    if not stood:
        stood.append(f"{time.clock_gettime(time.CLOCK_MONOTONIC)} {resident()}")


def end():
    """Tell what was seen and be gone; closing is not what is measured."""
    note_standing()
    with open(os.environ["WATCHED"], "w") as told:  # noqa: PTH123
        told.write(f"{painted[0]} {stood[0]} {resident()}")
    os._exit(0)


def minimal():
    """An empty window; no line more than that takes."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event):  # noqa: N802  # Qt's name
            super().paintEvent(event)
            note_paint()
            QTimer.singleShot(STANDS_MS, end)

    app = QApplication(sys.argv)
    window = Window()
    window.resize(1280, 800)
    window.show()
    app.exec()


def window():
    """main.py itself; the first window it shows is listened to."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    sys.path[0] = root
    sys.argv = [os.path.join(root, "main.py"), *sys.argv[2:]]  # noqa: PTH118
    sys.meta_path.insert(0, Listening())
    import main

    sys.exit(main.main(sys.argv[1:]))


class Listening:
    """Puts its ear to the module of the first window when that is loaded, and changes nothing else."""

    def find_spec(self, name, path, target=None):
        if name != "smsdesk.ui.opening":
            return None
        sys.meta_path.remove(self)
        from importlib.util import find_spec

        spec = find_spec(name)
        load = spec.loader.exec_module

        def listen(module):
            load(module)
            paint = module.OpeningWindow.paintEvent

            def painting(window, event):
                paint(window, event)
                if not painted:
                    note_paint()
                    wait_for_page(window)

            module.OpeningWindow.paintEvent = painting

        spec.loader.exec_module = listen
        return spec


def wait_for_page(outline):
    """Note when the desk's window stands in the outline and reads nothing any more; end when all is made ahead."""
    from PySide6.QtCore import QElapsedTimer, QTimer

    quiet = QElapsedTimer()
    timer = QTimer(outline)
    ahead = []

    def look():
        inside = next((each for each in outline.children() if hasattr(each, "tasks")), None)
        if inside is None:
            return
        if not quiet.isValid():
            inside.ahead.done.connect(lambda: ahead.append(True))
        if not inside.tasks.idle or not quiet.isValid():
            quiet.start()
        elif quiet.elapsed() > STANDS_MS:
            note_standing()
            if ahead:
                end()

    timer.timeout.connect(look)
    timer.start(LOOK_MS)


if __name__ == "__main__":
    {"window": window, "minimal": minimal}[sys.argv[1]]()
