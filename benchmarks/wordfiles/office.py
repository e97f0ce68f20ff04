"""LibreOffice as a reader of Word files: one process of it reads file after file."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from benchmarks.wordfiles.pandoc import Mode
from benchmarks.wordfiles.told import Told, told

_PYTHON = "/usr/bin/python3"  # the one that Debian's bridge to LibreOffice is made for
_WORKER = Path(__file__).with_name("office_worker.py")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_BLANK = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_UNSAID = {f"{_TEXT}note-citation", f"{_OFFICE}annotation"}


class Office:
    """LibreOffice at work until the stack closes."""

    def __init__(self, stack: ExitStack) -> None:
        version = subprocess.run(
            ["soffice", "--version"], capture_output=True, text=True, check=True
        )
        self.name = " ".join(version.stdout.split()[:2])
        self._process = stack.enter_context(
            subprocess.Popen(
                [_PYTHON, str(_WORKER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        )
        assert self._process.stdin
        stack.callback(self._process.stdin.close)

    def read(self, path: Path, mode: Mode) -> Told:
        """Return the paragraphs of a file, empty cells of tables left out."""
        answer = self._ask({"path": str(path), "mode": mode})
        root = ElementTree.fromstring(str(answer["text"]))
        if next(root.iter(f"{_TEXT}changed-region"), None) is not None:
            raise ValueError("a change was neither accepted nor rejected")
        body = root.find(f"{_OFFICE}body/{_OFFICE}text")
        numbers = answer["numbers"]
        assert body is not None
        assert isinstance(numbers, list)
        return tuple(filter(None, _paragraphs(body, numbers)))

    def print(self, path: Path, target: Path) -> None:
        """Write a file as PDF."""
        self._ask({"path": str(path), "mode": "pdf", "to": str(target)})

    def _ask(self, asked: dict[str, str]) -> dict[str, object]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        answer: dict[str, object] = json.loads(self._process.stdout.readline())
        return answer


def _paragraphs(body: Element, numbers: Sequence[str]) -> Iterator[str]:
    cells = {p for cell in body.iter(f"{_TABLE}table-cell") for p in _own(cell)}
    left = iter(numbers)
    for paragraph in _own(body):
        if paragraph not in cells:
            yield told(_words(paragraph), next(left))
        else:
            yield told(_words(paragraph))


def _own(element: Element) -> Iterator[Element]:
    """Yield the paragraphs of an element in order, those of notes left out."""
    for child in element:
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield child
        else:
            yield from _own(child)


def _words(element: Element) -> str:
    return (element.text or "") + "".join(_said(child) + (child.tail or "") for child in element)


def _said(element: Element) -> str:
    if element.tag == f"{_TEXT}note":
        citation, body = element.find(f"{_TEXT}note-citation"), element.find(f"{_TEXT}note-body")
        assert citation is not None
        assert body is not None
        words = " ".join(_words(each).strip() for each in _own(body))
        return "{" + f"{citation.get(f'{_TEXT}label', '')} {words}".strip() + "}"
    if element.tag == f"{_TEXT}s":
        return " " * int(element.get(f"{_TEXT}c", "1"))
    if element.tag in _UNSAID:
        return ""
    return _BLANK.get(element.tag, "") or _words(element)
