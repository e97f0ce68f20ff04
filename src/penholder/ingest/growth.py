"""A document while it grows: paragraphs take subparagraphs, chapters take blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from penholder.ingest.markers import Marker, readings
from penholder.ingest.passages import Passage
from penholder.ingest.votes import Verdict
from penholder.model.blocks import Block, Paragraph, Quote
from penholder.model.document import Adoption, Annex, Part

_SAME_INDENT = 9.0


@dataclass(slots=True)
class Node:
    """A paragraph; ``printed`` is its number or letter, empty where the page has none."""

    text: str
    printed: str = ""
    preambular: bool = False
    indent: float | None = None
    reading: tuple[str, int] = ("", 0)
    items: list[Node] = field(default_factory=list)
    closing: str = ""

    def block(self) -> Paragraph:
        """Return the finished paragraph, its printed number kept."""
        items = tuple(item.block() for item in self.items)
        return Paragraph(
            self.text,
            number=self.printed,
            preambular=self.preambular,
            items=items,
            closing=self.closing,
        )


@dataclass(slots=True)
class Quoted:
    """Paragraphs that the paragraph before them quotes."""

    blocks: list[Growing] = field(default_factory=list)


Growing = Node | Quoted | Block


@dataclass(slots=True)
class Chapter:
    """The document itself, a part, an annex or an appendix, with its blocks."""

    kind: Literal["document", "part", "annex", "appendix"]
    number: str | None = None
    title: list[str] = field(default_factory=list)
    organ_line: str = ""
    adopted: Adoption | None = None
    verdict: Verdict | None = None
    verdict_passages: tuple[Passage, ...] = ()
    preamble: list[Growing] = field(default_factory=list)
    operative: list[Growing] = field(default_factory=list)
    appendices: list[Chapter] = field(default_factory=list)

    @property
    def adoption(self) -> Adoption | None:
        """The lines that close the text, with how it was adopted where they tell."""
        if self.adopted is None or self.verdict is None:
            return self.adopted
        return self.verdict.told_by(self.adopted)

    def part(self) -> Part:
        """Return the finished part of a composite resolution."""
        return Part(
            " ".join(self.title),
            number=self.number,
            organ_line=self.organ_line,
            adopted=self.adoption,
            preamble=finished(self.preamble),
            operative=finished(self.operative),
        )

    def annex(self) -> Annex:
        """Return the finished annex."""
        return Annex(
            " ".join(self.title),
            number=self.number,
            body=finished(self.preamble + self.operative),
            appendices=tuple(each.annex() for each in self.appendices),
        )


def finished(growing: list[Growing]) -> tuple[Block, ...]:
    """Return blocks as values."""
    return tuple(_finished(each) for each in growing)


def _finished(each: Growing) -> Block:
    if isinstance(each, Node):
        return each.block()
    return Quote(finished(each.blocks)) if isinstance(each, Quoted) else each


def begin(node: Node, marker: Marker) -> Node:
    """Return a paragraph that begins a list of its own on the page's margin: ``(a)``, ``1.``."""
    node.reading = min(readings(marker), key=lambda reading: abs(reading[1] - 1))
    return node


def attach(top: Node, item: Node, marker: Marker) -> bool:
    """Put a subparagraph where its letter goes on, else where it begins a list of its own.

    Return whether it stands below ``top``; where the list is that of ``top`` it stands beside.
    """
    chain = _chain(top)
    choices = [
        (_fitness(chain[depth], item, reading), depth, reading)
        for depth in range(len(chain))
        for reading in readings(marker)
    ]
    choices += [(_beside(top, item, reading), -1, reading) for reading in readings(marker)]
    _, depth, item.reading = max(choices)
    if depth < 0:
        return False
    chain[depth].items.append(item)
    return True


def _beside(top: Node, item: Node, reading: tuple[str, int]) -> int:
    """Return how well an item goes on with the list that ``top`` itself is in."""
    style, value = top.reading
    if not style or reading != (style, value + 1):
        return -9
    return 6 + _by_indent(top, item)


def _chain(top: Node) -> list[Node]:
    """Return a paragraph and the last subparagraph of each degree below it."""
    chain = [top]
    while chain[-1].items:
        chain.append(chain[-1].items[-1])
    return chain


def _fitness(parent: Node, item: Node, reading: tuple[str, int]) -> int:
    """Return how well an item fits below a parent: it goes on there, begins there, or neither."""
    style, value = reading
    if parent.items:
        last = parent.items[-1]
        if last.reading[0] != style:
            return -4
        goes_on = value == 0 or value == last.reading[1] + 1
        return (6 if goes_on else -2) + _by_indent(last, item)
    if parent.reading[0] == style:
        return -3
    begins = value in (0, 1)
    colon = 2 if parent.text.rstrip("] ").endswith((":", "—")) else 0
    return (2 if begins else -1) + colon + (1 if _is_deeper(parent, item) else 0)


def _by_indent(last: Node, item: Node) -> int:
    if last.indent is None or item.indent is None:
        return 0
    return 1 if abs(last.indent - item.indent) < _SAME_INDENT else -3


def _is_deeper(parent: Node, item: Node) -> bool:
    if parent.indent is None or item.indent is None:
        return False
    return item.indent > parent.indent + _SAME_INDENT
