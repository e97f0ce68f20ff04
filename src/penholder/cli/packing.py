"""The files of a package are made, each from its two versions and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from penholder.check.rules import check
from penholder.cli.comparable import comparable_documents
from penholder.cli.manifest import Origin
from penholder.cli.names import workspace_or_none
from penholder.cli.orders import Order
from penholder.cli.printing import Printing
from penholder.cli.versions import Located
from penholder.compare.redline import Redline, redline
from penholder.compare.versions import compare
from penholder.errors import PenholderError, UsageError
from penholder.ingest.docx.word_file import read_word
from penholder.model.document import Document
from penholder.model.wording import plain
from penholder.publish.checklist import Point, Submission, points
from penholder.publish.checklist_page import checklist_page
from penholder.publish.compose import Setting, document_page
from penholder.publish.docx.revisions import Author
from penholder.publish.docx.word_file import WordSetting, clean_file, tracked_file
from penholder.publish.redline_page import redline_page
from penholder.store.structure import write_structure

if TYPE_CHECKING:
    from penholder.publish.page import Page


@dataclass(frozen=True, slots=True)
class Packed:
    """The files of a package by name, its manifest apart, and the points of its checklist."""

    files: dict[str, bytes]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Base and draft, read and compared."""

    base: Document
    draft: Document
    shown: Redline


def pair_of(origin: Origin, base: bytes, draft: bytes) -> Pair:
    """Return both versions read and compared.

    Raises ContentError where one cannot be read, UsageError E-SAME where they say the same.
    """
    located = [
        Located(name, name, name, data)
        for name, data in ((origin.base, base), (origin.draft, draft))
    ]
    before, after = comparable_documents(located)
    comparison = compare(before, after)
    if comparison.is_empty:
        what = f"{origin.draft} says the same as {origin.base}: there is no change to hand in"
        raise UsageError("E-SAME", what, "name the base that the draft changes: --against BASE")
    return Pair(before, after, redline(before, after, comparison))


def packed(origin: Origin, base: bytes, draft: bytes) -> Packed:
    """Return the files of a package; the same versions give the same bytes."""
    pair = pair_of(origin, base, draft)
    files = {"base.yaml": base, "draft.yaml": draft, **word_files(origin, pair)}
    files |= _sheets(origin, pair, (base, draft))
    told = points(_submission(origin, pair, files["changes.docx"]))
    names = origin.draft, origin.base
    page = checklist_page(names, plain(pair.draft.title), told)
    return Packed({**files, "checklist.html": page.encode()}, told)


def says_the_same(read: Document, wanted: Document) -> bool:
    """Whether a document read back is the one wanted: the same value, or no change between them.

    A Word file does not tell a needless backslash or star of the YAML.
    """
    return read == wanted or compare(wanted, read).is_empty


def word_files(origin: Origin, pair: Pair) -> dict[str, bytes]:
    """Return the clean and the tracked Word file."""
    before, after = write_structure(pair.base), write_structure(pair.draft)
    author = Author(origin.author, origin.day)
    clean = WordSetting(paper=origin.paper, structures=("", after))
    tracked = WordSetting(author, origin.paper, structures=(before, after))
    return {
        "draft.docx": clean_file(pair.draft, clean),
        "changes.docx": tracked_file(pair.base, pair.draft, pair.shown, tracked),
    }


def _sheets(origin: Origin, pair: Pair, sources: tuple[bytes, bytes]) -> dict[str, bytes]:
    """Return the printed draft and the printed changes; raises what keeps them from printing."""
    base, draft = sources
    names = origin.base, origin.draft

    def clean(setting: Setting) -> Page:
        return document_page(pair.draft, origin.draft, setting)

    def changed(setting: Setting) -> Page:
        return redline_page(pair.base, pair.draft, pair.shown, names, setting)

    files = ((origin.draft, draft), (origin.base, base))
    orders = [
        Order(Path(name), "pdf", origin.paper, compose, (), "", files)
        for name, compose in (("draft.pdf", clean), ("changes.pdf", changed))
    ]
    return dict(_printed(orders))


def _printed(orders: list[Order]) -> Iterable[tuple[str, bytes]]:
    workspace = workspace_or_none()
    with Printing(workspace.templates if workspace else None, 1) as printing:
        for order, outcome in printing.outcomes(orders):
            if isinstance(outcome, PenholderError):
                raise outcome
            yield order.output.name, outcome.data


def _submission(origin: Origin, pair: Pair, changes: bytes) -> Submission:
    read = read_word(changes)
    return Submission(
        base=pair.base,
        draft=pair.draft,
        base_name=origin.base,
        changes=len(read.changes),
        accepted=says_the_same(read.document, pair.draft),
        rejected=says_the_same(read.base or read.document, pair.base),
        problems=tuple(f"{each.code} {each.what}" for each in check(pair.draft)),
        base_commit=origin.base_commit,
        draft_commit=origin.draft_commit,
    )
