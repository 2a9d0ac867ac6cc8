"""Make the help of the window from the guide: docs/guide is the one source, resources/help what is installed.

    .venv/bin/python resources/help/update.py          # write resources/help/fr/*.md
    .venv/bin/python resources/help/update.py --check  # change nothing; exit 1 when something differs

The help is the guide without its pictures, which show the window that the reader has before his eyes. A text
in another language is written by hand as resources/help/<language>/<the same name>.md.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
GUIDE = HERE.parent.parent / "docs" / "guide"
TARGET = HERE / "fr"

_PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n+", re.MULTILINE)
_CODE = "    "
"""Lines that begin so are typed into a terminal as they stand."""


def made(text: str) -> str:
    """A page of the guide as the window shows it, with the no-break spaces of French typography."""
    lines = _PICTURE.sub("", text).splitlines()
    return "\n".join(line if line.startswith(_CODE) else _printed(line) for line in lines) + "\n"


def _printed(line: str) -> str:
    line = re.sub("(?<=[^ |]) ([;!?])", "\u202f\\1", line)
    return re.sub("(?<=[^ |]) :(?!-)", "\u00a0:", line).replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def wanted() -> dict[str, str]:
    """Every page by its file name."""
    return {path.name: made(path.read_text("utf-8")) for path in sorted(GUIDE.glob("*.md"))}


def differences() -> list[str]:
    """What an update would change, in words."""
    pages = wanted()
    there = {path.name: path.read_text("utf-8") for path in TARGET.glob("*.md")}
    stale = [
        f"fr/{name} is not what the guide says" for name, text in pages.items() if there.get(name) != text
    ]
    return stale + [f"fr/{name} is no page of the guide" for name in sorted(there.keys() - pages.keys())]


def update() -> None:
    """Write what differs, and take away what the guide no longer has."""
    TARGET.mkdir(exist_ok=True)
    pages = wanted()
    for path in TARGET.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (TARGET / name).write_text(text, "utf-8", newline="\n")


def main() -> int:
    """Update, or check."""
    if "--check" not in sys.argv[1:]:
        update()
    found = differences()
    print("\n".join(found) or "The help is what the guide says.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
