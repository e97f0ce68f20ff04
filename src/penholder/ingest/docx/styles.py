"""The styles of a Word file: how a paragraph or run is set, inherited and by its own hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from penholder.ingest.docx.markup import at, is_on, value, whole_number

_RAISED_FROM = 4  # half points: letters lifted as high as an indicator
_INDENTS = ("w:left", "w:start"), ("w:firstLine",), ("w:hanging",)


@dataclass(frozen=True, slots=True)
class Face:
    """How letters are set; ``leans`` tells that they are italic not by the paragraph's style."""

    italic: bool = False
    leans: bool = False
    bold: bool = False
    raised: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """How a paragraph is set: the name of its style, its list, its indents in twips.

    ``list`` is the number of a list of Word, 0 for none; ``outline`` is the level of a heading
    from 0, None for body text; ``first`` is what the first line is indented beyond ``left``.
    """

    style: str = ""
    list: int = 0
    level: int | None = None
    left: int | None = None
    first: int | None = None
    outline: int | None = None
    is_framed: bool = False


class Styles:
    """The styles of one file, asked for what they say together with direct formatting."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        self._letters: Element | None = None
        if root is None:
            return
        self._letters = at(root, "w:docDefaults/w:rPrDefault/w:rPr")
        for style in root.iter("w:style"):
            self._styles[value(style, "w:styleId")] = style
            is_paragraph = value(style, "w:type") == "paragraph"
            if is_paragraph and value(style, "w:default") in ("1", "true", "on"):
                self._default = value(style, "w:styleId")

    def style_of(self, form: Element | None) -> str:
        """Return the id of the style that a paragraph has."""
        named = value(at(form, "w:pStyle")) if form is not None else ""
        return named if named in self._styles else self._default

    def form(self, direct: Element | None) -> Form:
        """Return how a paragraph is set, given its ``w:pPr``."""
        style = self.style_of(direct)
        sources = [each for each in (direct, *self._inherited(style, "w:pPr")) if each is not None]
        list_, level = _list_of(sources)
        left, first = _indents(sources)
        outline = whole_number(_first(sources, "w:outlineLvl"))
        return Form(
            style=self._name(style),
            list=list_,
            level=level,
            left=left,
            first=first,
            outline=outline if outline is not None and outline < 9 else None,
            is_framed=any(at(source, "w:framePr") is not None for source in sources),
        )

    def list_of(self, style: str) -> int:
        """Return the list that a style of that id puts its paragraphs into, 0 for none."""
        return _list_of(list(self._inherited(style, "w:pPr")))[0]

    def face(self, style: str, direct: Element | None) -> Face:
        """Return how a run is set, given the id of its paragraph's style and its ``w:rPr``."""
        named = value(at(direct, "w:rStyle")) if direct is not None else ""
        chains = [
            [*self._inherited(style, "w:rPr")],
            [*self._inherited(named, "w:rPr")],
        ]
        own = [] if direct is None else [direct]
        rest = [] if self._letters is None else [self._letters]
        return Face(
            italic=_toggled("w:i", own, chains, rest),
            leans=_toggled("w:i", own, chains[1:], []),
            bold=_toggled("w:b", own, chains, rest),
            raised=_is_raised([*own, *chains[1], *chains[0]]),
            hidden=_toggled("w:vanish", own, chains, rest),
        )

    def _name(self, style: str) -> str:
        found = self._styles.get(style)
        return value(at(found, "w:name")) if found is not None else style

    def _inherited(self, style: str, form: str) -> Iterator[Element]:
        """Yield what a style says itself, then what it is based on, nearest first."""
        seen: set[str] = set()
        while style and style not in seen and style in self._styles:
            seen.add(style)
            found = at(self._styles[style], form)
            if found is not None:
                yield found
            style = value(at(self._styles[style], "w:basedOn"))


def _toggled(
    name: str, own: list[Element], chains: list[list[Element]], rest: list[Element]
) -> bool:
    """Return whether a switch is on: by hand, else where an odd number of styles turn it on."""
    for source in own:
        switch = at(source, name)
        if switch is not None:
            return is_on(switch)
    turned = [_switch(chain, name) for chain in chains]
    if any(turned):
        return turned.count(True) % 2 == 1
    return _switch(rest, name)


def _switch(chain: list[Element], name: str) -> bool:
    return next((is_on(at(each, name)) for each in chain if at(each, name) is not None), False)


def _is_raised(sources: list[Element]) -> bool:
    for source in sources:
        aligned = at(source, "w:vertAlign")
        if aligned is not None:
            return value(aligned) == "superscript"
        lifted = at(source, "w:position")
        if lifted is not None:
            return (whole_number(value(lifted)) or 0) >= _RAISED_FROM
    return False


def _first(sources: list[Element], path: str, name: str = "w:val") -> str:
    return next((value(at(each, path), name) for each in sources if at(each, path) is not None), "")


def _list_of(sources: list[Element]) -> tuple[int, int | None]:
    list_ = whole_number(_first(sources, "w:numPr/w:numId")) or 0
    level = whole_number(_first(sources, "w:numPr/w:ilvl"))
    return (list_, level) if list_ else (0, None)


def _indents(sources: list[Element]) -> tuple[int | None, int | None]:
    left = first = None
    for source in sources:
        indents = at(source, "w:ind")
        if indents is None:
            continue
        own_left, own_first = _told(indents)
        left = own_left if left is None else left
        first = own_first if first is None else first
    return left, first


def _told(indents: Element) -> tuple[int | None, int | None]:
    left, first, hanging = (
        next((n for name in names if (n := whole_number(value(indents, name))) is not None), None)
        for names in _INDENTS
    )
    return left, -hanging if hanging is not None else first
