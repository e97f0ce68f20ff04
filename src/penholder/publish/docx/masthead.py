"""What stands above the text of a Word file: masthead, title, running head."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from penholder.compare.redline import Redline
from penholder.compare.words import text_segments
from penholder.model.document import Document
from penholder.model.segment import Segment, whole
from penholder.model.wording import marked
from penholder.publish.compose import Setting, masthead_of
from penholder.publish.derived import title_number, unmarked
from penholder.publish.docx.anchors import TITLE
from penholder.publish.docx.inlines import IN_PLACE, InlineSetter
from penholder.publish.docx.sheet import Dress, Inline, Inlines, NoteHere, Paragraph, State, Stretch
from penholder.publish.docx.told import told
from penholder.publish.languages import PACKAGED
from penholder.publish.page import Masthead

_LINES: tuple[tuple[str, Callable[[Masthead], Sequence[str]]], ...] = (
    ("Committee", lambda top: (top.body,)),
    ("Session", lambda top: (top.session, top.session_dates)),
    ("Committee", lambda top: (top.committee,)),
    ("AgendaItemNormal", lambda top: (top.agenda,)),
    ("AgendaTitleH2", lambda top: top.agenda_titles),
    ("HCh", lambda top: ("\n".join(top.heading),)),
    ("H1", lambda top: (top.adopted,)),
    ("Origin", lambda top: (f"[*{marked(top.origin)}*]" if top.origin else "",)),
)

_LARGE = {"grid": "SM", "stacked": "SL", "typescript": "SL"}
"""The style of a symbol's first letter: 20 points, in the nineties 28.5 (un-conventions 1.1)."""


class Top:
    """Everything above the text, in both versions."""

    def __init__(self, before: Document, after: Document, setter: InlineSetter) -> None:
        self._documents = before, after
        self._setter = setter
        self._mastheads = masthead_of(before, Setting()), masthead_of(after, Setting())

    def letterhead(self) -> tuple[tuple[Paragraph, ...], ...]:
        """Return the four cells of the masthead: name and symbol, organ and distribution."""
        names = ["\n".join(top.united_nations) for top in self._mastheads]
        return (
            tuple(self._told("UnitedNations", [(name,) for name in names])),
            (Paragraph(Dress("Symbol"), tuple(self._symbol())),),
            tuple(self._told("XLarge", [(top.organ,) for top in self._mastheads])),
            tuple(self._distribution()),
        )

    def _symbol(self) -> Iterator[Stretch]:
        """Yield the symbol: its first letter large, of stacked mastheads nothing else."""
        before, after = (_letters(top) for top in self._mastheads)
        for was, now in zip(before, after, strict=True):
            if was == now:
                yield now
            else:
                yield replace(was, state="deleted")
                yield replace(now, state="inserted")

    def _distribution(self) -> Iterator[Paragraph]:
        """Yield the lines of distribution; one that is empty parts the others."""
        texts = [tuple(map(marked, top.distribution)) for top in self._mastheads]
        for place, each in enumerate(
            told(Dress("Distribution"), (texts[0], texts[1]), self._setter)
        ):
            yield replace(each, dress=Dress("Publication")) if place == 0 else each

    def opening(self, redline: Redline) -> Iterator[Paragraph]:
        """Yield the paragraphs from the session to the title."""
        for style, lines in _LINES:
            form = str if style == "Origin" else marked
            texts = [lines(top) for top in self._mastheads]
            yield from self._told(_of_its_time(style, self._mastheads[1]), texts, form)
        yield from self._sponsors()
        yield self._title(redline)

    def running(self) -> tuple[Inlines, Inlines]:
        """Return the symbol, and the title where the running head of a resolution has it."""
        symbols = [str(each.masthead.symbol or "") for each in self._documents]
        titles = [
            unmarked(each.title) if each.masthead.kind == "resolution" else ""
            for each in self._documents
        ]
        return self._plain(symbols), self._plain(titles)

    def _told(
        self,
        style: str,
        texts: Sequence[Sequence[str]],
        form: Callable[[str], str] = marked,
    ) -> Iterator[Paragraph]:
        before, after = (tuple(form(text) for text in lines if text) for lines in texts)
        return told(Dress(style), (before, after), self._setter)

    def _sponsors(self) -> Iterator[Paragraph]:
        texts = [(top.sponsors,) for top in self._mastheads]
        for each in self._told("H23", texts):
            yield replace(each, inlines=tuple(self._starred(each.inlines)))

    def _starred(self, inlines: Inlines) -> Iterator[Inline]:
        """Yield the line of sponsors, its star a call of the note that explains it."""
        for inline in inlines:
            if not isinstance(inline, Stretch) or "*" not in inline.text:
                yield inline
                continue
            before, _, after = inline.text.partition("*")
            if before:
                yield replace(inline, text=before)
            yield NoteHere(self._sponsor_note(inline.state), inline.state, "*")
            if after:
                yield replace(inline, text=after)

    def _sponsor_note(self, state: State) -> int:
        """Add the note of the sponsors as it is in the versions that its star stands in."""
        before, after = (marked(top.sponsor_note) for top in self._mastheads)
        segments = {
            "": text_segments(before, after, {}),
            "deleted": whole("delete", before),
            "inserted": whole("insert", after),
        }
        return self._setter.notes.add(segments[state], mark="*")

    def _title(self, redline: Redline) -> Paragraph:
        before, after = (
            title_number(document, PACKAGED.of(document.masthead.language))
            for document in self._documents
        )
        numbers = self._plain([before and f"\t{before}\t", after and f"\t{after}\t"])
        style = Dress("TitleH1" if before or after else "TitleH2")
        title = self._setter.set(redline.title, IN_PLACE, opens=(False, False))
        return Paragraph(style, numbers + title, anchor=TITLE)

    def _plain(self, texts: Sequence[str]) -> Inlines:
        before, after = texts
        if before == after:
            return (Stretch(after),) if after else ()
        pair = Segment("delete", before), Segment("insert", after)
        return tuple(Stretch(each.text, IN_PLACE[each.op]) for each in pair if each.text)


def _letters(top: Masthead) -> tuple[Stretch, Stretch]:
    rest = top.symbol_rest if top.form == "grid" else ""
    return Stretch(top.symbol_letter, style=_LARGE[top.form]), Stretch(rest)


def _of_its_time(style: str, top: Masthead) -> str:
    """Return the style of a line: stacked mastheads had a smaller heading."""
    return "H1" if (style, top.form) == ("HCh", "stacked") else style
