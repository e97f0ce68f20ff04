"""Laws of Word files read back: what was written is what is read, accepted and rejected."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from tests.strategies import documents, revisions
from tests.word_forms import as_word_tells

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.ingest.reading import read_source
from penholder.model.bare import STAND_IN
from penholder.model.document import Document
from penholder.model.outline import outline
from penholder.publish.docx.word_file import Moves, Numbers, WordSetting, clean_file, tracked_file
from penholder.store.structure import read_structure, write_structure

pytestmark = pytest.mark.slow
# Each example writes and reads a Word file, which takes long.
LAW = settings(max_examples=settings().max_examples // 3, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("numbers", ["automatic", "literal"])
@LAW
@given(document=documents())
def test_a_document_comes_back_from_its_word_file(numbers: Numbers, document: Document) -> None:
    setting = WordSetting(structures=("", write_structure(document)), numbers=numbers)
    assert read_source(clean_file(document, setting)).document == as_word_tells(document)


@pytest.mark.parametrize("moves", ["native", "simple"])
@LAW
@given(pair=revisions())
def test_both_versions_come_back_from_a_tracked_file(
    moves: Moves, pair: tuple[Document, Document]
) -> None:
    before, after = pair
    structures = (write_structure(before), write_structure(after))
    shown = redline(before, after, compare(before, after))
    setting = WordSetting(structures=structures, moves=moves)
    read = read_source(tracked_file(before, after, shown, setting))
    assert read.document == as_word_tells(after)
    assert (read.base or read.document) == as_word_tells(before)


@LAW
@given(documents())
def test_a_structure_holds_no_wording_and_comes_back(document: Document) -> None:
    told = write_structure(document)
    assert write_structure(read_structure(told)) == told
    bare = read_structure(told)
    cells = [cell for unit in outline(bare) for cell in unit.text.split("\t")]
    assert {bare.title, *cells, *(note.text for note in bare.footnotes)} <= {"", STAND_IN}
