"""The tags of footnotes: taken from the foot of each page, put behind the block that calls them."""

from __future__ import annotations

from typing import Any

from penholder.publish.tag_pieces import join
from penholder.publish.tag_tree import Element, TagTree, is_note, string

_BLOCKS = ("/P", "/H1", "/H2", "/Table", "/Caption", "/L")
Notes = dict[Any, Element]
"""Notes by their element of HTML."""


def take_notes(tree: TagTree) -> Notes:
    """Take every footnote out of the tree and return them.

    What continues a note on the next page is joined to its beginning.
    """
    notes: Notes = {}
    for area in list(tree.kids(tree.document)):
        if type(area.box).__name__ != "FootnoteAreaBox":
            continue
        for note in tree.kids(area):
            begun = notes.setdefault(note.box.element, note)
            note["S"] = "/Note"
            if begun is not note:
                join(tree, begun, note)
        tree.document["K"].remove(area.reference)
    for count, note in enumerate(notes.values(), 1):
        note["ID"] = string(note.box.element.get("id") or f"note-at-{count}")
    return notes


def place_notes(tree: TagTree, notes: Notes) -> None:
    """Let each note follow the block that calls it; one that nothing calls stands at the end."""
    _place(tree, tree.document, notes, tree.document)
    for element in notes.values():
        tree.adopt(tree.document, element)


def _place(tree: TagTree, element: Element, notes: Notes, block: Element) -> None:
    """Place the notes that a tag and what it holds call, within ``block``."""
    for kid in list(tree.kids(element)):
        is_block = kid["S"] in _BLOCKS and block is tree.document
        _place(tree, kid, notes, kid if is_block else block)
    source = getattr(element, "box", None)
    if source is None or not str(source.element_tag).endswith("::footnote-call"):
        return
    note = notes.pop(source.element, None)
    if note is not None:
        _put_behind(tree, block, note)


def _put_behind(tree: TagTree, block: Element, note: Element) -> None:
    """Put a note behind a block and the notes that stand there; of the document, at its end."""
    is_whole = block is tree.document
    parent = block if is_whole else tree.parent(block)
    kids = parent["K"]
    place = len(kids) if is_whole else kids.index(block.reference) + 1
    while place < len(kids) and is_note(tree.object(kids[place])):
        place += 1
    note["P"] = parent.reference
    kids.insert(place, note.reference)
