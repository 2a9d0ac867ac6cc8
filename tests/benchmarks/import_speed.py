"""How long an import takes: see `import_runs`.

    python -m tests.benchmarks.import_speed [ROUNDS] [RESIDENTS]

The child that reads a file loads the module that the program was started by: this one is as light as the program's.
"""

from __future__ import annotations

import sys

if __name__ == "__main__":
    from tests.benchmarks.import_runs import run

    run(*(int(argument) for argument in sys.argv[1:]))
