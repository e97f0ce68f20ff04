"""Docxodus on our own clean files of each real pair: the words it marks, and its seconds."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from benchmarks.comparing.verdict import table
from benchmarks.timing import Figure, seconds
from benchmarks.wordfiles.tools import python_with
from benchmarks.wordfiles.trial import Trial, write

from penholder.publish.docx.word_file import WordSetting, clean_file

_WORKER = Path(__file__).with_name("docxodus_worker.py")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKS = tuple(f"{_W}{name}" for name in ("ins", "del", "moveTo"))
_PARTS = ("word/document.xml", "word/footnotes.xml")
_ROUNDS = 3
_FASTEST = 0.1


class Docxodus:
    """Docxodus at work in a process of its own."""

    def __init__(self, python: Path, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._process = stack.enter_context(
            subprocess.Popen(
                [str(python), str(_WORKER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        stack.callback(self._process.kill)

    def compare(self, before: bytes, after: bytes) -> tuple[bytes, float] | None:
        """Return the tracked file and the seconds it took; None where it broke down."""
        assert self._process.stdin
        assert self._process.stdout
        paths = [self._folder / name for name in ("before.docx", "after.docx", "to.docx")]
        paths[0].write_bytes(before)
        paths[1].write_bytes(after)
        asked = dict(zip(("before", "after", "to"), map(str, paths), strict=True))
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        took = json.loads(self._process.stdout.readline() or "null")
        return None if took is None else (paths[2].read_bytes(), took)


def docxodus_table(tried: Iterable[Trial], setting: WordSetting) -> Iterator[Figure]:
    """Print the marked words of both; yield how often it marks fewer, and our share of its time."""
    python = python_with("python-redlines[docxodus]")
    if python is None:
        return
    rows: list[Sequence[object]] = []
    fewer, ratios = [], []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        peer = Docxodus(python, folder, stack)
        for trial in tried:
            clean = [clean_file(each, setting) for each in (trial.before, trial.after)]
            path = folder / "ours.docx"
            found = []
            for _ in range(_ROUNDS):
                ours = seconds(partial(write, trial, setting, path))
                if answer := peer.compare(clean[0], clean[1]):
                    found.append((ours, answer))
            if not found:
                rows.append((trial.name, "", "broke down", "", ""))
                continue
            marks = marked(path.read_bytes()), marked(found[0][1][0])
            took = [median(ours for ours, _ in found), median(each[1] for _, each in found)]
            ratios += [ours / each[1] for ours, each in found]
            fewer.append(marks[1] < marks[0])
            rows.append((trial.name, *marks, *took))
    print("Marked words and seconds: ours beside Docxodus, on the same files")
    table(("", "marked", "Docxodus", "seconds", "Docxodus"), rows)
    yield Figure("pairs on which Docxodus marks fewer words", [sum(fewer)], 0, "pairs")
    yield Figure("seconds of ours for one of Docxodus", ratios, _FASTEST)


def marked(data: bytes) -> int:
    """Return the words inside changes of a tracked file, those moved counted once."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in _PARTS if name in archive.namelist()]
        roots = [ElementTree.fromstring(archive.read(name)) for name in names]
    return sum(len(text.split()) for root in roots for text in _changes(root))


def _changes(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _MARKS:
            yield "".join(
                each.text or " " if each.tag in (f"{_W}t", f"{_W}delText") else ""
                for each in child.iter()
            )
        else:
            yield from _changes(child)
