"""The verb verify: a package is proved from its manifest, its versions and the repository."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from penholder.cli import report
from penholder.cli.names import here, named
from penholder.errors import DONE, FINDINGS, PenholderError, UnreadableError

if TYPE_CHECKING:
    from penholder.cli.manifest import Manifest
    from penholder.model.document import Document

EXAMPLES = """\
  penholder verify build/drafts/my-text.package
  penholder verify my-text.package.zip        as received, in a clone of the repository
  penholder verify my-text.package.zip --json"""
_SOURCES = ("draft.yaml", "base.yaml")
State = Literal["proved", "WRONG", "open"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found about one thing: proved, wrong, or open where it cannot be known here.

    ``is_whole`` tells that every byte of it is proved.
    """

    state: State
    name: str
    why: str
    is_whole: bool = False


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("package", metavar="PACKAGE", help="a folder or a zip")
    parser.add_argument("--json", action="store_true", help="tell the verdicts as JSON")


def run(options: argparse.Namespace) -> int:
    """Tell a verdict for every file and every claim; return FINDINGS where one is wrong."""
    from penholder.cli.manifest import MANIFEST, read_manifest
    from penholder.cli.sealed import unsealed

    files = unsealed(Path(options.package))
    if MANIFEST not in files:
        fix = "name a folder or zip that penholder package made"
        raise UnreadableError("E-MANIFEST", f"{options.package} holds no {MANIFEST}", fix)
    manifest = read_manifest(files[MANIFEST])
    verdicts = list(_verdicts(files, manifest))
    wrong = [each for each in verdicts if each.state == "WRONG"]
    if options.json:
        report.as_json([{"state": v.state, "name": v.name, "why": v.why} for v in verdicts])
    else:
        for each in verdicts:
            report.say(f"{each.state:<6}  {each.name}: {each.why}")
    told = f"{report.plural(len(wrong), 'thing')} wrong" if wrong else "the package is proved"
    report.tell(f"{options.package}: {told}")
    return FINDINGS if wrong else DONE


def _verdicts(files: Mapping[str, bytes], manifest: Manifest) -> Iterator[Verdict]:
    broken = list(_fingerprints(files, manifest))
    history = list(_against_history(files, manifest))
    sources = {each.name for each in (*broken, *history) if each.state == "WRONG"} & set(_SOURCES)
    again: list[Verdict] = []
    if sources:
        why = f"not made again, for {' and '.join(sorted(sources))} is not what was packed"
        again = [Verdict("open", "the other files", why)]
    else:
        try:
            again = [*_read_back(files, manifest), *_made_again(files, manifest)]
        except PenholderError as error:
            again = [Verdict("WRONG", "draft.yaml and base.yaml", error.what)]
    proved = {each.name for each in again if each.is_whole}
    yield from (each for each in broken if each.name not in proved)
    told = {each.name for each in broken}
    yield from history
    yield from (each for each in again if each.state != "WRONG" or each.name not in told)


def _fingerprints(files: Mapping[str, bytes], manifest: Manifest) -> Iterator[Verdict]:
    """Yield what is wrong with the files by their fingerprints in the manifest."""
    from penholder.cli.manifest import MANIFEST

    for name in sorted({*files, *manifest.files} - {MANIFEST}):
        if name not in files:
            yield Verdict("WRONG", name, "missing: the manifest lists it")
        elif name not in manifest.files:
            yield Verdict("WRONG", name, "not in the manifest: it was added")
        elif sha256(files[name]).hexdigest() != manifest.files[name]:
            yield Verdict("WRONG", name, "changed since it was packed: another SHA-256")


def _against_history(files: Mapping[str, bytes], manifest: Manifest) -> Iterator[Verdict]:
    """Yield whether both versions are those of the commits that the manifest names."""
    origin = manifest.origin
    claims = (
        ("draft.yaml", origin.draft, origin.draft_commit),
        ("base.yaml", origin.base, origin.base_commit),
    )
    for file, name, commit in claims:
        if not commit:
            yield Verdict("open", file, f"{name} was packed before it was recorded")
            continue
        try:
            recorded = _recorded(name, commit)
        except PenholderError as error:
            yield Verdict("open", file, f"not compared with a repository: {error.what}")
            continue
        is_same = files.get(file) == recorded
        told = "is" if is_same else "is not"
        why = f"{told} {name} at commit {commit[:10]}"
        yield Verdict("proved" if is_same else "WRONG", file, why)


def _recorded(name: str, commit: str) -> bytes:
    from penholder.history.discovery import discover
    from penholder.history.revisions import read_at

    repository = discover(here().root)
    place = named(name.partition("@")[0]).place
    return read_at(repository, place.relative_to(repository.work_tree).as_posix(), commit)


def _made_again(files: Mapping[str, bytes], manifest: Manifest) -> Iterator[Verdict]:
    """Yield whether each file comes out again from the two versions."""
    from penholder.cli.manifest import MANIFEST, written
    from penholder.cli.packing import packed
    from penholder.publish.tools import tools_digest

    if manifest.tools != tools_digest():
        why = f"made with other versions (penholder {manifest.penholder}): compared by SHA-256 only"
        yield Verdict("open", "other files", why)
        return
    again = packed(manifest.origin, files["base.yaml"], files["draft.yaml"]).files
    again[MANIFEST] = written(manifest.origin, again)
    for name in sorted(again):
        if name not in files:
            continue
        if again[name] == files[name]:
            why = f"made again, the same {len(again[name])} bytes"
            yield Verdict("proved", name, why, is_whole=True)
        else:
            yield Verdict("WRONG", name, "is not what its versions make")


def _read_back(files: Mapping[str, bytes], manifest: Manifest) -> Iterator[Verdict]:
    """Yield whether the Word files say draft and base when they are read."""
    from penholder.cli.packing import pair_of
    from penholder.ingest.docx.word_file import read_word

    pair = pair_of(manifest.origin, files["base.yaml"], files["draft.yaml"])
    for name in ("draft.docx", "changes.docx"):
        try:
            read = read_word(files[name]) if name in files else None
        except PenholderError as error:
            yield Verdict("WRONG", name, error.what)
            continue
        if read and name == "draft.docx":
            yield _claim(name, "read back, it says the draft", read.document, pair.draft)
        elif read:
            base = read.base or read.document
            yield _claim(name, "accepting every change gives the draft", read.document, pair.draft)
            yield _claim(name, "rejecting every change gives the base", base, pair.base)


def _claim(name: str, claim: str, read: Document, wanted: Document) -> Verdict:
    from penholder.cli.packing import says_the_same

    if says_the_same(read, wanted):
        return Verdict("proved", name, claim)
    return Verdict("WRONG", name, f"not so: {claim}")
