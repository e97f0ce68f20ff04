"""Tools that Word files are measured with, installed into the environment of the peers."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from benchmarks.comparing.peers import HOME

_PYTHON = HOME / "venv/bin/python"


def python_with(*packages: str) -> Path | None:
    """Return a Python that has these packages; None where pip cannot install them."""
    if not _PYTHON.exists():
        venv.create(HOME / "venv", with_pip=True)
    command = [str(_PYTHON), "-m", "pip", "install", "-q", *packages]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        print(f"ABSENT: pip cannot install {' and '.join(packages)}", file=sys.stderr)
        return None
    return _PYTHON
