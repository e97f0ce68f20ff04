"""The tags of a page as PDF/UA-1 names them: notes, lists, and each paragraph in one piece.

WeasyPrint 70 tags boxes: a paragraph broken over two pages is two, a footnote a span at the foot
of its page, ``(a)`` and ``(b)`` paragraphs like any other. Here its tree is put in order once
more, by the elements of HTML that its boxes come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from penholder.publish.spoken import turned_letters
from penholder.publish.tag_lists import make_lists
from penholder.publish.tag_names import name_tags
from penholder.publish.tag_notes import place_notes, take_notes
from penholder.publish.tag_pieces import merge_pieces
from penholder.publish.tag_spoken import say_as_written
from penholder.publish.tag_tree import Element, TagTree, nameless, string


def prepare(tags: Any, stream: Any) -> None:
    """Have WeasyPrint leave on each tag its box, and paint what is set apart as an artifact.

    ``tags`` is its module of tags, ``stream`` its class of streams.
    """
    tags._build_box_tree = _remembering(tags._build_box_tree)
    stream.marked = _sparing(stream.marked)


def set_heads_apart(pages: Iterable[Any]) -> None:
    """Mark what belongs to the sheet and not to the text: running heads, and heads of tables again.

    A table that goes on over the page has its heads on each.
    """
    seen: set[Any] = set()
    for page in pages:
        for box in page._page_box.children[1:]:
            if type(box).__name__ == "MarginBox":
                _set_apart(box)
        for box in list(page._page_box.descendants()):
            if getattr(box, "is_header", False) and box.element is not None:
                if box.element in seen:
                    _set_apart(box)
                seen.add(box.element)
        page.links[:] = [link for link in page.links if not hasattr(link[3], "is_set_apart")]


def _set_apart(box: Any) -> None:
    box.is_set_apart = True
    for each in box.descendants():
        each.is_set_apart = True
        # Where WeasyPrint writes the name of a head's tag; this one has none.
        each.mark = nameless()


def _sparing(marked: Callable[..., Any]) -> Callable[..., Any]:
    def spared(stream: Any, box: Any, tag: str) -> Any:
        if getattr(box, "is_set_apart", False):
            return stream.artifact()
        return marked(stream, box, tag)

    return spared


def _remembering(build: Callable[..., Iterator[Element]]) -> Callable[..., Iterator[Element]]:
    def remembered(box: Any, *arguments: Any) -> Iterator[Element]:
        if getattr(box, "is_set_apart", False):
            return
        turned = dict(turned_letters(box, arguments[-1]))
        for element in build(box, *arguments):
            if not hasattr(element, "box"):
                element.box, element.turned = box, turned
            yield element

    return remembered


def put_in_order(pdf: Any) -> None:
    """Put the tags of a pydyf file in order."""
    tree = TagTree(pdf)
    say_as_written(tree)
    notes = take_notes(tree)
    merge_pieces(tree, tree.document)
    place_notes(tree, notes)
    name_tags(tree)
    make_lists(tree)
    for each in pdf.objects:
        if isinstance(each, dict) and each.get("Subtype") == "/Link" and "Dest" in each:
            each["Contents"] = string(each["Dest"].string.replace("-", " "))
