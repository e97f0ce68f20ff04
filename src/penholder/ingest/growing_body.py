"""A body while it is read: the chapter, the paragraph and the quotation that the reading is in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from penholder.ingest.adoption import Closing
from penholder.ingest.growth import Chapter, Growing, Node, Quoted
from penholder.ingest.passages import Passage, Run

Mark = Callable[[Sequence[Run], int], str]


@dataclass(slots=True)
class GrowingBody:
    """The passages of a body, how far they are read, and what has grown of them.

    ``mark`` turns lettering at a place of the source's order into marked text. ``top`` is the
    paragraph that subparagraphs go below, ``quoted`` the quotation at hand and ``quoting`` the
    paragraph that opened it, ``closing`` the line of adoption read last.
    """

    passages: Sequence[tuple[int, Passage]]
    mark: Mark
    chapters: list[Chapter] = field(default_factory=lambda: [Chapter("document")])
    at: int = 0
    in_preamble: bool = True
    top: Node | None = None
    quoted: Quoted | None = None
    quoting: Node | None = None
    closing: Closing | None = None

    def next(self) -> tuple[int, Passage] | None:
        """Return the next passage with its place in the source's order, and go on behind it."""
        if self.at == len(self.passages):
            return None
        self.at += 1
        return self.passages[self.at - 1]

    def ahead(self, count: int) -> list[Passage]:
        """Return the passages that follow, ``count`` at the most."""
        return [passage for _, passage in self.passages[self.at : self.at + count]]

    @property
    def chapter(self) -> Chapter:
        """The document, part, annex or appendix at hand."""
        last = self.chapters[-1]
        return last.appendices[-1] if last.appendices else last

    @property
    def is_annexed(self) -> bool:
        """Whether an annex or appendix is at hand."""
        return self.chapter.kind in ("annex", "appendix")

    @property
    def adopting(self) -> Chapter:
        """The chapter whose adoption closing lines tell: the one at hand, or that of its annex."""
        above = [each for each in self.chapters if each.kind in ("document", "part")]
        return above[-1]

    @property
    def blocks(self) -> list[Growing]:
        """Where the next block goes."""
        return self.chapter_blocks if self.quoted is None else self.quoted.blocks

    @property
    def chapter_blocks(self) -> list[Growing]:
        """Where the next block goes that is not quoted."""
        is_preamble = self.in_preamble and not self.is_annexed
        return self.chapter.preamble if is_preamble else self.chapter.operative

    def open(self, chapter: Chapter) -> None:
        """Begin a chapter; an appendix belongs to the annex above it."""
        if chapter.kind == "appendix" and self.chapters[-1].kind == "annex":
            self.chapters[-1].appendices.append(chapter)
        else:
            self.chapters.append(chapter)
        self.in_preamble, self.top, self.quoted = True, None, None

    def leave_preamble(self) -> None:
        """Go on in the operative part."""
        self.in_preamble, self.top, self.quoted = False, None, None

    def append(self, node: Node) -> None:
        """Put a paragraph at the end; subparagraphs go below it from now on."""
        self.blocks.append(node)
        self.top = node
