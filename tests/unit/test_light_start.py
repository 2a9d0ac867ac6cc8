"""What most sessions never need is not loaded at the start: it would stay in memory all day."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from smsdesk.desk import Desk

SECONDS = 120

HEAVY = (
    "decimal",
    "gsmmodem",
    "hashlib",
    "holidays",
    "multiprocessing",
    "openpyxl",
    "python_calamine",
    "smsdesk.modem.virtual",
    "sqlite3",
    "sqlite_utils",
)


def test_an_open_desk_and_the_modules_of_its_window_need_none_of_the_heavy_ones(profile: Path) -> None:
    with Desk.open(profile):
        pass  # a new file is made by sqlite-utils
    code = (
        "import sys, smsdesk.cli, smsdesk.app, smsdesk.ui.window\n"
        "from pathlib import Path\n"
        "from smsdesk.desk import Desk\n"
        "from smsdesk.ui.pages.registry import load_pages\n"
        "load_pages()\n"
        "with Desk.open(Path(sys.argv[1])):\n"
        f"    print(*(name for name in {HEAVY!r} if name in sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(profile)],
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS,
    )
    assert ran.stdout.strip() == ""


def test_the_days_off_of_france_are_known_without_the_rest_of_the_world() -> None:
    code = (
        "import sys\n"
        "from datetime import date\n"
        "from smsdesk.domain.calendar import Calendar\n"
        "assert Calendar().is_public_holiday(date(2026, 7, 14))\n"
        "assert not Calendar().is_public_holiday(date(2026, 7, 15))\n"
        "print('holidays.countries' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=SECONDS
    )
    assert ran.stdout.strip() == "False"
