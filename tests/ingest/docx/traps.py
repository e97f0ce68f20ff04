"""Word files that would harm whoever reads them without a guard (traps 69 to 73, and their kin)."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable

from tests.ingest.docx.files import archive, outside, paragraph, part, related, types, word_file

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_GIB = 2**30
_FOREIGN = '<!DOCTYPE w SYSTEM "file:///etc/passwd">'


Making = Callable[[], bytes]


def traps() -> dict[str, tuple[Making, str, int]]:
    """Return each trap by name: what makes it, the code and the exit code that it must lead to."""
    good = word_file(paragraph("Recalling"))
    return {
        "no zip": (lambda: b"PK\x03\x04 and nothing behind", "E-DOCX", 3),
        "cut off": (lambda: good[: len(good) // 2], "E-DOCX", 3),
        "damaged part": (lambda: _damaged(good), "E-DOCX", 3),
        "zip of something else": (lambda: archive([("a.txt", "a")]), "E-DOCX", 3),
        "form before 2007": (lambda: _OLE + b"\0" * 4000, "E-DOCX", 3),
        "locked": (lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), "E-DOCX", 3),
        "not well formed": (lambda: word_file("<w:p>"), "E-DOCX", 3),
        "unknown entity": (lambda: word_file(paragraph("a &secret; b")), "E-DOCX", 3),
        "1 GiB of spaces": (_bomb, "E-ZIPBOMB", 4),
        "3 million paragraphs": (lambda: word_file("<w:p/>" * 3_000_000), "E-ZIPBOMB", 4),
        "lies about its size": (_lying, "E-DOCX", 3),
        "entities upon entities": (_laughs, "E-XXE", 4),
        "file of another's": (lambda: _declared(_FOREIGN), "E-XXE", 4),
        "document type in UTF-16": (_wide, "E-XXE", 4),
        "two texts": (_twice, "E-ZIP", 4),
        "path upward": (lambda: _with("../../evil.txt"), "E-ZIP", 4),
        "path from the root": (lambda: _with("/etc/passwd"), "E-ZIP", 4),
        "path of Windows": (lambda: _with("word\\..\\evil.txt"), "E-ZIP", 4),
        "100,000 entries": (lambda: _many(100_000), "E-ZIP", 4),
        "deep nesting": (lambda: word_file("<w:p>" * 10_000 + "</w:p>" * 10_000), "E-DEPTH", 4),
        "huge attribute": (lambda: word_file(f'<w:p w:rsidR="{_noise(200_000)}"/>'), "E-LEN", 4),
        "too many tags": (lambda: word_file(_tags()), "E-NODES", 4),
    }  # fmt: skip


def with_macros() -> bytes:
    """Return a file of the kind that holds macros, with a program that is none."""
    entries = _entries(word_file(paragraph("Recalling"), MACROS))
    return archive([*entries, ("word/vbaProject.bin", b"\0 no program")])


def linked() -> bytes:
    """Return a file with ways out: a template, a picture, an object, a link."""
    ways = "".join(
        outside(kind, f"https://example.org/{kind}")
        for kind in ("attachedTemplate", "image", "oleObject", "hyperlink")
    )
    return word_file(paragraph("Recalling"), links=related(outside=ways))


def _entries(data: bytes) -> list[tuple[str, str | bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return [(name, made.read(name)) for name in made.namelist()]


def _with(name: str) -> bytes:
    return archive([*_entries(word_file(paragraph("x"))), (name, "x")])


def _twice() -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        other = part("document", f"<w:body>{paragraph('another')}</w:body>")
        return archive([*_entries(word_file(paragraph("one"))), ("word/document.xml", other)])


def _damaged(data: bytes) -> bytes:
    place = data.index(b"word/document.xml") + 40
    return (
        data[:place] + bytes(255 - each for each in data[place : place + 20]) + data[place + 20 :]
    )


def _bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", types())
        with made.open("word/document.xml", "w", force_zip64=True) as text:
            for _ in range(_GIB // 2**22):
                text.write(b" " * 2**22)
    return target.getvalue()


def _lying() -> bytes:
    """Return a file whose text is said to be 100 bytes long, and is far longer."""
    data = bytearray(word_file(paragraph(_noise(300_000))))
    for sign, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(b"word/document.xml", data.index(sign) if sign == b"PK\x03\x04" else 0)
        starts = [i for i in range(len(data)) if data[i : i + 4] == sign]
        head = max(start for start in starts if start < (at if sign == b"PK\x03\x04" else 2**62)
                   and data[start:start + 120].find(b"word/document.xml") > 0)  # fmt: skip
        data[head + place : head + place + 4] = (100).to_bytes(4, "little")
    return bytes(data)


def _declared(declaration: str) -> bytes:
    text = part("document", f"<w:body>{paragraph('x')}</w:body>")
    entries = [each for each in _entries(word_file("")) if each[0] != "word/document.xml"]
    return archive([*entries, ("word/document.xml", declaration + text)])


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return _declared(f'<!DOCTYPE w [<!ENTITY a0 "ha">{entities}]>')


def _wide() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY x "y">]><w/>'
    entries = [each for each in _entries(word_file("")) if each[0] != "word/document.xml"]
    return archive([*entries, ("word/document.xml", text.encode("utf-16"))])


def _many(count: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for number in range(count):
            made.writestr(zipfile.ZipInfo(f"a{number}"), b"")
    return target.getvalue()


def _noise(length: int) -> str:
    """Return letters that a zip does not shrink much."""
    number, found = 1, []
    for _ in range(length // 8):
        number = number * 6364136223846793005 % 2**64
        found.append(f"{number >> 32:08x}")
    return "".join(found)


def _tags() -> str:
    return "".join(f'<w:p w:n="{number * 7919 % 999983}"/>' for number in range(700_000))
