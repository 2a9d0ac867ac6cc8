"""Makes the environment that main.py runs in: .venv, with the project and its test extra.

Standard library only, and syntax that older Pythons parse, so that they can say what is missing.
"""

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
"""Which Python and folder the environment belongs to, and which project file: written when all went well."""
LOG = VENV / "smsdesk-install.log"
LOCK = ROOT / ".venv.lock"
WINDOWS = os.name == "nt"
VENV_PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
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


class SetupError(Exception):
    """A sentence about what stopped the set-up and what to do."""


def say(text):
    """Tell the person; standard output stays clean for --json."""
    print(text, file=sys.stderr, flush=True)


def ensure_environment(wanted):
    """Make the environment that bears the stamps `wanted`; answer "", or the sentence that says why not."""
    try:
        with only_one():
            if written_stamps() != wanted.split():
                make_environment(wanted)
    except SetupError as failure:
        return str(failure)
    except OSError as failure:
        return f"The set-up failed: {failure}. Remove the folder {VENV} and run the same command again."
    return ""


def written_stamps():
    """The stamps of the environment that stands: of its Python and of the project; ["", ""] without one."""
    try:
        python, project = STAMP.read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return ["", ""]
    return [python, project] if VENV_PYTHON.exists() else ["", ""]


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


def make_environment(wanted):
    """Make .venv with the project and its test extra; the stamp is written last, when all went well.

    For another Python, or in another folder, it is made from nothing; for another project file it is
    installed again over the old one.
    """
    started = time.monotonic()
    if written_stamps()[0] == wanted.split()[0]:
        say("The project has changed: bringing its environment up to date.")
    else:
        say(f"Setting up SMS desk in {VENV} (once; needs the internet, about 150 MB).")
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=has_ensurepip())
    STAMP.unlink(missing_ok=True)
    install([*pip_command(), "install", "--disable-pip-version-check", "--editable", ".[test]"])
    STAMP.write_text(f"{wanted}\n", encoding="ascii")
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
