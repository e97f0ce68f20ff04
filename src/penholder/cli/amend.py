"""The verb amend: what amendments make of their target, and what of them does not fit."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from penholder.cli import report
from penholder.cli.names import here, shown
from penholder.cli.versions import Located, documents_of, locate
from penholder.errors import (
    DONE,
    FINDINGS,
    Problem,
    UnreadableError,
    UsageError,
)
from penholder.model.document import Document
from penholder.model.version import DraftName
from penholder.store.atomic import atomic_write
from penholder.store.write import write_document

if TYPE_CHECKING:
    from penholder.compare.proposals import Outcome, Proposal, Submitted

EXAMPLES = """\
  penholder amend A/C.3/80/L.61                  whether each instruction fits its target
  penholder amend A/C.3/80/L.61 --apply          the amended text, as a draft to go on with
  penholder amend A/C.3/80/L.61 A/C.3/80/L.62 --apply -o amended.yaml
  penholder amend A/C.3/80/L.61 --target drafts/our-text --apply --stdout"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    about = "an amendment; several of one target are carried out in this order"
    parser.add_argument("amendments", nargs="+", metavar="AMENDMENT", help=about)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="change nothing, only tell; the default")
    what.add_argument("--apply", action="store_true", help="write the amended document")
    parser.add_argument("--target", metavar="VERSION", help="the text to amend, if another")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", type=Path, help="the file to write")
    where.add_argument("--stdout", action="store_true", help="print the YAML, write no file")
    parser.add_argument("--force", action="store_true", help="write over a document that is there")
    parser.add_argument("--json", action="store_true", help="tell the outcome as JSON")


def run(options: argparse.Namespace) -> int:
    """Carry out the instructions; exit 1 where one of them does not fit."""
    if not options.apply and (options.output or options.stdout or options.force):
        fix = "add --apply, or leave out -o, --stdout and --force"
        raise UsageError("E-USAGE", "nothing is written without --apply", fix)
    if options.json and options.stdout:
        raise UsageError("E-USAGE", "--json and --stdout both print", "choose one")
    case = _opened(options)
    place = _place(options, case) if options.apply else None
    proposal = case.proposal()
    _tell(case, proposal, options)
    if options.apply:
        _deliver(case, proposal.amended.document, place)
    return DONE if proposal.fits else FINDINGS


@dataclass(frozen=True, slots=True)
class _Case:
    """Amendments with their documents, and the target with its own."""

    amendments: tuple[tuple[Located, Document], ...]
    target: Located
    before: Document

    def given(self) -> tuple[Submitted, ...]:
        from penholder.compare.proposals import submitted

        return tuple(
            one
            for located, document in self.amendments
            for one in submitted(document, located.name)
        )

    def proposal(self) -> Proposal:
        from penholder.compare.proposals import propose

        return propose(self.before, self.given())

    def places(self) -> list[tuple[Located, int]]:
        """Return the amendment and the place in it, from 0, of every instruction."""
        return [
            (located, index)
            for located, document in self.amendments
            for index in range(len(document.instructions))
        ]


def _opened(options: argparse.Namespace) -> _Case:
    located = [locate(name) for name in options.amendments]
    documents = documents_of(located)
    for each, document in zip(located, documents, strict=True):
        if not document.instructions:
            fix = "name a document of kind: amendment with instructions:"
            raise UnreadableError("E-KIND", f"{each.file} has no instructions", fix)
    target = _target(options, dict(zip((each.name for each in located), documents, strict=True)))
    (before,) = documents_of([target])
    return _Case(tuple(zip(located, documents, strict=True)), target, before)


def _target(options: argparse.Namespace, documents: dict[str, Document]) -> Located:
    """Return the version to amend: the one asked for, else the one that all amendments name."""
    wanted = {document.masthead.target for document in documents.values()}
    if options.target:
        for other in sorted(wanted - {options.target, ""}):
            what = f"{', '.join(documents)} would amend {other}, not {options.target}"
            fix = "see that paragraphs have the same numbers there"
            report.problems([Problem("W-TARGET", what, fix)])
        return locate(options.target)
    if len(wanted) > 1:
        named = "; ".join(f"{name}: {d.masthead.target or 'none'}" for name, d in documents.items())
        fix = "amend one target at a time, or name it with --target"
        raise UsageError("E-TARGET", f"the amendments name different targets ({named})", fix)
    (name,) = wanted
    if not name:
        fix = "write target: into the amendment, or name it with --target"
        raise UsageError("E-TARGET", f"{', '.join(documents)} names no target", fix)
    try:
        return locate(name)
    except UnreadableError as error:
        fix = f"import or write {name}, or name another version with --target"
        raise UnreadableError("E-TARGET", f"the target is not found: {error.what}", fix) from error


def _place(options: argparse.Namespace, case: _Case) -> Path | None:
    """Return the file to write, None for standard output; raises where it is there already."""
    if options.stdout:
        return None
    place: Path = options.output or here().path_of(_draft_name(case.target))
    if os.path.lexists(place) and not options.force:
        fix = "add --force to write over it, or say where with -o"
        raise UnreadableError("E-EXISTS", f"{shown(place)} is there already", fix)
    return place.absolute()


def _draft_name(target: Located) -> DraftName:
    slug = re.sub(r"[^a-z0-9]+", "-", target.stem.removeprefix("drafts/").lower()).strip("-")
    return DraftName(f"drafts/{slug}-as-amended")


def _deliver(case: _Case, amended: Document, place: Path | None) -> None:
    if place is None:
        report.say(write_document(_begun(case, amended)).rstrip("\n"))
        return
    atomic_write(place, write_document(_begun(case, amended), modeline=_modeline(place)).encode())
    report.tell(f"wrote {shown(place)}\nnext: penholder diff {case.target.name} {shown(place)}")


def _modeline(place: Path) -> str:
    try:
        return here().modeline(place)
    except UnreadableError:
        return ""


def _begun(case: _Case, amended: Document) -> Document:
    """Return the amended words as a draft on the base of the target, which was never issued."""
    masthead = amended.masthead
    base = str(masthead.symbol or "") or (case.target.name if case.target.path is None else "")
    bare = replace(
        masthead, symbol=None, base=base or masthead.base, issued=None, reissued=None,
        distribution="", original="",
    )  # fmt: skip
    return replace(amended, masthead=bare)


def _tell(case: _Case, proposal: Proposal, options: argparse.Namespace) -> None:
    if options.json:
        report.as_json([_as_data(outcome) for outcome in proposal.outcomes])
        return
    told = "\n".join([*_account(proposal), _summary(case, proposal)])
    if options.stdout:
        report.tell(told)
    else:
        report.say(told)
    report.problems(_problems(case, proposal.outcomes))


def _account(proposal: Proposal) -> Iterable[str]:
    for outcome in proposal.outcomes:
        state = "done" if not outcome.misfits else "in part" if outcome.fits else "not done"
        yield f"{state:<9} {outcome.name}: {_short(outcome.sentence)}"
        yield from (f"{'':<9}   {remark}" for remark in outcome.remarks)
    yield from (f"{'besides':<9} {told}" for told in proposal.amended.consequences)


def _short(sentence: str) -> str:
    bare = sentence.replace("*", "")
    return bare if len(bare) <= 88 else f"{bare[:87].rstrip()}…"


def _summary(case: _Case, proposal: Proposal) -> str:
    total = len(proposal.outcomes)
    whole = sum(not outcome.misfits for outcome in proposal.outcomes)
    verb = "fits" if total == 1 else "fit"
    return f"{whole} of {report.plural(total, 'instruction')} {verb} {case.target.name}"


def _problems(case: _Case, outcomes: Sequence[Outcome]) -> list[Problem]:
    sources = {located.file: located.source() for located, _ in case.amendments}
    found: list[Problem] = []
    for (located, index), outcome in zip(case.places(), outcomes, strict=True):
        place = sources[located.file].place(("instructions", index, "sentence"))
        for what in outcome.misfits:
            is_unread = not outcome.fits and "not understood" in what
            code = "E-UNREAD" if is_unread else "E-FIT"
            fix = "add asks: to the instruction" if is_unread else (
                f"compare the instruction with {case.target.name}, or carry it out by hand"
            )  # fmt: skip
            found.append(
                Problem(code, f"{outcome.name}: {what}", fix, file=located.file, place=place)
            )
    return found


def _as_data(outcome: Outcome) -> dict[str, object]:
    return {
        "name": outcome.name,
        "sentence": outcome.sentence,
        "fits": list(outcome.fits),
        "misfits": list(outcome.misfits),
        "remarks": list(outcome.remarks),
    }
