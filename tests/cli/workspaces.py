"""What the tests of the verbs write, and what they look at."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DRAFT = """\
# yaml-language-server: $schema=../../schema/resolution.schema.json
schema: 1
kind: draft resolution
organ: General Assembly
title: Water
preamble:
- Recalling its resolution 47/193 of 22 December 1992,
operative:
- Calls upon all States to keep rivers clean;
- Decides to remain seized of the matter.
"""
BROKEN = DRAFT.replace("title:", "titel:")


@dataclass(frozen=True)
class Answer:
    """What a command left behind: its exit code, its result, and its talk."""

    code: int
    out: str
    err: str


Ask = Callable[..., Answer]
Git = Callable[..., str]


def write(root: Path, name: str, text: str) -> Path:
    """Write the file of a document and return it."""
    file = root / "content" / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def files_below(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes, links as what they point to."""
    return {
        str(path.relative_to(folder)): (
            str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
        )
        for path in folder.rglob("*")
        if path.is_file() or path.is_symlink()
    }
