"""A Word file with tracked changes on the command line: its two versions, and who changed what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from penholder.cli.report import plural
from penholder.cli.versions import locate
from penholder.errors import PenholderError, UnreadableError
from penholder.ingest.recognise import Recognised
from penholder.ingest.side_list import Aside, Told, changes, remarks, set_aside
from penholder.model.version import DraftName, Name

_LONGEST = 72


def rejected(found: Recognised) -> Recognised:
    """Return what was read with every tracked change rejected; raises UnreadableError E-TRACKED."""
    if found.base is None:
        what = "no change is tracked in the file"
        raise UnreadableError("E-TRACKED", what, "import it without --rejected")
    return replace(found, document=found.base, base=None)


def base_of(found: Recognised, name: Name) -> tuple[Name, bool]:
    """Return the name for the base of a tracked file, and whether it is in the workspace already.

    A document of its symbol that says the same is the base; one that says something else stays.
    """
    symbol = rejected(found).document.masthead.symbol
    if symbol is None or str(symbol) == str(name):
        return _base_name(name), False
    try:
        kept = locate(str(symbol)).document()
    except PenholderError:
        return symbol, False
    if kept == found.base:
        return symbol, True
    return _base_name(name), False


def on_base(found: Recognised, base: Name) -> Recognised:
    """Return what was read as a draft that names its base."""
    masthead = replace(found.document.masthead, base=str(base))
    return replace(found, document=replace(found.document, masthead=masthead))


def _base_name(name: Name) -> DraftName:
    slug = str(name).removeprefix("drafts/").lower().replace("/", "-").replace(".", "")
    return DraftName(f"drafts/{slug}-base")


def changes_told(found: Recognised) -> Iterator[str]:
    """Yield the lines that tell who changed what when, and the comments, by person and day."""
    for name, told in (("tracked change", changes(found)), ("comment", remarks(found))):
        if not told:
            continue
        yield f"  {plural(len(told), name)}:"
        people = groupby(told, key=lambda each: (each["by"], each["on"]))
        for (by, on), theirs in people:
            yield f"    {by or 'nobody named'}{f', {on}' if on else ''}:"
            yield from (f"      {_line(each)}" for each in theirs)


def _line(each: Told) -> str:
    words = each["words"]
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
    return f"{each['place']}, {each['what']}" + (f": {short}" if short else "")


def account_record(name: str, found: Recognised) -> dict[str, str | list[Told] | list[Aside]]:
    """Return what was read, as a record for other programs."""
    return {
        "document": name,
        "sha256": found.sha256,
        "set_aside": set_aside(found),
        "changes": changes(found),
        "comments": remarks(found),
    }
