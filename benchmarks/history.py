"""Time the history of a document against plain git: python benchmarks/history.py."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from penholder.history.discovery import discover
from penholder.history.repository import Repository
from penholder.history.revisions import read_many, revisions

COMMITS = 1000
ROUNDS = 9
TARGET = 3.0
DOCUMENT = "content/A/RES/53/123.yaml"
_PARAGRAPHS = 60
_NEIGHBOURS = 200


def main() -> int:
    """Print the table; return 0 when both medians are within the target, otherwise 1."""
    with tempfile.TemporaryDirectory() as folder:
        repository = _built(Path(folder))
        commits = [revision.commit for revision in revisions(repository, DOCUMENT)]
        if len(commits) != COMMITS:
            print(f"expected {COMMITS} revisions, found {len(commits)}")
            return 1
        print(f"{COMMITS} commits, {ROUNDS} rounds, ours and git in turn; ratio to plain git")
        log = _compared(
            "log", lambda: revisions(repository, DOCUMENT), lambda: _git_log(repository)
        )
        read = _compared(
            f"read {COMMITS}",
            lambda: list(read_many(repository, DOCUMENT, commits)),
            lambda: _git_batch(repository, commits),
        )
    _print_imports()
    return 0 if max(log, read) <= TARGET else 1


def _compared(name: str, ours: Callable[[], object], git: Callable[[], object]) -> float:
    pairs = [(_seconds(ours), _seconds(git)) for _ in range(ROUNDS)]
    ratios = sorted(mine / theirs for mine, theirs in pairs)
    median = statistics.median(ratios)
    mine, theirs = (1000 * statistics.median(column) for column in zip(*pairs, strict=True))
    spread = f"[{ratios[0]:.2f}..{ratios[-1]:.2f}]"
    print(f"{name:10} ours {mine:7.1f} ms   git {theirs:7.1f} ms   ratio {median:.2f} {spread}")
    return median


def _seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def _print_imports() -> None:
    """Time fresh interpreters: empty, and with what a first call to git loads."""
    program = "import penholder.history.revisions, git.cmd"
    empty = statistics.median(_seconds(lambda: _python("pass")) for _ in range(ROUNDS))
    loaded = statistics.median(_seconds(lambda: _python(program)) for _ in range(ROUNDS))
    print(f"{'import':10} {1000 * (loaded - empty):7.1f} ms above an empty interpreter")


def _python(program: str) -> None:
    subprocess.run([sys.executable, "-c", program], check=True)


def _git_log(repository: Repository) -> bytes:
    command = ("log", "--topo-order", "--no-ext-diff", "--no-textconv", "--", DOCUMENT)
    return _git(repository.work_tree, *command)


def _git_batch(repository: Repository, commits: list[str]) -> bytes:
    names = "".join(f"{commit}:{DOCUMENT}\n" for commit in commits).encode()
    return _git(repository.work_tree, "cat-file", "--batch", stdin=names)


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=folder, input=stdin, capture_output=True, check=True).stdout


def _built(folder: Path) -> Repository:
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _git(folder, "fast-import", "--quiet", stdin=b"".join(_stream()))
    return discover(folder)


def _stream() -> Iterator[bytes]:
    """One document through all commits, beside neighbours written once."""
    for number in range(COMMITS):
        yield b"commit refs/heads/main\ncommitter Expert <expert@example.org> "
        yield b"%d +0100\n" % (918_604_800 + 3600 * number)
        yield _data(b"Revise paragraph %d\n\nAfter the round.\n\nProposed-by: France\n" % number)
        if number == 0:
            for neighbour in range(1, _NEIGHBOURS + 1):
                yield b"M 100644 inline content/A/RES/52/%d.yaml\n" % neighbour
                yield _data(_text(neighbour))
        yield b"M 100644 inline %s\n" % DOCUMENT.encode() + _data(_text(number))


def _text(number: int) -> bytes:
    lines = [b"- Takes note of paragraph %d of the report, as submitted;\n" % line
             for line in range(_PARAGRAPHS)]  # fmt: skip
    lines[number % _PARAGRAPHS] = (
        b"- Decides, in round %d, to remain seized of the matter;\n" % number
    )
    return b"operative:\n" + b"".join(lines)


def _data(text: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(text), text)


if __name__ == "__main__":
    sys.exit(main())
