"""What most tests of the window stand on: one page's desk, and the whole window over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from page_desk import PageDesk, whole_window
from pytestqt.qtbot import QtBot

from smsdesk.ui.window import MainWindow


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[PageDesk]:
    made = PageDesk(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def window(desk: PageDesk) -> Iterator[MainWindow]:
    """The whole window in French, at rest."""
    with whole_window(desk) as made:
        yield made
