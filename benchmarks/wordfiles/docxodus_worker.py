"""Docxodus asked pair by pair; runs in the environment of the peers.

Each line of input names two Word files and where to write, as JSON; each line of output is the
seconds it took on the clock, null where it broke down.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter


def main() -> None:
    """Answer until the input ends."""
    from python_redlines.engines import DocxodusEngine

    engine = DocxodusEngine()
    for line in sys.stdin:
        asked = json.loads(line)
        before, after = (Path(asked[name]).read_bytes() for name in ("before", "after"))
        begun = perf_counter()
        try:
            made, _, _ = engine.run_redline("x", before, after, detect_moves=True)
        except Exception as error:  # noqa: BLE001 - whatever it breaks down with is told
            print(error, file=sys.stderr)
            print("null", flush=True)
            continue
        took = perf_counter() - begun
        Path(asked["to"]).write_bytes(made)
        print(json.dumps(took), flush=True)


if __name__ == "__main__":
    main()
