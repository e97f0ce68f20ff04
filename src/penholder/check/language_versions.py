"""Whether a version in another language follows the version that all others follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from penholder.check.finding import Finding, InNote, InTitle, InUnit, Spot
from penholder.check.reading import Reading
from penholder.model.document import Document
from penholder.model.meeting import Meeting
from penholder.model.wording import plain

_CITED = re.compile(
    r"[A-Z][A-Z0-9]*(?:/[A-Z0-9][A-Za-z0-9.-]*)+|\d+ ?/ ?\d+|(?<!\d)(?:19|20)\d\d(?!\d)"
)
Facts = tuple[str, ...]


def language_versions(leader: Document, version: Document, name: str) -> Iterator[Finding]:
    """Find where a version differs in shape from the one it follows, ``name``, or lags behind it.

    Paragraphs are aligned by their place. ``E-SHAPE`` tells of a paragraph or note that only one
    of them has and of a masthead with other facts. ``W-LAG`` tells of a paragraph that cites other
    documents or years, for figures are the same in every language.
    """
    yield from _masthead(leader, version, name)
    yield from _notes(leader, version, name)
    yield from _Aligned(Reading.of(leader), Reading.of(version), name).findings()


def _masthead(leader: Document, version: Document, name: str) -> Iterator[Finding]:
    ours = _facts_of_masthead(version)
    for fact, theirs in _facts_of_masthead(leader).items():
        if ours[fact] != theirs:
            what = f"{fact}: {ours[fact] or 'nothing'} here, {theirs or 'nothing'} in {name}"
            fix = f"set the {fact} as in {name}, or mend it there"
            yield Finding("E-SHAPE", what, fix, InTitle())


def _facts_of_masthead(document: Document) -> dict[str, str]:
    masthead, adopted = document.masthead, document.adopted
    meeting = Meeting.parse(adopted.meeting) if adopted else None
    return {
        "symbol": str(masthead.symbol or ""),
        "kind": masthead.kind,
        "organ": masthead.organ,
        "session": str(masthead.session or ""),
        "agenda items": str(len(masthead.agenda_items) or ""),
        "date of adoption": str(adopted.date) if adopted else "",
        "meeting": _figures(adopted.meeting) if adopted and not meeting else _number(meeting),
    }


def _number(meeting: Meeting | None) -> str:
    return str(meeting.number) if meeting else ""


def _figures(text: str) -> str:
    found = re.search(r"\d+", text)
    return found.group() if found else ""


def _notes(leader: Document, version: Document, name: str) -> Iterator[Finding]:
    theirs = {note.key for note in leader.footnotes}
    ours = {note.key for note in version.footnotes}
    for key in sorted(ours - theirs):
        what = f"the footnote {key} is not in {name}"
        yield Finding("E-SHAPE", what, "name both notes alike, or write it there", InNote(key))
    for key in sorted(theirs - ours):
        what = f"the footnote {key} of {name} is not here"
        yield Finding("E-SHAPE", what, f"write {key}: under footnotes", InTitle())


@dataclass(frozen=True, slots=True)
class _Aligned:
    """Both versions unit by unit, those alike in kind and figures paired first."""

    leader: Reading
    version: Reading
    name: str

    def findings(self) -> Iterator[Finding]:
        before, after = _signs(self.leader), _signs(self.version)
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for _, at, end, here, stop in matcher.get_opcodes():
            pairs = min(end - at, stop - here)
            for step in range(pairs):
                yield from self._pair(at + step, here + step)
            yield from (self._missing(index, here + pairs) for index in range(at + pairs, end))
            yield from (self._extra(index) for index in range(here + pairs, stop))

    def _pair(self, theirs: int, ours: int) -> Iterator[Finding]:
        name, other = self.version.labels[ours].address, self.leader.labels[theirs].address
        kinds = [type(each.units[i].block).__name__ for each, i in
                 ((self.version, ours), (self.leader, theirs))]  # fmt: skip
        if kinds[0] != kinds[1]:
            what = f"{name} stands where {self.name} has {other}"
            yield Finding("E-SHAPE", what, "set both alike", InUnit(ours))
            return
        told = _difference(_cited(self.leader, theirs), _cited(self.version, ours), self.name)
        if told:
            what = f"{name} may lag behind: {told}"
            fix = f"compare it with {other} of {self.name}"
            yield Finding("W-LAG", what, fix, InUnit(ours))

    def _missing(self, theirs: int, before: int) -> Finding:
        spot: Spot = InUnit(max(before - 1, 0)) if self.version.units else InTitle()
        name = self.leader.labels[theirs].address
        what = f"{name} of {self.name} has no counterpart here"
        return Finding("E-SHAPE", what, "translate it, or leave it out there", spot)

    def _extra(self, ours: int) -> Finding:
        name = self.version.labels[ours].address
        what = f"{name} has no counterpart in {self.name}"
        return Finding("E-SHAPE", what, "leave it out, or write it there", InUnit(ours))


def _signs(reading: Reading) -> Sequence[tuple[str, int, Facts]]:
    return [
        (type(unit.block).__name__ + unit.region, unit.depth, _cited(reading, index))
        for index, unit in enumerate(reading.units)
    ]


def _cited(reading: Reading, index: int) -> Facts:
    """Return the symbols, resolutions and years that a unit names, sorted."""
    text = plain(reading.units[index].text)
    return tuple(sorted(found.group().replace(" ", "") for found in _CITED.finditer(text)))


def _difference(theirs: Facts, ours: Facts, name: str) -> str:
    absent, strange = Counter(theirs) - Counter(ours), Counter(ours) - Counter(theirs)
    parts = ((f"only in {name}", absent), ("only here", strange))
    return "; ".join(f"{', '.join(found)} {what}" for what, found in parts if found)
