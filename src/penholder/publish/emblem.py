"""The place of the emblem, empty until a workspace fills it with an image of its own.

The emblem of the United Nations may be used with authorization only (General Assembly
resolution 92 (I)), so none comes with the program.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

NAMES = {"emblem.svg": "image/svg+xml", "emblem.png": "image/png"}


@dataclass(frozen=True, slots=True)
class Emblem:
    """An image and its kind; no bytes where the place stays empty."""

    data: bytes = b""
    mime_type: str = ""

    @property
    def screen_address(self) -> str:
        """The image as an address that carries it, for a page that is one file."""
        if not self.data:
            return ""
        return f"data:{self.mime_type};base64,{b64encode(self.data).decode()}"

    @property
    def print_address(self) -> str:
        """The image as the printer's asset."""
        return "asset:emblem" if self.data else ""


def find_emblem(folders: tuple[Path, ...]) -> Emblem:
    """Return the first emblem found in the template folders."""
    for folder in folders:
        for name, kind in NAMES.items():
            if (folder / name).is_file():
                return Emblem((folder / name).read_bytes(), kind)
    return Emblem()
