"""What going from page to page costs the GUI thread: `.venv/bin/python -m tests.benchmarks.page_changes [ROUNDS]`.

The real window on a profile of 100,000 people and a million messages. Each page is gone to for the first time (it is
made then, but for those made ahead) and again and again, each large list is scrolled, each search is typed into key by key. What is told is the
longest that the event loop was kept by one turn of each step, and the processor time of the GUI thread in that turn:
on a machine where others work the second tells what the program itself does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from smsdesk.app import build
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow
from tests.benchmarks.large_profile import large_profile
from tests.benchmarks.people_table import Bench, Step, p99

ROUNDS = 8
SCROLLS = 40
FRAME_MS = 16.0
WORDS = ("martin", "piano", "le roux")
LISTS = (Route.PEOPLE, Route.INBOX, Route.BROADCASTS, Route.TEMPLATES, Route.CONSENTS, Route.BROADCAST)


def told(name: str, steps: Sequence[Step]) -> None:
    kept, work = [each.kept for each in steps], [each.work for each in steps]
    mark = "" if p99(work) <= FRAME_MS else "   over a frame"
    print(
        f"{name:<28} {len(steps):4}   kept: median {median(kept):7.2f}, p99 {p99(kept):7.2f} ms"
        f"   own work: median {median(work):7.2f}, p99 {p99(work):7.2f} ms{mark}",
        flush=True,
    )


def places(window: MainWindow) -> Iterator[Place]:
    """Every page, and of those that show one thing the newest."""
    newest = window.services.broadcasts.list(limit=1)
    for route in Route:
        if route is Route.BROADCAST:
            yield from (Place(route, each.id) for each in newest)
        else:
            yield Place(route)


def seen(window: MainWindow, kind: type[QWidget]) -> list[QWidget]:
    return [each for each in window.page.findChildren(kind) if each.isVisible() and each.isEnabled()]


def scrolls(view: QAbstractItemView) -> Iterator[Callable[[], object]]:
    bar = view.verticalScrollBar()
    return (lambda: bar.setValue(bar.value() + bar.pageStep()) for _ in range(SCROLLS))


def keys(field: QLineEdit) -> Iterator[Callable[[], object]]:
    for word in WORDS:
        yield from (lambda key=key: QTest.keyClick(field, key) for key in word)
        yield field.clear


def main() -> None:
    """Open the window and go through it."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    app, window = build(["--profile", str(large_profile()), "--modem", "virtual://"])
    try:
        bench = Bench(app, window.page, lambda: window.tasks.idle)
        bench.step(lambda: None)
        made: list[bool] = []
        window.ahead.done.connect(lambda: made.append(True))
        window.ahead.start()  # as the program does while one looks at the first page
        ahead = []
        while not made:
            ahead.append(bench.step(lambda: None))
        told("pages made ahead", ahead)
        everywhere = list(places(window))
        home = Place(Route.HOME)
        for place in everywhere:
            first = bench.step(lambda place=place: window.go(place))
            back = [bench.step(lambda: window.go(home))]
            again = []
            for _ in range(rounds):
                again.append(bench.step(lambda place=place: window.go(place)))
                back.append(bench.step(lambda: window.go(home)))
            told(f"{place.route} first", [first])
            told(f"{place.route} again", again)
        for place in everywhere:
            if place.route in LISTS:
                bench.step(lambda place=place: window.go(place))
                within(window, bench, place.route)
    finally:
        window.close()


def within(window: MainWindow, bench: Bench, route: Route) -> None:
    """Scroll and type where the page that is shown lets one."""
    for view in seen(window, QAbstractItemView):
        if view.verticalScrollBar().maximum() > 0:
            told(f"{route} scroll {view.objectName()}", [bench.step(each) for each in scrolls(view)])
    for field in seen(window, QLineEdit):
        if not field.isReadOnly():
            told(f"{route} key {field.objectName()}", [bench.step(each) for each in keys(field)])
            bench.step(field.clear)


if __name__ == "__main__":
    main()
