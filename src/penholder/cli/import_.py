"""The verb import: official documents become YAML, and every word that is no wording is told."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterator
from pathlib import Path

from penholder.cli import report
from penholder.cli.arguments import whole_number
from penholder.cli.import_account import account, summary
from penholder.cli.import_tracked import account_record, base_of, on_base, rejected
from penholder.cli.names import here, shown
from penholder.errors import ContentError, PenholderError, UnreadableError, UsageError
from penholder.ingest.hand_setting import read_with_setting
from penholder.ingest.provenance import provenance
from penholder.ingest.reading import read_source
from penholder.ingest.recognise import Recognised
from penholder.ingest.workshop import LARGEST_SOURCE, Outcome, read_sources
from penholder.model.document import Document
from penholder.model.hand_setting import NOTHING_BY_HAND
from penholder.model.symbol import Symbol, SymbolError
from penholder.model.version import DraftName, Name
from penholder.store.atomic import atomic_write
from penholder.store.files import read_file
from penholder.store.places import ORIGIN, setting_path
from penholder.store.read import read_document
from penholder.store.write import write_document

EXAMPLES = """\
  penholder import A_RES_80_7.pdf                   content/A/RES/80/7.yaml
  penholder import *.pdf                            many at once, on all processors
  penholder import text.txt --symbol A/RES/53/123
  penholder import revised.docx --with-base         a tracked file: draft, and base beside it
  penholder import revised.docx --rejected          the text before every tracked change
  penholder import A_RES_80_7.pdf --setting         also lines and spacing that an editor set
  penholder import A_RES_80_7.pdf --stdout          the YAML on standard output
  penholder import A_RES_80_7.pdf --report          source and result side by side, as HTML"""

_FIXES = {
    "E-NOTFILE": "name a PDF, a Word file, a text or an HTML page",
    "E-OPEN": "check the name of the file, and your right to read it",
}


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
    parser.add_argument(
        "--setting", action="store_true", help="PDF: also keep what was set by hand on its pages"
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
    if options.setting and options.stdout:
        what, fix = "--setting writes a file beside the document", "leave out --stdout"
        raise UsageError("E-USAGE", what, fix)
    files = [Path(file) for file in options.files]
    failures: list[PenholderError] = []
    taken: dict[Path, Path] = {}
    bar = report.Bar("importing", len(files))
    for file, outcome in _in_order(files, options, bar):
        bar.clear()
        try:
            if isinstance(outcome, PenholderError):
                raise outcome
            _keep(file, outcome, options, taken)
        except PenholderError as error:
            failures.append(_named(file, error))
    bar.end()
    code = report.failures(failures)
    if len(files) > 1:
        report.tell(_sum_up(len(files), len(failures), options))
    return code


def _in_order(
    files: list[Path], options: argparse.Namespace, bar: report.Bar
) -> Iterator[tuple[Path, Outcome]]:
    """Yield the outcome of every file in the order they were named, however long each takes."""
    workers = options.workers or os.cpu_count() or 1
    read = read_with_setting if options.setting else read_source
    done: dict[int, Outcome] = {}
    following = 0
    for place, outcome in read_sources(files, workers, read=read):
        bar.step()
        done[place] = outcome
        while following in done:
            yield files[following], done.pop(following)
            following += 1


def _sum_up(count: int, failed: int, options: argparse.Namespace) -> str:
    told = f"{count - failed} of {report.plural(count, 'file')} imported"
    if options.stdout or failed == count:
        return told
    return f"{told}; SYMBOL.origin.json lists what was set aside, as -v does here"


def _symbol(text: str) -> Symbol:
    try:
        return Symbol.parse(text)
    except SymbolError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _named(file: Path, error: PenholderError) -> PenholderError:
    """Return an error that says which file it is about, and how to mend it for import."""
    fix = _FIXES.get(error.code)
    if fix and not isinstance(error, ContentError):
        return type(error)(error.code, error.what, fix)
    if isinstance(error, ContentError) or str(file) in error.what:
        return error
    return type(error)(error.code, f"{shown(file)}: {error.what}", error.fix)


def _keep(
    file: Path, read: Recognised, options: argparse.Namespace, taken: dict[Path, Path]
) -> None:
    """Write or print one document; ``taken`` are the places that files of this run have filled."""
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
        place = here().path_of(name)
        if place in taken:
            what = f"{shown(place)} was made of {shown(taken[place])} a moment ago"
            raise UnreadableError("E-TWICE", what, "import one of the two with --symbol")
        _write(found, name, file, options)
        taken[place] = file
    if options.json:
        report.as_json(account_record(str(name), found))
    is_short = len(options.files) > 1 and not options.verbose
    report.tell("\n".join((summary if is_short else account)(str(name), found)))


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
    if options.setting:
        _write_setting(found, str(name), place)
    if options.report:
        from penholder.ingest.page_pictures import page_pictures_of
        from penholder.publish.import_report import import_report

        target = here().build / f"{name.path}.import.html"
        pictures = page_pictures_of(read_file(file, LARGEST_SOURCE))
        atomic_write(target, import_report(found, str(name), pictures).encode())
        report.tell(f"wrote {shown(target)}")


def _write_setting(found: Recognised, name: str, place: Path) -> None:
    """Write what was set by hand where the rules of the page would set it otherwise."""
    from penholder.publish.departures import departures
    from penholder.store.setting_format import write_setting

    target = setting_path(place)
    hand = departures(found.document, name, found.hand)
    if hand == NOTHING_BY_HAND:
        report.tell("nothing on its pages was set by hand")
        return
    atomic_write(target, write_setting(hand, here().modeline(target)).encode())
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
