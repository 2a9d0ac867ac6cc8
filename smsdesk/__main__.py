"""The entry of the program: Ctrl+C is understood, and the window seen, before everything else is loaded."""

from __future__ import annotations

import sys
from typing import NoReturn

from smsdesk.first_look import show

EXIT_INTERRUPTED = 130


def main() -> NoReturn:
    """Load the program and run the command line of this process."""
    try:
        show(sys.argv[1:])
        from smsdesk.cli import main as run  # noqa: PLC0415  # loading takes a moment, which may be interrupted

        run()
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)


if __name__ == "__main__":
    main()
