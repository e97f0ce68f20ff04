"""One other tool of comparison, asked line by line; runs in the environment of the peers.

Each line of input holds two lists of paragraphs as JSON; each line of output the words that the
tool marks as deleted, inserted and moved, the places marked, and the seconds of CPU it took; null
where it was given up after a minute.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from resource import RLIMIT_CPU, RUSAGE_CHILDREN, RUSAGE_SELF, getrusage, setrlimit
from time import perf_counter
from typing import Literal, NamedTuple

LONGEST = 60  # seconds of CPU for one pair
Op = Literal["", "delete", "insert", "move", "left"]
Lines = Sequence[str]


class Piece(NamedTuple):
    """A run of text and what the tool says of it; ``left`` is where a move began."""

    op: Op
    text: str


def docxodus(before: Lines, after: Lines) -> Iterator[Piece]:
    """Yield the pieces of a Word document with tracked changes, moves detected."""
    from lxml import etree
    from python_redlines.engines import DocxodusEngine

    made, _, _ = DocxodusEngine().run_redline("x", _docx(before), _docx(after), detect_moves=True)
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml"))
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    ops: dict[str, Op] = {"ins": "insert", "del": "delete", "moveTo": "move", "moveFrom": "left"}
    for node in root.iter(f"{name}t", f"{name}delText"):
        above = [each.tag.removeprefix(name) for each in node.iterancestors()]
        found = [tag for tag in above if tag in ops]
        yield Piece(ops[found[-1]] if found else "", node.text or "")


def redlines(before: Lines, after: Lines) -> Iterator[Piece]:
    """Yield the pieces of the package ``redlines``, words compared by difflib."""
    from redlines import Redlines

    texts = ("\n\n".join(before), "\n\n".join(after))
    yield from _tagged(Redlines(*texts, markdown_style="none").output_markdown)


def xmldiff(before: Lines, after: Lines) -> Iterator[Piece]:
    """Yield the pieces of xmldiff's own formatter of text."""
    from lxml import etree
    from xmldiff import formatting, main

    formatter = formatting.XMLFormatter(text_tags=("p",), normalize=formatting.WS_BOTH)
    root = etree.fromstring(main.diff_texts(_xml(before), _xml(after), formatter=formatter))
    yield from _walked(root, "")


def _walked(node: object, op: Op) -> Iterator[Piece]:
    name = "{http://namespaces.shoobx.com/diff}"
    element: object = node
    tag, keys = str(getattr(element, "tag", "")), dict(getattr(element, "attrib", {}))
    for kind in ("delete", "insert"):
        if not op and (tag == name + kind or name + kind in keys):
            op = kind
    yield Piece(op, getattr(element, "text", None) or "")
    for child in element:  # type: ignore[attr-defined]
        yield from _walked(child, op)
        yield Piece(op, child.tail or "")


def lxml_diff(before: Lines, after: Lines) -> Iterator[Piece]:
    """Yield the pieces of lxml.html.diff."""
    from lxml.html.diff import htmldiff

    yield from _tagged(htmldiff(_html(before), _html(after)))


def diff_match_patch(before: Lines, after: Lines) -> Iterator[Piece]:
    """Yield the pieces of diff-match-patch, cleaned up by meaning."""
    from diff_match_patch import diff_match_patch as engine_of

    engine = engine_of()
    found = engine.diff_main(_text(before), _text(after))
    engine.diff_cleanupSemantic(found)
    ops: dict[int, Op] = {-1: "delete", 0: "", 1: "insert"}
    return (Piece(ops[op], text) for op, text in found)


def git_word_diff(before: Lines, after: Lines) -> Iterator[Piece]:
    """Yield the pieces of git's own comparison of words."""
    command = ["git", "diff", "--no-index", "--word-diff=porcelain", "--unified=99999"]
    lines = _run(command, before, after).splitlines()
    start = next((index for index, line in enumerate(lines) if line.startswith("@@")), len(lines))
    ops: dict[str, Op] = {"-": "delete", "+": "insert", " ": ""}
    for line in lines[start + 1 :]:
        yield Piece(ops.get(line[:1], ""), "\n" if line.startswith("~") else line[1:] + " ")


def wdiff(before: Lines, after: Lines) -> Iterator[Piece]:
    """Yield the pieces of GNU wdiff."""
    marks = ["-w", "<del>", "-x", "</del>", "-y", "<ins>", "-z", "</ins>"]
    yield from _tagged(_run(["wdiff", *marks], before, after))


def iddiff(before: Lines, after: Lines) -> Iterator[Piece]:
    """Yield the pieces of iddiff side by side; what stands equal on both sides is told twice."""
    command = [str(Path(sys.executable).with_name("iddiff")), "-t", "-c", "99999"]
    made = _run(command, before, after)
    spans = re.sub(r'<span class="(delete|insert)">(.*?)</span>', r"<\1>\2</\1>", made, flags=re.S)
    yield from _tagged(spans.replace("delete>", "del>").replace("insert>", "ins>"))


PEERS: dict[str, Callable[[Lines, Lines], Iterable[Piece]]] = {
    "docxodus": docxodus,
    "redlines": redlines,
    "xmldiff": xmldiff,
    "lxml.html.diff": lxml_diff,
    "diff-match-patch": diff_match_patch,
    "git --word-diff": git_word_diff,
    "wdiff": wdiff,
    "iddiff": iddiff,
}


def _text(lines: Lines) -> str:
    return "\n".join(lines) + "\n"


def _html(lines: Lines) -> str:
    return "".join(f"<p>{escape(line)}</p>\n" for line in lines)


def _xml(lines: Lines) -> str:
    return f"<body>{_html(lines)}</body>"


def _docx(lines: Lines) -> bytes:
    from docx import Document

    made = Document()
    for line in lines:
        made.add_paragraph(line)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _run(command: Sequence[str], before: Lines, after: Lines) -> str:
    """Return what a command says of two files; a difference is no failure."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("before.txt", "after.txt")]
        for path, lines in zip(paths, (before, after), strict=True):
            path.write_text(_text(lines), "utf-8")
        ended = subprocess.run(
            [*command, *map(str, paths)], capture_output=True, text=True, cwd=folder
        )
    if ended.returncode not in (0, 1):
        raise RuntimeError(ended.stderr)
    return ended.stdout


def _tagged(text: str) -> Iterator[Piece]:
    """Yield the pieces of a text with ``ins`` and ``del`` elements."""
    op: Op = ""
    ops: dict[str, Op] = {"ins": "insert", "del": "delete"}
    for part in re.split(r"(<[^>]*>)", text):
        found = re.match(r"<(/?)(ins|del)\b", part)
        if found:
            op = "" if found[1] else ops[found[2]]
        elif not part.startswith("<"):
            yield Piece(op, part)


def _counted(pieces: Iterable[Piece]) -> dict[str, int]:
    """Return the words of each kind and the places where a reader sees a mark."""
    known = list(pieces)
    words = {"delete": 0, "insert": 0, "move": 0, "left": 0}
    for side in (("delete", "left"), ("insert", "move")):
        for op in _word_ops([piece for piece in known if piece.op in ("", *side)]):
            words[op] += 1
    return {**words, "hunks": _places(known)}


def _word_ops(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield what is said of each word that has a marked letter: a cut word is marked whole."""
    ops: list[str] = []
    for op, text in [*pieces, Piece("", " ")]:
        for sign in text:
            if sign.isspace():
                yield from ops[:1]
                ops = []
            elif op and sign.isalnum():
                ops.append(op)


def _places(pieces: Iterable[Piece]) -> int:
    """Return at how many places a reader sees a mark on words."""
    places, was_marked = 0, False
    for op, text in pieces:
        has_words = any(map(str.isalnum, text))
        places += bool(op) and has_words and not was_marked
        was_marked = (has_words and bool(op)) or (was_marked and not (has_words and not op))
    return places


def _cpu() -> float:
    used = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main(name: str) -> None:
    """Answer every pair that comes in: the first one here, which loads the tool, each further one
    in a child that may be given up; ``null`` where it is.
    """
    print(_answer(name, sys.stdin.readline()), flush=True)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            setrlimit(RLIMIT_CPU, (LONGEST, LONGEST))
            print(_answer(name, line), flush=True)
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            print("null", flush=True)


def _answer(name: str, line: str) -> str:
    before, after = json.loads(line)
    begun, started = _cpu(), perf_counter()
    pieces = list(PEERS[name](before, after))
    took = {"seconds": _cpu() - begun, "elapsed": perf_counter() - started}
    return json.dumps({**_counted(pieces), **took})


if __name__ == "__main__":
    main(sys.argv[1])
