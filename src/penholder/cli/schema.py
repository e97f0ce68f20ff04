"""The verb schema: the JSON Schema of the file format, and of what diff tells other programs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from penholder.cli import report
from penholder.errors import DONE

EXAMPLES = """\
  penholder schema                                      of documents, to standard output
  penholder schema -o schema/resolution.schema.json     where the files' first lines point
  penholder schema setting                              of what is set by hand, SYMBOL.setting.yaml
  penholder schema redline                              of diff --format json
  penholder schema encounters                           of diff BASE MINE THEIRS --format json
  penholder schema language                             of templates/languages/*.json"""


def _resolution() -> str:
    from penholder.store.json_schema import json_schema

    return json_schema()


def _setting() -> str:
    from penholder.store.json_schema import setting_schema

    return setting_schema()


def _redline() -> str:
    from penholder.publish.record_schema import redline_schema

    return redline_schema()


def _encounters() -> str:
    from penholder.publish.record_schema import encounters_schema

    return encounters_schema()


def _language() -> str:
    from penholder.publish.language_schema import language_schema

    return language_schema()


_SCHEMAS: dict[str, Callable[[], str]] = {
    "resolution": _resolution,
    "setting": _setting,
    "redline": _redline,
    "encounters": _encounters,
    "language": _language,
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument(
        "of", nargs="?", choices=tuple(_SCHEMAS), default="resolution", help="resolution if none"
    )
    parser.add_argument("-o", "--output", type=Path, help="the file to write")


def run(options: argparse.Namespace) -> int:
    """Print the schema, or write it where asked."""
    schema = _SCHEMAS[options.of]()
    if options.output:
        from penholder.store.atomic import atomic_write

        atomic_write(options.output, schema.encode())
        report.tell(f"wrote {options.output}")
    else:
        report.say(schema.rstrip())
    return DONE
