"""Word files on the command line: their options, and whose changes they show."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC
from typing import TYPE_CHECKING

from penholder.cli.names import here, named
from penholder.cli.versions import Located
from penholder.errors import PenholderError

if TYPE_CHECKING:
    from penholder.history.revisions import Revision
    from penholder.model.document import Document
    from penholder.publish.docx.word_file import WordSetting

NOBODY = "Penholder"


def declare_numbers(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of every verb that writes Word files."""
    parser.add_argument(
        "--numbers",
        choices=("automatic", "literal"),
        default="automatic",
        help="docx: let Word count the paragraphs, or write their numbers out",
    )


def declare_moves(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of verbs that write tracked changes."""
    declare_numbers(parser)
    parser.add_argument(
        "--moves",
        choices=("native", "simple"),
        default="native",
        help="docx: tell Word of moves, or show them as deleted here and inserted there",
    )


def recorded_as(located: Located) -> Revision | None:
    """Return the commit in which a version stands as it is, None where there is none yet."""
    from penholder.history.discovery import discover
    from penholder.history.revisions import revisions

    try:
        found = named(located.name)
        repository = discover(here().root)
        path = found.place.relative_to(repository.work_tree).as_posix()
        latest = revisions(repository, path, found.revision or "HEAD")[0]
    except (PenholderError, IndexError, ValueError):
        return None
    return latest if latest.blob == repository.object_id("blob", located.data) else None


def author_of(located: Located) -> tuple[str, str]:
    """Return who made a version and when, as its commit says; the day is empty for none.

    A file with changes that no commit has is nobody's yet.
    """
    latest = recorded_as(located)
    if latest is None:
        return NOBODY, ""
    return latest.author, f"{latest.authored.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def word_setting(
    options: argparse.Namespace, author: tuple[str, str], versions: Sequence[Document]
) -> WordSetting:
    """Return how a Word file of one version, or of an earlier and a later one, is to be made."""
    from penholder.publish.compose import paper_of
    from penholder.publish.docx.revisions import Author
    from penholder.publish.docx.word_file import WordSetting
    from penholder.store.structure import write_structure

    told = [write_structure(version) for version in versions]
    return WordSetting(
        structures=("", told[0]) if len(told) == 1 else (told[0], told[1]),
        author=Author(*author),
        paper=options.paper or paper_of(versions[-1]),
        moves=getattr(options, "moves", "native"),
        numbers=options.numbers,
    )
