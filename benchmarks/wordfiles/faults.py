"""Faults of readers, each by a file of three paragraphs: what must come out, and what does.

A fault that our files avoid says so. One that is mended in a later reader shows here first.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.wordfiles.office import Office
from benchmarks.wordfiles.pandoc import Mode, Pandoc
from benchmarks.wordfiles.tools import python_with

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_IDS = count(1)


def _by() -> str:
    return f'w:id="{next(_IDS)}" w:author="A" w:date="2020-01-01T00:00:00Z"'


def _run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def _call(note: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{note}"/></w:r>'


def _come(inner: str) -> str:
    return f"<w:ins {_by()}>{inner}</w:ins>"


def _gone(words: str) -> str:
    return f"<w:del {_by()}>{_run(words, 'delText')}</w:del>"


def _level(level: int | None) -> str:
    if level is None:
        return ""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def _paragraph(inner: str, level: int | None = None, end: str = "", was: int | None = None) -> str:
    mark = f"<w:rPr><w:{end} {_by()}/></w:rPr>" if end else ""
    change = (
        "" if was is None else f"<w:pPrChange {_by()}><w:pPr>{_level(was)}</w:pPr></w:pPrChange>"
    )
    return f"<w:p><w:pPr>{_level(level)}{mark}{change}</w:pPr>{inner}</w:p>"


def _table(inner: str) -> str:
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        "<w:tblGrid><w:gridCol/></w:tblGrid>"
        f"<w:tr><w:tc>{_paragraph(inner)}</w:tc></w:tr></w:tbl>"
    )


@dataclass(frozen=True, slots=True)
class Fault:
    """A body, notes, the reader at fault, and what it must say in a mode."""

    name: str
    reader: str
    is_avoided: bool
    mode: Mode
    body: str
    must: tuple[str, ...]
    notes: tuple[str, ...] = ()


FAULTS = (
    Fault("an item that is gone leaves an empty item", "pandoc", False, "accept",
          _paragraph(_run("A"), 0) + _paragraph(_gone("B"), 0, "del") + _paragraph(_run("C"), 0),
          ("1. A", "2. C")),
    Fault("the level that a paragraph had is ignored", "pandoc", False, "reject",
          _paragraph(_run("A"), 0) + _paragraph(_run("B"), 1, was=0),
          ("1. A", "2. B")),
    Fault("words before a tracked end go into the next note", "pandoc", True, "reject",
          _paragraph(_run("A "), end="ins") + _paragraph(_run("B") + _call(1))
          + _paragraph(_run("C")),
          ("A B{N}", "C"), (_run("N"),)),
    Fault("a tracked end is lost after the first note of a file", "LibreOffice", True, "reject",
          _paragraph(_run("A") + _call(1) + _run(" B "), end="ins") + _paragraph(_run("C")),
          ("A{N} B C",), (_run("N"),)),
    Fault("a changed second call swallows the end of its paragraph", "LibreOffice", False, "reject",
          _paragraph(_run("A") + _call(1) + _come(_call(2))) + _paragraph(_run("B")),
          ("A{N}", "B"), (_run("N"), _run("M"))),
    Fault("changes in notes after a first one in a table", "LibreOffice", False, "reject",
          _paragraph(_run("A")) + _table(_run("B") + _call(1)) + _paragraph(_run("C") + _call(2)),
          ("A", "B{N}", "C{M}"), (_run("N"), _run("M") + _come(_run("X")))),
    Fault("the same words gone and come are joined wrongly", "LibreOffice", False, "accept",
          _paragraph(_run("A") + _come(_run(" words that are the same in both")), 0)
          + _paragraph(_gone("words that are the same in both"), None, "del")
          + _paragraph(_run("C"), 0),
          ("1. A words that are the same in both", "2. C")),
    Fault("settings of a paragraph that goes in pieces stay", "LibreOffice", True, "accept",
          _paragraph(_run("A"), 0)
          + _paragraph(f"<w:moveFrom {_by()}>{_run('B')}</w:moveFrom>" + _gone(" C"), 0, "moveFrom")
          + _paragraph(_run("D")),
          ("1. A", "D")),
)  # fmt: skip


def show_faults() -> None:
    """Print each fault with what the readers at hand make of it."""
    print("Faults of readers: what must come out, and what does")
    with ExitStack() as stack:
        path = Path(stack.enter_context(TemporaryDirectory())) / "fault.docx"
        readers: list[Pandoc | Office] = [*_pandocs(), Office(stack)]
        for fault in FAULTS:
            path.write_bytes(_file(fault))
            avoided = "our files avoid it" if fault.is_avoided else "our files have it"
            print(f"{fault.reader}: {fault.name} ({avoided}): {_told(fault.must)}")
            for reader in readers:
                if reader.name.startswith(fault.reader):
                    says = reader.read(path, fault.mode)
                    verdict = "right" if says == fault.must else _told(says)
                    print(f"    {reader.name}: {verdict}")
    print(flush=True)


def _told(paragraphs: Sequence[str]) -> str:
    return " | ".join(paragraphs)


def _pandocs() -> Iterator[Pandoc]:
    """Yield Debian's pandoc, and the newest that a package of Python carries."""
    yield Pandoc("pandoc")
    if python := python_with("pypandoc_binary"):
        for path in python.parents[1].glob("lib/*/site-packages/pypandoc/files/pandoc"):
            yield Pandoc(str(path))


def _file(fault: Fault) -> bytes:
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p>{inner}</w:p></w:footnote>'
        for number, inner in enumerate(fault.notes, 1)
    )
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, form, text in ((0, "decimal", "%1."), (1, "lowerLetter", "(%2)"))
    )
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    parts = {
        "word/document.xml": f"<w:document {_W}><w:body>{fault.body}<w:p/></w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{notes}</w:footnotes>",
        "word/numbering.xml": f"<w:numbering {_W}>{lists}</w:numbering>",
    }
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in zip(parts, ("document.main", "footnotes", "numbering"), strict=True)
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{relations}"/>'
        f"{kinds}</Types>"
    )
    parts["_rels/.rels"] = _links(("officeDocument", "word/document.xml"))
    parts["word/_rels/document.xml.rels"] = _links(
        ("footnotes", "footnotes.xml"), ("numbering", "numbering.xml")
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def _links(*links: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'
