"""Draws the pictures of the docs from the demonstration: `.venv/bin/python docs/images/render.py [DIR]`.

Options: --dark, --strong (high contrast), --english, --text 100 to 200, --size WIDTHxHEIGHT;
QT_SCALE_FACTOR=2 draws at 200 %. With --all every page and dialog is drawn light, dark and in both high
contrasts, in French and English, at 100 %, on a screen of 200 % and with words of twice the size, each in a
folder of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LOGNAME"] = "Claire"  # whose desk it is in the pictures

from camera import Camera
from scenes import draw

from smsdesk.app import build
from smsdesk.commands import demo
from smsdesk.desk import Desk
from smsdesk.modem import virtual
from smsdesk.services.preferences import Choices

AT_ONCE = 2
"""Runs beside one another: each waits for its virtual modem for a part of its time."""
TEXT_PERCENTS = (100, 125, 150, 175, 200)


def main() -> int:
    """Draw every page into the folder, or in every way into folders below it."""
    options = _options()
    if options.all:
        return _draw_in_every_way(options.folder)
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        with Desk.open(Path(folder)) as desk:
            desk.services.preferences.keep(_chosen(options))
        virtual.create(demo.MODEM, virtual.VirtualConfig(latency=0.02, reports=0.2, answer_after=0.3))
        app, window = build(["--profile", folder, "--modem", demo.MODEM_URL])
        width, _, height = options.size.partition("x")
        window.window().resize(int(width), int(height))
        try:
            draw(Camera(app, window, options.folder))
        finally:
            window.close()
            virtual.forget(demo.MODEM)
    return 0


@dataclass(frozen=True)
class Way:
    """One way to draw all pages: the folder's name, options, and what is set around the run."""

    name: str
    options: tuple[str, ...]
    surroundings: dict[str, str] = field(default_factory=dict)


_SIZES = {
    "100": ((), {}),
    "200": ((), {"QT_SCALE_FACTOR": "2"}),
    "text-200": (("--text", "200"), {}),
}


def _ways() -> Iterator[Way]:
    """Language, look and size in every combination, such as `fr-dark-200`."""
    languages = {"fr": (), "en": ("--english",)}
    looks = {
        "light": (),
        "dark": ("--dark",),
        "strong-light": ("--strong",),
        "strong-dark": ("--strong", "--dark"),
    }
    for language, look, size in product(languages, looks, _SIZES):
        more, surroundings = _SIZES[size]
        options = (*languages[language], *looks[look], *more)
        yield Way(f"{language}-{look}-{size}", options, surroundings)


def _draw_in_every_way(folder: Path) -> int:
    """Each way in a process of its own, since Qt reads the scale of the screen once; 1 where one failed."""

    def run(way: Way) -> bool:
        command = [sys.executable, __file__, str(folder / way.name), *way.options]
        done = subprocess.run(command, env=os.environ | way.surroundings, check=False)
        print(f"{way.name}: {'drawn' if done.returncode == 0 else 'FAILED'}", flush=True)
        return done.returncode == 0

    with ThreadPoolExecutor(AT_ONCE) as executor:
        return 0 if all(list(executor.map(run, _ways()))) else 1


def _chosen(options: argparse.Namespace) -> Choices:
    look = "dark" if options.dark else "light"
    return Choices(
        institution="Conservatoire",
        language="en" if options.english else "fr",
        appearance=f"contrast-{look}" if options.strong else look,
        text_percent=options.text,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--strong", action="store_true")
    parser.add_argument("--english", action="store_true")
    parser.add_argument("--text", type=int, default=100, choices=TEXT_PERCENTS)
    parser.add_argument("--size", default="1280x800")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
