"""The verb import: official documents become YAML, and every word that is no wording is told."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from penholder.cli import report
from penholder.cli.arguments import whole_number
from penholder.cli.import_tracked import (
    account_record,
    base_of,
    changes_told,
    on_base,
    rejected,
)
from penholder.cli.names import here, shown
from penholder.errors import ContentError, PenholderError, UnreadableError, UsageError
from penholder.ingest.passages import Place, SetAside
from penholder.ingest.provenance import provenance
from penholder.ingest.recognise import Recognised
from penholder.ingest.workshop import LARGEST_SOURCE, read_sources
from penholder.model.blocks import Unplaced
from penholder.model.document import Document
from penholder.model.outline import outline
from penholder.model.symbol import Symbol, SymbolError
from penholder.model.version import DraftName, Name
from penholder.store.atomic import atomic_write
from penholder.store.files import read_file
from penholder.store.places import ORIGIN
from penholder.store.read import read_document
from penholder.store.write import write_document

EXAMPLES = """\
  penholder import A_RES_80_7.pdf                   content/A/RES/80/7.yaml
  penholder import *.pdf                            many at once, on all processors
  penholder import text.txt --symbol A/RES/53/123
  penholder import revised.docx --with-base         a tracked file: draft, and base beside it
  penholder import revised.docx --rejected          the text before every tracked change
  penholder import A_RES_80_7.pdf --stdout          the YAML on standard output
  penholder import A_RES_80_7.pdf --report          source and result side by side, as HTML"""
_LONGEST = 100


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a PDF, a Word file, a text, HTML")
    parser.add_argument("--symbol", type=_symbol, help="the symbol, where the file says none")
    parser.add_argument("--stdout", action="store_true", help="print the YAML, write no file")
    parser.add_argument("--force", action="store_true", help="write over a document that is there")
    versions = parser.add_mutually_exclusive_group()
    versions.add_argument(
        "--rejected", action="store_true", help="docx: the text with every tracked change rejected"
    )
    versions.add_argument(
        "--with-base", action="store_true", help="docx: also that text, as the base of the draft"
    )
    parser.add_argument("--json", action="store_true", help="tell what was read as JSON")
    parser.add_argument(
        "--report", action="store_true", help="write build/SYMBOL.import.html: source beside result"
    )
    parser.add_argument(
        "--workers", type=whole_number, help="how many files at once; all processors"
    )


def run(options: argparse.Namespace) -> int:
    """Import every file; one that cannot be read keeps no other from it."""
    if options.symbol and len(options.files) > 1:
        raise UsageError("E-USAGE", "one --symbol for several files", "import them one by one")
    files = [Path(file) for file in options.files]
    failures: dict[int, PenholderError] = {}
    bar = report.Bar("importing", len(files))
    for place, outcome in read_sources(files, options.workers or os.cpu_count() or 1):
        try:
            if isinstance(outcome, PenholderError):
                raise outcome
            _keep(files[place], outcome, options)
        except PenholderError as error:
            failures[place] = _named(files[place], error)
        bar.step()
    bar.end()
    return report.failures(failures[place] for place in sorted(failures))


def _symbol(text: str) -> Symbol:
    try:
        return Symbol.parse(text)
    except SymbolError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _named(file: Path, error: PenholderError) -> PenholderError:
    """Return an error that says which file it is about."""
    if isinstance(error, ContentError) or str(file) in error.what:
        return error
    return type(error)(error.code, f"{shown(file)}: {error.what}", error.fix)


def _keep(file: Path, read: Recognised, options: argparse.Namespace) -> None:
    found = rejected(read) if options.rejected else read
    name = options.symbol or _name_of(found, file)
    if options.stdout:
        report.say(_checked(found.document, str(file), "").rstrip("\n"))
    elif options.with_base and found.base:
        called, is_kept = base_of(found, name)
        if not is_kept:
            _write(rejected(found), called, file, options)
        found = on_base(found, called)
        _write(found, name, file, options)
        report.tell(f"next: penholder diff {name}")
    else:
        _write(found, name, file, options)
    if options.json:
        report.as_json(account_record(str(name), found))
    report.tell(_account(str(name), found))


def _name_of(found: Recognised, file: Path) -> Name:
    """Return the symbol of a document; a tracked file is a draft, not yet what it revises."""
    symbol = found.document.masthead.symbol
    return symbol if symbol and not found.base else _draft_name(file)


def _write(found: Recognised, name: Name, file: Path, options: argparse.Namespace) -> None:
    place = here().path_of(name)
    if os.path.lexists(place) and not options.force:
        fix = "add --force to write over it, or name another with --symbol"
        raise UnreadableError("E-EXISTS", f"{shown(place)} is there already", fix)
    text = _checked(found.document, str(file), here().modeline(place))
    atomic_write(place, text.encode())
    atomic_write(place.with_suffix(ORIGIN), provenance(found, file.name).encode())
    report.tell(f"wrote {shown(place)}")
    if options.report:
        from penholder.ingest.page_pictures import page_pictures_of
        from penholder.publish.import_report import import_report

        target = here().build / f"{name.path}.import.html"
        pictures = page_pictures_of(read_file(file, LARGEST_SOURCE))
        atomic_write(target, import_report(found, str(name), pictures).encode())
        report.tell(f"wrote {shown(target)}")


def _checked(document: Document, file: str, modeline: str) -> str:
    """Return the canonical text; raises ContentError where it could not be read again."""
    text = write_document(document, modeline=modeline)
    source = read_document(text.encode(), file)
    if source.document is None:
        raise ContentError(source.problems)
    return text


def _draft_name(file: Path) -> DraftName:
    slug = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:100].strip("-")
    return DraftName(f"drafts/{slug or 'imported'}")


def _account(name: str, found: Recognised) -> str:
    """Return the list of what was set aside, by reason, and how many words found no place."""
    lines = [f"{name}: {report.plural(len(found.set_aside), 'piece')} set aside"]
    lines += [*_told(found.set_aside), *changes_told(found)]
    strays = [u.block for u in outline(found.document) if isinstance(u.block, Unplaced)]
    lines += [
        f"  W-UNPLACED {_where(each)} has no place, and stands at the end: {each.text[:_LONGEST]}"
        for each in strays
    ]
    return "\n".join(lines)


def _where(each: Unplaced) -> str:
    return f"page {each.page}" if each.page else "a paragraph"


def _told(pieces: Iterable[SetAside]) -> list[str]:
    """Return a line for each text set aside, with its reason and every page it stands on."""
    ordered = sorted(pieces, key=lambda each: (each.reason, each.text, *_order(each.place)))
    told = []
    for (reason, text), same in groupby(ordered, key=lambda each: (each.reason, each.text)):
        told.append(f"  {reason}, {_places([each.place for each in same])}: {text}")
    return told


def _order(place: Place) -> tuple[str, int, int]:
    return place.part, place.page, place.line


def _places(places: Sequence[Place]) -> str:
    """Return where a text stands: ``page 2, 4``, ``paragraph 12 of the text``."""
    if places[0].part:
        return ", ".join(str(place) if place.line else f"in the {place.part}" for place in places)
    return f"page {', '.join(str(place.page) for place in places)}"
