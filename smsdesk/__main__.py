"""The entry of the program, light enough that Ctrl+C is understood before everything else is loaded."""

from __future__ import annotations

import sys
from typing import NoReturn

EXIT_INTERRUPTED = 130


def main() -> NoReturn:
    """Load the program and run the command line of this process."""
    try:
        from smsdesk.cli import main as run  # noqa: PLC0415  # loading takes a moment, which may be interrupted

        run()
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)


if __name__ == "__main__":
    main()
