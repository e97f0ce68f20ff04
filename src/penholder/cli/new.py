"""The verb new: a document to begin with, empty or from another version."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace

from penholder.cli import report
from penholder.cli.names import Named, here, named, named_now, shown
from penholder.cli.versions import locate
from penholder.errors import DONE, ContentError, UnreadableError
from penholder.model.blocks import Paragraph
from penholder.model.document import ORGANS, Document, Kind, Masthead, Sponsors
from penholder.model.session import Session, SessionError
from penholder.model.symbol import Symbol
from penholder.store.atomic import atomic_write
from penholder.store.read import read_document
from penholder.store.write import write_document

EXAMPLES = """\
  penholder new drafts/my-text                              an empty draft
  penholder new drafts/my-text --base A/RES/53/123          last year's text to revise
  penholder new A/C.3/54/L.9 --base drafts/my-text@HEAD --session 54
  penholder new A/RES/54/144 --title "Follow-up to ..." """


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("document", help="a symbol, or drafts/NAME for a draft without one")
    parser.add_argument("--base", metavar="VERSION", help="the version it starts from")
    parser.add_argument("--organ", choices=ORGANS, help="the organ; of the base if none")
    parser.add_argument("--session", type=_session, help="the session: 54, S-10, ES-11")
    parser.add_argument("--title", help="the title")


def run(options: argparse.Namespace) -> int:
    """Write the new document; never over one that is there."""
    document = named_now(options.document)
    if os.path.lexists(document.place):
        fix = f"edit {shown(document.place)}, or choose another name"
        raise UnreadableError("E-EXISTS", f"{document} is there already", fix)
    symbol = document.name if isinstance(document.name, Symbol) else None
    modeline = here().modeline(document.place)
    text = write_document(_begun(symbol, options), modeline=modeline)
    _check_readable(text, document)
    atomic_write(document.place, text.encode())
    report.tell(f"wrote {shown(document.place)}\nnext: penholder build {document}")
    return DONE


def _session(text: str) -> Session:
    try:
        return Session.parse(text)
    except SessionError as error:
        raise argparse.ArgumentTypeError(f"{error}: write 54, S-10 or ES-11") from error


def _begun(symbol: Symbol | None, options: argparse.Namespace) -> Document:
    is_adopted = symbol is not None and symbol.is_resolution
    kind: Kind = "resolution" if is_adopted else "draft resolution"
    document = _empty(kind) if options.base is None else _from_base(kind, options.base)
    masthead = replace(
        document.masthead,
        symbol=symbol,
        organ=options.organ or document.masthead.organ,
        session=options.session or document.masthead.session,
    )
    return replace(document, masthead=masthead, title=options.title or document.title)


def _empty(kind: Kind) -> Document:
    return Document(
        Masthead(kind, ORGANS[0]),
        title="Title",
        preamble=(Paragraph("Recalling its resolution ...,"),),
        operative=(Paragraph("Decides to remain seized of the matter."),),
    )


def _from_base(kind: Kind, base: str) -> Document:
    """Return the base's words under a masthead without what only an issued document has."""
    version = named(base)
    document = locate(base).document()
    masthead = replace(
        document.masthead,
        kind=kind,
        base=_settled(version),
        distribution="",
        issued=None,
        reissued=None,
        origin="",
        heading="",
        agenda_items=(),
        agenda_titles=(),
        sponsors=Sponsors(),
    )
    return replace(document, masthead=masthead, adopted=None)


def _settled(base: Named) -> str:
    """Return a base that names the same text for ever: a tag, which never moves, or a commit."""
    if not base.revision:
        return base.label
    from penholder.history.discovery import discover
    from penholder.history.names import scope_of
    from penholder.history.resolve import resolve
    from penholder.history.tags import tags

    repository = discover(here().root)
    path = base.place.relative_to(repository.work_tree).as_posix()
    if any(each.name == f"{scope_of(path)}@{base.revision}" for each in tags(repository)):
        return str(base)
    return f"{base.label}@{resolve(repository, base.revision, path)}"


def _check_readable(text: str, document: Named) -> None:
    """Raise ContentError where what would be written could not be read again."""
    source = read_document(text.encode(), str(document))
    if source.document is None:
        raise ContentError(source.problems)
