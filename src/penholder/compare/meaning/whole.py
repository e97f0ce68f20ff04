"""What came, went or changed as a whole: paragraphs, sponsors, votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from penholder.compare.meaning.finding import Finding, Kind
from penholder.compare.meaning.passages import Passage
from penholder.compare.redline import Redline
from penholder.model.blocks import Paragraph
from penholder.model.segment import text_after, text_before

_WORDS = 12
_FIELDS: dict[str, Kind] = {
    "sponsors joined": "sponsors",
    "sponsors withdrawn": "sponsors",
    "sponsor line": "sponsors",
    "vote": "vote",
}


def surroundings(redline: Redline) -> Iterator[Finding]:
    """Yield sponsors that joined or withdrew, and a vote that is recorded otherwise."""
    for change in redline.fields:
        if change.name in _FIELDS:
            before, after = text_before(change.segments), text_after(change.segments)
            yield Finding(_FIELDS[change.name], None, None, before, after, change.name)


def parts(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield paragraphs that went from the preamble into the operative part, or back."""
    for passage in passages:
        if not (passage.unit and passage.was) or passage.unit.region == passage.was.region:
            continue
        addresses = passage.before.address(0), passage.after.address(0)
        names = f"from the {_part(passage.was.region)} to the {_part(passage.unit.region)}"
        texts = opening_words(passage.before.text), opening_words(passage.after.text)
        yield Finding("part", *addresses, *texts, names)


def paragraphs(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield paragraphs that only one version has, without those below one that is told."""
    gone, come = _Told(), _Told()
    for passage in passages:
        if passage.unit is None or not isinstance(passage.unit.block, Paragraph):
            continue
        before, after = passage.before.address(0), passage.after.address(0)
        if before and not after and gone.take(before):
            yield Finding("paragraph", before, None, opening_words(passage.before.text), "")
        elif after and not before and come.take(after):
            yield Finding("paragraph", None, after, "", opening_words(passage.after.text))


class _Told:
    """Remembers the paragraph told last, to leave out its subparagraphs."""

    def __init__(self) -> None:
        self._last = ""

    def take(self, address: str) -> bool:
        if self._last and address.startswith(f"{self._last} "):
            return False
        self._last = address
        return True


def opening_words(text: str) -> str:
    """Return the first words of a text, with an ellipsis where it goes on."""
    words = text.split()
    opening = " ".join(words[:_WORDS])
    return f"{opening} …" if len(words) > _WORDS else opening.rstrip(",;:.")


def _part(region: str) -> str:
    return {"operative": "operative part"}.get(region, region)
