"""Look which Debian packages a job still needs, and install those where that is allowed.

    python3 scripts/system_packages.py page            what printing needs
    python3 scripts/system_packages.py tests           what the tests look at pages with
    python3 scripts/system_packages.py fonts           what Arabic and Chinese pages are set in
    python3 scripts/system_packages.py word            what Word files are read back with
    python3 scripts/system_packages.py --try browser   go on where it cannot be installed

Runs with the system's Python alone, before there is an environment. What is there is found by
looking for the thing itself, not for its package: it may have come another way.
"""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial


def main() -> int:
    """Install what is missing; return 0, or 1 where it cannot be installed."""
    parser = argparse.ArgumentParser(description=__doc__, usage="%(prog)s [--try] JOB ...")
    parser.add_argument("--try", action="store_true", dest="is_optional")
    parser.add_argument("jobs", nargs="+", choices=JOBS)
    asked = parser.parse_args()
    missing = [name for job in asked.jobs for name, is_there in JOBS[job].items() if not is_there()]
    if not missing:
        return 0
    why = installed(missing)
    if why and asked.is_optional:
        print(f"going on without {' '.join(missing)}: {why}", file=sys.stderr)
        return 0
    if why:
        print(f"{why}; please run: apt-get install {' '.join(missing)}", file=sys.stderr)
    return 1 if why else 0


def installed(packages: list[str]) -> str:
    """Install packages through apt-get; return what kept them from it, or nothing."""
    if shutil.which("apt-get") is None:
        return "there is no apt-get here"
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if rights and not (shutil.which("sudo") and succeeds([*rights, "true"])):
        return "packages are missing, and this is neither root nor sudo without a password"
    print(f"installing {' '.join(packages)}", file=sys.stderr)
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    if not succeeds([*apt, "update"]):
        return "apt-get update failed"
    if not succeeds([*apt, "install", "--yes", "--no-install-recommends", *packages]):
        return "apt-get install failed"
    return ""


def succeeds(command: list[str]) -> bool:
    """Whether a command ends well; what it prints is shown only where it does not."""
    ended = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if ended.returncode:
        print(ended.stdout + ended.stderr, end="", file=sys.stderr)
    return ended.returncode == 0


def has_library(name: str) -> bool:
    """Whether the loader of the system finds a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_program(name: str) -> bool:
    """Whether a program is on the path."""
    return shutil.which(name) is not None


def has_font(family: str) -> bool:
    """Whether fontconfig knows a family of fonts."""
    if not has_program("fc-list"):
        return False
    listed = subprocess.run(["fc-list", family], capture_output=True, check=True)
    return bool(listed.stdout.strip())


def has_venv() -> bool:
    """Whether this Python can make environments with pip in them."""
    return importlib.util.find_spec("ensurepip") is not None


def has_bridge() -> bool:
    """Whether the system's own Python can speak to LibreOffice."""
    return has_program("/usr/bin/python3") and succeeds(["/usr/bin/python3", "-c", "import uno"])


JOBS: dict[str, dict[str, Callable[[], bool]]] = {
    "page": {
        f"python3.{sys.version_info.minor}-venv": has_venv,
        "libpango-1.0-0": partial(has_library, "libpango-1.0.so.0"),
        "libpangoft2-1.0-0": partial(has_library, "libpangoft2-1.0.so.0"),
        "libharfbuzz-subset0": partial(has_library, "libharfbuzz-subset.so.0"),
        "fontconfig": partial(has_program, "fc-list"),
        "fonts-liberation": partial(has_font, "Liberation Serif"),
    },
    "tests": {
        "poppler-utils": partial(has_program, "pdftotext"),
        "qpdf": partial(has_program, "qpdf"),
    },
    "fonts": {
        "fonts-hosny-amiri": partial(has_font, "Amiri"),
        "fonts-arphic-gbsn00lp": partial(has_font, "AR PL SungtiL GB"),
        "fonts-arphic-gkai00mp": partial(has_font, "AR PL KaitiM GB"),
        "fonts-arphic-uming": partial(has_font, "AR PL UMing CN"),
        "fonts-arphic-ukai": partial(has_font, "AR PL UKai CN"),
        "fonts-droid-fallback": partial(has_font, "Droid Sans Fallback"),
    },
    "word": {
        "pandoc": partial(has_program, "pandoc"),
        "libreoffice-writer-nogui": partial(has_program, "soffice"),
        "python3-uno": has_bridge,
    },
    "browser": {"chromium": partial(has_program, "chromium")},
}


if __name__ == "__main__":
    sys.exit(main())
