"""The Qt binding that we pin: it must not lose references to None, True and False (docs/decisions/0001)."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject

CALLS = 2_000
SLACK = 200
"""What other threads and caches may add or drop meanwhile."""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal since Python 3.12")
def test_void_and_boolean_calls_lose_no_reference() -> None:
    thing = QObject()
    for value, call in ((None, lambda: thing.setObjectName("name")), (False, thing.signalsBlocked)):
        before = sys.getrefcount(value)
        for _ in range(CALLS):
            call()
        assert sys.getrefcount(value) > before - SLACK
