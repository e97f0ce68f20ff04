"""The verb diff: what changed between two versions, to the word."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from penholder.cli import report
from penholder.cli.comparable import comparable_documents
from penholder.cli.fulfilment import fulfil
from penholder.cli.ledger import digest, open_ledger
from penholder.cli.orders import Order, stale_among
from penholder.cli.outputs import WRITTEN, declare, formats_of, place_of
from penholder.cli.screen import screen
from penholder.cli.versions import Located, locate
from penholder.cli.word import author_of, declare_moves, word_setting
from penholder.errors import DONE, FINDINGS, UnreadableError, UsageError

if TYPE_CHECKING:
    from penholder.compare.redline import Redline
    from penholder.publish.compose import Setting
    from penholder.publish.docx.word_file import WordSetting
    from penholder.publish.page import Page, View

EXAMPLES = """\
  penholder diff A/RES/53/123 drafts/my-text             in the terminal
  penholder diff drafts/my-text                          against the base it names
  penholder diff drafts/my-text@HEAD~1 drafts/my-text    two revisions of one document
  penholder diff A/RES/53/123 drafts/my-text --format html,pdf
                                                         build/drafts/my-text.redline.html and .pdf
  penholder diff A/RES/53/123 drafts/my-text --format docx
                                                         a Word file with every change tracked
  penholder diff drafts/my-text --view side-by-side -o pairs.pdf
  penholder diff before.yaml after.yaml --format stat    only how much changed
  penholder diff A/RES/53/123 drafts/my-text --format numbers,summary
                                                         what is called otherwise, what it means
  penholder diff A/RES/53/123 drafts/my-text --format json
                                                         for programs: penholder schema redline
  penholder diff A/RES/53/123 drafts/my-text --format markdown > redline.md
                                                         CriticMarkup, for editors that know it
  penholder diff A/RES/53/123 drafts/mine drafts/theirs  what each changed, and where they meet"""

VIEWS = ("inline", "side-by-side", "before", "after")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("before", help="the earlier version; the only one: its base is the earlier")
    parser.add_argument("after", nargs="?", help="the later version")
    parser.add_argument("theirs", nargs="?", help="a third: what two versions changed in the first")
    parser.add_argument("--format", help=f"some of {', '.join(FORMATS)}; terminal if none")
    parser.add_argument("--view", choices=VIEWS, default="inline", help="how html and pdf show it")
    declare(parser)
    declare_moves(parser)
    parser.add_argument("--exit-code", action="store_true", help="exit 1 where something changed")


def run(options: argparse.Namespace) -> int:
    """Compare and show; exit 0, or 1 with --exit-code where the versions differ."""
    if options.theirs is not None:
        from penholder.cli.three import run_three

        return run_three(options)
    formats = formats_of(options, "terminal", FORMATS)
    compared = _Compared(*_versions(options))
    for name in formats:
        if name not in WRITTEN:
            report.say(compared.told(name))
    orders = [_order(compared, name, options) for name in formats if name in WRITTEN]
    code = DONE
    if orders:
        ledger = open_ledger()
        code = fulfil(orders, stale_among(orders, ledger), ledger, 1)
    if options.exit_code and compared.differs:
        code = max(code, FINDINGS)
    return code


def _versions(options: argparse.Namespace) -> tuple[Located, Located]:
    if options.after is not None:
        if options.before == options.after == "-":
            what = "standard input can be only one of the two versions"
            raise UsageError("E-USAGE", what, "put the other one into a file")
        return locate(options.before), locate(options.after)
    after = locate(options.before)
    base = after.document().masthead.base
    if not base:
        what = f"{after.name} names no base"
        raise UsageError("E-BASE", what, "name two versions, or write base: into the document")
    try:
        return locate(base), after
    except UnreadableError as error:
        what = f"the base of {after.name} is not found: {error.what}"
        raise UnreadableError(error.code, what, error.fix) from error


class _Compared:
    """Two versions read and compared once, shown in as many forms as are asked for."""

    def __init__(self, before: Located, after: Located) -> None:
        from penholder.compare.redline import redline
        from penholder.compare.versions import compare

        self.located = before, after
        first, second = comparable_documents([before, after])
        self.documents = first, second
        same = before.name == after.name
        self.names = (before.file, after.file) if same else (before.name, after.name)
        self.comparison = compare(first, second)
        self.differs = not self.comparison.is_empty
        self.redline: Redline = redline(first, second, self.comparison)

    def told(self, form: str) -> str:
        if not self.differs and form not in _WHOLE:
            return f"{self.names[0]} and {self.names[1]} say the same"
        return _TOLD[form](self)

    def page(self, view: View, setting: Setting) -> Page:
        from penholder.publish.redline_page import redline_page

        return redline_page(*self.documents, self.redline, self.names, replace(setting, view=view))

    def word_file(self, setting: WordSetting, _: Setting) -> bytes:
        from penholder.publish.docx.word_file import tracked_file

        return tracked_file(*self.documents, self.redline, setting)


def _terminal(compared: _Compared) -> str:
    from penholder.publish.terminal import redline_text

    return redline_text(compared.redline, compared.names, screen())


def _stat(compared: _Compared) -> str:
    from penholder.publish.redline_page import count_lines

    return "\n".join(count_lines(compared.redline.counts))


def _numbers(compared: _Compared) -> str:
    from penholder.publish.numbers_text import numbers_text

    return numbers_text(compared.redline, compared.names, screen())


def _summary(compared: _Compared) -> str:
    from penholder.compare.meaning.reading import meaning
    from penholder.publish.meaning_text import meaning_text

    return meaning_text(meaning(compared.redline), compared.names, screen())


def _json(compared: _Compared) -> str:
    from penholder.publish.redline_json import redline_record

    record = redline_record(compared.comparison, compared.redline, compared.names)
    return json.dumps(record, ensure_ascii=False, indent=2)


def _markdown(compared: _Compared) -> str:
    from penholder.publish.critic_markup import redline_markdown

    return redline_markdown(*compared.documents, compared.redline, compared.names)


_TOLD: dict[str, Callable[[_Compared], str]] = {
    "terminal": _terminal,
    "stat": _stat,
    "numbers": _numbers,
    "summary": _summary,
    "json": _json,
    "markdown": _markdown,
}
_WHOLE = ("json", "markdown")
"""Forms that are whole where nothing changed."""
FORMATS = (*_TOLD, *WRITTEN)


def _order(compared: _Compared, name: str, options: argparse.Namespace) -> Order:
    before, after = compared.located
    algorithm = str(compared.comparison.algorithm)
    said: tuple[str, ...] = (name, options.view, options.paper, algorithm, *compared.names)
    compose: Callable[[Setting], Page | bytes] = partial(compared.page, options.view)
    if name == "docx":
        word = word_setting(options, author_of(after), compared.documents)
        compose = partial(compared.word_file, word)
        said = (*said, str(word))
    return Order(
        output=place_of(options, f"{after.stem}.redline.{name}"),
        format=name,
        paper=options.paper,
        compose=compose,
        sources=(digest(before.data), digest(after.data)),
        setting=" ".join(("redline", *said)),
        files=((after.file, after.data), (before.file, before.data)),
    )
