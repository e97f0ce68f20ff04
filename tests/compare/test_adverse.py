"""Documents made to be hard: all paragraphs equal, ten thousand of them."""

import pytest

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Masthead

MASTHEAD = Masthead("draft resolution", "General Assembly")


def equal_paragraphs(count: int) -> Document:
    paragraph = Paragraph("Decides to remain seized of the matter;")
    return Document(MASTHEAD, title="Water", operative=(paragraph,) * count)


@pytest.mark.slow
def test_ten_thousand_equal_paragraphs_beside_fewer_are_that_many_deletions() -> None:
    before, after = equal_paragraphs(10_000), equal_paragraphs(9_990)
    found = redline(before, after, compare(before, after))
    assert found.counts.paragraphs.deleted == 10
    assert found.counts.words.deleted == 70
    assert {line.status for line in found.lines} == {"equal", "deleted"}


@pytest.mark.slow
def test_ten_thousand_equal_paragraphs_are_the_same_as_themselves() -> None:
    document = equal_paragraphs(10_000)
    assert compare(document, document).is_empty
