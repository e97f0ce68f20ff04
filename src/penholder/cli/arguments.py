"""How the words after a verb are read: its options, told wrong in the way of everything else."""

from __future__ import annotations

import argparse
from typing import NoReturn

from penholder.errors import UsageError


class ArgumentReader(argparse.ArgumentParser):
    """A reader of arguments whose complaints have a code and a remedy."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError E-USAGE."""
        raise UsageError("E-USAGE", message, f"see {self.prog} --help")


def whole_number(text: str) -> int:
    """Return a whole number from 1 on; raises ArgumentTypeError."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return int(text)
