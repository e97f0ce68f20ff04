"""The other tools of comparison, installed into an environment of their own below build/."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.comparing.ours import Marks
from benchmarks.timing import ROOT

HOME = ROOT / "build/peers"
_PYTHON = HOME / "venv/bin/python"
_WORKER = Path(__file__).with_name("peer_worker.py")
_PACKAGES = {
    "docxodus": ("python-redlines[docxodus]", "python-docx"),
    "redlines": ("redlines",),
    "xmldiff": ("xmldiff",),
    "lxml.html.diff": ("lxml", "lxml_html_clean"),
    "diff-match-patch": ("diff-match-patch",),
    "git --word-diff": (),
    "wdiff": (),
    "iddiff": ("iddiff",),
}
NAMES = tuple(_PACKAGES)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a peer marks between two versions, and the seconds it took: of CPU, on the clock."""

    marks: Marks
    seconds: float
    elapsed: float


class Peer:
    """A tool at work in a process of its own, loaded once and asked many times."""

    def __init__(self, name: str, stack: ExitStack) -> None:
        self.name = name
        self._process = stack.enter_context(
            subprocess.Popen(
                [str(_PYTHON), str(_WORKER), name],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=_environment(),
            )
        )
        stack.callback(self._process.kill)

    def ask(self, before: Sequence[str], after: Sequence[str]) -> Answer | None:
        """Return what the tool marks between two lists of paragraphs.

        None where it broke down or was given up after a minute.
        """
        assert self._process.stdin
        assert self._process.stdout
        try:
            self._process.stdin.write(json.dumps([list(before), list(after)]) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return None
        line = self._process.stdout.readline()
        if not line:
            return None
        told = json.loads(line)
        if told is None:
            return None
        marks = Marks(told["delete"], told["insert"], told["move"], told["hunks"])
        return Answer(marks, told["seconds"], told["elapsed"])


def at_work(stack: ExitStack) -> tuple[list[Peer], dict[str, str]]:
    """Return the peers that answer here and, by name, why the others are absent."""
    absent = dict(_missing())
    found = []
    for name in NAMES:
        if name in absent:
            continue
        peer = Peer(name, stack)
        if peer.ask(["Invites all States;"], ["Urges all States;"]) is None:
            absent[name] = "does not run on this machine"
        else:
            found.append(peer)
    return found, absent


def _missing() -> Iterator[tuple[str, str]]:
    """Install what can be installed; yield the peers that cannot, and why."""
    if not _PYTHON.exists():
        venv.create(HOME / "venv", with_pip=True)
    stamp = HOME / "installed"
    known = stamp.read_text("utf-8").split("\n") if stamp.exists() else []
    for name, packages in _PACKAGES.items():
        if not packages or name in known:
            continue
        ended = _quiet([str(_PYTHON), "-m", "pip", "install", "-q", *packages])
        if ended.returncode:
            yield name, f"pip cannot install {' and '.join(packages)}"
        else:
            known.append(name)
    stamp.write_text("\n".join(known), "utf-8")
    if _quiet(["wdiff", "--version"]).returncode:
        yield "wdiff", "GNU wdiff is not installed and cannot be fetched"


def _quiet(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, capture_output=True, text=True, env=_environment(), check=False
        )
    except FileNotFoundError as error:
        return subprocess.CompletedProcess(command, 127, "", str(error))


def _environment() -> dict[str, str]:
    """Return the environment of a peer: GNU wdiff is found where it was unpacked."""
    _fetch_wdiff()
    path = f"{HOME / 'wdiff/usr/bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return {**clean, "PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "XDG_CACHE_HOME": str(HOME)}


def _fetch_wdiff() -> None:
    """Unpack Debian's package of GNU wdiff below build/, without installing it."""
    if (HOME / "wdiff").exists() or sys.platform != "linux":
        return
    HOME.mkdir(parents=True, exist_ok=True)
    subprocess.run(["apt-get", "download", "wdiff"], cwd=HOME, capture_output=True, check=False)
    for package in HOME.glob("wdiff_*.deb"):
        subprocess.run(["dpkg", "-x", package.name, "wdiff"], cwd=HOME, check=False)
