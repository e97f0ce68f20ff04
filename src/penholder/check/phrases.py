"""Whether paragraphs open with the part of speech that their place asks for."""

from __future__ import annotations

from collections.abc import Iterator

from penholder.check.finding import Finding, InUnit
from penholder.check.reading import Reading
from penholder.model.openings import opening_kind
from penholder.model.wording import plain

_WANTED = {"participle": "a participle or adjective", "verb": "a verb in the present"}
_SHOWN = 3


def opening_phrases(reading: Reading) -> Iterator[Finding]:
    """Find English paragraphs that open with a phrase unknown or out of place.

    The preamble opens with participles and adjectives, the operative part with verbs in the
    present (Editorial Manual, resolutions, drafting and editing; un-conventions 2.1).
    """
    masthead = reading.document.masthead
    if masthead.language != "en" or masthead.kind == "amendment":
        return
    for index, unit in enumerate(reading.units):
        paragraph = reading.paragraph(index)
        if unit.region == "annex" or paragraph is None or paragraph.number == "":
            continue
        wanted = "participle" if reading.is_preambular(index) else "verb"
        words = plain(paragraph.text).lstrip("[ ")
        kind = opening_kind(words)
        if kind != wanted:
            yield _finding(reading.labels[index].address, words, (kind, wanted), InUnit(index))


def _finding(address: str, words: str, kinds: tuple[str, str], spot: InUnit) -> Finding:
    kind, wanted = kinds
    shown = " ".join(words.split(" ")[:_SHOWN])
    what = f"{address} opens with “{shown}”, which is no opening phrase known"
    if kind:
        what = f"{address} opens with “{shown}”, which is {_WANTED[kind]}"
    return Finding("W-OPENING", what, f"open it with {_WANTED[wanted]}", spot)
