"""Three versions of one text: what two parties changed in their base, and where they meet."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from penholder.cli import report
from penholder.cli.comparable import comparable_documents
from penholder.cli.fulfilment import fulfil
from penholder.cli.ledger import digest, open_ledger
from penholder.cli.orders import Order, stale_among
from penholder.cli.outputs import PRINTED, formats_of, place_of
from penholder.cli.screen import screen
from penholder.cli.versions import Located, locate
from penholder.errors import DONE, FINDINGS, UsageError

if TYPE_CHECKING:
    from penholder.publish.compose import Setting
    from penholder.publish.page import Page


def run_three(options: argparse.Namespace) -> int:
    """Compare two versions with their base and show; exit 0, or 1 with --exit-code where any
    differs.
    """
    formats = formats_of(options, "terminal", FORMATS)
    texts = [options.before, options.after, options.theirs]
    if texts.count("-") > 1:
        what = "standard input can be only one of the versions"
        raise UsageError("E-USAGE", what, "put the others into files")
    compared = _Compared(*map(locate, texts))
    for name in formats:
        if name in _TOLD:
            report.say(_TOLD[name](compared))
    orders = [_order(compared, name, options) for name in formats if name in PRINTED]
    code = DONE
    if orders:
        ledger = open_ledger()
        code = fulfil(orders, stale_among(orders, ledger), ledger, 1)
    if options.exit_code and compared.found.all:
        code = max(code, FINDINGS)
    return code


class _Compared:
    """A base and two versions of it read and compared once."""

    def __init__(self, base: Located, mine: Located, theirs: Located) -> None:
        from penholder.compare.encounters import encounters

        self.located = base, mine, theirs
        self.base, first, second = comparable_documents(self.located)
        is_told_apart = len({each.name for each in self.located}) == len(self.located)
        names = [each.name if is_told_apart else each.file for each in self.located]
        self.names = names[0], names[1], names[2]
        self.found = encounters(self.base, first, second)

    def page(self, setting: Setting) -> Page:
        from penholder.publish.encounters_page import encounters_page

        return encounters_page(self.base, self.found, self.names, setting)


def _terminal(compared: _Compared) -> str:
    from penholder.publish.encounters_text import encounters_text

    return encounters_text(compared.found, compared.names, screen())


def _stat(compared: _Compared) -> str:
    from penholder.publish.deeds import count_phrases

    return "\n".join(count_phrases(compared.found))


def _json(compared: _Compared) -> str:
    from penholder.publish.encounters_json import encounters_record

    record = encounters_record(compared.found, compared.names)
    return json.dumps(record, ensure_ascii=False, indent=2)


_TOLD: dict[str, Callable[[_Compared], str]] = {
    "terminal": _terminal,
    "stat": _stat,
    "json": _json,
}
FORMATS = (*_TOLD, *PRINTED)


def _order(compared: _Compared, name: str, options: argparse.Namespace) -> Order:
    base, mine, theirs = compared.located
    return Order(
        output=place_of(options, f"{mine.stem}.encounters.{name}"),
        format=name,
        paper=options.paper,
        compose=compared.page,
        sources=tuple(digest(each.data) for each in compared.located),
        setting=f"encounters {name} {options.paper} {' '.join(compared.names)}",
        files=tuple((each.file, each.data) for each in (base, mine, theirs)),
    )
