"""How soon the window is seen, beside a minimal one: `.venv/bin/python -m tests.benchmarks.first_paint [ROUNDS] [OPTIONS]`.

`python3 main.py` on a profile of 100,000 people and a million messages, and an empty PySide6 window, take turns in
one run, each a process of its own that paints into memory. What is told: from the start of the process to the first
paint, the processor time until then, and the memory once the first page stands, and when all pages that are made ahead
are there. Options are given to the window, such as --modem virtual://; without one it looks for modems, as it does on
any desk. Both keep their compiled modules, as Python does unless it is told not to.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from platformdirs import user_cache_path

from tests.benchmarks.large_profile import large_profile

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
ROUNDS = 15
TIMES = 1.4
MEMORY_TIMES = 2.0
LONGEST_S = 120
COMPILED = user_cache_path("smsdesk-benchmarks", appauthor=False) / "compiled"
OUTSIDE = getattr(sys, "_base_executable", sys.executable)
"""The Python with which a person starts main.py; that one becomes the environment's."""


class Start(NamedTuple):
    """Milliseconds until the first paint, processor time among them, until the page stands; megabytes then and at last."""

    wall: float
    work: float
    whole: float
    memory: float
    all_memory: float


def started(command: Sequence[str]) -> Start:
    """Start a window that is watched by `watched_start`, and read what it tells."""
    with tempfile.NamedTemporaryFile(suffix=".txt") as told:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": "",
            "PYTHONPYCACHEPREFIX": str(COMPILED),
        }
        at = time.clock_gettime(time.CLOCK_MONOTONIC)
        subprocess.run(
            [*command], env={**environment, "WATCHED": told.name}, check=True, timeout=LONGEST_S, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        painted, work, whole, memory, all_memory = map(float, Path(told.name).read_text().split())
    return Start((painted - at) * 1e3, work * 1e3, (whole - at) * 1e3, memory / 1e6, all_memory / 1e6)


def told(name: str, starts: Sequence[Start]) -> None:
    wall, work, whole, memory, all_memory = (sorted(each) for each in zip(*starts, strict=True))
    print(
        f"{name:<10} first paint: median {median(wall):5.0f}, least {wall[0]:5.0f} ms"
        f"   processor: median {median(work):5.0f}, least {work[0]:5.0f} ms"
        f"   first page: {median(whole):5.0f} ms   memory: {median(memory):4.0f} MB, at last {median(all_memory):4.0f}"
    )


def ratio(name: str, ours: Sequence[float], bare: Sequence[float], most: float) -> None:
    """The ratio of each round, and where the middle half of them lies."""
    each = [one / other for one, other in zip(ours, bare, strict=True)]
    low, middle, high = quantiles(each, n=4)
    print(f"{name:<28} {middle:.2f} times ({low:.2f} to {high:.2f}; at most {most})")


def main() -> None:
    """Take turns, then tell."""
    arguments = sys.argv[1:]
    rounds = int(arguments.pop(0)) if arguments and arguments[0].isdigit() else ROUNDS
    profile = large_profile()
    watched = str(HERE / "watched_start.py")
    ours = [OUTSIDE, watched, "window", "--profile", str(profile), *arguments]
    bare = [sys.executable, watched, "minimal"]
    windows, minimals = [], []
    for command in (bare, ours):
        started(command)  # what is read from the disk once is no matter here
    for _ in range(rounds):
        minimals.append(started(bare))
        windows.append(started(ours))
    told("minimal", minimals)
    told("SMS desk", windows)
    ratio("first paint", [each.wall for each in windows], [each.wall for each in minimals], TIMES)
    ratio("  its processor time", [each.work for each in windows], [each.work for each in minimals], TIMES)
    ratio("memory", [each.memory for each in windows], [each.memory for each in minimals], MEMORY_TIMES)
    ratio(
        "  all pages ahead",
        [each.all_memory for each in windows],
        [each.memory for each in minimals],
        MEMORY_TIMES,
    )


if __name__ == "__main__":
    main()
