"""Three versions as lines of text for a terminal: what each party did, and where they meet."""

from __future__ import annotations

from collections.abc import Iterator

from penholder.compare.encounters import Deed, Encounter, Encounters, Standing
from penholder.publish.deeds import STANDINGS, count_phrases, deed_remark, deed_words
from penholder.publish.terminal import Screen, painted, wrapped

_SIGNS: dict[Standing, str] = {"meet": "!", "beside": "&", "agree": "=", "mine": "<", "theirs": ">"}
_INDENT = "  "


def encounters_text(found: Encounters, names: tuple[str, str, str], screen: Screen) -> str:
    """Return three versions as text; ``names`` are those of the base, mine and theirs.

    ``!`` stands before a place where the two meet, ``&`` where both did something that goes
    together, ``=`` where both did the same, ``<`` and ``>`` what mine and theirs did alone. Words
    are marked as in a redline of two versions, each party's on lines of its own.
    """
    lines = [f"base    {names[0]}", f"mine    {names[1]}", f"theirs  {names[2]}"]
    lines += wrapped("", ", ".join(count_phrases(found)), screen)
    for encounter in found.all:
        lines += ["", *_encounter(encounter, screen)]
    return "\n".join(line.rstrip() for line in lines)


def _encounter(encounter: Encounter, screen: Screen) -> Iterator[str]:
    yield f"{_SIGNS[encounter.standing]} {encounter.place}: {STANDINGS[encounter.standing]}"
    if encounter.standing == "agree":
        yield from _deeds("both", encounter.mine, screen)
        return
    yield from _deeds("mine", encounter.mine, screen)
    yield from _deeds("theirs", encounter.theirs, screen)


def _deeds(party: str, deeds: tuple[Deed, ...], screen: Screen) -> Iterator[str]:
    for deed in deeds:
        remark = deed_remark(deed)
        text = painted(deed_words(deed), screen) + (f" ({remark})" if remark else "")
        yield from wrapped(f"{_INDENT}{party}", text, screen)
