"""The font files of the page, found and fingerprinted without WeasyPrint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from penholder.errors import EnvironmentFault

# Liberation Serif has the widths of Times New Roman, the face of United Nations documents.
FAMILIES = ("Liberation Serif",)
TYPESCRIPT = ("Liberation Mono", "Liberation Sans")
STYLES = ("Regular", "Bold", "Italic", "Bold Italic")

FOLDERS = (
    Path("/usr/share/fonts/truetype/liberation2"),  # Debian, preferred by fontconfig
    Path("/usr/share/fonts/truetype/liberation"),  # Debian, Ubuntu
    Path("/usr/share/fonts/liberation-serif-fonts"),  # Fedora
    Path("/usr/share/fonts/liberation-serif"),  # Fedora, earlier releases
    Path("/usr/share/fonts/liberation"),  # Arch
    Path("/usr/local/share/fonts"),
)


# Where Debian puts the fonts of further languages; known by size and time, since they are large.
_FURTHER_FOLDERS = (
    Path("/usr/share/fonts/truetype/arphic"),
    Path("/usr/share/fonts/opentype/fonts-hosny-amiri"),
    Path("/usr/share/fonts/truetype/droid"),
)


@dataclass(frozen=True, slots=True)
class FontNeeds:
    """The families that a page may be drawn with, and the Debian packages that bring them."""

    families: tuple[str, ...] = FAMILIES
    packages: tuple[str, ...] = ("fonts-liberation",)


LATIN = FontNeeds()


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face of one family: where it lies and the SHA-256 of its bytes, in hexadecimal."""

    family: str
    style: str
    path: Path
    sha256: str


def find_fonts(folders: Iterable[Path] = FOLDERS) -> tuple[FontFile, ...]:
    """Return every file of the page's faces that lies directly in one of the folders.

    Sorted by family, style and path. A second copy of a face is returned too: which copy is
    drawn is fontconfig's choice, so a fingerprint has to cover both.

    Raises EnvironmentFault E-FONT where a face has no file.
    """
    found = tuple(_existing(tuple(folders)))
    for family in FAMILIES:
        styles = {font.style for font in found if font.family == family}
        if absent := [style for style in STYLES if style not in styles]:
            raise missing_faces(family, absent)
    return tuple(sorted(found, key=lambda font: (font.family, font.style, font.path)))


def face_file(family: str, style: str, folders: Iterable[Path] = FOLDERS) -> Path:
    """Return the file of one face, in the first folder that has it; raises E-FONT."""
    places = (folder / _file_name(family, style) for folder in folders)
    found = next(filter(Path.is_file, places), None)
    if found is None:
        raise missing_faces(family, [style])
    return found


def font_digest(fonts: Iterable[FontFile]) -> str:
    """Return the SHA-256, in hexadecimal, of which faces there are and of their bytes."""
    lines = sorted(f"{font.family}\n{font.style}\n{font.sha256}\n" for font in fonts)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def further_fonts(folders: Iterable[Path] = _FURTHER_FOLDERS) -> tuple[str, ...]:
    """Return a line for every font file of further languages: its path, size and time of change."""
    paths = sorted(path for folder in folders if folder.is_dir() for path in folder.iterdir())
    states = ((path, path.stat()) for path in paths)
    return tuple(f"{path} {state.st_size} {state.st_mtime_ns}" for path, state in states)


def missing_families(families: Iterable[str], needs: FontNeeds) -> EnvironmentFault:
    """Return the fault that says which families a page of some language lacks."""
    return EnvironmentFault(
        "E-FONT",
        f"{', '.join(families)} is not installed, which the language of the page is set in",
        f"install it: make fonts, or apt install {' '.join(needs.packages)}",
    )


def missing_faces(family: str, styles: Iterable[str]) -> EnvironmentFault:
    """Return the fault that says which faces of a family are not installed."""
    return EnvironmentFault(
        "E-FONT",
        f"{family} is not installed ({', '.join(styles)})",
        "install it: apt install fonts-liberation",
    )


def _existing(folders: tuple[Path, ...]) -> Iterator[FontFile]:
    for family in FAMILIES:
        for style in STYLES:
            for folder in folders:
                if (path := folder / _file_name(family, style)).is_file():
                    yield FontFile(family, style, path, _fingerprint(path))


def _file_name(family: str, style: str) -> str:
    return f"{family}-{style}.ttf".replace(" ", "")


def _fingerprint(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as fault:
        raise EnvironmentFault(
            "E-FONT", f"{path} cannot be read: {fault.strerror}", "give it read permission"
        ) from fault
