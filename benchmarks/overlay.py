"""One picture of an official page and ours: red stands only there, blue only in ours.

    python -m benchmarks.overlay OFFICIAL.pdf [FOLDER]     default: build/overlay
    python -m benchmarks.overlay --by-hand OFFICIAL.pdf    with what an editor set by hand

Writes a PNG for each page, grey where both have ink.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.official import printed_again, printed_by_hand
from PIL import Image, ImageChops

_DOTS_PER_INCH = 110
_BY_HAND = "--by-hand"
_Printed = Callable[[Path], bytes]


def main(official: Path, folder: Path, printed: _Printed) -> int:
    """Write the pictures and print their names; return 0."""
    for path in lay_over(official, folder, printed):
        print(path)
    return 0


def lay_over(official: Path, folder: Path, printed: _Printed = printed_again) -> list[Path]:
    """Write a picture for each page, and return where; raises PenholderError where none is had."""
    written = []
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as temporary:
        ours = Path(temporary) / "ours.pdf"
        ours.write_bytes(printed(official))
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
    names = [each for each in sys.argv[1:] if each != _BY_HAND]
    if len(names) not in (1, 2):
        sys.exit(f"usage: python -m benchmarks.overlay [{_BY_HAND}] OFFICIAL.pdf [FOLDER]")
    way = printed_by_hand if _BY_HAND in sys.argv else printed_again
    sys.exit(main(Path(names[0]), Path((names[1:] or ["build/overlay"])[0]), way))
