#!/usr/bin/env python3
"""Run SMS desk from a clone: makes .venv once, then runs `smsdesk ARGS` in it; `test` runs the checks.

Standard library only, and syntax that older Pythons parse, so that they can say what is missing.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
import venv
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "smsdesk-stamp"
LOG = VENV / "smsdesk-install.log"
LOCK = ROOT / ".venv.lock"
WINDOWS = os.name == "nt"
VENV_PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST_PYTHON = (3, 11)
OLDEST_PIP = (22, 3)
"""The first pip that can install into another Python (`pip --python`)."""

OFFLINE = (
    "NewConnectionError",
    "ConnectTimeout",
    "Connection refused",
    "Network is unreachable",
    "Name or service not known",
    "Temporary failure in name resolution",
    "getaddrinfo failed",
    "(from versions: none)",
)
"""What pip prints when it cannot reach its index."""

CHECKS = (
    ("lint", ("-m", "ruff", "check", ".")),
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("types", ("-m", "mypy")),
    ("layers", ("-c", "from importlinter.cli import lint_imports_command as lint; lint()")),
)


class SetupError(Exception):
    """A sentence about what stopped the set-up and what to do."""


def say(text):
    """Tell the person; standard output stays clean for --json."""
    print(text, file=sys.stderr, flush=True)


# ---------------------------------------------------------------- the environment


def python_stamp():
    """Which Python and folder the environment belongs to; for another one it is made from nothing."""
    return hashlib.sha256((sys.version + str(ROOT)).encode()).hexdigest()


def project_stamp():
    """Which project file was installed; after a change it is installed again over the old one."""
    return hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()


def written_stamps():
    """The stamps of the environment that stands, ("", "") where none is complete."""
    try:
        python, project = STAMP.read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return ("", "")
    return (python, project) if VENV_PYTHON.exists() else ("", "")


def is_ready():
    """Whether the environment stands as wanted."""
    return written_stamps() == (python_stamp(), project_stamp())


@contextmanager
def only_one():
    """Let one set-up run at a time in this folder; the system frees the lock if we die."""
    try:
        handle = LOCK.open("a+b")
    except OSError as refused:
        raise SetupError(
            f"The folder {ROOT} cannot be written ({refused.strerror}). "
            "Clone the project into a folder of yours."
        ) from None
    with handle:
        lock_file(handle)
        yield


def lock_file(handle):
    """Wait for the exclusive lock on an open file."""
    if WINDOWS:
        import msvcrt  # noqa: PLC0415  # exists on Windows only

        while True:
            try:
                handle.seek(0)
                msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:  # msvcrt gives up after ten seconds
                continue
            return
    import fcntl  # noqa: PLC0415  # does not exist on Windows

    fcntl.flock(handle, fcntl.LOCK_EX)


def make_environment():
    """Make .venv with the project and its test extra; the stamp is written last, when all went well."""
    started = time.monotonic()
    if written_stamps()[0] == python_stamp():
        say("The project has changed: bringing its environment up to date.")
    else:
        say(f"Setting up SMS desk in {VENV} (once; needs the internet, about 150 MB).")
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=has_ensurepip())
    STAMP.unlink(missing_ok=True)
    install([*pip_command(), "install", "--disable-pip-version-check", "--editable", ".[test]"])
    STAMP.write_text(f"{python_stamp()}\n{project_stamp()}\n", encoding="ascii")
    say(f"Ready after {time.monotonic() - started:.0f} seconds.")


def pip_command():
    """The pip that installs into the environment.

    Debian and Ubuntu keep ensurepip in the package python3-venv: without it the environment is made
    without pip, and this Python's own pip installs into it.
    """
    if has_ensurepip():
        return [str(VENV_PYTHON), "-m", "pip"]
    if pip_version() < OLDEST_PIP:
        raise SetupError(
            f"This Python has neither ensurepip nor pip {OLDEST_PIP[0]}.{OLDEST_PIP[1]} or newer. Install "
            "one of them (Debian, Ubuntu: sudo apt install python3-venv) and run the same command again."
        )
    return [sys.executable, "-m", "pip", "--python", str(VENV_PYTHON)]


def has_ensurepip():
    """Whether a new environment can bring its own pip."""
    try:
        import ensurepip  # noqa: PLC0415  # what is missing must be found out here
    except ImportError:
        return False
    return bool(ensurepip.version())


def pip_version():
    """Version of this Python's pip as (major, minor); (0, 0) without one."""
    answer = subprocess.run(
        [sys.executable, "-m", "pip", "--version"], capture_output=True, text=True, check=False
    )
    found = re.match(r"pip (\d+)\.(\d+)", answer.stdout)
    return (int(found.group(1)), int(found.group(2))) if found else (0, 0)


def install(command):
    """Run pip, showing what it is at; its whole output goes to the log."""
    with LOG.open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            errors="replace", stdin=subprocess.DEVNULL,
        )  # fmt: skip
        for line in process.stdout:
            log.write(line)
            show_progress(line)
        end_progress()
    if process.wait():
        raise SetupError(why_install_failed(LOG.read_text(encoding="utf-8")))


def show_progress(line):
    """One line that changes on a terminal; on anything else one line for each package."""
    found = re.match(
        r"(Collecting|Building wheel for|Installing collected packages)[: ]*([^\s<>=!~;,(\[]*)", line
    )
    if not found:
        return
    text = "  installing everything" if found.group(1).startswith("Inst") else "  fetching " + found.group(2)
    if sys.stderr.isatty():
        sys.stderr.write("\r" + text[:70].ljust(72))
        sys.stderr.flush()
    else:
        say(text)


def end_progress():
    """Leave the terminal's line clean."""
    if sys.stderr.isatty():
        sys.stderr.write("\r" + " " * 72 + "\r")


def why_install_failed(output):
    """A sentence for the failure, from pip's output."""
    if any(sign in output for sign in OFFLINE):
        return (
            "The packages cannot be fetched: this computer does not reach the package index. Connect it to "
            "the internet for this first start (later starts need none) and run the same command again."
        )
    errors = re.findall(r"^\s*error: *(.+)", output, re.IGNORECASE | re.MULTILINE)
    if "No space left on device" in output:
        return "The disk is full: free about 500 MB and run the same command again."
    return "The set-up failed: {} The whole story is in {}.".format(
        errors[-1] if errors else "pip gave no reason.", LOG
    )


def ensure_environment():
    """Make the environment unless it stands already."""
    if is_ready():
        return
    with only_one():
        if not is_ready():
            make_environment()


# ---------------------------------------------------------------- what to run


def run_checks():
    """Lint, formatting, types, layers, then all tests; answer 0 when everything passed."""
    failed = [name for name, arguments in CHECKS if not passes(name, arguments)]
    code = run_pytest(["-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal"])
    if failed:
        say("Failed: {}".format(", ".join(failed)))
    return code or int(bool(failed))


def passes(name, arguments):
    """Run one check and tell whether it passed."""
    say("== " + name)
    return subprocess.call([str(VENV_PYTHON), *arguments], cwd=str(ROOT)) == 0


def run_pytest(arguments):
    """Run the tests; answer pytest's exit code."""
    say("== tests")
    return subprocess.call([str(VENV_PYTHON), "-m", "pytest", *arguments], cwd=str(ROOT))


def run_desk(arguments):
    """Become `smsdesk ARGS`: one process, so that signals and the exit code are its own."""
    command = [str(VENV_PYTHON), "-m", "smsdesk", *arguments]
    if not WINDOWS:
        os.execv(command[0], command)  # noqa: S606  # our own Python, no shell wanted
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 130


def main(arguments):
    """Set up what is missing, then run what was asked; answer the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        say(
            "SMS desk needs Python {}.{} or newer; this is {}.".format(*OLDEST_PYTHON, sys.version.split()[0])
        )
        return 2
    try:
        ensure_environment()
    except SetupError as failure:
        say(str(failure))
        return 1
    except OSError as failure:
        say(f"The set-up failed: {failure}. Remove the folder {VENV} and run the same command again.")
        return 1
    if arguments[:1] == ["test"]:
        return run_pytest(arguments[1:]) if arguments[1:] else run_checks()
    return run_desk(arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
