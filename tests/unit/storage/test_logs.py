"""The log of a profile tells where an error arose and never what its message quotes."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from smsdesk.storage.logs import close_log, open_log

log = logging.getLogger("smsdesk.tested")


WHO = "Léa Martin"


@pytest.mark.expects_errors
def test_an_error_is_logged_with_its_place_and_causes_but_without_its_words(tmp_path: Path) -> None:
    path = tmp_path / "smsdesk.log"
    handler = open_log(path)
    try:
        _fail()
    except ValueError:
        log.exception("something of broadcast %d failed", 7)
    close_log(handler)
    written = path.read_text("utf-8")
    assert "something of broadcast 7 failed" in written
    assert "builtins.ValueError" in written
    assert "builtins.KeyError" in written
    assert "_fail" in written
    assert "Martin" not in written
    assert "33639980001" not in written


def _fail() -> None:
    quoted = {"phone": "+33639980001"}
    try:
        quoted[WHO]
    except KeyError as missing:
        raise ValueError(quoted["phone"]) from missing
