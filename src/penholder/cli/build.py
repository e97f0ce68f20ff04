"""The verb build: documents become PDF, HTML and Word files below build/, and only what changed."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from penholder.cli import report
from penholder.cli.arguments import whole_number
from penholder.cli.beside import Beside, beside
from penholder.cli.fulfilment import fulfil
from penholder.cli.ledger import digest, open_ledger
from penholder.cli.orders import Order, stale_among
from penholder.cli.outputs import WRITTEN, check_apart, declare, formats_of, place_of
from penholder.cli.versions import Located, locate_all
from penholder.cli.volume import declare_volume, volume_orders
from penholder.cli.word import NOBODY, declare_numbers, word_setting
from penholder.cli.working import check_formats, declare_working, usual_formats, working_of
from penholder.errors import PenholderError, UsageError
from penholder.publish.working import ending

if TYPE_CHECKING:
    from penholder.publish.compose import Setting
    from penholder.publish.page import Page

EXAMPLES = """\
  penholder build                                 every document below content/
  penholder build A/RES/53/123                    build/A/RES/53/123.pdf and .html
  penholder build A/RES/53/123@HEAD~1 --format pdf
  penholder build drafts/my-text --format docx    build/drafts/my-text.docx
  penholder build drafts/my-text -o handout.pdf   one output, somewhere else
  penholder build drafts/my-text --working line-numbers,double-spaced
  penholder build drafts/my-text --working booklet    print it two-sided, turned on the short edge
  penholder build --volume volumes/53.yaml       build/volumes/53.pdf and .html
  penholder build text.yaml -o text.html          a file outside of any workspace
  penholder build --paper a4 --workers 4"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="what to print; all if none")
    parser.add_argument("--format", help="some of pdf, html, docx; pdf,html if none")
    declare(parser)
    declare_numbers(parser)
    declare_working(parser)
    declare_volume(parser)
    parser.add_argument("--force", action="store_true", help="print also what has not changed")
    parser.add_argument("--workers", type=whole_number, default=2, help="how many print at once")


def run(options: argparse.Namespace) -> int:
    """Build what was asked and return the gravest exit code among the documents."""
    orders, failures = planned(options)
    code = report.failures(failures)
    ledger = open_ledger()
    stale = orders if options.force else stale_among(orders, ledger)
    return max(code, fulfil(orders, stale, ledger, options.workers))


def planned(options: argparse.Namespace) -> tuple[list[Order], list[PenholderError]]:
    """Return an order for every output asked for, and why the other versions are not found."""
    if options.volume:
        return volume_orders(options)
    forms = working_of(options)
    formats = formats_of(options, usual_formats(forms), WRITTEN)
    check_formats(forms, formats)
    if options.output and len(options.versions) != 1:
        raise UsageError("E-USAGE", "-o takes exactly one version", "name one version")
    located, failures = locate_all(options.versions)
    orders: list[Order] = []
    for each in located:
        try:
            orders += [_order(_Sources(each, beside(each)), name, options) for name in formats]
        except PenholderError as error:
            failures.append(error)
    check_apart(order.output for order in orders)
    return orders, failures


@dataclass(frozen=True, slots=True)
class _Sources:
    """What an output is made of: a version, and what an editor set by hand in it."""

    located: Located
    setting: Beside | None

    @property
    def digests(self) -> tuple[str, ...]:
        beside = (digest(self.setting.data),) if self.setting else ()
        return (digest(self.located.data), *beside)


def _order(sources: _Sources, name: str, options: argparse.Namespace) -> Order:
    forms = working_of(options)
    located = sources.located
    return Order(
        output=place_of(options, f"{located.stem}{ending(forms)}.{name}"),
        format=name,
        paper=options.paper,
        compose=partial(_word if name == "docx" else _page, sources, options),
        sources=sources.digests,
        setting=f"{name} {options.paper} {options.numbers} {located.name}{ending(forms)}",
        files=((located.file, located.data),),
        working=forms,
    )


def _page(sources: _Sources, _: argparse.Namespace, setting: Setting) -> Page:
    from penholder.publish.compose import document_page

    if sources.setting:
        setting = replace(setting, hand=sources.setting.hand())
    return document_page(sources.located.document(), sources.located.name, setting)


def _word(sources: _Sources, options: argparse.Namespace, _: Setting) -> bytes:
    from penholder.publish.docx.word_file import clean_file

    document = sources.located.document()
    return clean_file(document, word_setting(options, (NOBODY, ""), [document]))
