"""What stands around a text and in no outline: the organ that speaks, and the lines of adoption."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from penholder.model.blocks import Numbering
from penholder.model.document import Document, Part
from penholder.model.numbering import labels
from penholder.model.outline import outline
from penholder.model.wording import marked
from penholder.publish.closings import adoption_lines, vote_lines
from penholder.publish.derived import heading_tells_adoption, names_its_organ, organ_line
from penholder.publish.languages import PACKAGED


class Closing(NamedTuple):
    """What closes a text: the lines of its adoption, and the vote told below them, if one is."""

    adoption: tuple[str, ...] = ()
    vote: tuple[str, ...] = ()

    def followed_by(self, other: Closing) -> Closing:
        """Return this with what closes the whole document behind it."""
        return Closing(self.adoption + other.adoption, self.vote + other.vote)


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines around one text, each a marked text, and how its paragraphs are numbered.

    A text without paragraphs of its own, such as that above part A, has no organ that speaks.
    """

    organ_lines: tuple[str, ...]
    closing: Closing
    numbering: Numbering


def frames(document: Document) -> dict[str, Frame]:
    """Return the frame of a document by the empty address, and of each part by its own."""
    pairs = zip(outline(document), labels(document), strict=True)
    addresses = [label.address for unit, label in pairs if isinstance(unit.block, Part)]
    found = {"": _frame(document, None)}
    for address, part in zip(addresses, document.parts, strict=True):
        found[address] = _frame(document, part)
    return found


def closing_of(document: Document, part: Part | None) -> Closing:
    """Return what closes a text as marked texts, nothing where its heading tells it.

    The lines of adoption and the headings of a vote's lists are in italics, as on the page.
    """
    if part is None and heading_tells_adoption(document.masthead):
        return Closing()
    language = PACKAGED.of(document.masthead.language)
    adopted = (part or document).adopted
    votes = vote_lines(adopted, language)
    return Closing(
        tuple(_italic(line) for line in adoption_lines(adopted, language)),
        tuple(_italic(line) if kind == "vote-side" else marked(line) for kind, line in votes),
    )


def _italic(line: str) -> str:
    return f"*{marked(line)}*"


def _frame(document: Document, part: Part | None) -> Frame:
    text = part or document
    language = PACKAGED.of(document.masthead.language)
    organ, comma = organ_line(document, part, language, has_preamble=bool(text.preamble))
    is_own = bool(text.organ_line)
    line = organ if is_own else f"*{marked(organ)}*{comma}"
    is_text = document.masthead.kind != "amendment"
    speaks = is_text and bool(text.preamble or text.operative)
    speaks = speaks and not names_its_organ(document, part, language)
    return Frame((line,) if speaks else (), closing_of(document, part), text.numbering)
