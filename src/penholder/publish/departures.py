"""What an editor set by hand that the rules of a page would have set otherwise."""

from __future__ import annotations

from dataclasses import replace

from penholder.model.document import Document
from penholder.model.hand_setting import HandSetting
from penholder.publish.compose import Setting, document_page
from penholder.publish.font_metrics import page_faces
from penholder.publish.hand_lines import letters_of
from penholder.publish.line_setting import heading_lines, with_official_lines

_NEAR_FOOT = 2.0  # points; what fonts of other machines make of it


def departures(document: Document, name: str, hand: HandSetting) -> HandSetting:
    """Return the setting without the lines that every page of the document has by rule.

    Raises EnvironmentFault E-FONT where letters cannot be measured.
    """
    page = with_official_lines(document_page(document, name, Setting("print")), page_faces())
    title = "".join(map(letters_of, page.title)).split("\n")
    ruled = [tuple(each.split("\n")) for each in page.masthead.agenda_titles]
    titles = tuple(
        () if lines == rule else lines
        for lines, rule in zip(hand.agenda_titles, ruled, strict=False)
    )
    foot = page.measures.first_foot
    blocks = {block.address: block for block in page.blocks}
    return replace(
        hand,
        headings=tuple(
            each
            for each in hand.headings
            if each.at in blocks and heading_lines(blocks[each.at], page_faces()) != each.lines
        ),
        first_foot=0.0 if abs(hand.first_foot - foot) < _NEAR_FOOT else hand.first_foot,
        title=() if hand.title == tuple(title) else hand.title,
        agenda_titles=titles if any(titles) else (),
    )
