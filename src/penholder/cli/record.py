"""The verb record: one document becomes one commit."""

from __future__ import annotations

import argparse
from pathlib import Path

from penholder.cli import report
from penholder.cli.beside import beside
from penholder.cli.check import problems_in
from penholder.cli.identity import signature
from penholder.cli.names import here, named_now
from penholder.cli.versions import locate
from penholder.errors import DONE, FINDINGS, ContentError, UsageError
from penholder.history.discovery import discover
from penholder.history.message import Message
from penholder.history.names import scope_of
from penholder.history.record import record
from penholder.history.repository import Repository
from penholder.history.tags import free_reference, tag

EXAMPLES = """\
  penholder record A/RES/53/123 -m "Enter the text as issued"
  penholder record drafts/my-text -m "Add water" --proposed-by France
  penholder record A/C.3/54/L.9 -m "Table the revision" --tag Rev.1
  penholder record drafts/my-text -m "Close OP 3" --trailer "Agreed-by: all"

The document is committed as its file stands, behind what is set by hand beside it; whatever else
is staged stays staged. After --tag Rev.1, A/C.3/54/L.9@Rev.1 is a version for every verb."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("document", help="a symbol or drafts/NAME")
    parser.add_argument("-m", "--message", required=True, help="what this revision does")
    parser.add_argument(
        "--proposed-by", action="append", default=[], metavar="WHO", help="who proposed it"
    )
    parser.add_argument(
        "--trailer", action="append", default=[], metavar="KEY: VALUE", help="more of the kind"
    )
    parser.add_argument("--tag", metavar="NAME", help="name this revision, such as Rev.1")


def run(options: argparse.Namespace) -> int:
    """Commit the document as it stands in its file; refuse what cannot be read."""
    document = named_now(options.document)
    located = locate(options.document)
    grave = [each for each in problems_in(located) if each.exit_code > FINDINGS]
    if grave:
        raise ContentError(grave)
    repository = discover(here().root)
    path = document.place.relative_to(repository.work_tree).as_posix()
    tag_name = f"{scope_of(path)}@{options.tag}" if options.tag else ""
    if tag_name:
        free_reference(repository, tag_name)
    message = _message(options, repository)
    if setting := beside(located):
        setting_path = Path(setting.file).absolute().relative_to(repository.work_tree)
        record(repository, setting_path.as_posix(), setting.data, message)
    recorded = record(repository, path, located.data, message)
    report.problems(recorded.advice)
    done = "is recorded already" if recorded.is_unchanged else "recorded"
    report.tell(f"{document}: {done}, {recorded.commit[:10]} {message.subject}")
    if tag_name:
        tag(repository, tag_name, recorded.commit, message.subject, message.author)
        report.tell(f"{document}@{options.tag} names it")
    return DONE


def _message(options: argparse.Namespace, repository: Repository) -> Message:
    subject, _, body = options.message.strip().partition("\n")
    trailers = [("Proposed-by", who) for who in options.proposed_by]
    trailers += [_trailer(text) for text in options.trailer]
    return Message(subject, signature(repository), body, tuple(trailers))


def _trailer(text: str) -> tuple[str, str]:
    key, colon, value = text.partition(":")
    if not colon:
        raise UsageError("E-USAGE", f"{text!r} is no trailer", "write it as Key: value")
    return key.strip(), value.strip()
