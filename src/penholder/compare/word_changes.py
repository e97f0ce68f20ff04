"""Words put in place of others, taken away or inserted, in the name of an instruction."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.compare.phrases import Sign, Span, signs, spans
from penholder.compare.targets import Spot
from penholder.compare.working_text import Text
from penholder.compare.workings import Working, misfit
from penholder.errors import ChangeDoesNotFit
from penholder.model.amendment import Address, InsertWords, ReplaceThroughout
from penholder.model.wording import plain

_OPENING_OF = re.compile(r"(?:takes?|taking) note$", re.IGNORECASE)
_END = re.compile(r"(?:[,;.:]|[,;]? and|[,;] or)?[\[\s]*$")


class WordHand:
    """Changes words of a working target for one instruction, ``name``, and tells what else it did.

    Every method raises ChangeDoesNotFit where the words or the place are not there.
    """

    def __init__(self, working: Working, name: str) -> None:
        self.remarks: list[str] = []
        self._working = working
        self.name = name

    def replace(self, words: str, by: str, at: Address) -> None:
        """Put words in place of others that stand once at an address; of nothing, delete them."""
        try:
            spot, span = self._working.place(words, at)
        except ChangeDoesNotFit:
            if not self._is_done(words, by, at):
                raise
            self.remarks.append(f"{at} says so already by an earlier instruction")
            return
        if span.start == 0 and _is_opening_with_of(words, by):
            span = self._with_of(span, spot)
        self._put(self._working.text(spot), span, by)

    def replace_throughout(self, request: ReplaceThroughout) -> None:
        """Put words in place of others wherever these stand at the addresses."""
        done = 0
        for spot in (spot for at in request.at for spot in self._working.standing(at)):
            text = self._working.text(spot)
            for span in reversed(text.spans(request.words)):
                text.put(span, request.by, self.name)
                done += 1
        if not done:
            raise misfit(f"“{plain(request.words)}” stands nowhere there")
        self.remarks.append(f"{done} place{'s' if done != 1 else ''}")

    def insert(self, request: InsertWords, at: Address) -> None:
        """Insert words beside others, between two, or at an end of what an address names."""
        if request.end:
            text, place = self._end(request, at)
        else:
            text, place = self._beside(request, at)
        self._put(text, Span(place, place), request.words)

    def put_whole(self, at: Address, words: str) -> None:
        """Put words in the place of a whole title, heading, footnote or sentence."""
        spot, span = self._working.whole(at)
        self._put(self._working.text(spot), span, words)

    def delete_note(self, at: Address) -> None:
        """Take away the calls of a footnote; the note goes with the last of them."""
        (spot,) = self._working.standing(at)
        key = str(spot).removeprefix("note ")
        for index in self._working.target.calls(key):
            text = self._working.text(index)
            for place in reversed(range(len(text.signs))):
                if text.signs[place].text == f"[^{key}]":
                    text.put(Span(place, place + 1), "", self.name)

    def _put(self, text: Text, span: Span, words: str) -> None:
        text.put(span, words, self.name)
        text.claims.append(self.name)

    def _with_of(self, span: Span, spot: Spot) -> Span:
        """Return the place of ``takes note`` with the ``of`` that no other verb keeps."""
        following = "".join(sign.text for sign in self._working.text(spot).signs[span.end :][:4])
        if following != " of ":
            return span
        self.remarks.append("“of”, which belongs to “note”, goes with it")
        return Span(span.start, span.end + 3)

    def _is_done(self, words: str, by: str, at: Address) -> bool:
        """Whether an earlier instruction already made of the words what this one asks for."""
        if not by:
            return False
        spots = self._working.standing(at)
        stood = any(spans(signs(self._working.target.text(spot)), words) for spot in spots)
        stands = any(self._working.text(spot).spans(by) for spot in spots)
        return stood and stands

    def _beside(self, request: InsertWords, at: Address) -> tuple[Text, int]:
        """Return the text and the place in it behind or in front of the words that are named."""
        anchor = request.after or request.before
        if request.after and request.before:
            joint = "" if request.before[0] in ",;.:" else " "
            spot, span = self._working.place(f"{request.after}{joint}{request.before}", at)
            span = self._working.text(spot).spans(request.after)[0]
        else:
            spot, span = self._working.place(anchor, at)
        text = self._working.text(spot)
        place = span.end if request.after else span.start
        while request.after and text.signs[place : place + 1] and text.signs[place].is_mark:
            place += 1
        return text, place

    def _end(self, request: InsertWords, at: Address) -> tuple[Text, int]:
        spots = self._working.standing(at)
        text = self._working.text(spots[0] if request.end == "beginning" else spots[-1])
        span = self._working.whole(at)[1] if at.sentence else Span(0, len(text.signs))
        if request.end == "beginning":
            return text, span.start
        return text, span.start + _end_of(text.signs[span.start : span.end])


def _is_opening_with_of(words: str, by: str) -> bool:
    return bool(_OPENING_OF.search(plain(words)) and not _OPENING_OF.search(plain(by)))


def _end_of(text: Sequence[Sign]) -> int:
    """Return how many signs stand before the sign or conjunction that ends a text."""
    found = _END.search("".join(sign.text[0] for sign in text))
    return found.start() if found else len(text)
