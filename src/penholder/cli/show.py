"""The verb show: a document as it stood at a revision."""

from __future__ import annotations

import argparse

from penholder.cli import report
from penholder.cli.versions import locate
from penholder.errors import DONE

EXAMPLES = """\
  penholder show A/RES/53/123@HEAD~1              the YAML, byte for byte
  penholder show drafts/my-text@Rev.1 > rev1.yaml
  penholder show A/RES/53/123 --format text       as plain text, numbered"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("version", help="SYMBOL@REVISION, drafts/NAME@REVISION, or without @")
    parser.add_argument("--format", choices=("yaml", "text"), default="yaml", help="in which form")


def run(options: argparse.Namespace) -> int:
    """Print the version asked for."""
    located = locate(options.version)
    if options.format == "yaml":
        report.write(located.data)
        return DONE
    from penholder.publish.text import document_text

    report.say(document_text(located.document()))
    return DONE
