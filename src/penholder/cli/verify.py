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
    from penholder.cli.packing import Pair

EXAMPLES = """\
  penholder verify build/drafts/my-text.package
  penholder verify my-text.package.zip        as received, in a clone of the repository
  penholder verify my-text.package.zip --json"""
State = Literal["proved", "WRONG", "open"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found about one thing: proved, wrong, or open where it cannot be known here."""

    state: State
    name: str
    why: str


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
    broken = [each for each in _fingerprints(files, manifest) if each.state == "WRONG"]
    yield from broken
    yield from _against_history(files, manifest)
    try:
        yield from _made_again(files, manifest, {each.name for each in broken})
    except PenholderError as error:
        yield Verdict("WRONG", "draft.yaml and base.yaml", error.what)


def _fingerprints(files: Mapping[str, bytes], manifest: Manifest) -> Iterator[Verdict]:
    """Yield what is wrong with the files by the manifest alone."""
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


def _made_again(
    files: Mapping[str, bytes], manifest: Manifest, broken: set[str]
) -> Iterator[Verdict]:
    """Yield whether each file comes out again, and what the Word files say when read back."""
    from penholder.cli.manifest import MANIFEST, written
    from penholder.cli.packing import packed, pair_of
    from penholder.publish.tools import tools_digest

    base, draft = files.get("base.yaml", b""), files.get("draft.yaml", b"")
    pair = pair_of(manifest.origin, base, draft)
    yield from _read_back(files, pair)
    if manifest.tools != tools_digest():
        why = f"made with other versions (penholder {manifest.penholder}): compared by SHA-256 only"
        yield Verdict("open", "other files", why)
        return
    again = packed(manifest.origin, base, draft).files
    for name in sorted(again):
        if name in broken or name not in files:
            continue
        if again[name] == files[name]:
            yield Verdict("proved", name, f"made again, the same {len(again[name])} bytes")
        else:
            yield Verdict("WRONG", name, "is not what its versions make")
    is_whole = written(manifest.origin, again) == files[MANIFEST]
    if is_whole:
        yield Verdict("proved", MANIFEST, "made again, the same bytes")
    elif not broken:
        yield Verdict("WRONG", MANIFEST, "is not what the versions make")


def _read_back(files: Mapping[str, bytes], pair: Pair) -> Iterator[Verdict]:
    """Yield whether the Word files say draft and base when they are read."""
    from penholder.cli.packing import says_the_same
    from penholder.ingest.docx.word_file import read_word

    for name in ("draft.docx", "changes.docx"):
        if name not in files:
            continue
        try:
            read = read_word(files[name])
        except PenholderError as error:
            yield Verdict("WRONG", name, error.what)
            continue
        claims = [("accepting every change gives the draft", read.document, pair.draft)]
        if name == "changes.docx":
            base = read.base or read.document
            claims.append(("rejecting every change gives the base", base, pair.base))
        else:
            claims = [("read back, it says the draft", read.document, pair.draft)]
        for claim, got, wanted in claims:
            is_so = says_the_same(got, wanted)
            told = claim if is_so else f"not so: {claim}"
            yield Verdict("proved" if is_so else "WRONG", name, told)
