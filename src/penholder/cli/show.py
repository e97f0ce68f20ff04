"""The verb show: a document as it stood at a revision."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from penholder.cli import report
from penholder.cli.versions import locate
from penholder.errors import DONE

if TYPE_CHECKING:
    from penholder.model.document import Document

EXAMPLES = """\
  penholder show A/RES/53/123@HEAD~1              the YAML, byte for byte
  penholder show drafts/my-text@Rev.1 > rev1.yaml
  penholder show A/RES/53/123 --format text       as plain text, numbered
  penholder show A/RES/53/123 --format clauses    one clause on a line, to be compared"""


def _text(document: Document) -> str:
    from penholder.publish.text import document_text

    return document_text(document)


def _clauses(document: Document) -> str:
    from penholder.publish.clause_text import clause_text

    return clause_text(document)


_FORMS: dict[str, Callable[[Document], str]] = {"text": _text, "clauses": _clauses}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("version", help="SYMBOL@REVISION, drafts/NAME@REVISION, or without @")
    parser.add_argument("--format", choices=("yaml", *_FORMS), default="yaml", help="in which form")


def run(options: argparse.Namespace) -> int:
    """Print the version asked for."""
    located = locate(options.version)
    if options.format == "yaml":
        report.write(located.data)
        return DONE
    report.say(_FORMS[options.format](located.document()))
    return DONE
