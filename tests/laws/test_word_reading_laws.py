"""Laws of Word files read back: what was written is what is read, accepted and rejected."""

from __future__ import annotations

from hypothesis import given, settings
from tests.strategies import documents

from penholder.ingest.reading import read_source
from penholder.model.document import Document
from penholder.publish.docx.word_file import Numbers, WordSetting, clean_file
from penholder.store.structure import write_structure


def written(document: Document, numbers: Numbers = "automatic") -> bytes:
    structures = ("", write_structure(document))
    return clean_file(document, WordSetting(structures=structures, numbers=numbers))


@given(documents())
@settings(max_examples=300, deadline=None)
def test_a_document_comes_back_from_its_word_file(document: Document) -> None:
    assert read_source(written(document)).document == document
