"""Word files read back by a few lines of their own: all changes accepted, or all rejected."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Told = tuple[str, ...]
_KEPT = {"accept": ("ins", "moveTo"), "reject": ("del", "moveFrom")}
_LOST = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}


def parts_of(data: bytes) -> dict[str, Element]:
    """Return every XML part of a Word file by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def told(data: bytes, mode: str) -> Told:
    """Return each paragraph as style, level, and words with italics in stars and notes in braces.

    ``mode`` is accept or reject. Empty cells are left out: how many columns a table has follows
    from its widest row, those gone among them.
    """
    parts = parts_of(data)
    notes = {
        note.get(f"{W}id"): " ".join(_paragraphs(note, mode, {}))
        for note in parts["word/footnotes.xml"]
    }
    heads = [parts["word/header1.xml"], parts["word/header2.xml"], parts["word/header3.xml"]]
    roots = [*heads, parts["word/document.xml"]]
    return tuple(line for root in roots for line in _paragraphs(root, mode, notes))


def words(data: bytes, mode: str) -> str:
    """Return all words of the body, a line for each paragraph that has any."""
    lines = (line.partition("| ")[2] for line in told(data, mode))
    return "\n".join(line for line in lines if line)


def _paragraphs(root: Element, mode: str, notes: dict[str | None, str]) -> Iterator[str]:
    text = ""
    lost = _LOST[mode]
    gone = {
        paragraph
        for row in root.iter(f"{W}tr")
        if any(row.find(f"{W}trPr/{W}{tag}") is not None for tag in lost)
        for paragraph in row.iter(f"{W}p")
    }
    for paragraph in root.iter(f"{W}p"):
        if paragraph in gone:
            continue
        text += "".join(_letters(paragraph, mode, notes)).replace("**", "")
        if any(paragraph.find(f"{W}pPr/{W}rPr/{W}{tag}") is not None for tag in lost):
            continue
        dress = _dress(paragraph, mode)
        if text or dress != "TableText":
            yield f"{dress}| {text}"
        text = ""
    assert not text, "words at the end that belong to no paragraph"


def _dress(paragraph: Element, mode: str) -> str:
    settings = paragraph.find(f"{W}pPr")
    before = paragraph.find(f"{W}pPr/{W}pPrChange/{W}pPr")
    if mode == "reject" and before is not None:
        settings = before
    if settings is None:
        return ""
    names = ("pStyle", "numPr/ilvl", "ind")
    found = (settings.find("/".join(f"{W}{step}" for step in name.split("/"))) for name in names)
    return " ".join(
        value for each in found if each is not None for value in sorted(each.attrib.values())
    )


def _letters(element: Element, mode: str, notes: dict[str | None, str]) -> Iterator[str]:
    for child in element:
        name = child.tag.removeprefix(W)
        if name in _LOST[mode] or name == "pPr":
            continue
        if name in _KEPT[mode]:
            yield from _letters(child, mode, notes)
        elif name == "r":
            letters = "".join(_run(child, notes))
            yield f"*{letters}*" if letters and _is_italic(child, mode) else letters


def _is_italic(run: Element, mode: str) -> bool:
    face = run.find(f"{W}rPr")
    was = run.find(f"{W}rPr/{W}rPrChange/{W}rPr")
    if mode == "reject" and was is not None:
        face = was
    return face is not None and face.find(f"{W}i") is not None


def _run(run: Element, notes: dict[str | None, str]) -> Iterator[str]:
    for child in run:
        name = child.tag.removeprefix(W)
        if name in ("t", "delText"):
            yield child.text or ""
        elif name in ("tab", "br"):
            yield {"tab": "\t", "br": "\n"}[name]
        elif name == "footnoteReference":
            yield f"{{{notes.get(child.get(f'{W}id'), '')}}}"
