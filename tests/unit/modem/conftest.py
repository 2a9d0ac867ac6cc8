"""What the tests of modems share."""

from __future__ import annotations

from pathlib import Path

import pytest
from computer import Computer


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A computer without any port yet."""
    return Computer(tmp_path / "computer")
