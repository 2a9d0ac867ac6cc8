#!/usr/bin/env python3
"""Run SMS desk from a clone: makes .venv once, then runs `smsdesk ARGS` in it; `test` runs the checks.

Standard library only, and syntax that older Pythons parse, so that they can say what is missing. What a start
does not need is imported where it is: every millisecond here is one until the window is seen.
"""

import os
import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
VENV_PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST_PYTHON = (3, 11)
LAST_FAILED = ROOT / ".pytest_cache" / "v" / "cache" / "lastfailed"

CHECKS = (
    ("lint", ("-m", "ruff", "check", ".")),
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("types", ("-m", "mypy")),
    ("layers", ("-c", "from importlinter.cli import lint_imports_command as lint; lint()")),
)


def say(text):
    """Tell the person; standard output stays clean for --json."""
    print(text, file=sys.stderr, flush=True)


# ---------------------------------------------------------------- the environment


def wanted_stamps():
    """Which Python and folder the environment belongs to, and which project file is installed in it."""
    belongs = (sys.version + str(ROOT)).encode()
    return " ".join(f"{zlib.crc32(each):08x}" for each in (belongs, (ROOT / "pyproject.toml").read_bytes()))


def is_ready(wanted):
    """Whether the environment stands as wanted."""
    try:
        written = (VENV / "smsdesk-stamp").read_text(encoding="ascii")
    except (OSError, ValueError):
        return False
    return written.strip() == wanted and VENV_PYTHON.exists()


def enter_environment():
    """Make this very process one of the environment, which was made of this Python.

    Another process would cost a third of the time until the window is seen. Nothing that is installed there
    needs the site module but the project itself, which lies in ROOT.
    """
    import site  # noqa: PLC0415  # it is loaded already, unless this Python was told to do without

    own = {os.path.normcase(path) for path in (*site.getsitepackages(), site.USER_SITE or "")}
    library = "Lib" if WINDOWS else "lib/python{}.{}".format(*sys.version_info[:2])
    sys.path[:] = [path for path in sys.path if os.path.normcase(path) not in own]
    sys.path.append(str(VENV / library / "site-packages"))
    sys.prefix = sys.exec_prefix = str(VENV)
    sys.executable = str(VENV_PYTHON)  # what this process starts is to run there too


# ---------------------------------------------------------------- what to run


def run_checks():
    """Lint, formatting, types, layers, then all tests; answer 0 when everything passed.

    What failed is said last, one name a line.
    """
    failed = [name for name, arguments in CHECKS if not passes(name, arguments)]
    LAST_FAILED.unlink(missing_ok=True)
    code = run_pytest(["-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal"])
    failed += failed_tests()
    for name in failed:
        say(f"Failed: {name}")
    return code or int(bool(failed))


def failed_tests():
    """The names of the tests that failed in the run before, as pytest takes them; none when all passed."""
    import json  # noqa: PLC0415  # the window's start is quicker without

    try:
        return sorted(json.loads(LAST_FAILED.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return []


def passes(name, arguments):
    """Run one check and tell whether it passed."""
    import subprocess  # noqa: PLC0415  # the window's start is quicker without

    say("== " + name)
    return subprocess.call([str(VENV_PYTHON), *arguments], cwd=str(ROOT)) == 0


def run_pytest(arguments):
    """Run the tests; answer pytest's exit code."""
    import subprocess  # noqa: PLC0415  # the window's start is quicker without

    say("== tests")
    return subprocess.call([str(VENV_PYTHON), "-m", "pytest", *arguments], cwd=str(ROOT))


def run_desk():
    """Be `smsdesk ARGS`, in this process: signals and the exit code are its own."""
    enter_environment()
    from smsdesk.__main__ import main as desk  # noqa: PLC0415  # found in the environment alone

    desk()


def main(arguments):
    """Set up what is missing, then run what was asked; answer the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        say(
            "SMS desk needs Python {}.{} or newer; this is {}.".format(*OLDEST_PYTHON, sys.version.split()[0])
        )
        return 2
    wanted = wanted_stamps()
    if not is_ready(wanted):
        from install import ensure_environment  # noqa: PLC0415  # of no use to any other start

        refused = ensure_environment(wanted)
        if refused:
            say(refused)
            return 1
    if arguments[:1] == ["test"]:
        return run_pytest(arguments[1:]) if arguments[1:] else run_checks()
    return run_desk()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
