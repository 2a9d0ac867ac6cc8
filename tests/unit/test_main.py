"""main.py: sets up once, says plainly what is missing, keeps standard output clean."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from runpy import run_path

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone as git would make it, as far as main.py looks at it."""
    folder = tmp_path / "a clone"
    folder.mkdir()
    for name in ("main.py", "install.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def run(
    clone: Path, *arguments: str, python: str = sys.executable, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [python, str(clone / "main.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**{name: value for name, value in os.environ.items() if name[:4] != "PIP_"}, **environment},
    )


def test_without_the_internet_one_sentence_says_so_and_nothing_half_made_is_used(clone: Path) -> None:
    offline = {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_RETRIES": "0",
        "PIP_NO_CACHE_DIR": "1",
    }
    for _ in range(2):
        result = run(clone, "--version", **offline)
        assert result.returncode == 1
        assert "does not reach the package index" in result.stderr.splitlines()[-1]
        assert "Traceback" not in result.stderr
        assert result.stdout == ""


def test_without_ensurepip_and_pip_the_package_to_install_is_named(clone: Path, tmp_path: Path) -> None:
    shadow = tmp_path / "shadow"
    shadow.mkdir()
    for module in ("ensurepip", "pip"):
        (shadow / f"{module}.py").write_text("raise ImportError('not on this machine')")
    result = run(clone, "demo", PYTHONPATH=str(shadow))
    assert result.returncode == 1
    assert "sudo apt install python3-venv" in result.stderr.splitlines()[-1]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom file modes bind")
def test_a_clone_that_cannot_be_written_is_a_sentence(clone: Path) -> None:
    clone.chmod(0o555)
    try:
        result = run(clone, "demo")
    finally:
        clone.chmod(0o755)
    assert result.returncode == 1
    assert "cannot be written" in result.stderr


@pytest.fixture
def made_by_main() -> None:
    if not (ROOT / ".venv" / "smsdesk-stamp").exists():
        pytest.skip("the tests run in an environment that main.py did not make")


@pytest.mark.usefixtures("made_by_main")
def test_what_is_started_from_it_runs_in_the_environment_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(("Nom", "Prénom", "Portable"))
    book.active.append(("Martin", "Anne", "06 39 98 00 01"))
    book.save(tmp_path / "list.xlsx")
    arguments = ("--profile", str(tmp_path / "profile"), "import", str(tmp_path / "list.xlsx"), "--dry-run")
    outside = getattr(sys, "_base_executable", sys.executable)  # the Python of which the environment was made
    result = run(ROOT, *arguments, python=outside)
    assert result.stderr == ""
    assert "1" in result.stdout
    assert result.returncode == 0


@pytest.mark.usefixtures("made_by_main")
def test_the_running_environment_is_found_ready_at_once() -> None:
    result = run(ROOT, "--version")
    assert result.returncode == 0
    assert result.stderr == ""
    assert result.stdout.startswith("smsdesk")


def test_what_failed_is_said_last_by_name(clone: Path) -> None:
    """The tests of a clone are one that passes and one that does not; the other checks are not there."""
    program = run_path(str(clone / "main.py"))
    program["run_checks"].__globals__.update(CHECKS=(), VENV_PYTHON=Path(sys.executable))
    (clone / "pyproject.toml").write_text("[tool.pytest.ini_options]\n", "utf-8")
    (clone / "test_two.py").write_text("def test_well(): pass\n\ndef test_ill(): assert False\n", "utf-8")
    said: list[str] = []
    program["run_checks"].__globals__["say"] = said.append
    assert program["run_checks"]() == 1
    assert said[-1] == "Failed: test_two.py::test_ill"
    (clone / "test_two.py").write_text("def test_well(): pass\n", "utf-8")
    assert program["run_checks"]() == 0
    assert said[-1] == "== tests"
