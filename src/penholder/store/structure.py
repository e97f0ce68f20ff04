"""The structure of a document as text that another file can carry: everything but its wording."""

from __future__ import annotations

from penholder.errors import UnreadableError
from penholder.model.bare import bare
from penholder.model.document import Document
from penholder.store.read import read_document
from penholder.store.write import write_document


def write_structure(document: Document) -> str:
    """Return the structure of a document as YAML, a stand-in for every text of it."""
    return write_document(bare(document))


def read_structure(text: str) -> Document:
    """Return the document that a structure tells; raises UnreadableError E-STRUCTURE.

    It is read as strictly as any file of ours.
    """
    found = read_document(text.encode(), "structure").document
    if found is None:
        what = "the structure that the file carries is not one of ours"
        raise UnreadableError("E-STRUCTURE", what, "read it as a file of others")
    return found
