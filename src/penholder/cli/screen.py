"""The terminal at hand: how wide, and whether in colour."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from penholder.cli import report

if TYPE_CHECKING:
    from penholder.publish.terminal import Screen

_NARROWEST, _WIDEST = 40, 110


def screen() -> Screen:
    """Return the screen that results are set for, no wider than reads well."""
    from penholder.publish.terminal import Screen

    width = shutil.get_terminal_size((_WIDEST, 24)).columns
    return Screen(min(max(width, _NARROWEST), _WIDEST), report.output_is_coloured())
