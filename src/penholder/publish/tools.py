"""Which programs and fonts turn content into bytes, as one digest for build keys."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from penholder import __version__
from penholder.publish.fonts import find_fonts, font_digest, further_fonts

_PACKAGES = ("weasyprint", "jinja2", "pydyf", "tinycss2", "tinyhtml5", "pillow")
_LIBRARIES = (
    "libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz.so.0", "libharfbuzz-subset.so.0",
    "libfontconfig.so.1", "libfreetype.so.6",
)  # fmt: skip
_LIBRARY_FOLDERS = (
    "/usr/lib /usr/lib64 /usr/local/lib /usr/lib/x86_64-linux-gnu /usr/lib/aarch64-linux-gnu"
)


def tools_digest() -> str:
    """Return the SHA-256 of the versions of all tools and fonts; raises EnvironmentFault E-FONT.

    Libraries are known by the file their name leads to (``libpango-1.0.so.0.5000.12``), which
    is looked up, not loaded; packages likewise by their folder (``weasyprint-70.0.dist-info``).
    """
    lines = [f"penholder {__version__}", font_digest(find_fonts())]
    lines += [*sorted(_packages()), *further_fonts()]
    for folder in map(Path, _LIBRARY_FOLDERS.split()):
        lines += [str((folder / name).resolve()) for name in _LIBRARIES if (folder / name).exists()]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _packages() -> Iterator[str]:
    # Not importlib.metadata: it loads the parser of e-mail, which takes longer than all the rest.
    for folder in filter(None, sys.path):
        for path in Path(folder).glob("*.*-info"):
            if path.name.partition("-")[0].lower() in _PACKAGES:
                yield path.name
