"""The program's commands on one profile, as somebody types them, in the process of the test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from smsdesk.cli import run_command


class Terminal:
    """Runs commands with the same global options; `told` is what the last one said on standard error."""

    def __init__(self, profile: Path, capsys: pytest.CaptureFixture[str], *options: str) -> None:
        self.profile = profile
        self.told = ""
        self._options = ["--profile", str(profile), *options]
        self._capsys = capsys

    def run(self, *words: object, code: int = 0) -> str:
        """What a command that ends with this code says on standard output."""
        ended = run_command([*self._options, *map(str, words)])
        said = self._capsys.readouterr()
        self.told = said.err
        assert ended == code, f"{ended}: {said.out}{said.err}"
        return said.out

    def json(self, *words: object, code: int = 0) -> Any:
        """Its JSON document."""
        return json.loads(self.run("--json", *words, code=code))

    def answer(self, *words: object, code: int = 0) -> Any:
        """Its JSON document, or the sentence with which it refuses."""
        return self.refused("--json", *words, code=code) if code else self.json(*words)

    def refused(self, *words: object, code: int = 2) -> str:
        """The sentence on standard error of a command that does not do it: that is all it says."""
        assert self.run(*words, code=code) == ""
        (sentence,) = self.told.splitlines()
        return sentence
