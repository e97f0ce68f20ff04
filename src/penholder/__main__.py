"""The program as a module and as a console script."""

from __future__ import annotations

import os
import sys

from penholder.cli.app import run


def main() -> None:
    """Run the command line and leave with its exit code.

    The process ends at once: every file is closed by then, and taking the loaded modules apart
    one by one would cost a twentieth of the time of printing a resolution.
    """
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            continue
    os._exit(code)


if __name__ == "__main__":
    main()
