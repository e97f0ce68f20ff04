"""The lines of a page that follow from a document's fields and are stored nowhere."""

from __future__ import annotations

from datetime import date

from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Masthead, Part
from penholder.model.language import Language
from penholder.model.meeting import Meeting
from penholder.model.wording import plain
from penholder.publish.marks import printed_item, printed_number

_COUNCIL = "Security Council"


def united_nations_lines(masthead: Masthead, language: Language) -> tuple[str, ...]:
    """Return the name above the rule, in its lines: in capitals before the fifty-fifth session.

    The stacked masthead breaks it before its last word (un-conventions 1.3).
    """
    name = language.united_nations
    forms = {"grid": (name,), "typescript": (name.upper(),)}
    return forms.get(masthead.era.masthead) or tuple(name.upper().rsplit(" ", 1))


def agenda_line(items: tuple[str, ...], language: Language) -> str:
    """Return ``Agenda item 105`` or ``Agenda items 13 and 117``."""
    if not items:
        return ""
    agenda = language.agenda
    pattern = {1: agenda.one, 2: agenda.two}.get(len(items), agenda.several)
    return pattern.format(items=language.items_listed([printed_item(i, language) for i in items]))


def heading_lines(document: Document, language: Language) -> tuple[str, ...]:
    """Return the lines above the title: that a resolution was adopted, by whom, and when.

    The wording follows the era (un-conventions 1.3); drafts have none. Of a composite it speaks
    of several resolutions (76/84 A-B).
    """
    masthead = document.masthead
    if masthead.heading:
        return (masthead.heading,)
    if masthead.kind != "resolution":
        return ()
    if masthead.organ == _COUNCIL:
        number = printed_number(masthead.symbol.number if masthead.symbol else "", language)
        number = number.replace(" (", f"{language.agenda.joint}(")
        return (language.heading.council.format(number=number).strip(),)
    heading, agent = language.heading, language.organ(masthead.organ).agent
    several = sum(part.kind == "part" for part in document.parts) > 1
    line = (heading.several if several else heading.one).format(agent=agent)
    if masthead.era.heading == "capitals":
        return (line.upper(),)
    day = _day_of_adoption(document)
    if masthead.era.heading == "dated" and day:
        dated = heading.several_dated if several else heading.one_dated
        written = language.dates.written(day)
        return tuple(each.format(agent=agent, date=written) for each in dated)
    return (line,)


def _day_of_adoption(document: Document) -> date | None:
    """Return the day a document was adopted on, that of its parts where they share one."""
    if document.adopted:
        return document.adopted.date
    days = {part.adopted.date if part.adopted else None for part in document.parts}
    return days.pop() if len(days) == 1 else None


def council_line(document: Document, language: Language) -> str:
    """Return the line below the number of a Security Council resolution: meeting and date."""
    masthead, adopted = document.masthead, document.adopted
    if adopted is None or not heading_tells_adoption(masthead):
        return ""
    day = language.dates.written(adopted.date).replace(" ", "\u00a0")
    if not adopted.meeting:
        return language.heading.council_dated.format(date=day)
    meeting = Meeting.parse(adopted.meeting)
    name = language.meetings.in_council(meeting) if meeting else adopted.meeting
    return language.heading.council_adopted.format(meeting=name, date=day)


def heading_tells_adoption(masthead: Masthead) -> bool:
    """Whether meeting and day stand above the text, as in resolutions of the Security Council."""
    is_council = masthead.organ == _COUNCIL and masthead.kind == "resolution"
    return is_council and not masthead.heading


def title_number(document: Document, language: Language) -> str:
    """Return the number that hangs before the title, ``53/123.``; none for drafts."""
    masthead = document.masthead
    if masthead.symbol is None or masthead.organ == _COUNCIL:
        return ""
    number = printed_number(masthead.symbol.number, language)
    return language.marks.title.format(number=number) if number else ""


def letterhead_organ(masthead: Masthead, language: Language) -> tuple[str, str]:
    """Return the organ whose letterhead a document has, and the body under it, if another."""
    organ = language.organ(masthead.organ)
    if organ.under:
        return language.organ(organ.under).name, organ.name
    return organ.name, ""


def committee_name(masthead: Masthead, language: Language) -> str:
    """Return the committee in the language of the page where its English name is known."""
    known = language.committees.get(masthead.committee)
    return known.name if known else masthead.committee


def sponsor_line(masthead: Masthead, language: Language) -> str:
    """Return ``Andorra, ... and Ukraine: draft resolution``, with a star where a note explains."""
    sponsors, words = masthead.sponsors, language.designations
    if sponsors.line:
        return sponsors.line + ("*" if sponsors.note else "")
    if not sponsors.states:
        return ""
    pattern = words.starred if sponsors.note else words.line
    called = sponsors.submitted_as or _designation(masthead, language)
    return pattern.format(states=language.listed(sponsors.states), designation=called)


def _designation(masthead: Masthead, language: Language) -> str:
    words = language.designations
    if masthead.kind != "amendment":
        return words.draft_resolution
    if not masthead.target:
        return words.amendment
    target = masthead.target.partition("@")[0]
    pattern = words.amendment_to_revised if "/Rev." in target else words.amendment_to
    return pattern.format(target=target)


def organ_line(
    document: Document, part: Part | None, language: Language, *, has_preamble: bool
) -> tuple[str, str]:
    """Return the organ in italics and what follows it upright: ``The General Assembly`` ``,``.

    Without a preamble the comma goes (Editorial Manual, resolutions; measured, 20 of 902).
    """
    own = part.organ_line if part else document.organ_line
    if own:
        return own, ""
    line = language.organ(document.masthead.organ).line
    return line, language.lists.after_organ if has_preamble else ""


def names_its_organ(document: Document, part: Part | None, language: Language) -> bool:
    """Whether a text opens with its organ in a sentence, and so needs no line of its own for it.

    Decisions do: ``The General Assembly, recalling its decision ..., decides`` (A/80/L.37).
    """
    text = part or document
    if text.organ_line:
        return False
    first = next(iter((*text.preamble, *text.operative)), None)
    organ = language.organs[document.masthead.organ].line
    return isinstance(first, Paragraph) and plain(first.text).startswith((f"{organ} ", f"{organ},"))


def unmarked(text: str) -> str:
    """Return the letters of a marked text, for running heads and metadata."""
    return plain(text)
