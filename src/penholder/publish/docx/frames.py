"""What stands around a text and in no outline: the organ that speaks, and the lines of adoption."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.model.blocks import Numbering
from penholder.model.document import Adoption, Document, Part
from penholder.model.language import Language
from penholder.model.numbering import labels
from penholder.model.outline import outline
from penholder.model.wording import marked
from penholder.publish.closings import adoption_lines, vote_lines
from penholder.publish.derived import heading_tells_adoption, names_its_organ, organ_line
from penholder.publish.languages import PACKAGED


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines around one text, each a marked text, and how its paragraphs are numbered.

    A text without paragraphs of its own, such as that above part A, has no organ that speaks.
    """

    organ_lines: tuple[str, ...]
    adoption_lines: tuple[str, ...]
    numbering: Numbering


def frames(document: Document) -> dict[str, Frame]:
    """Return the frame of a document by the empty address, and of each part by its own."""
    pairs = zip(outline(document), labels(document), strict=True)
    addresses = [label.address for unit, label in pairs if isinstance(unit.block, Part)]
    found = {"": _frame(document, None)}
    for address, part in zip(addresses, document.parts, strict=True):
        found[address] = _frame(document, part)
    return found


def adoption_texts(adopted: Adoption | None, language: Language) -> tuple[str, ...]:
    """Return the lines of an adoption as marked texts, all in italics but the vote of States."""
    lines = (f"*{marked(line)}*" for line in adoption_lines(adopted, language))
    return (*lines, *(marked(line) for _, line in vote_lines(adopted, language)))


def closing_texts(document: Document, part: Part | None) -> tuple[str, ...]:
    """Return the lines that close a text, none where its heading tells them."""
    if part is None and heading_tells_adoption(document.masthead):
        return ()
    language = PACKAGED.of(document.masthead.language)
    return adoption_texts((part or document).adopted, language)


def _frame(document: Document, part: Part | None) -> Frame:
    text = part or document
    language = PACKAGED.of(document.masthead.language)
    organ, comma = organ_line(document, part, language, has_preamble=bool(text.preamble))
    is_own = bool(text.organ_line)
    line = organ if is_own else f"*{marked(organ)}*{comma}"
    is_text = document.masthead.kind != "amendment"
    speaks = is_text and bool(text.preamble or text.operative)
    speaks = speaks and not names_its_organ(document, part, language)
    return Frame((line,) if speaks else (), closing_texts(document, part), text.numbering)
