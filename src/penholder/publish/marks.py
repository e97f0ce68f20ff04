"""The printed marks of paragraphs, sections and annexes in the language of a page."""

from __future__ import annotations

import re

from penholder.model.language import Language
from penholder.model.numbering import Label, Mark
from penholder.model.session import Session

_ROMAN_SESSION = re.compile(r"\((?P<kind>(?:ES-|S-)?)(?P<roman>[IVXLC]+)\)")
_LETTER = re.compile(r"(?<=\d )[A-Z](?=$| )")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SUBPARAGRAPH = re.compile(r" ?\(([a-z])\)")


def printed_mark(label: Label, language: Language) -> str:
    """Return what numbers a unit on the page, empty where nothing does."""
    if not label.printed or not label.marks:
        return label.printed
    return _printed(label.marks[-1], language)


def printed_reference(label: Label, language: Language) -> str:
    """Return what a reference to a paragraph prints: ``5 (b)``, in French ``5 b)``."""
    if not label.marks:
        return label.short
    first, *items = label.marks
    number = first.written or str(first.number)
    return " ".join((number, *(_printed(mark, language) for mark in items)))


def printed_number(number: str, language: Language) -> str:
    """Return the number of a resolution as titles have it.

    In Arabic ``217 A (III)`` has the name of the letter and its own form of the session.
    """
    text = _LETTER.sub(lambda found: _part_letter(found.group(), language), number)
    forms = language.marks.roman_sessions
    if not forms:
        return text
    return _ROMAN_SESSION.sub(
        lambda found: forms[found["kind"]].format(number=_value(found["roman"])), text
    )


def printed_item(item: str, language: Language) -> str:
    """Return an agenda item, its letter in the form of the language: ``160 (a)``, ``160 a)``."""

    def lettered(found: re.Match[str]) -> str:
        mark = language.marks.degree(1, ord(found[1]) - ord("a") + 1)
        return f"{language.agenda.joint}{mark}"

    return _SUBPARAGRAPH.sub(lettered, item)


def session_name(session: Session, language: Language) -> str:
    """Return the name of a session as a masthead prints it."""
    return language.sessions.named(session.kind, session.number)


def _printed(mark: Mark, language: Language) -> str:
    marks = language.marks
    match mark.kind:
        case "paragraph":
            number = str(mark.number) if mark.written is None else mark.written
            return marks.written(marks.paragraph, number) if number[-1:].isalnum() else number
        case "instruction":
            return marks.marked(marks.instruction, mark.number)
        case "annex":
            return _annex(mark, marks.annex, marks.annex_numbered, language)
        case "appendix":
            return _annex(mark, marks.appendix, marks.appendix_numbered, language)
    if mark.written is not None:
        return _part_letter(mark.written, language) if mark.kind == "part" else mark.written
    if mark.kind == "item":
        return marks.degree(mark.degree, mark.number)
    return marks.part(mark.number) if mark.kind == "part" else _section(mark, language)


def _section(mark: Mark, language: Language) -> str:
    return language.marks.marked(language.marks.section, mark.number)


def _annex(mark: Mark, alone: str, numbered: str, language: Language) -> str:
    if mark.written is None:
        return language.marks.marked(numbered, mark.number)
    return language.marks.written(numbered, mark.written) if mark.written else alone


def _part_letter(text: str, language: Language) -> str:
    is_latin = len(text) == 1 and "A" <= text <= "Z"
    return language.marks.part(ord(text) - ord("A") + 1) if is_latin else text


def _value(roman: str) -> int:
    values = [_VALUES[sign] for sign in roman]
    following = [*values[1:], 0]
    return sum(-one if one < next_ else one for one, next_ in zip(values, following, strict=True))
