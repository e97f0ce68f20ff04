"""The verb import: official documents become YAML, and every word that is no wording is told."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path

from penholder.cli import report
from penholder.cli.names import here, shown
from penholder.errors import (
    ContentError,
    PenholderError,
    UnreadableError,
    UsageError,
)
from penholder.ingest.passages import SetAside
from penholder.ingest.reading import read_source
from penholder.ingest.recognise import Recognised
from penholder.model.document import Document
from penholder.model.symbol import Symbol, SymbolError
from penholder.model.version import DraftName, Name
from penholder.store.atomic import atomic_write
from penholder.store.files import read_file
from penholder.store.read import read_document
from penholder.store.write import write_document

EXAMPLES = """\
  penholder import A_RES_80_7.pdf                   content/A/RES/80/7.yaml
  penholder import *.pdf                            many at once
  penholder import text.txt --symbol A/RES/53/123
  penholder import A_RES_80_7.pdf --stdout          the YAML on standard output"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a PDF, a text or an HTML page")
    parser.add_argument("--symbol", type=_symbol, help="the symbol, where the file says none")
    parser.add_argument("--stdout", action="store_true", help="print the YAML, write no file")
    parser.add_argument("--force", action="store_true", help="write over a document that is there")


def run(options: argparse.Namespace) -> int:
    """Import every file; one that cannot be read keeps no other from it."""
    if options.symbol and len(options.files) > 1:
        raise UsageError("E-USAGE", "one --symbol for several files", "import them one by one")
    failures: list[PenholderError] = []
    bar = report.Bar("importing", len(options.files))
    for file in options.files:
        try:
            _import(Path(file), options)
        except PenholderError as error:
            failures.append(type(error)(error.code, f"{file}: {error.what}", error.fix))
        bar.step()
    bar.end()
    return report.failures(failures)


def _symbol(text: str) -> Symbol:
    try:
        return Symbol.parse(text)
    except SymbolError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _import(file: Path, options: argparse.Namespace) -> None:
    found = read_source(read_file(file))
    name = options.symbol or found.document.masthead.symbol or _draft_name(file)
    if options.stdout:
        report.say(_checked(found.document, str(file), "").rstrip("\n"))
    else:
        _write(found.document, name, file, options)
    report.tell(_account(str(name), found))


def _write(document: Document, name: Name, file: Path, options: argparse.Namespace) -> None:
    place = here().path_of(name)
    if os.path.lexists(place) and not options.force:
        fix = "add --force to write over it, or name another with --symbol"
        raise UnreadableError("E-EXISTS", f"{shown(place)} is there already", fix)
    text = _checked(document, str(file), here().modeline(place))
    atomic_write(place, text.encode())
    report.tell(f"wrote {shown(place)}")


def _checked(document: Document, file: str, modeline: str) -> str:
    """Return the canonical text; raises ContentError where it could not be read again."""
    text = write_document(document, modeline=modeline)
    source = read_document(text.encode(), file)
    if source.document is None:
        raise ContentError(source.problems)
    return text


def _draft_name(file: Path) -> DraftName:
    slug = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")
    return DraftName(f"drafts/{slug or 'imported'}")


def _account(name: str, found: Recognised) -> str:
    """Return the list of what was set aside, each with its page and reason."""
    lines = [f"{name}: {report.plural(len(found.set_aside), 'piece')} set aside"]
    return "\n".join(lines + [_told(each) for each in found.set_aside])


def _told(each: SetAside) -> str:
    place = f"page {each.place.page}" + (f", line {each.place.line}" if each.place.line else "")
    return f"  {place}: {each.reason}: {each.text}"
