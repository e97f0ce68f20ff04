"""The verb schema: the JSON Schema of the file format."""

from __future__ import annotations

import argparse
from pathlib import Path

from penholder.cli import report
from penholder.errors import DONE
from penholder.store.atomic import atomic_write
from penholder.store.json_schema import json_schema

EXAMPLES = """\
  penholder schema                                      to standard output
  penholder schema -o schema/resolution.schema.json     where the files' first lines point"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("-o", "--output", type=Path, help="the file to write")


def run(options: argparse.Namespace) -> int:
    """Print the schema, or write it where asked."""
    if options.output:
        atomic_write(options.output, json_schema().encode())
        report.tell(f"wrote {options.output}")
    else:
        report.say(json_schema().rstrip())
    return DONE
