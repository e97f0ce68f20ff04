"""What poppler reads on the pages of a PDF: a witness that shares nothing with our reader."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

_HEAD, _FOOT = 66, 738
_LETTER_WIDTH = 612


def page_count(file: Path) -> int:
    """Return how many pages a PDF has."""
    told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    found = re.search(r"^Pages:\s+(\d+)", told, re.MULTILINE)
    return int(found[1]) if found else 0


def page_texts(file: Path) -> list[str]:
    """Return the text of every page between running head and foot; page 1 with its letterhead."""
    first = _text(file, 1, 1, 0)
    rest = _text(file, 2, page_count(file), _HEAD) if page_count(file) > 1 else ""
    pages = [*first.split("\f"), *rest.split("\f")]
    return [page for page in pages if page.strip()]


def _text(file: Path, first: int, last: int, top: int) -> str:
    place = ["-x", "0", "-y", str(top), "-W", str(_LETTER_WIDTH), "-H", str(_FOOT - top)]
    command = ["pdftotext", "-raw", "-f", str(first), "-l", str(last), *place, str(file), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
