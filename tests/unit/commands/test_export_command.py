"""`smsdesk export` and `consents --export` as another program calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smsdesk.cli import run_command

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "conservatoire.xlsx"


@pytest.fixture
def desk(profile: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run_command(["--profile", str(profile), "import", str(SAMPLE), "--accept-warnings"]) == 0
    capsys.readouterr()
    return profile


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "vcf"])
def test_everybody_is_exported_and_comes_back_unchanged(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    file = tmp_path / f"everybody.{suffix}"
    assert run_command(["--profile", str(desk), "--json", "export", str(file)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["file"] == str(file)
    assert run_command(["--profile", str(desk), "--json", "import", str(file), "--dry-run"]) == 0
    plan = json.loads(capsys.readouterr().out)
    found = {name: plan[name] for name in ("new", "changed", "left", "rejected", "warnings", "unchanged")}
    assert found == {
        "new": 0,
        "changed": 0,
        "left": 0,
        "rejected": [],
        "warnings": [],
        "unchanged": said["people"],
    }


def test_a_group_and_a_search_narrow_it(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for options in (["--group", "piano"], ["--search", "a"], ["--archived"]):
        assert (
            run_command(["--profile", str(desk), "--json", "export", str(tmp_path / "a.csv"), *options]) == 0
        )
        count = json.loads(capsys.readouterr().out)["people"]
        assert len((tmp_path / "a.csv").read_text("utf-8-sig").splitlines()) == count + 1


@pytest.mark.parametrize("name", ["list.pdf", "nowhere/list.csv"])
def test_what_cannot_be_written_is_one_sentence(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run_command(["--profile", str(desk), "export", str(tmp_path / name)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


def test_the_register_of_consent_is_a_file_too(desk: Path, tmp_path: Path) -> None:
    assert run_command(["--profile", str(desk), "consents", "--export", str(tmp_path / "r.xlsx")]) == 0
    assert (tmp_path / "r.xlsx").read_bytes().startswith(b"PK")
