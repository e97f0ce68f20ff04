"""One verb of the command line: its arguments and what it does, loaded when it is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from keyword import iskeyword

from penholder.cli.arguments import ArgumentReader
from penholder.cli.catalogue import SUMMARIES


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: how its arguments are read and what it does.

    ``run`` returns the exit code; ``examples`` close its help.
    """

    name: str
    summary: str
    examples: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def load(name: str) -> Verb:
    """Return a verb; only its own module is imported."""
    module = import_module(f"penholder.cli.{module_of(name)}")
    return Verb(name, SUMMARIES[name], module.EXAMPLES, module.configure, module.run)


def module_of(verb: str) -> str:
    """Return the name of a verb's module, which cannot be a word of Python's own."""
    return f"{verb}_" if iskeyword(verb) else verb.replace("-", "_")


def parser_of(verb: Verb) -> argparse.ArgumentParser:
    """Return the reader of a verb's arguments, those that every verb takes included."""
    parser = ArgumentReader(
        prog=f"penholder {verb.name}",
        description=f"{verb.summary[0].upper()}{verb.summary[1:]}.",
        epilog=f"examples:\n{verb.examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    verb.configure(parser)
    talk = parser.add_mutually_exclusive_group()
    talk.add_argument("-q", "--quiet", action="store_true", help="say nothing but problems")
    talk.add_argument("-v", "--verbose", action="store_true", help="say more of what is done")
    return parser
