"""Who closes the window has ended the program: no process without a window keeps the desk for itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from smsdesk.desk import Desk

CHILD = Path(__file__).with_name("closed_by_hand.py")
PATIENCE_S = 300


def test_the_program_ends_with_its_window(tmp_path: Path) -> None:
    ended = subprocess.run(  # our own file
        [sys.executable, str(CHILD), str(tmp_path)],
        timeout=PATIENCE_S,
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    Desk.open(tmp_path).close()  # nobody holds it
