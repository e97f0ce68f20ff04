"""One picture of an official page and ours: red stands only there, blue only in ours.

    python -m benchmarks.overlay OFFICIAL.pdf [FOLDER]     default: ./overlay

Writes a PNG for each page, grey where both have ink.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.official import printed_again
from PIL import Image, ImageChops

_DOTS_PER_INCH = 110


def main(official: Path, folder: Path) -> int:
    """Write the pictures and print their names; return 0."""
    for path in lay_over(official, folder):
        print(path)
    return 0


def lay_over(official: Path, folder: Path) -> list[Path]:
    """Write a picture for each page, and return where; raises PenholderError where none is had."""
    written = []
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as temporary:
        ours = Path(temporary) / "ours.pdf"
        ours.write_bytes(printed_again(official))
        theirs = _pages(official, Path(temporary) / "theirs")
        mine = _pages(ours, Path(temporary) / "mine")
        for number in range(max(len(theirs), len(mine))):
            path = folder / f"{official.stem}-{number + 1}.png"
            laid_over(theirs[number : number + 1], mine[number : number + 1]).save(path)
            written.append(path)
    return written


def laid_over(theirs: list[Image.Image], ours: list[Image.Image]) -> Image.Image:
    """Return one page over the other; either list is empty where there is no such page."""
    blank = Image.new("L", (theirs or ours)[0].size, 255)
    red, blue = (theirs or [blank])[0], (ours or [blank])[0].resize(blank.size)
    return Image.merge("RGB", (blue, ImageChops.darker(red, blue), red))


def _pages(file: Path, stem: Path) -> list[Image.Image]:
    command = ["pdftoppm", "-r", str(_DOTS_PER_INCH), "-gray", str(file), str(stem)]
    subprocess.run(command, check=True)
    return [Image.open(path).copy() for path in sorted(stem.parent.glob(f"{stem.name}-*.pgm"))]


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python -m benchmarks.overlay OFFICIAL.pdf [FOLDER]")
    sys.exit(main(Path(sys.argv[1]), Path((sys.argv[2:] or ["overlay"])[0])))
