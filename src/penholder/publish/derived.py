"""The English lines of a page that follow from a document's fields and are stored nowhere."""

from __future__ import annotations

from penholder.model.blocks import Paragraph
from penholder.model.calendar import written_date
from penholder.model.document import Adoption, Document, Masthead, Part, Side, Vote
from penholder.model.wording import plain


def listed(words: tuple[str, ...]) -> str:
    """Return words joined as in a sentence: ``13, 14 and 117`` (no serial comma)."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def agenda_line(items: tuple[str, ...]) -> str:
    """Return ``Agenda item 105`` or ``Agenda items 13 and 117``."""
    if not items:
        return ""
    return f"Agenda item{'s' if len(items) > 1 else ''} {listed(items)}"


def heading_lines(document: Document) -> tuple[str, ...]:
    """Return the lines above the title: that a resolution was adopted, by whom, and when.

    The wording follows the era (un-conventions 1.3); drafts have none.
    """
    masthead = document.masthead
    if masthead.heading:
        return (masthead.heading,)
    if masthead.kind != "resolution":
        return ()
    if masthead.organ == "Security Council":
        return _council_heading(document)
    line = f"Resolution adopted by the {masthead.organ}"
    if masthead.era.heading == "capitals":
        return (line.upper(),)
    if masthead.era.heading == "dated" and document.adopted:
        return (line, f"on {written_date(document.adopted.date)}")
    return (line,)


def _council_heading(document: Document) -> tuple[str, ...]:
    number = document.masthead.symbol.number if document.masthead.symbol else ""
    adopted = document.adopted
    if adopted is None:
        return (f"Resolution {number}".strip(),)
    meeting = f" at its {adopted.meeting}," if adopted.meeting else ""
    line = f"Adopted by the Security Council{meeting} on {written_date(adopted.date)}"
    return (f"Resolution {number}".strip(), line)


def title_number(document: Document) -> str:
    """Return the number that hangs before the title, ``53/123.``; none for drafts."""
    masthead = document.masthead
    if masthead.symbol is None or masthead.organ == "Security Council":
        return ""
    return f"{masthead.symbol.number}." if masthead.symbol.number else ""


def distribution_lines(masthead: Masthead) -> tuple[str, ...]:
    """Return the lines of the distribution block, stacked or one by one as the era has them.

    Where a document has neither symbol nor date of issue it says that it is unofficial.
    """
    issued = written_date(masthead.issued) if masthead.issued else ""
    reissue = f"Reissued for technical reasons on {written_date(masthead.reissued)}." if (
        masthead.reissued) else ""  # fmt: skip
    original = f"Original: {masthead.original}" if masthead.original else ""
    if not is_official(masthead):
        return tuple(filter(None, ("Unofficial", issued, original)))
    if masthead.era.masthead == "stacked":
        top = ("Distr.", masthead.distribution.upper(), "") if masthead.distribution else ()
        lines = (*top, *filter(None, (str(masthead.symbol), issued, reissue)))
        return (*lines, "", original.upper()) if original else lines
    distribution = f"Distr.: {masthead.distribution}" if masthead.distribution else ""
    lines = tuple(filter(None, (distribution, issued, reissue)))
    return (*lines, "", original) if original else lines


def is_official(masthead: Masthead) -> bool:
    """Whether the document has the data of an official issue: a symbol and a date."""
    return masthead.symbol is not None and masthead.issued is not None


def sponsor_line(masthead: Masthead) -> str:
    """Return ``Andorra, ... and Ukraine: draft resolution``, with a star where a note explains."""
    star = "*" if masthead.sponsors.note else ""
    if masthead.sponsors.line:
        return masthead.sponsors.line + star
    states = listed(masthead.sponsors.states)
    called = masthead.sponsors.submitted_as or _designation(masthead)
    return f"{states}:{star} {called}" if states else ""


def _designation(masthead: Masthead) -> str:
    if masthead.kind != "amendment" or not masthead.target:
        return masthead.kind
    target = masthead.target.partition("@")[0]
    revised = "revised " if "/Rev." in target else ""
    return f"amendment to {revised}draft resolution {target}"


def organ_line(document: Document, part: Part | None, *, has_preamble: bool) -> tuple[str, str]:
    """Return the organ in italics and what follows it upright: ``The General Assembly`` ``,``.

    Without a preamble the comma goes (Editorial Manual, resolutions; measured, 20 of 902).
    """
    own = part.organ_line if part else document.organ_line
    if own:
        return own, ""
    return f"The {document.masthead.organ}", "," if has_preamble else ""


def names_its_organ(document: Document, part: Part | None) -> bool:
    """Whether a text opens with its organ in a sentence, and so needs no line of its own for it.

    Decisions do: ``The General Assembly, recalling its decision ..., decides`` (A/80/L.37).
    """
    text = part or document
    if text.organ_line:
        return False
    first = next(iter((*text.preamble, *text.operative)), None)
    organ = f"The {document.masthead.organ}"
    return isinstance(first, Paragraph) and plain(first.text).startswith((f"{organ} ", f"{organ},"))


def adoption_lines(adopted: Adoption | None) -> tuple[str, ...]:
    """Return the closing lines: the meeting, the day, and the vote where it was recorded."""
    if adopted is None:
        return ()
    vote = _vote_line(adopted.vote) if adopted.vote else ""
    return tuple(filter(None, (adopted.meeting, written_date(adopted.date), vote)))


def _vote_line(vote: Vote) -> str:
    counts = (_count(side) for side in (vote.in_favour, vote.against, vote.abstaining))
    in_favour, against, abstaining = counts
    abstentions = f", with {abstaining} abstention{'s' if abstaining != 1 else ''}"
    return f"[Adopted by a recorded vote of {in_favour} to {against}{abstentions}]"


def _count(side: Side) -> int:
    return side if isinstance(side, int) else len(side)


def unmarked(text: str) -> str:
    """Return the letters of a marked text, for running heads and metadata."""
    return plain(text)
